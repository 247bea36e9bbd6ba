"""Where the record says one thing and the paper another: a finding of its own for each fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clause_auditor.domain.duration import Duration, Unit
from clause_auditor.domain.finding import Basis, Evidence, Finding, Reason, Severity, Status
from clause_auditor.domain.rule import Rule
from clause_auditor.engine.fingerprints import fingerprint
from clause_auditor.engine.judgement import Case, Judged
from clause_auditor.engine.records import show_value

_BUSINESS = frozenset({Unit.BUSINESS_DAYS, Unit.BUSINESS_HOURS})
_WHY = "A record that differs from the signed paper misleads everyone who relies on it."


def find_mismatches(judged: Iterable[tuple[Rule, Judged]], case: Case) -> tuple[Finding, ...]:
    """Return one finding `record.mismatch.<fact>` for every fact that the paper does not bear out."""
    found: dict[str, Finding] = {}
    for rule, result in judged:
        for fact, said in _disagreements(rule, result, case):
            if fact not in found:
                found[fact] = _finding(fact, said, rule, result.finding.evidence, case)
    return tuple(found[fact] for fact in sorted(found))


def _disagreements(rule: Rule, result: Judged, case: Case) -> Iterator[tuple[str, str]]:
    if result.text is None or result.recorded is None:
        return
    facts = case.record.blame(rule, result.text.status)
    if result.recorded is not result.text.status:
        yield from ((fact, f"the paper is judged {result.text.status}") for fact in facts)
        return
    for fact in facts:
        value, stated = case.record.value(fact), _durations(result, case)
        if isinstance(value, Duration) and stated and _span(value) not in map(_span, stated):
            yield fact, f"the paper says {' and '.join(sorted(map(str, stated)))}"


def _span(duration: Duration) -> tuple[int, bool]:
    """What makes two figures the same: 72 hours are 3 calendar days, and no business day."""
    return duration.longest_hours, duration.unit in _BUSINESS


def _durations(result: Judged, case: Case) -> set[Duration]:
    """Return the time limits in the provisions that support the status, notice periods before an event left out."""
    if result.text is None:
        return set()
    indexes = {i for found in result.text.supports.values() for i in found}
    limits = (d for i in indexes for d in case.reading.provisions[i].deadlines if not d.prior)
    return {d.duration for d in limits if d.duration is not None}


def _finding(fact: str, said: str, rule: Rule, evidence: tuple[Evidence, ...], case: Case) -> Finding:
    value = case.record.value(fact)
    shown = show_value(value) if value is not None else ""
    rule_id = f"record.mismatch.{fact}"
    return Finding(
        rule_id=rule_id,
        pack="record",
        title=f"The record and the paper disagree on {fact.replace('_', ' ')}",
        family="record",
        basis=Basis.GOOD_PRACTICE,
        status=Status.CONTRARY,
        severity=Severity.MEDIUM,
        message=f"The record says {fact.replace('_', ' ')}: {shown}; {said} ({rule.title}).",
        evidence=evidence,
        reasons=(Reason("record", "differs from the paper", True, (f"{fact} = {shown}",)),),
        citations=rule.citations,
        remedy=f"Correct `{fact}` in the record, or amend the contract so that it says what was agreed.",
        confidence=85,
        needs_review=True,
        fingerprint=fingerprint(rule_id, rule.digest, (shown,), case.contract.contract_key),
        why=_WHY,
    )
