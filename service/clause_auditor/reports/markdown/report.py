"""The report: all contracts in a table, then each with what is wrong, what a person decides, what is met."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Final

from clause_auditor.reports.interface import Outcome, ReportStyle
from clause_auditor.reports.markdown.contract import write_contract
from clause_auditor.reports.markdown.escaping import literal
from clause_auditor.reports.portfolio import COUNTED, NOT_AUDITED, count_findings, say_decisions

_MARKS: Final = {"fail": "✗ fail", "review": "? review", "pass": "✓ pass", NOT_AUDITED: f"! {NOT_AUDITED}"}


def write_markdown(outcomes: Sequence[Outcome], style: ReportStyle) -> bytes:
    """Return the report; `style.explain` adds how each finding came about."""
    blocks = ["# Audit of contracts", say_decisions(outcomes)]
    if outcomes:
        blocks.append(_table(outcomes))
    for number, outcome in enumerate(outcomes, start=1):
        blocks += write_contract(outcome, number, explain=style.explain)
    notices = dict.fromkeys(outcome.audit.scope.notice for outcome in outcomes if outcome.audit)
    blocks += [f"---\n\n*{literal(notice)}*" for notice in notices]
    return ("\n\n".join(blocks) + "\n").encode()


def _table(outcomes: Sequence[Outcome]) -> str:
    heads = ("Contract", "Decision", *COUNTED.values())
    rows = [heads, ("---", "---", *["--:"] * len(COUNTED)), *map(_cells, outcomes, count(1))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _cells(outcome: Outcome, number: int) -> tuple[str, ...]:
    name = f"[{literal(outcome.name)}](#contract-{number})"
    if outcome.audit is None:
        return name, _MARKS[NOT_AUDITED], *["–"] * len(COUNTED)
    counts = count_findings(outcome.audit)
    return name, _MARKS[outcome.audit.decision], *(str(counts[word]) for word in COUNTED)
