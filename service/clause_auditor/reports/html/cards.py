"""Findings on the page: a card for what is wrong or open, a line for what is well."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from clause_auditor.domain.finding import Evidence, Finding
from clause_auditor.reports.explaining import explain
from clause_auditor.reports.html.badges import status_badge, tone_of
from clause_auditor.reports.html.case import Case, Numbered
from clause_auditor.reports.html.changes import write_remedy
from clause_auditor.reports.html.contract_text import Anchors
from clause_auditor.reports.html.markup import Content, Markup, element, join, link
from clause_auditor.reports.quoting import clean_quote
from clause_auditor.reports.standing import acceptance
from clause_auditor.reports.wording import ADVICE, facts_of, place_after, place_of, spaced, unseen_of

_MOST_UNSEEN: Final = 20


def write_findings(case: Case, anchors: Anchors) -> list[Markup]:
    """Return all groups of findings; of many contracts only what is wrong or open."""
    shown = [(group, row) for group, row in case.groups if group.full or case.whole]
    return [_group(case, anchors, f"{group.title} ({len(row)})", row, full=group.full) for group, row in shown]


def _group(case: Case, anchors: Anchors, title: str, row: Iterable[Numbered], *, full: bool) -> Markup:
    heading = element("h4", title)
    if full:
        return element("section", heading, (_card(case, anchors, each) for each in row), class_="group")
    lines = element("ul", (_line(case, anchors, each) for each in row), class_="lines")
    return element("section", heading, lines, class_="group")


def _card(case: Case, anchors: Anchors, each: Numbered) -> Markup:
    finding = each.finding
    title = element("h5", _number(each), finding.title, " ", status_badge(finding))
    severity = [finding.severity.value] if finding.status.violates else []
    facts = element("p", " · ".join([*severity, *facts_of(finding)]), class_="facts")
    body: list[Content] = [
        element("p", finding.message, dir="auto"),
        [_quote(case, anchors, passage) for passage in finding.evidence],
        _unseen(finding),
        _entries([_belongs(case, anchors, each), *_advice(case, finding)]),
        _reasons(case, finding),
    ]
    return element("article", title, facts, body, id=case.finding_id(each.number), class_=f"card {tone_of(finding)}")


def _line(case: Case, anchors: Anchors, each: Numbered) -> Markup:
    finding = each.finding
    places = [join(" ", _place(case, anchors, passage)) for passage in finding.evidence]
    head = join(_number(each), finding.title, " ", status_badge(finding), places)
    return element("li", head, _reasons(case, finding), id=case.finding_id(each.number))


def _number(each: Numbered) -> Markup:
    return element("span", str(each.number), class_="number")


def _place(case: Case, anchors: Anchors, passage: Evidence) -> Markup:
    name = place_of(passage, case.view.titles)
    anchor = anchors.of_passage(passage)
    return element("a", name, href=f"#{anchor}", class_="place") if anchor else element("span", name, class_="place")


def _quote(case: Case, anchors: Anchors, passage: Evidence) -> Markup:
    quote = element("q", clean_quote(passage.quote), dir="auto")
    return element("blockquote", _place(case, anchors, passage), " ", quote)


def _unseen(finding: Finding) -> list[Markup]:
    unseen = unseen_of(finding)
    rows = [[f"“{clean_quote(words)}”", f" (near {place})" if place else None] for words, place in unseen]
    if len(rows) > _MOST_UNSEEN:
        rows = [*rows[:_MOST_UNSEEN], [f"and {len(rows) - _MOST_UNSEEN} more"]]
    return [element("p", element("strong", "Not seen: "), row, dir="auto") for row in rows]


def _belongs(case: Case, anchors: Anchors, each: Numbered) -> Content:
    point = each.finding.insert_after
    if point is None:
        return None
    anchor = anchors.gaps.get(each.number)
    name = place_after(point, case.view.titles)
    return _entry("Where it belongs", element("a", name, href=f"#{anchor}") if anchor else name)


def _advice(case: Case, finding: Finding) -> Iterable[Content]:
    laws = [element("li", link(law.url, law.text)) for law in finding.citations]
    yield _entry("Law", element("ul", laws, class_="laws")) if laws else None
    if case.whole:
        yield _entry("Why it matters", finding.why) if finding.why and finding.status.violates else None
        yield _remedy(case, finding)
        yield [_entry("Our line", note) for note in finding.ours]
    yield _entry("Accepted", acceptance(finding.waiver)) if finding.waiver else None


def _remedy(case: Case, finding: Finding) -> Content:
    name = ADVICE[case.view.perspective]
    remedy = case.outcome.remedies.get(finding.rule_id)
    if remedy:
        return _entry(name, write_remedy(remedy, case.contract))
    return _entry(name, element("p", finding.remedy, class_="edit", dir="auto")) if finding.remedy else None


def _entries(entries: Iterable[Content]) -> Markup | None:
    told = [entry for entry in entries if entry]
    return element("dl", told) if told else None


def _entry(name: str, content: Content) -> Markup:
    return element("div", element("dt", name), element("dd", content))


def _reasons(case: Case, finding: Finding) -> Markup | None:
    if not (case.whole and finding.reasons):
        return None
    summary = element("summary", f"How it came to “{spaced(finding.status.value)}”")
    steps = element("ul", (element("li", step, dir="auto") for step in explain(finding.reasons)))
    return element("details", summary, steps, open=case.view.explain)
