"""Two audits to a comparison: what is lost, gained, changed or left, with both passages, and a decision.

Standing, worst first: contrary, missing, weak, not told (unknown, error), met (or does not arise). So to become unknown
loses what was met; a violation that becomes unknown is neither lost nor gained; and what was unknown and now is a
violation is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from clause_auditor.domain.audit import Audit, AuditOptions
from clause_auditor.domain.comparison import Change, ComparedFinding, ComparedPassage, Comparison, TimeLimits
from clause_auditor.domain.contract import Contract
from clause_auditor.domain.finding import Basis, Finding, Status
from clause_auditor.engine.pairing import pair_passages
from clause_auditor.engine.regression import decide_comparison
from clause_auditor.engine.rewording import DraftText
from clause_auditor.errors import InputError
from clause_auditor.text.durations import find_deadlines
from clause_auditor.text.words import fold_words


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft and its audit."""

    contract: Contract
    audit: Audit


class Standing(IntEnum):
    """How well an obligation stands: the greater, the better."""

    CONTRARY = 0
    MISSING = 1
    WEAK = 2
    UNTOLD = 3
    SETTLED = 4


_STANDINGS: Final = {
    Status.CONTRARY: Standing.CONTRARY,
    Status.MISSING: Standing.MISSING,
    Status.WEAK: Standing.WEAK,
    Status.UNKNOWN: Standing.UNTOLD,
    Status.ERROR: Standing.UNTOLD,
    Status.MET: Standing.SETTLED,
    Status.NOT_APPLICABLE: Standing.SETTLED,
}
_ORDER: Final = (
    Change.LOST,
    Change.NEW_ONLY,
    Change.OLD_ONLY,
    Change.UNCLEAR,
    Change.CHANGED,
    Change.GAINED,
    Change.MOVED,
    Change.UNCHANGED,
)


def compare_drafts(old: Draft, new: Draft, remarks: Iterable[str] = ()) -> Comparison:
    """Return the comparison of two audited drafts.

    `remarks` are sentences on how they were judged alike. Raises InputError unless both were audited by the same
    packs and overlays, as of one day and with the same line.
    """
    _require_alike(old.audit, new.audit)
    texts = DraftText(old.contract), DraftText(new.contract)
    before, after = _by_rule(old.audit), _by_rule(new.audit)
    found = [_compare(before.get(rule), after.get(rule), *texts) for rule in dict.fromkeys((*after, *before))]
    findings = tuple(sorted(found, key=_urgency))
    line = AuditOptions(fail_on=new.audit.fail_on, strict=new.audit.strict)
    return Comparison(*decide_comparison(findings, line), findings, tuple(remarks), old.audit, new.audit)


def standing(finding: Finding) -> Standing:
    """Return how well an obligation stands by its finding."""
    return _STANDINGS[finding.status]


def _require_alike(old: Audit, new: Audit) -> None:
    sides = [
        ([(use.name, use.digest) for use in audit.packs], audit.overlays, audit.as_of, audit.fail_on, audit.strict)
        for audit in (old, new)
    ]
    if sides[0] != sides[1]:
        problem = "the audits were made by other packs, as of another day, or with another line"
        raise InputError.at("comparison", problem, "Audit both drafts with the same packs, overlays and options")


def _by_rule(audit: Audit) -> Mapping[str, Finding]:
    return {finding.rule_id: finding for finding in audit.findings}


def _compare(old: Finding | None, new: Finding | None, before: DraftText, after: DraftText) -> ComparedFinding:
    passages = pair_passages(old.evidence if old else (), new.evidence if new else (), before, after)
    if old is None or new is None:
        change = Change.NEW_ONLY if old is None else Change.OLD_ONLY
        return ComparedFinding((new or old).rule_id, change, old, new, passages)  # type: ignore[union-attr]
    limits = _time_limits(old, new, passages)
    return ComparedFinding(new.rule_id, _change(old, new, passages, limits), old, new, passages, limits)


def _change(old: Finding, new: Finding, passages: Iterable[ComparedPassage], limits: TimeLimits | None) -> Change:
    before, after = standing(old), standing(new)
    if after < before:
        return Change.LOST
    if after > before:
        return Change.UNCLEAR if after is Standing.UNTOLD else Change.GAINED
    if old.status is not new.status or old.severity is not new.severity or limits or _recorded(old) != _recorded(new):
        return Change.CHANGED
    if any(passage.deleted or passage.inserted for passage in passages):
        return Change.CHANGED
    return Change.MOVED if any(_moved(passage) for passage in passages) else Change.UNCHANGED


def _moved(passage: ComparedPassage) -> bool:
    """Tell whether a passage stands in another clause of the new draft. Papers are not compared: files are renamed."""
    return passage.old is not None and passage.new is not None and passage.old.clause != passage.new.clause


def _recorded(finding: Finding) -> frozenset[str]:
    """Return what the record says of the obligation: "fact = value"."""
    return frozenset(words for reason in finding.reasons if reason.facet == "record" for words in reason.words)


def _time_limits(old: Finding, new: Finding, passages: Iterable[ComparedPassage]) -> TimeLimits | None:
    """Return the time limits in the passages whose words differ, and in the record, where they are not the same."""
    differing = [passage for passage in passages if passage.deleted or passage.inserted]
    before = _limits(*(p.old.quote for p in differing if p.old), *sorted(_recorded(old)))
    after = _limits(*(p.new.quote for p in differing if p.new), *sorted(_recorded(new)))
    spoken = all(finding.evidence or _recorded(finding) for finding in (old, new))
    return TimeLimits(before, after) if spoken and set(before) != set(after) else None


def _limits(*texts: str) -> tuple[str, ...]:
    found = (deadline.duration for text in texts for deadline in find_deadlines(fold_words(text)))
    return tuple(dict.fromkeys(str(duration) for duration in found if duration is not None))


def _urgency(found: ComparedFinding) -> tuple[int, ...]:
    """What is lost first; of that the gravest first, law before good practice; else the order of the audit stands."""
    finding = found.finding
    depth = standing(finding) if found.new else Standing.SETTLED
    return _ORDER.index(found.change), finding.severity.rank, depth, finding.basis is not Basis.LAW
