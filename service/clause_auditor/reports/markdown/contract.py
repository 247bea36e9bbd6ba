"""One contract in Markdown: decision, findings in full where somebody has to act, one line each where not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.finding import Finding
from clause_auditor.reports.arrangement import Group, arrange
from clause_auditor.reports.interface import Outcome
from clause_auditor.reports.markdown.escaping import literal
from clause_auditor.reports.markdown.finding import write_finding
from clause_auditor.reports.rows import remedy_of
from clause_auditor.reports.standing import failure
from clause_auditor.reports.wording import View, place_of, view_of


def write_contract(outcome: Outcome, number: int, *, explain: bool) -> Iterator[str]:
    """Yield the blocks of a contract, the first of which carries the anchor `contract-<number>`."""
    yield f'<a id="contract-{number}"></a>\n\n## {literal(outcome.name)}'
    audit = outcome.audit
    if audit is None:
        yield f"**Not audited:** {literal(failure(outcome.error))}"
        return
    yield f"**Decision: {audit.decision.value.upper()}.** {literal(' '.join(audit.decision_reasons))}".rstrip()
    yield _basis(audit)
    view = view_of(audit, explain=explain)
    for group in arrange(audit):
        if not group.full:
            yield _folded(group, view)
            continue
        yield f"### {group.title} ({len(group.findings)})"
        for finding in group.findings:
            yield from write_finding(finding, remedy_of(outcome, finding), view)
    if audit.scope.not_judged:
        yield "### Not judged"
        yield _list(audit.scope.not_judged)


def _basis(audit: Audit) -> str:
    packs = ", ".join(f"{pack.name} {pack.version}" for pack in audit.packs if pack.applied) or "none"
    overlays = "".join(f"; overlay {use.name} {use.version} on {use.extends}" for use in audit.overlays)
    day = audit.scope.law_as_of or audit.as_of
    return literal(f"Packs applied: {packs}{overlays}; law as of {day}; engine {audit.engine_version}.")


def _folded(group: Group, view: View) -> str:
    lines = _list(_line(finding, view) for finding in group.findings)
    return f"<details>\n<summary>{group.title} ({len(group.findings)})</summary>\n\n{lines}\n\n</details>"


def _line(finding: Finding, view: View) -> str:
    places = "; ".join(dict.fromkeys(place_of(passage, view.titles) for passage in finding.evidence))
    return f"{finding.title} ({places})" if places else finding.title


def _list(sentences: Iterable[str]) -> str:
    return "\n".join(f"- {literal(sentence)}" for sentence in sentences)
