# Two stages: a wheel is built, then installed for a user without rights. The packs travel inside the wheel.
FROM python:3.11-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE CHANGELOG.md ./
COPY service ./service
COPY rulepacks ./rulepacks
COPY protos ./protos
RUN pip install --no-cache-dir build && python -m build --wheel --outdir /wheels

FROM python:3.11-slim
RUN useradd --system --uid 10001 --no-create-home auditor
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir /wheels/*.whl && rm -r /wheels
USER 10001
ENV PYTHONDONTWRITEBYTECODE=1 CLAUSE_AUDITOR_LISTEN=0.0.0.0:50051
EXPOSE 50051
STOPSIGNAL SIGTERM
ENTRYPOINT ["clause-auditor"]
CMD ["serve"]
