"""An overlay from its file: what a company changes in a pack, and the rules that it adds beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from clause_auditor.errors import PackError
from clause_auditor.notation import Faults, Node, parse_yaml, show_word, suggest
from clause_auditor.packs.digest import digest
from clause_auditor.packs.values import check_name, read_prose, read_version

MOST_ADDED = 200
LONGEST_NAME = 64
_REQUIRED = ("extends", "name", "version", "title")
_FIELDS = (*_REQUIRED, "rules", "add")


@dataclass(frozen=True, slots=True)
class Overlay:
    """An overlay as it was read; what it says of rules is checked when it is laid over them."""

    name: str
    version: str
    title: str
    extends: str
    """Name of the pack."""
    rules: Mapping[str, Node]
    """Changes by rule id."""
    added: tuple[Node, ...]
    """Whole rules, from the file or from files beside it."""
    place: str
    digest: str


def read_overlays(paths: Sequence[Path], packs: Collection[str], faults: Faults) -> tuple[Overlay, ...]:
    """Return the overlays of these files, in order; each extends one of the packs."""
    overlays = [overlay for path in paths if (overlay := _read_overlay(path, packs, faults))]
    seen: set[str] = set()
    for overlay in overlays:
        if overlay.name in seen:
            problem = f'an overlay named "{overlay.name}" is given already'
            faults.add(overlay.place, problem, "Give each overlay once, under its own name")
        seen.add(overlay.name)
    return tuple(overlays)


def _read_overlay(path: Path, packs: Collection[str], faults: Faults) -> Overlay | None:
    node = _parse(path, str(path), "Check the name of the overlay", faults)
    if node is None:
        return None
    fields = node.mapping(faults, _FIELDS, _REQUIRED)
    rules = fields["rules"].entries(faults) if "rules" in fields else {}
    added = _read_added(fields["add"], path.parent, faults) if "add" in fields else ()
    if fields and not any(fields[key].value for key in ("rules", "add") if key in fields):
        faults.add(node.place, "the overlay changes nothing", "Add rules: with changes, or add: with own rules")
    return Overlay(
        name=_read_name(fields, packs, faults),
        version=read_version(fields["version"], faults) if "version" in fields else "",
        title=read_prose(fields["title"], faults) if "title" in fields else "",
        extends=_read_extends(fields, packs, faults),
        rules=rules,
        added=added,
        place=node.place,
        digest=digest([node.plain(), [rule.plain() for rule in added]]),
    )


def _parse(path: Path, name: str, cure: str, faults: Faults) -> Node | None:
    try:
        return parse_yaml(path.read_bytes(), name, error=PackError)
    except OSError:
        faults.add(name, "the file cannot be read", cure)
    except PackError as error:
        faults.extend(error.faults)
    return None


def _read_name(fields: Mapping[str, Node], packs: Collection[str], faults: Faults) -> str:
    if "name" not in fields:
        return ""
    node = fields["name"]
    name = node.text(faults)
    if name in packs:
        faults.add(node.place, f'"{name}" is the name of a pack', "Give the overlay a name of its own")
    if len(name) > LONGEST_NAME:
        faults.add(node.place, f"the name is longer than {LONGEST_NAME} characters", "Give a short one: house")
        return ""
    return check_name(name, node, faults) if name else ""


def _read_extends(fields: Mapping[str, Node], packs: Collection[str], faults: Faults) -> str:
    name = fields["extends"].text(faults) if "extends" in fields else ""
    if name and name not in packs:
        faults.add(fields["extends"].place, f"unknown pack {show_word(name)}", suggest(name, packs))
    return name


def _read_added(node: Node, folder: Path, faults: Faults) -> tuple[Node, ...]:
    items = node.items(faults)
    if len(items) > MOST_ADDED:
        faults.add(node.place, f"an overlay adds at most {MOST_ADDED} rules", "Make a pack of them: docs/rules.md")
        return ()
    return tuple(rule for item in items if (rule := _read_own(item, folder, faults)))


def _read_own(node: Node, folder: Path, faults: Faults) -> Node | None:
    """A rule in place, or the one of a file in the overlay's folder."""
    if isinstance(node.value, Mapping):
        return node
    name = node.text(faults)
    if not name.strip():
        return None
    home = folder.resolve()
    path = _resolve(name, home)
    if path is None or not path.is_relative_to(home) or Path(name).is_absolute():
        faults.add(node.place, "the file stands outside of the overlay's folder", "Put it beside the overlay")
        return None
    if not path.is_file():
        faults.add(node.place, "there is no such file beside the overlay", "Name a rule file by its relative path")
        return None
    return _parse(path, str(folder / path.relative_to(home)), "Check its permissions", faults)


def _resolve(name: str, home: Path) -> Path | None:
    """None for a name that no file can have."""
    try:
        path = (home / name).resolve()
        path.is_file()
    except (OSError, ValueError):
        return None
    return path
