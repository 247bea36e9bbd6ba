"""What the examples of a pack show: citation by rule by status, as rows and as a Markdown table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clause_auditor.domain.finding import Status
from clause_auditor.domain.rule import Pack

SHOWN = (Status.MET, Status.WEAK, Status.MISSING, Status.CONTRARY, Status.NOT_APPLICABLE, Status.UNKNOWN)


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One citation of one rule, and how many examples of the rule come out with each status."""

    citation: str
    rule_id: str
    examples: Mapping[Status, int]

    @property
    def total(self) -> int:
        """The number of all examples of the rule."""
        return sum(self.examples.values())


def coverage_rows(pack: Pack) -> list[CoverageRow]:
    """Return a row for each citation of each rule, in the order of the citations."""
    rows = [
        CoverageRow(citation.text, rule.id, Counter(example.status for example in rule.examples))
        for rule in pack.rules
        for citation in rule.citations
    ]
    return sorted(rows, key=lambda row: (row.citation, row.rule_id))


def coverage_table(pack: Pack) -> Iterator[str]:
    """Yield the lines of the table; a dash stands for no example of that status."""
    yield f"| citation | rule | {' | '.join(status.value.replace('_', ' ') for status in SHOWN)} | examples |"
    yield "| --- | --- |" + " ---: |" * (len(SHOWN) + 1)
    for row in coverage_rows(pack):
        counts = " | ".join(str(row.examples.get(status) or "–") for status in SHOWN)
        yield f"| {row.citation} | `{row.rule_id}` | {counts} | {row.total} |"
    rules = sum(1 for rule in pack.rules if rule.examples)
    places = len({row.citation for row in coverage_rows(pack)})
    examples = sum(len(rule.examples) for rule in pack.rules)
    yield ""
    yield f"{places} places of the law, {len(pack.rules)} rules, {rules} of them with examples, {examples} examples."
