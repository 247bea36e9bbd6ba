"""A finding's remedy as a request: which words to change, strike out or add, and how the passage then reads."""

from __future__ import annotations

from clause_auditor.domain.finding import Finding
from clause_auditor.domain.remedy import Edit, Remedy, RemedyKind
from clause_auditor.reports.letter.draft import Draft
from clause_auditor.reports.letter.letter import Wording
from clause_auditor.reports.letter.voices import Voice
from clause_auditor.reports.quoting import clean_quote
from clause_auditor.reports.wording import place_of

_LONGEST = 20_000
"""Wording to paste is told in full: a bound for hostile input only."""
_BEFORE = 160
_WORDS = 8


def offer(finding: Finding, remedy: Remedy, draft: Draft, voice: Voice) -> Wording:
    """Return what to ask for by a remedy that was judged to hold: what to do with the draft, and the words to paste."""
    change = remedy.kind is RemedyKind.CHANGE
    parts = [_change(edit, draft) if change else _put(edit, finding, draft) for edit in remedy.edits]
    where = _place(remedy.edits[0], finding, draft) if change else ""
    ask = f"{voice.do} {_list(parts)}" + (f" in {where}" if where else "")
    if not any(edit.text.strip() for edit in remedy.edits):
        return Wording(f"{ask}.")  # what is only struck out leaves no words to paste
    paragraphs = tuple(filter(None, (clean_quote(line, _LONGEST) for line in remedy.wording.splitlines())))
    return Wording(ask + (". The passage then reads:" if change else ":"), paragraphs)


def _change(edit: Edit, draft: Draft) -> str:
    old, new = draft.replaced(edit), clean_quote(edit.text)
    if not old:
        return f"insert “{new}” after “{_before(edit, draft)}”"
    return f"change “{old}” to “{new}”" if new else f"strike out “{old}”"


def _put(edit: Edit, finding: Finding, draft: Draft) -> str:
    """Say where the wording goes that follows in full."""
    if edit.start == edit.end:
        return f"add {_after(edit, finding, draft)} the wording below"
    place = _place(edit, finding, draft)
    passage = f"“{_begin(draft.replaced(edit))}”" + (f" ({place})" if place else "")
    return f"replace {passage} with the wording below" if edit.text.strip() else f"strike out {passage}"


def _after(edit: Edit, finding: Finding, draft: Draft) -> str:
    point, title = finding.insert_after, draft.titles.get(edit.document_id)
    paper = f" in {title}" if title else ""
    if point and point.clause and (point.document_id, point.offset) == (edit.document_id, edit.start):
        return f"after clause {clean_quote(point.clause, 80)}{paper}"
    before = _before(edit, draft)
    return (f"after “{before}”" if before else "at the beginning") + paper


def _place(edit: Edit, finding: Finding, draft: Draft) -> str:
    for passage in finding.evidence:
        if passage.document_id == edit.document_id and passage.start <= edit.start <= passage.end:
            place = place_of(passage, draft.titles)
            return "" if place == "Text" else place.replace("Clause ", "clause ", 1)
    return ""


def _begin(passage: str) -> str:
    """Return the first words of a passage: enough to know it from the others that are quoted."""
    words = passage.split(" ")
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")


def _before(edit: Edit, draft: Draft) -> str:
    """Return the last words before an edit: who looks for the place finds it by them."""
    text = draft.text(edit.document_id)[max(0, edit.start - _BEFORE) : edit.start].rstrip()
    words = clean_quote(text[text.rfind("\n") + 1 :]).split(" ")
    return ("… " if len(words) > _WORDS else "") + " ".join(words[-_WORDS:])


def _list(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
