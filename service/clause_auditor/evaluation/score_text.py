"""A run as a text: tables of figures, then each disagreement with what the label and the finding quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from clause_auditor.domain.finding import Status
from clause_auditor.evaluation.gates import Gate
from clause_auditor.evaluation.run import Run
from clause_auditor.evaluation.score import Comparison
from clause_auditor.evaluation.score_tables import calibration_lines, figure_lines
from clause_auditor.evaluation.sheet import JOINT
from clause_auditor.reports.paper import Paper
from clause_auditor.reports.quoting import clean_quote, harmless

_WIDTH = 100
_LONGEST = 240
_MOST_QUOTES = 4


class Listing(StrEnum):
    """Which disagreements a text lists."""

    NONE = "none"
    LIST = "list"
    """Those of status."""
    ALL = "all"
    """Those of status, and those where the status agrees and the passage is another one."""


def render_run(run: Run, listing: Listing) -> str:
    """Return a run as a text with a line end at its end, harmless on a terminal whatever the contracts hold."""
    score = run.score
    paper = Paper(_WIDTH)
    _write_head(paper, run)
    tables = [line for block in _tables(run) for line in ("", *block)]
    listed = Paper(_WIDTH)
    if listing is not Listing.NONE:
        _write_list(listed, "DISAGREEMENTS", score.disagreements)
    if listing is Listing.ALL:
        _write_list(listed, "RIGHT STATUS, ANOTHER PASSAGE", score.astray)
    _write_faults(listed, run)
    for gate in run.gates:
        listed.write(_gate(gate))
    return paper.text() + harmless("\n".join(tables)) + "\n" + (f"\n{listed.text()}" if listed.lines else "")


def _write_head(paper: Paper, run: Run) -> None:
    score = run.score
    counts = (score.documents, "document"), (score.sheets, "sheet"), (score.total.labels, "label")
    paper.write(", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in counts))
    paper.write(f"Packs: {', '.join(f'{pack.name} {pack.version}' for pack in run.packs)}")
    if run.overlays:
        paper.write(f"Overlays: {', '.join(f'{use.name} {use.version}' for use in run.overlays)}")
    if run.rules:
        paper.write(f"Rules: {', '.join(run.rules)}")
    paper.write(f"Law as of {run.as_of}; engine {run.engine_version}")
    if score.unlabelled:
        paper.write(f"Findings without a label, counted nowhere: {score.unlabelled}")
    paper.write("Figures in per cent, each with its 95 % Wilson interval.")


def _tables(run: Run) -> Iterator[list[str]]:
    score = run.score
    yield figure_lines("BY PACK", [*score.by_pack.items(), ("all", score.total)])
    yield figure_lines("BY KIND OF CONTRACT", score.by_kind.items())
    yield figure_lines("BY FAMILY", score.by_family.items())
    worst_first = sorted(score.by_rule.items(), key=lambda item: (item[1].status.value or 0.0, item[0]))
    yield figure_lines("BY RULE, WORST STATUS FIRST", worst_first)
    yield calibration_lines(score.calibration)


def _write_list(paper: Paper, title: str, listed: Iterable[Comparison]) -> None:
    compared = list(listed)
    paper.gap()
    paper.write(f"{title}: {len(compared) or 'none'}")
    for each in compared:
        _write_comparison(paper, each)
    paper.gap()


def _write_comparison(paper: Paper, each: Comparison) -> None:
    sure = f" ({each.finding.confidence} % sure)" if each.finding else ""
    labelled = each.label.status.value.replace("_", " ")
    head = f"{each.contract} · {each.label.rule_id}: labelled {labelled}, found {_said(each.found)}{sure}"
    paper.write(head, 2)
    if each.label.parts:
        parts = f" {JOINT} ".join(clean_quote(part, _LONGEST) for part in each.label.parts)
        paper.write(f"“{parts}”", 4, lead="label: ")
    for quote in each.finding.quotes[:_MOST_QUOTES] if each.finding else ():
        paper.write(f"“{clean_quote(quote, _LONGEST)}”", 4, lead="found: ")
    if each.label.note:
        paper.write(each.label.note, 4, lead="note: ")


def _said(status: Status | None) -> str:
    return status.value.replace("_", " ") if status else "nothing"


def _write_faults(paper: Paper, run: Run) -> None:
    for title, faults in (("WARNINGS", run.score.warnings), ("FAILURES", run.score.failures)):
        if faults:
            paper.gap()
            paper.write(f"{title}: {len(faults)}")
            for fault in faults:
                paper.write(str(fault), 2)
    paper.gap()


def _gate(gate: Gate) -> str:
    if gate.value is None:
        return f"Gate not passed: {gate.name} cannot be measured here, {gate.least:.3f} is asked for"
    sign = "at least" if gate.passed else "below"
    return f"Gate {'passed' if gate.passed else 'not passed'}: {gate.name} {gate.value:.4f} is {sign} {gate.least:.3f}"
