"""Why an example did not come out as its author says, step by step, for the author to read."""

from __future__ import annotations

from collections.abc import Iterator

from clause_auditor.domain.finding import Finding, Reason
from clause_auditor.packs.trials import ExampleResult

_MOST_STEPS = 12


def describe_difference(result: ExampleResult) -> list[str]:
    """Return lines that set what was expected against what came out; none for an example that passes."""
    if result.passed:
        return []
    marked = f', on the words "{result.marked}"' if result.marked else ""
    actual = result.actual.value if result.actual else "nothing"
    lines = [f"expected:  {result.expected.value}{marked}", f"came out:  {actual}"]
    return [*lines, *(_of_finding(result.finding) if result.finding else ())]


def _of_finding(finding: Finding) -> Iterator[str]:
    quotes = [evidence.quote for evidence in finding.evidence]
    for number, quote in enumerate(quotes):
        yield f"{'evidence:' if number == 0 else '':9}  “{' '.join(quote.split())}”"
    for reason in finding.reasons[:_MOST_STEPS]:
        yield f"{'+ holds' if reason.holds else '- fails':9}  {_step(reason)}"
    left = len(finding.reasons) - _MOST_STEPS
    if left > 0:
        yield f"           and {left} more steps"


def _step(reason: Reason) -> str:
    words = "; ".join(" ".join(word.split()) for word in reason.words)
    return f"{reason.facet} ({reason.operator})" + (f": {words}" if words else "")
