"""What each file of a set is, told by its path: law table, lexicon, pack file, rule."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from clause_auditor.notation import Faults

LAW = "law.yaml"
_SHARED = re.compile(r"lexicons/([a-z]{2})/[a-z0-9][a-z0-9_.-]*\.yaml\Z")
_OWN = re.compile(r"([a-z][a-z0-9-]*)/lexicon\.([a-z]{2})\.yaml\Z")
_PACK = re.compile(r"([a-z][a-z0-9-]*)/pack\.yaml\Z")
_SECOND_READER = re.compile(r"([a-z][a-z0-9-]*)/second-reader\.yaml\Z")
_RULE = re.compile(r"([a-z][a-z0-9-]*)/[a-z0-9]+(?:[.-][a-z0-9]+)*\.yaml\Z")
_CURE = "Possible: law.yaml, lexicons/en/topic.yaml, pack/pack.yaml, pack/lexicon.en.yaml, pack/topic.obligation.yaml"


@dataclass(slots=True)
class PackFiles:
    """The paths of one pack."""

    pack: str = ""
    lexicons: dict[str, str] = field(default_factory=dict)
    """By language."""
    rules: list[str] = field(default_factory=list)
    second_reader: str = ""


@dataclass(slots=True)
class Layout:
    """All paths of a set by what they are."""

    law: str = ""
    lexicons: dict[str, list[str]] = field(default_factory=dict)
    """Shared ones by language."""
    packs: dict[str, PackFiles] = field(default_factory=dict)


def lay_out(paths: Iterable[str], faults: Faults) -> Layout:
    """Sort relative paths by what they are; paths of no known form and packs without pack.yaml are faults."""
    layout = Layout()
    for path in sorted(paths):
        if not _place(path, layout):
            name = path if len(path) <= 100 and path.isprintable() else "(a path)"
            faults.add(name, "a file of packs has no such path", _CURE)
    if not layout.packs:
        faults.add("", "there are no packs here", "A pack is a folder with the file pack.yaml: docs/rules.md")
    for name, found in layout.packs.items():
        if not found.pack:
            faults.add(f"{name}/pack.yaml", "the file is missing", "Every pack needs one: docs/rules.md")
    return layout


def _place(path: str, layout: Layout) -> bool:
    if path == LAW:
        layout.law = path
    elif match := _SHARED.match(path):
        layout.lexicons.setdefault(match[1], []).append(path)
    elif match := _OWN.match(path):
        layout.packs.setdefault(match[1], PackFiles()).lexicons[match[2]] = path
    elif match := _PACK.match(path):
        layout.packs.setdefault(match[1], PackFiles()).pack = path
    elif match := _SECOND_READER.match(path):
        layout.packs.setdefault(match[1], PackFiles()).second_reader = path
    elif (match := _RULE.match(path)) and match[1] != "lexicons":
        layout.packs.setdefault(match[1], PackFiles()).rules.append(path)
    else:
        return False
    return True
