"""A rule and a contract give a finding: text and record judged together, with evidence, reasons and remedy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from clause_auditor.domain.contract import Contract
from clause_auditor.domain.finding import Evidence, Finding, Reason, Severity, Status
from clause_auditor.domain.rule import Instrument, Rule, WordWeights
from clause_auditor.engine.conditions import Judge
from clause_auditor.engine.confidence import DOUBTED, NEEDS_REVIEW_BELOW, rate
from clause_auditor.engine.evidence import Passages
from clause_auditor.engine.exhibits import add, also_showing, choose, cut, taken_back
from clause_auditor.engine.fingerprints import fingerprint
from clause_auditor.engine.hedges import read_promise
from clause_auditor.engine.insertion import find_insertion
from clause_auditor.engine.lexicon import Lexicon
from clause_auditor.engine.outcomes import Outcome, judge_text, prevailing, worse
from clause_auditor.engine.reading import Reading
from clause_auditor.engine.records import Record
from clause_auditor.engine.second_reader import SecondReader
from clause_auditor.engine.wording import fill, text_of
from clause_auditor.errors import Cancelled, ClauseAuditorError
from clause_auditor.text.words import tokenize


@dataclass(frozen=True, slots=True)
class Case:
    """Everything about one contract that its rules are judged with."""

    contract: Contract
    reading: Reading
    lexicon: Lexicon
    record: Record
    passages: Passages
    instruments: Sequence[Instrument]
    as_of: str
    names: dict[str, str]
    ranks: Mapping[int, int]
    partial: bool
    """True if a part of the contract could not be judged, so that what is missing may stand there."""
    second_reader: SecondReader
    models: Mapping[str, WordWeights]
    """By rule id, for the second reader."""
    dedicated: bool
    """True if the contract is made for data protection (a DPA), not one with a clause about it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status, and what a person is shown for it."""

    status: Status
    evidence: tuple[Evidence, ...]
    reasons: tuple[Reason, ...]
    core: tuple[Evidence, ...] = ()
    """The fewest passages that show it: fingerprints rest on them."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding, and for the record's sake what text and record said each."""

    finding: Finding
    text: Outcome | None
    recorded: Status | None


_ASKED = (Status.MET, Status.MISSING)
"""Statuses of which the second reader's score tells how often they are right."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a contract stands to a rule, and what text and record said each."""

    status: Status
    judge: Judge
    text: Outcome | None
    recorded: Status | None
    decided: tuple[Reason, ...] = ()
    """Why the record decides so."""
    overruled: tuple[Reason, ...] = ()
    """Why one document prevails over another."""


def settle(rule: Rule, case: Case) -> Standing:
    """Return how a contract stands to a rule; what a person is shown for it is left out."""
    judge = Judge(case.reading, rule.facets, case.lexicon, case.instruments, case.as_of, promise=read_promise(rule))
    text, overruled = _judge_text(rule, judge, case)
    recorded, decided = _decide(rule, text, case) or (None, ())
    return Standing(_join(text, recorded, case), judge, text, recorded, decided, overruled)


