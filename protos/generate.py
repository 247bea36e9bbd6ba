"""Generate `service/clause_auditor/v1/` from the protos: `python protos/generate.py [FOLDER]`.

The rules of validation need `buf/validate/validate.proto` at run time, and no distribution ships it generated for
google.protobuf. So it is generated beside ours, under our own name, to take no name that is another's.
"""

from __future__ import annotations

import re
import sys
import tempfile
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from grpc_tools import protoc

PROTOS = Path(__file__).resolve().parent
TARGET = PROTOS.parent / "service" / "clause_auditor" / "v1"
_PACKAGE = Path("clause_auditor", "v1")
_VALIDATE = Path("buf", "validate", "validate_pb2.py")
_MESSAGES = ("python", "mypy")
_SERVICES = ("grpc_python", "mypy_grpc")
_TOOLS = ("grpcio-tools", "mypy-protobuf")


def generate(target: Path) -> None:
    """Write all generated modules into the folder `target`, in place of those that stand there."""
    with tempfile.TemporaryDirectory() as name:
        _compile(Path(name))
        target.mkdir(parents=True, exist_ok=True)
        for old in (*target.glob("*_pb2*"), *target.glob("__init__.py")):
            old.unlink()
        for path in [*sorted((Path(name) / _PACKAGE).iterdir()), Path(name) / _VALIDATE]:
            (target / path.name).write_text(_rename(path.read_text("utf-8")), "utf-8")
    (target / "__init__.py").write_text(f'"""{describe()}"""\n', "utf-8")


def describe() -> str:
    """Return what the generated package says of itself: the versions of the tools, on which its bytes depend."""
    return f"Generated from protos/ with {' and '.join(f'{tool} {version(tool)}' for tool in _TOOLS)}; never edited."


def _compile(folder: Path) -> None:
    includes = [PROTOS, PROTOS / "vendor", files("grpc_tools") / "_proto"]
    arguments = ["protoc", *(f"-I{include}" for include in includes)]
    _run([*arguments, *_outputs(_MESSAGES, folder), *_ours("*.proto")])
    _run([*arguments, *_outputs(_SERVICES, folder), *_ours("*_service.proto")])
    _run([*arguments, *_outputs(_MESSAGES[:1], folder), "buf/validate/validate.proto"])


def _outputs(plugins: tuple[str, ...], folder: Path) -> list[str]:
    return [f"--{plugin}_out={'quiet:' if plugin.startswith('mypy') else ''}{folder}" for plugin in plugins]


def _ours(pattern: str) -> list[str]:
    return [str(_PACKAGE / path.name) for path in sorted((PROTOS / _PACKAGE).glob(pattern))]


def _run(arguments: list[str]) -> None:
    if protoc.main(arguments) != 0:
        raise SystemExit(1)


def _rename(source: str) -> str:
    return re.sub(
        r"^from buf\.validate import validate_pb2", "from clause_auditor.v1 import validate_pb2", source, flags=re.M
    )


if __name__ == "__main__":
    generate(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
