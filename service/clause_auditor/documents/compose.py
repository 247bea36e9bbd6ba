"""Clauses or bare text to a document: the canonical text, and where each clause stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clause_auditor.documents.unseen import Seen, read_seen
from clause_auditor.domain.contract import ClauseMark, Document, DocumentRole, HiddenPassage
from clause_auditor.errors import InputError

_STEP = re.compile(r"\d+|\([^()]{1,8}\)")
_LONE = re.compile(r"[\ud800-\udfff]")
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class ClauseInput:
    """A clause as a structured contract gives it."""

    number: str = ""
    heading: str = ""
    text: str = ""
    language: str = ""
    page: int = 0


def canonical_text(text: str, place: str = "text") -> str:
    """Return the text that offsets count in: no byte order mark, all line ends \\n; InputError on NULs, surrogates."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise InputError.at(place, f"a NUL character at offset {text.index(chr(0))}", "Supply plain text without NULs")
    if lone := _LONE.search(text):
        raise InputError.at(place, f"half a surrogate pair at offset {lone.start()}", "Supply valid Unicode text")
    return text


def compose_text(
    id: str,  # noqa: A002 - the record's own word
    text: str,
    *,
    title: str = "",
    role: DocumentRole = DocumentRole.MAIN,
    rank: int = 0,
    language: str = "",
) -> Document:
    """Return a document of bare text; its structure is for the text layer to find.

    Characters without width are taken out, look-alike letters mended (`documents.unseen`): what was is in `hidden`.
    """
    seen = read_seen(canonical_text(text, f"document {id}"))
    return Document(id, seen.text, title, role, rank, language, hidden=_hidden(seen, 0))


def compose_document(  # noqa: PLR0917 - the fields of a document in their order
    id: str,  # noqa: A002 - the record's own word
    title: str,
    role: DocumentRole,
    rank: int,
    language: str,
    clauses: Sequence[ClauseInput],
) -> Document:
    """Return a document whose text is each clause's number, heading and text, with a mark for each clause."""
    parts: list[str] = []
    marks: list[ClauseMark] = []
    hidden: list[HiddenPassage] = []
    offset = 0
    for position, clause in enumerate(clauses):
        given = _lines(clause, f"document {id}, clause {clause.number or position + 1}")
        head, body = (read_seen(part) for part in given)
        hidden += [*_hidden(head, offset), *_hidden(body, offset + len(head.text))]
        marks.append(_mark(clause, offset, len(head.text), len(body.text)))
        parts += [head.text, body.text, _GAP]
        offset += len(head.text) + len(body.text) + len(_GAP)
    return Document(id, "".join(parts[:-1]), title, role, rank, language, tuple(marks), hidden=tuple(hidden))


def _hidden(seen: Seen, start: int) -> tuple[HiddenPassage, ...]:
    return tuple(HiddenPassage(unseen.kind, unseen.text, start + offset) for offset, unseen in seen.found)


def _lines(clause: ClauseInput, place: str) -> tuple[str, str]:
    number, heading = (" ".join(canonical_text(part, place).split()) for part in (clause.number, clause.heading))
    body = canonical_text(clause.text, place).strip("\n ")
    head = " ".join(part for part in (number, heading) if part)
    if not head or not body:
        return head, body
    return head + (_GAP if heading else " "), body


def _mark(clause: ClauseInput, start: int, head: int, body: int) -> ClauseMark:
    return ClauseMark(
        start=start,
        end=start + head + body,
        body=start + head,
        number=read_seen(" ".join(clause.number.split())).text,
        heading=read_seen(" ".join(clause.heading.split())).text,
        level=max(1, len(_STEP.findall(clause.number))),
        language=clause.language,
        page=clause.page,
    )
