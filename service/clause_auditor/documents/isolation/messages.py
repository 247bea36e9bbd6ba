"""What goes to the confined process and what comes back: JSON, with the file's own bytes behind the request."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, Final

from clause_auditor.documents.extraction import Extraction, Paper
from clause_auditor.documents.options import MIB, ReadingOptions
from clause_auditor.domain.contract import Anchor, HiddenKind, HiddenPassage, View
from clause_auditor.errors import ClauseAuditorError, Fault, InputError, LimitError, ProtectedError

HELLO: Final = b" "
"""What a reader says when it has begun; white space before JSON means nothing."""
MOST_ANSWER: Final = 256 * MIB
"""A longer answer is no answer."""
_KINDS: Final[dict[str, type[ClauseAuditorError]]] = {
    "limit": LimitError,
    "protected": ProtectedError,
    "input": InputError,
}


def write_request(name: str, size: int, options: ReadingOptions) -> bytes:
    """Return the line that stands before a file's bytes."""
    return json.dumps({"name": name, "size": size, "options": asdict(options)}).encode() + b"\n"


def read_request(line: bytes) -> tuple[str, int, ReadingOptions]:
    """Return name, size and options of a request."""
    fields = json.loads(line)
    options = fields["options"] | {"revisions": View(fields["options"]["revisions"])}
    return fields["name"], fields["size"], ReadingOptions(**options)


def write_papers(papers: Iterable[Paper]) -> bytes:
    """Return the answer of a reader that came to its end."""
    return json.dumps({"papers": [_plain(paper) for paper in papers]}, separators=(",", ":")).encode()


def write_error(error: ClauseAuditorError) -> bytes:
    """Return the answer of a reader that refuses the file."""
    faults = [[fault.place, fault.problem, fault.cure] for fault in error.faults]
    kind = next((name for name, each in _KINDS.items() if isinstance(error, each)), "input")
    return json.dumps({"faults": faults, "kind": kind}).encode()


def read_answer(answer: bytes, name: str) -> tuple[Paper, ...]:
    """Return the papers of an answer; raise the error that it tells, with the file's name, ValueError if ill-formed."""
    fields = json.loads(answer)
    if "faults" in fields:
        kind = _KINDS[fields["kind"]]
        raise kind(Fault(_place(name, str(place)), str(what), str(cure)) for place, what, cure in fields["faults"])
    return tuple(_paper(paper) for paper in fields["papers"])


def _place(name: str, place: str) -> str:
    return f"{name}, {place}" if place else name


def _plain(paper: Paper) -> dict[str, Any]:
    taken = paper.extraction
    return {
        "name": paper.name,
        "is_text": paper.is_text,
        "text": taken.text,
        "title": taken.title,
        "anchors": [[anchor.start, anchor.page, anchor.paragraph] for anchor in taken.anchors],
        "hidden": [[passage.kind, passage.text, passage.offset] for passage in taken.hidden],
        "view": taken.view,
        "remarks": taken.remarks,
        "language": taken.language,
    }


def _paper(fields: dict[str, Any]) -> Paper:
    extraction = Extraction(
        text=str(fields["text"]),
        title=str(fields["title"]),
        anchors=tuple(Anchor(int(start), int(page), int(number)) for start, page, number in fields["anchors"]),
        hidden=tuple(HiddenPassage(HiddenKind(kind), str(text), int(at)) for kind, text, at in fields["hidden"]),
        view=View(fields["view"]) if fields["view"] else None,
        remarks=tuple(map(str, fields["remarks"])),
        language=str(fields["language"]),
    )
    return Paper(str(fields["name"]), bool(fields["is_text"]), extraction)
