"""`clause-auditor serve`."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clause_auditor.settings import LOG_LEVELS, Settings, load_settings

if TYPE_CHECKING:
    from clause_auditor.server.config import ServerConfig


@click.command()
@click.option("--listen", metavar="HOST:PORT", help="Address; port 0 takes a free one. Default 127.0.0.1:50051.")
@click.option("--log-level", type=click.Choice(LOG_LEVELS), help="Logs go to stderr as JSON lines. Default info.")
@click.option("--overlay", "overlays", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
              help="Lay this overlay over the packs; may be given again, the later holds.")  # fmt: skip
@click.option("--settings", "settings_file", type=click.Path(path_type=Path), help="Settings file (YAML).")
def serve(listen: str | None, log_level: str | None, overlays: tuple[Path, ...], settings_file: Path | None) -> None:
    """Serve audits over gRPC, with health and reflection, until SIGTERM or Ctrl-C.

    What runs is finished first. The address is printed once the server answers.
    """
    found = load_settings(settings_file)
    found = replace(found, listen=listen or found.listen, log_level=log_level or found.log_level)
    _serve(replace(found, overlays=(*found.overlays, *overlays)))


def _serve(settings: Settings) -> None:
    os.environ.setdefault("GRPC_VERBOSITY", "NONE")  # the core would write lines of its own form between the logs
    from clause_auditor.bootstrap import build_auditor
    from clause_auditor.server.logs import configure_logs
    from clause_auditor.server.serving import serve_until_stopped

    configure_logs(settings.log_level)
    serve_until_stopped(build_auditor(settings), _config(settings), click.echo)


def _config(settings: Settings) -> ServerConfig:
    from clause_auditor.domain.audit import AuditOptions
    from clause_auditor.server.config import ServerConfig

    return ServerConfig(
        listen=settings.listen,
        max_text_bytes=settings.max_text_bytes,
        max_words=settings.max_words,
        max_held_bytes=settings.max_held_bytes,
        max_message_bytes=settings.max_message_bytes,
        max_file_bytes=settings.max_file_bytes,
        workers=settings.workers,
        readers=settings.readers,
        uploads=settings.uploads,
        upload_seconds=settings.upload_seconds,
        queue=settings.queue,
        grace_seconds=settings.grace_seconds,
        defaults=AuditOptions(perspective=settings.perspective, fail_on=settings.fail_on, strict=settings.strict),
    )
