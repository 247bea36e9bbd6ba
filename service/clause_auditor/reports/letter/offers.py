"""A finding's remedy as a request: which words to change, strike out or add, and how the passage then reads."""

from __future__ import annotations

from clause_auditor.domain.contract import Contract
from clause_auditor.domain.finding import Finding
from clause_auditor.domain.remedy import Edit, Remedy, RemedyKind
from clause_auditor.reports.finding_lines import place_of
from clause_auditor.reports.letter.letter import Wording
from clause_auditor.reports.letter.voices import Voice
from clause_auditor.reports.quoting import clean_quote

_LONGEST = 20_000
"""Wording to paste is told in full: a bound for hostile input only."""
_BEFORE = 160
_WORDS = 8


def offer(finding: Finding, remedy: Remedy, contract: Contract, voice: Voice) -> Wording:
    """Return what to ask for by a remedy that was judged to hold: what to do with the draft, and the words to paste."""
    change = remedy.kind is RemedyKind.CHANGE
    parts = [_change(edit, contract) if change else _put(edit, finding, contract) for edit in remedy.edits]
    where = _place(remedy.edits[0], finding) if change else ""
    ask = f"{voice.do} {_list(parts)}" + (f" in {where}" if where else "")
    paragraphs = tuple(filter(None, (clean_quote(line, _LONGEST) for line in remedy.wording.splitlines())))
    return Wording(ask + (". The passage then reads:" if change else ":"), paragraphs)


def _change(edit: Edit, contract: Contract) -> str:
    old, new = _old(edit, contract), clean_quote(edit.text)
    if not old:
        return f"insert “{new}” after “{_before(edit, contract)}”"
    return f"change “{old}” to “{new}”" if new else f"strike out “{old}”"


def _put(edit: Edit, finding: Finding, contract: Contract) -> str:
    """Say where the wording goes that follows in full."""
    if edit.start == edit.end:
        return f"add {_after(edit, finding, contract)} the wording below"
    place = _place(edit, finding)
    passage = f"“{_begin(_old(edit, contract))}”" + (f" ({place})" if place else "")
    return f"replace {passage} with the wording below" if edit.text.strip() else f"strike out {passage}"


def _after(edit: Edit, finding: Finding, contract: Contract) -> str:
    point = finding.insert_after
    if point and point.clause and (point.document_id, point.offset) == (edit.document_id, edit.start):
        return f"after clause {clean_quote(point.clause, 80)}"
    before = _before(edit, contract)
    return f"after “{before}”" if before else "at the beginning"


def _place(edit: Edit, finding: Finding) -> str:
    for passage in finding.evidence:
        if passage.document_id == edit.document_id and passage.start <= edit.start <= passage.end:
            place = place_of(passage, {})
            return "" if place == "Text" else place.replace("Clause ", "clause ", 1)
    return ""


def _old(edit: Edit, contract: Contract) -> str:
    return clean_quote(contract.document(edit.document_id).text[edit.start : edit.end])


def _begin(passage: str) -> str:
    """Return the first words of a passage: enough to know it from the others that are quoted."""
    words = passage.split(" ")
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")


def _before(edit: Edit, contract: Contract) -> str:
    """Return the last words before an edit: who looks for the place finds it by them."""
    text = contract.document(edit.document_id).text[max(0, edit.start - _BEFORE) : edit.start].rstrip()
    words = clean_quote(text[text.rfind("\n") + 1 :]).split(" ")
    return ("… " if len(words) > _WORDS else "") + " ".join(words[-_WORDS:])


def _list(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
