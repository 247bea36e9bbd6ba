"""From compared findings to a decision: does the new draft lose anything?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from clause_auditor.domain.audit import AuditOptions, Decision
from clause_auditor.domain.comparison import Change, ComparedFinding, TimeLimits
from clause_auditor.domain.finding import Basis, Finding, Status
from clause_auditor.engine.decisions import fails

_UNTOLD: Final = (Status.UNKNOWN, Status.ERROR)
_NO_LAW: Final = "No rule of the law was judged: name the packs to judge by (--pack)."


def decide_comparison(findings: Sequence[ComparedFinding], options: AuditOptions) -> tuple[Decision, tuple[str, ...]]:
    """Return `fail` if the new draft has worse that the line counts, `review` if a person should look, else `pass`.

    Worse are obligations lost, and violations that only the new draft is judged on. Accepted violations do not count.
    """
    worse = [found for found in findings if _is_worse(found)]
    failing = [found for found in worse if found.new and fails(found.new, options)]
    if failing:
        return Decision.FAIL, (_failing(len(failing), options),)
    reasons = (*_reviewing(findings, worse), *(() if _judges_law(findings, options) else (_NO_LAW,)))
    return (Decision.REVIEW, reasons) if reasons else (Decision.PASS, ("The new draft loses nothing.",))


def _is_worse(found: ComparedFinding) -> bool:
    if found.new is None or found.new.waiver:
        return False
    return found.change is Change.LOST or (found.change is Change.NEW_ONLY and found.new.status.violates)


def _failing(count: int, options: AuditOptions) -> str:
    basis = "" if options.strict else " of the law"
    noun, verb = ("obligation", "stands") if count == 1 else ("obligations", "stand")
    return f"{count} {noun}{basis} at severity {options.fail_on} or above {verb} worse in the new draft."


def _reviewing(findings: Sequence[ComparedFinding], worse: Sequence[ComparedFinding]) -> tuple[str, ...]:
    rows = [
        (len(worse), "obligation that stands worse, below the line, of good practice alone, or not to be told"),
        (sum(f.change is Change.OLD_ONLY for f in findings), "rule that only the old draft was judged by"),
        (
            sum(_is_untold(f.new) and f not in worse for f in findings),
            "rule that cannot be told of the new draft",
        ),
        (len(_moved_limits(findings)), "time limit that is another one, under the same status"),
    ]
    return tuple(f"{count} × {what}." for count, what in rows if count)


def _moved_limits(findings: Sequence[ComparedFinding]) -> set[TimeLimits]:
    """Return the time limits that moved, save those that a loss or a gain tells of already."""
    settled = {f.time_limits for f in findings if f.change is not Change.CHANGED}
    return {f.time_limits for f in findings if f.time_limits is not None} - settled


def _is_untold(new: Finding | None) -> bool:
    return new is not None and new.status in _UNTOLD


def _judges_law(findings: Sequence[ComparedFinding], options: AuditOptions) -> bool:
    return options.strict or any(found.finding.basis is Basis.LAW for found in findings)
