"""What an operator may set: defaults, then a settings file, then the environment; unknown names are refused."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

from clause_auditor.domain.audit import DEFAULT_LIMITS, Perspective
from clause_auditor.domain.finding import Severity
from clause_auditor.errors import InputError
from clause_auditor.notation import Faults, Node, node_of, parse_yaml, show_word, suggest

SETTINGS_FILE: Final = "clause-auditor.yaml"
"""Read from the working folder if it is there and no other is named."""
PREFIX: Final = "CLAUSE_AUDITOR_"
LOG_LEVELS: Final = ("debug", "info", "warning", "error")
FAIL_ON: Final = tuple(severity.value for severity in Severity if severity is not Severity.NONE)
_MIB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default."""

    rulepacks: Path | None = None
    """Folder of the packs; None: the installed ones."""
    packs: tuple[str, ...] = ()
    """Names of the packs to load; empty: all."""
    overlays: tuple[Path, ...] = ()
    """Overlay files, laid over the packs in this order."""
    fail_on: Severity = Severity.HIGH
    strict: bool = False
    perspective: Perspective = Perspective.CUSTOMER
    max_text_bytes: int = 16 * _MIB
    """Size limit of one contract's text."""
    max_file_bytes: int = 64 * _MIB
    """Size limit of one file, and of the files of one upload together."""
    max_words: int = DEFAULT_LIMITS.max_words
    """Words of one contract; a larger one is refused before it is judged."""
    max_provisions: int = DEFAULT_LIMITS.max_provisions
    """Sentences, list items and table rows of one contract."""
    max_held_bytes: int = 64 * _MIB
    """Messages and files that all calls to the server hold in memory together."""
    max_message_bytes: int = 20 * _MIB
    """Size limit of one gRPC message."""
    listen: str = "127.0.0.1:50051"
    """Host and port of the server."""
    workers: int = 4
    """Audits that the server runs at a time."""
    queue: int = 64
    """Audits that may wait; more are refused."""
    readers: int = 4
    """Files that the server reads at a time, each in a process of its own."""
    uploads: int = 8
    """Uploads that the server takes in at a time, each of up to max_file_bytes."""
    upload_seconds: int = 120
    """Time that the bytes of an upload may take to come."""
    grace_seconds: int = 25
    """Time that running calls get when the server stops."""
    log_level: str = "info"


def load_settings(file: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of a file (default: `clause-auditor.yaml` here, if there is one) and the environment.

    InputError lists every unknown name and every value of the wrong type with its place.
    """
    faults = Faults()
    settings = _merge(Settings(), _file_nodes(file, faults), faults)
    settings = _merge(settings, _environment_nodes(os.environ if environment is None else environment, faults), faults)
    faults.refuse()
    return settings


def _file_nodes(file: Path | None, faults: Faults) -> Mapping[str, Node]:
    path = file or Path(SETTINGS_FILE)
    if file is None and not path.is_file():
        return {}
    try:
        data = path.read_bytes()
    except OSError:
        raise InputError.at(str(path), "the settings file cannot be read", "Check its name and permissions") from None
    node = parse_yaml(data, str(path))
    found = node.mapping(faults, _NAMES) if node.value is not None else {}
    return {name: _beside(child, path) if name in _PATHS else child for name, child in found.items()}


def _beside(node: Node, file: Path) -> Node:
    """A relative path in a settings file is meant from where the file stands."""
    if isinstance(node.value, tuple):
        return replace(node, value=tuple(_beside(item, file) for item in node.value))
    if isinstance(node.value, str) and node.value.strip():
        return replace(node, value=str(file.parent / node.value))
    return node


def _environment_nodes(environment: Mapping[str, str], faults: Faults) -> Mapping[str, Node]:
    nodes: dict[str, Node] = {}
    for variable in sorted(name for name in environment if name.startswith(PREFIX)):
        name = variable.removeprefix(PREFIX).lower()
        if name in _NAMES:
            nodes[name] = node_of(_value(name, environment[variable].strip()), variable)
        else:
            known = [PREFIX + known.upper() for known in _NAMES]
            faults.add("environment", f"unknown setting {show_word(variable)}", suggest(variable, known))
    return {name: node for name, node in nodes.items() if node.value != ""}


def _value(name: str, text: str) -> object:
    """Environment variables are texts: give them the type that the setting has."""
    if name in _LISTS:
        return [part.strip() for part in text.split(",") if part.strip()]
    if name == "strict" and text in ("true", "false"):
        return text == "true"
    if name in _NUMBERS and re.fullmatch(r"-?[0-9]{1,12}", text):
        return int(text)
    return text


def _merge(settings: Settings, nodes: Mapping[str, Node], faults: Faults) -> Settings:
    values = {name: _READERS[name](node, faults) for name, node in nodes.items()}
    return replace(settings, **values)


def _fail_on(node: Node, faults: Faults) -> Severity:
    return Severity(_word(node, faults, FAIL_ON))


def _perspective(node: Node, faults: Faults) -> Perspective:
    return node.choice(faults, Perspective) or Perspective.CUSTOMER


def _log_level(node: Node, faults: Faults) -> str:
    return _word(node, faults, LOG_LEVELS)


def _word(node: Node, faults: Faults, words: tuple[str, ...]) -> str:
    text = node.text(faults)
    if text and text not in words:
        faults.add(node.place, f"unknown word {show_word(text)}", f"Write one of: {', '.join(words)}")
    return text if text in words else words[0]


def _number(least: int, most: int) -> Any:  # noqa: ANN401 - a reader of a node
    return lambda node, faults: node.integer(faults, least, most)


_NUMBERS: Final[dict[str, tuple[int, int]]] = {
    "max_text_bytes": (1, 1024 * _MIB),
    "max_file_bytes": (1, 1024 * _MIB),
    "max_words": (1, 100_000_000),
    "max_provisions": (1, 100_000_000),
    "max_held_bytes": (1024, 64 * 1024 * _MIB),
    "max_message_bytes": (1024, 1024 * _MIB),
    "workers": (1, 256),
    "queue": (0, 100_000),
    "readers": (1, 256),
    "uploads": (1, 1000),
    "upload_seconds": (1, 3600),
    "grace_seconds": (0, 3600),
}
_PATHS: Final = ("rulepacks", "overlays")
_LISTS: Final = ("packs", "overlays")
"""In the environment with commas between their members."""
_READERS: Final[dict[str, Any]] = {
    "rulepacks": lambda node, faults: Path(node.text(faults)),
    "packs": lambda node, faults: node.texts(faults),
    "overlays": lambda node, faults: tuple(map(Path, node.texts(faults, single=True))),
    "fail_on": _fail_on,
    "strict": lambda node, faults: node.flag(faults),
    "perspective": _perspective,
    "listen": lambda node, faults: node.text(faults),
    "log_level": _log_level,
    **{name: _number(*bounds) for name, bounds in _NUMBERS.items()},
}
_NAMES: Final = tuple(field.name for field in fields(Settings))