def judge_rule(rule: Rule, pack: str, case: Case) -> Judged:
    """Return the finding of one rule; a rule that cannot be evaluated gives a finding `error`."""
    try:
        return _judge_rule(rule, pack, case)
    except Cancelled:
        raise
    except (ClauseAuditorError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as fault:
        return Judged(failed_finding(rule, pack, type(fault).__name__), None, None)


def _judge_rule(rule: Rule, pack: str, case: Case) -> Judged:
    standing = settle(rule, case)
    status, text, recorded = standing.status, standing.text, standing.recorded
    core, evidence, reasons = _show(rule, standing.judge, text, case)
    found = _look_again(rule, status, text, case)
    reasons = (*reasons, *standing.decided, *standing.overruled, *(found[1] if found else ()))
    finding = _finding(rule, pack, Verdict(status, evidence, reasons, core), case)
    sure = rate(status, text, recorded, case.dedicated, found[0] if found else None)
    doubtful = bool(standing.overruled) or (text is not None and recorded not in (None, text.status))
    review = sure < NEEDS_REVIEW_BELOW or doubtful
    return Judged(replace(finding, confidence=sure, needs_review=review), text, recorded)


def _look_again(rule: Rule, status: Status, text: Outcome | None, case: Case) -> tuple[int, tuple[Reason, ...]] | None:
    """What the second reader says: its score, and where the rules find nothing, the passage where it would look."""
    model = case.models.get(rule.id)
    asked = model is not None and text is not None and status in _ASKED
    best = case.second_reader.best(model) if model and asked else None
    if best is None:
        return None
    score, index = best
    doubted = status is Status.MISSING and score >= DOUBTED
    return score, (case.passages.point("second_reader", "may say it in other words", index),) if doubted else ()


def _judge_text(rule: Rule, judge: Judge, case: Case) -> tuple[Outcome | None, tuple[Reason, ...]]:
    if not case.contract.documents:
        return None, ()
    outcome = judge_text(rule, judge)
    better = prevailing(rule, judge, outcome, case.ranks)
    if better is None:
        return outcome, ()
    return better, (Reason("precedence", "a document of higher rank prevails over one that contradicts it", True),)


def _decide(rule: Rule, text: Outcome | None, case: Case) -> tuple[Status, tuple[Reason, ...]] | None:
    """What the record decides; None where the paper tells what a record of half the facts leaves open."""
    decided = case.record.decide(rule)
    if text is None or decided is None or decided[0] is text.status:
        return decided
    return None if case.record.allows(rule, text.status) else decided


def _join(text: Outcome | None, recorded: Status | None, case: Case) -> Status:
    if text is None:
        return recorded or Status.UNKNOWN
    absent = text.status is Status.MISSING or not any(text.supports.values())
    said = Status.UNKNOWN if absent and case.partial else text.status
    return worse(said, recorded) if recorded else said


def _show(
    rule: Rule, judge: Judge, text: Outcome | None, case: Case
) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...], tuple[Reason, ...]]:
    if text is None:
        return (), (), ()
    provisions = case.reading.provisions
    chosen = choose(rule, judge, text.supports, provisions)
    giving = taken_back(rule, judge, text, chosen, provisions)
    core = evidence = cut(case.passages, text.supports, giving, chosen)
    if text.status is not Status.CONTRARY:
        more = also_showing(rule, judge, text.supports, chosen, provisions)
        evidence = add(case.passages, text.supports, chosen, more)
    reasons = [
        reason
        for facet, found in text.supports.items()
        for index in sorted(set(chosen) & set(found))[:1]
        for reason in case.passages.explain(facet, index, found[index])
    ]
    lacking = [
        Reason(facet, "holds, and should not" if judge.facet(facet) else "not found", False) for facet in text.lacking
    ]
    reasons += [case.passages.mark("hedge", "leaves the promise open", mark) for mark in text.hedges]
    said = text_of(rule).facets
    return (
        core,
        evidence,
        tuple(replace(step, says=fill(said.get(step.facet, ""), case.names)) for step in (*reasons, *lacking)),
    )


def _finding(rule: Rule, pack: str, verdict: Verdict, case: Case) -> Finding:
    status, evidence = verdict.status, verdict.evidence
    text = text_of(rule)
    words = [w for e in verdict.core for w, _, _ in tokenize(e.quote, 0, len(e.quote))]
    violates = status.violates
    return Finding(
        rule_id=rule.id,
        pack=pack,
        title=rule.title,
        family=str(rule.family),
        basis=rule.basis,
        status=status,
        severity=rule.severity.for_status(status),
        message=fill(text.message.get(status, _PLAIN[status]), case.names),
        evidence=evidence,
        reasons=verdict.reasons,
        citations=rule.citations,
        remedy=fill(text.remedy, case.names) if violates else "",
        fingerprint=fingerprint(rule.id, rule.digest, words, case.contract.contract_key),
        insert_after=find_insertion(rule, case.reading, case.contract) if status is Status.MISSING else None,
        why=fill(text.why, case.names),
        ours=(*(t.ours for t in rule.thresholds if t.ours), *rule.ours),
    )


_PLAIN = {
    Status.MET: "The contract meets this obligation.",
    Status.WEAK: "The contract speaks of this obligation, but falls short of it.",
    Status.MISSING: "The contract does not speak of this obligation.",
    Status.CONTRARY: "The contract contradicts this obligation.",
    Status.NOT_APPLICABLE: "This obligation does not arise in this contract.",
    Status.UNKNOWN: "The input does not tell whether the contract meets this obligation.",
    Status.ERROR: "This rule could not be evaluated; its obligation is not judged.",
}


def failed_finding(rule: Rule, pack: str, kind: str) -> Finding:
    """Return the finding of a rule that could not be evaluated; `kind` is the kind of fault, never its text."""
    return Finding(
        rule_id=rule.id,
        pack=pack,
        title=rule.title,
        family=str(rule.family),
        basis=rule.basis,
        status=Status.ERROR,
        severity=Severity.NONE,
        message=_PLAIN[Status.ERROR],
        reasons=(Reason("rule", f"evaluation stopped with {kind}", False),),
        citations=rule.citations,
        needs_review=True,
        fingerprint=fingerprint(rule.id, rule.digest, (), "error"),
        why=text_of(rule).why,
    )
