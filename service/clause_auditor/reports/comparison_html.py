"""A comparison as one HTML file: both passages side by side, no script, nothing from outside; it prints well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Final

from clause_auditor.domain.audit import Perspective
from clause_auditor.domain.comparison import Change, ComparedFinding, ComparedPassage, Comparison, Stretch
from clause_auditor.domain.finding import Evidence
from clause_auditor.reports.comparison_formats import ComparedDrafts
from clause_auditor.reports.comparison_words import (
    HEADINGS,
    IN_FULL,
    NOTHING,
    cut_quote,
    name_papers,
    tell_counts,
    tell_draft,
    tell_facts,
    tell_piece,
    tell_places,
    tell_rest,
    tell_statuses,
)
from clause_auditor.reports.html.markup import Markup, document, element
from clause_auditor.reports.interface import Outcome, ReportStyle
from clause_auditor.reports.wording import place_of

Titles = tuple[Mapping[str, str], Mapping[str, str]]
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_LONGEST: Final = 4000


def write_html(drafts: ComparedDrafts, style: ReportStyle) -> bytes:
    """Return the page, UTF-8."""
    title = f"{drafts.old.name} → {drafts.new.name}"
    main = element("main", element("h1", title), _drafts(drafts), _comparison(drafts.comparison))
    css = files("clause_auditor.reports").joinpath("comparison.css").read_text("utf-8")
    return document(title, css, _POLICY, element("body", main))


def _drafts(drafts: ComparedDrafts) -> Markup:
    return element("div", _draft("Old draft", drafts.old), _draft("New draft", drafts.new), class_="sides")


def _draft(side: str, outcome: Outcome) -> Markup:
    rows = [element("h2", side), element("p", outcome.name, class_="name")]
    for fault in outcome.error.faults if outcome.error else ():
        rows.append(element("p", f"Could not be compared: {fault}", class_="lost"))
    if outcome.audit:
        rows.append(element("p", tell_draft(outcome.audit)))
        rows.append(element("p", "Audit: ", element("strong", outcome.audit.decision.value.upper())))
        rows += [element("p", sentence) for sentence in outcome.audit.scope.views]
    return element("div", rows)


def _comparison(comparison: Comparison | None) -> Iterator[Markup]:
    if comparison is None:
        yield element("p", "There is no comparison: both drafts have to be read.", class_="decision fail")
        return
    yield _decision(comparison)
    for change, heading in HEADINGS.items():
        group = [found for found in comparison.findings if found.change is change]
        if group:
            yield _group(change, f"{heading} ({len(group)})", group, comparison)
    yield from _limits(comparison)


def _decision(comparison: Comparison) -> Markup:
    decision, new = comparison.decision.value, comparison.new
    packs = ", ".join(f"{use.name} {use.version}" for use in new.packs if use.applied) or "none applies"
    return element(
        "section",
        element("p", decision.upper(), class_="word"),
        (element("p", sentence) for sentence in (*comparison.decision_reasons, *comparison.remarks)),
        element("p", f"{tell_counts(comparison)}. Law as of {new.as_of}. Packs: {packs}."),
        class_=f"decision {decision}",
    )


def _group(change: Change, heading: str, group: Iterable[ComparedFinding], comparison: Comparison) -> Markup:
    titles = name_papers(comparison.old), name_papers(comparison.new)
    if change in IN_FULL:
        shown: Iterable[Markup] = (_finding(found, titles, comparison.new.perspective) for found in group)
    else:
        shown = [element("ul", (element("li", _line(found, titles)) for found in group))]
    return element("section", element("h2", heading), shown, class_=change.value)


def _line(found: ComparedFinding, titles: Titles) -> str:
    places = tell_places(found, titles)
    return f"{found.finding.title}: {tell_statuses(found)}{f' ({places})' if places else ''}"


def _finding(found: ComparedFinding, titles: Titles, perspective: Perspective) -> Markup:
    return element(
        "article",
        element("h3", found.finding.title, " ", element("span", tell_statuses(found), class_="status")),
        element("p", tell_facts(found), class_="facts"),
        element("p", found.finding.message),
        _passages(found, titles),
        (element("p", element("strong", lead), text) for lead, text in tell_rest(found, perspective)),
    )


def _passages(found: ComparedFinding, titles: Titles) -> Iterator[Markup]:
    """Yield the passages that belong together side by side, then those that stand alone, each in its draft's column."""
    pairs = [passage for passage in found.passages if passage.old and passage.new]
    alone = [passage for passage in found.passages if not (passage.old and passage.new)]
    for passage in pairs:
        yield _row(_olds([passage], titles), _news([passage], titles))
    if alone:
        olds, news = list(_olds(alone, titles)), list(_news(alone, titles))
        empty = [] if pairs else [element("p", NOTHING, class_="place")]
        yield _row(olds or empty, news or empty)


def _row(old: Iterable[Markup], new: Iterable[Markup]) -> Markup:
    return element("div", element("div", old), element("div", new), class_="sides")


def _olds(passages: Iterable[ComparedPassage], titles: Titles) -> Iterator[Markup]:
    return (_quote("Old", each.old, "del", each.deleted, titles[0]) for each in passages if each.old)


def _news(passages: Iterable[ComparedPassage], titles: Titles) -> Iterator[Markup]:
    return (_quote("New", each.new, "ins", each.inserted, titles[1]) for each in passages if each.new)


def _quote(side: str, evidence: Evidence, mark: str, stretches: Iterable[Stretch], titles: Mapping[str, str]) -> Markup:
    pieces = (
        element(mark, _quoted(piece.text)) if piece.differs else _quoted(piece.text)
        for piece in cut_quote(evidence.quote, stretches)
    )
    place = element("figcaption", f"{side}, {place_of(evidence, dict(titles))}", class_="place")
    return element("figure", place, element("blockquote", pieces))


def _quoted(text: str) -> str:
    return tell_piece(text, _LONGEST)


def _limits(comparison: Comparison) -> Iterator[Markup]:
    for heading, audit in (("old", comparison.old), ("new", comparison.new)):
        if audit.scope.not_judged:
            lines = (element("li", line) for line in audit.scope.not_judged)
            yield element("section", element("h2", f"Not judged in the {heading} draft"), element("ul", lines))
    yield element("p", comparison.new.scope.notice, class_="facts")
