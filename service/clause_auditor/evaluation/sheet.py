"""A label sheet: what a careful reader says of one contract by the rules of one pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final

from clause_auditor.domain.finding import Status
from clause_auditor.notation import Faults, Node

JOINT: Final = "[...]"
"""Stands between the parts of a passage that is spread over a contract."""
_FIELDS: Final = ("document", "pack", "kind", "labels", "note")


class Kind(StrEnum):
    """What a contract is made for."""

    DATA_PROTECTION = "data_protection"
    OTHER = "other"


class _Word(StrEnum):
    """The statuses that a reader can give."""

    MET = "met"
    WEAK = "weak"
    MISSING = "missing"
    CONTRARY = "contrary"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Label:
    """What the reader says of one rule."""

    rule_id: str
    status: Status
    evidence: str = ""
    """The decisive passage, parts joined by `[...]`; empty where none decides."""
    note: str = ""
    place: str = ""
    """File and line, for messages."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the passage that hold something."""
        return tuple(part.strip() for part in self.evidence.split(JOINT) if part.strip())


@dataclass(frozen=True, slots=True)
class Sheet:
    """The labels of one contract for one pack."""

    contract: str
    """The contract's short name: the file's name before the pack's."""
    pack: str
    document: str
    """Path below `documents/`, with slashes."""
    kind: Kind
    labels: Mapping[str, Label]
    """By rule id, in the order of the file."""
    place: str
    """The sheet's path below the corpus."""
    pack_place: str = ""
    document_place: str = ""


def read_sheet(node: Node, contract: str, pack: str, faults: Faults) -> Sheet:
    """Return the sheet that a parsed file holds; contract and pack are those of its name.

    Whatever is ill-formed is noted and left out: use the sheet only if nothing was noted.
    """
    fields = node.mapping(faults, _FIELDS, ("document", "pack", "labels"))
    labels = fields["labels"].entries(faults) if "labels" in fields else {}
    if "labels" in fields and not labels and isinstance(fields["labels"].value, Mapping):
        faults.add(fields["labels"].place, "the sheet has no labels", "Label a rule, or remove the sheet")
    return Sheet(
        contract=contract,
        pack=_read_pack(fields.get("pack"), pack, faults),
        document=_read_document(fields.get("document"), faults),
        kind=(fields["kind"].choice(faults, Kind) if "kind" in fields else None) or Kind.DATA_PROTECTION,
        labels={rule: label for rule, item in labels.items() if (label := _read_label(rule, item, faults))},
        place=node.name,
        pack_place=fields["pack"].place if "pack" in fields else "",
        document_place=fields["document"].place if "document" in fields else "",
    )


def _read_pack(node: Node | None, named: str, faults: Faults) -> str:
    if node and (found := node.text(faults)) and found != named:
        cure = f'Write "pack: {named}", or rename the file'
        faults.add(node.place, "the pack is another one than the file's name says", cure)
    return named


def _read_document(node: Node | None, faults: Faults) -> str:
    text = node.text(faults) if node else ""
    path = PurePosixPath(text)
    if node and text and (path.is_absolute() or ".." in path.parts or "\\" in text or "\0" in text):
        faults.add(node.place, "the document stands outside of documents/", "Name a file in documents/ by its name")
        return ""
    return text


def _read_label(rule: str, node: Node, faults: Faults) -> Label | None:
    fields = node.mapping(faults, ("status", "evidence", "note"), ("status",))
    word = fields["status"].choice(faults, _Word) if "status" in fields else None
    evidence, note = (fields[key].text(faults, blank=True) if key in fields else "" for key in ("evidence", "note"))
    return Label(rule, Status(word.value), evidence.strip(), note.strip(), node.place) if word else None
