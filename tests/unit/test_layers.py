"""Who may import whom: higher layers import lower ones only, and rooms keep to their trade."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "service" / "clause_auditor"

LAYERS = [
    {"cli"},
    {"server", "web", "api"},
    {"wire", "evaluation"},
    {"bootstrap"},
    {"settings", "packs"},
    {"documents", "reports", "storage"},
    {"engine"},
    {"text"},
    {"notation"},
    {"domain"},
    {"errors"},
]
"""Highest first. A room may import from the layers below its own, and from itself."""

PURE = {"errors", "domain", "text", "engine"}
FOREIGN = {"grpc", "grpc_status", "google", "yaml", "sqlite3", "sqlalchemy", "pathlib", "io", "os", "socket"}
"""What pure rooms may not know: gRPC, YAML, SQL, files."""

MODULES = sorted(p for p in PACKAGE.rglob("*.py") if "v1" not in p.relative_to(PACKAGE).parts)


def rank(room: str) -> int:
    for number, layer in enumerate(LAYERS):
        if room in layer:
            return number
    raise AssertionError(f"the room {room!r} has no layer: name it in LAYERS")


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative import"
            base = node.module or ""
            yield from (f"{base}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_lower_layers_only(path: Path) -> None:
    room = room_of(path)
    if room in ("__init__", "__main__"):
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "clause_auditor" or len(parts) < 2 or parts[1] in ("v1", "__version__"):
            continue
        assert parts[1] == room or rank(room) < rank(parts[1]), f"{room} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_wire_knows_the_generated_code(path: Path) -> None:
    if room_of(path) in ("wire", "server"):
        return
    assert not any(name.startswith("clause_auditor.v1") for name in imports(path))


@pytest.mark.parametrize("path", [p for p in MODULES if room_of(p) in PURE], ids=lambda p: str(p.relative_to(PACKAGE)))
def test_pure_rooms_know_no_outside_world(path: Path) -> None:
    assert not {name.split(".")[0] for name in imports(path)} & FOREIGN


def test_there_is_something_to_check() -> None:
    assert {room_of(p) for p in MODULES} >= {"domain", "text", "engine", "packs", "cli"}
