"""What goes to the confined process and what comes back: JSON, with the file's own bytes behind the request."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Final

from clause_auditor.documents.extraction import Contents, Extraction, Paper, Unread
from clause_auditor.documents.options import MIB, ReadingOptions
from clause_auditor.domain.contract import Anchor, HiddenKind, HiddenPassage, View
from clause_auditor.domain.markup import ClosingList, Comment, Entry, MarkedFile, Markup, NotPlaced
from clause_auditor.domain.remedy import Edit
from clause_auditor.errors import ClauseAuditorError, Fault, InputError, LimitError, ProtectedError

HELLO: Final = b" "
"""What a reader says when it has begun; white space before JSON means nothing."""
MOST_ANSWER: Final = 256 * MIB
"""A longer answer is no answer."""
_KINDS: Final[dict[str, type[InputError]]] = {
    "limit": LimitError,
    "protected": ProtectedError,
    "input": InputError,
}


@dataclass(frozen=True, slots=True)
class Marking:
    """What is to be written into one paper of a file."""

    paper: str
    """Path of the paper within the file; empty for the file itself."""
    digest: str
    """Of the canonical text into which the marks point."""
    markup: Markup


@dataclass(frozen=True, slots=True)
class Request:
    """What a confined process is to do with a file."""

    name: str
    size: int
    options: ReadingOptions
    marking: Marking | None = None
    """None: the file is only read."""


def write_request(request: Request) -> bytes:
    """Return the line that stands before a file's bytes."""
    return json.dumps(asdict(request)).encode() + b"\n"


def read_request(line: bytes) -> Request:
    """Return the request of a line."""
    fields = json.loads(line)
    options = ReadingOptions(**fields["options"] | {"revisions": View(fields["options"]["revisions"])})
    return Request(fields["name"], fields["size"], options, fields["marking"] and _marking(fields["marking"]))


def write_contents(contents: Contents) -> bytes:
    """Return the answer of a reader that came to its end."""
    fields = {
        "papers": [_plain(paper) for paper in contents.papers],
        "unread": [[unread.name, _plain_error(unread.error)] for unread in contents.unread],
        "remarks": contents.remarks,
    }
    return json.dumps(fields, separators=(",", ":")).encode()


def write_marked(marked: MarkedFile) -> bytes:
    """Return the answer of a marker that came to its end: a line on what was not placed, then the file."""
    missed = [{"edit" if isinstance(each.mark, Edit) else "comment": asdict(each)} for each in marked.not_placed]
    return json.dumps({"not_placed": missed}).encode() + b"\n" + marked.data


def read_marked(answer: bytes, name: str) -> MarkedFile:
    """Return the marked file of an answer; raise what `read_answer` raises."""
    line, _, data = answer.partition(b"\n")
    fields = _unfaulted(line, name)
    return MarkedFile(data, tuple(_missed(**each) for each in fields["not_placed"]))


def write_error(error: ClauseAuditorError) -> bytes:
    """Return the answer of a reader that refuses the file."""
    return json.dumps(_plain_error(error)).encode()


def read_answer(answer: bytes, name: str) -> Contents:
    """Return what an answer tells; raise the error that it tells, with the file's name, ValueError if ill-formed."""
    fields = _unfaulted(answer, name)
    return Contents(
        tuple(_paper(paper) for paper in fields["papers"]),
        tuple(Unread(f"{name}/{within}", _error(error, name, str(within))) for within, error in fields["unread"]),
        tuple(map(str, fields["remarks"])),
    )


def _unfaulted(answer: bytes, name: str) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(answer)
    if "faults" in fields:
        raise _error(fields, name, "")
    return fields


def _marking(fields: dict[str, Any]) -> Marking:
    return Marking(fields["paper"], fields["digest"], _markup(fields["markup"]))


def _markup(fields: dict[str, Any]) -> Markup:
    closing = fields["closing"]
    return Markup(
        **fields
        | {
            "comments": tuple(map(_comment, fields["comments"])),
            "edits": tuple(Edit(**edit) for edit in fields["edits"]),
            "closing": closing and ClosingList(**closing | {"entries": tuple(map(_entry, closing["entries"]))}),
        }
    )


def _comment(fields: dict[str, Any]) -> Comment:
    return Comment(**fields | {"paragraphs": tuple(fields["paragraphs"])})


def _entry(fields: dict[str, Any]) -> Entry:
    return Entry(**fields | {"lines": tuple(fields["lines"]), "wording": tuple(fields["wording"])})


def _missed(edit: dict[str, Any] | None = None, comment: dict[str, Any] | None = None) -> NotPlaced:
    if edit is not None:
        return NotPlaced(Edit(**edit["mark"]), str(edit["reason"]))
    if comment is not None:
        return NotPlaced(_comment(comment["mark"]), str(comment["reason"]))
    raise ValueError("neither an edit nor a comment")


def _plain_error(error: ClauseAuditorError) -> dict[str, Any]:
    kind = next((name for name, each in _KINDS.items() if isinstance(error, each)), "input")
    return {"faults": [[fault.place, fault.problem, fault.cure] for fault in error.faults], "kind": kind}


def _error(fields: dict[str, Any], name: str, within: str) -> InputError:
    faults = []
    for place, problem, cure in fields["faults"]:
        where = ", ".join(filter(None, (name, within, str(place))))
        faults.append(Fault(where, str(problem), str(cure)))
    return _KINDS[fields["kind"]](faults)


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
