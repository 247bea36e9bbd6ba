"""A remedy as it was judged: what is taken out and what is put in, with the words around it."""

from __future__ import annotations

from typing import Final

from clause_auditor.domain.contract import Contract
from clause_auditor.domain.remedy import Edit, Remedy
from clause_auditor.reports.html.markup import Content, Markup, element
from clause_auditor.reports.quoting import clean_quote

_AROUND: Final = 90
_LONGEST: Final = 4_000


def write_remedy(remedy: Remedy, contract: Contract) -> Markup:
    """Return all edits, each a paragraph of its own."""
    texts = {document.id: document.text for document in contract.documents}
    edits = [_edit(edit, texts.get(edit.document_id, "")) for edit in remedy.edits]
    note = f"A checked {remedy.kind.value}: with it in the contract, this obligation is met."
    return element("div", element("p", note, class_="note"), edits, class_="remedy")


def _edit(edit: Edit, text: str) -> Markup:
    taken = element("del", clean_quote(text[edit.start : edit.end], _LONGEST)) if edit.end > edit.start else None
    put = element("ins", edit.text.strip("\n")) if edit.text else None
    alone = taken is None and edit.text.startswith("\n")
    around = ("", "") if alone else (_before(text, edit.start), _after(text, edit.end))
    return element("p", around[0], _row(taken, put), around[1], class_="edit", dir="auto")


def _row(taken: Markup | None, put: Markup | None) -> Content:
    return [taken, " " if taken and put else None, put]


def _before(text: str, end: int) -> str:
    words = text[max(0, end - _AROUND) : end].rsplit("\n", 1)[-1]
    return _spaced(words if len(words) < _AROUND else f"… {words.split(' ', 1)[-1]}")


def _after(text: str, start: int) -> str:
    words = text[start : start + _AROUND].split("\n", 1)[0]
    return _spaced(words if len(words) < _AROUND else f"{words.rsplit(' ', 1)[0]} …")


def _spaced(words: str) -> str:
    """Return words without marks, and with the space that they have at their ends."""
    clean = clean_quote(words)
    return f"{' ' if words[:1] == ' ' else ''}{clean}{' ' if words[-1:] == ' ' else ''}" if clean else ""
