"""A comparison as one HTML file: both passages side by side, no script, nothing from outside; it prints well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Final

from lxml import etree
from lxml.html import builder as html

from clause_auditor.domain.audit import Audit
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
    tell_places,
    tell_statuses,
    tell_time_limits,
)
from clause_auditor.reports.finding_lines import place_of
from clause_auditor.reports.interface import Outcome, ReportStyle
from clause_auditor.reports.quoting import clean_quote, harmless

Element = etree._Element
Titles = tuple[Mapping[str, str], Mapping[str, str]]
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_NO_CHARACTER: Final = re.compile("[\ufffe\uffff]")
_LONGEST: Final = 4000


def write_html(drafts: ComparedDrafts, style: ReportStyle) -> bytes:
    """Return the page, UTF-8."""
    title = f"{drafts.old.name} → {drafts.new.name}"
    body = html.BODY(html.H1(_text(title)), *_drafts(drafts), *_comparison(drafts.comparison))
    page = html.HTML(_head(title), body, {"lang": "en"})
    return etree.tostring(page, method="html", encoding="utf-8", doctype="<!DOCTYPE html>") + b"\n"


def _head(title: str) -> Element:
    css = files("clause_auditor.reports").joinpath("comparison.css").read_text("utf-8")
    return html.HEAD(
        html.META({"charset": "utf-8"}),
        html.META({"http-equiv": "Content-Security-Policy", "content": _POLICY}),
        html.META({"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        html.TITLE(_text(title)),
        html.STYLE(css),
    )


def _text(text: str) -> str:
    """Every word that is not ours goes through here: characters that no page may hold are written out."""
    return _NO_CHARACTER.sub(lambda match: f"<U+{ord(match[0]):04X}>", harmless(text))


def _drafts(drafts: ComparedDrafts) -> Iterator[Element]:
    yield html.DIV(
        *(_draft(side, outcome) for side, outcome in (("Old draft", drafts.old), ("New draft", drafts.new))),
        {"class": "sides"},
    )


def _draft(side: str, outcome: Outcome) -> Element:
    rows = [html.H2(side), html.P(_text(outcome.name), {"class": "name"})]
    for fault in outcome.error.faults if outcome.error else ():
        rows.append(html.P(_text(f"Could not be compared: {fault}"), {"class": "lost"}))
    if outcome.audit:
        rows.append(html.P(_text(tell_draft(outcome.audit))))
        rows.append(html.P("By itself: ", html.STRONG(outcome.audit.decision.value.upper())))
        rows += [html.P(_text(sentence)) for sentence in outcome.audit.scope.views]
    return html.DIV(*rows)


def _comparison(comparison: Comparison | None) -> Iterator[Element]:
    if comparison is None:
        yield html.P("There is no comparison: both drafts have to be read.", {"class": "decision fail"})
        return
    yield _decision(comparison)
    for change, heading in HEADINGS.items():
        group = [found for found in comparison.findings if found.change is change]
        if group:
            yield _group(change, f"{heading} ({len(group)})", group, comparison)
    yield from _limits(comparison)


def _decision(comparison: Comparison) -> Element:
    decision, new = comparison.decision.value, comparison.new
    packs = ", ".join(f"{use.name} {use.version}" for use in new.packs if use.applied) or "none applies"
    return html.SECTION(
        html.P(decision.upper(), {"class": "word"}),
        *(html.P(_text(sentence)) for sentence in (*comparison.decision_reasons, *comparison.remarks)),
        html.P(_text(f"{tell_counts(comparison)}. Law as of {new.as_of}. Packs: {packs}.")),
        {"class": f"decision {decision}"},
    )


def _group(change: Change, heading: str, group: Iterable[ComparedFinding], comparison: Comparison) -> Element:
    titles = name_papers(comparison.old), name_papers(comparison.new)
    if change in IN_FULL:
        return html.SECTION(html.H2(heading), *(_finding(found, titles) for found in group), {"class": change.value})
    lines = [html.LI(_text(_line(found, titles))) for found in group]
    return html.SECTION(html.H2(heading), html.UL(*lines), {"class": change.value})


def _line(found: ComparedFinding, titles: Titles) -> str:
    places = tell_places(found, titles)
    return f"{found.finding.title}: {tell_statuses(found)}{f' ({places})' if places else ''}"


def _finding(found: ComparedFinding, titles: Titles) -> Element:
    rows = [html.H3(_text(found.finding.title), " ", html.SPAN(tell_statuses(found), {"class": "status"}))]
    rows.append(html.P(_text(tell_facts(found)), {"class": "facts"}))
    rows.append(html.P(_text(found.finding.message)))
    rows += [_passage(passage, titles) for passage in found.passages]
    rows += [html.P(html.STRONG(lead), " ", _text(text)) for lead, text in _closing(found) if text]
    return html.ARTICLE(*rows)


def _closing(found: ComparedFinding) -> list[tuple[str, str]]:
    finding = found.finding
    return [
        ("Time limit:", tell_time_limits(found)),
        ("Law:", "; ".join(citation.text for citation in finding.citations)),
        ("Wording that would mend it:", finding.remedy if found.new else ""),
        ("Accepted:", finding.waiver.reason if finding.waiver else ""),
    ]


def _passage(passage: ComparedPassage, titles: Titles) -> Element:
    old = _side("Old", passage.old, passage.deleted, titles[0])
    new = _side("New", passage.new, passage.inserted, titles[1])
    return html.DIV(old, new, {"class": "sides"})


def _side(side: str, evidence: Evidence | None, stretches: tuple[Stretch, ...], titles: Mapping[str, str]) -> Element:
    if evidence is None:
        return html.DIV(html.P(f"{side}: {NOTHING}", {"class": "place"}))
    place = html.P(_text(f"{side}, {place_of(evidence, dict(titles))}"), {"class": "place"})
    marked = html.DEL if side == "Old" else html.INS
    pieces = (
        marked(_quoted(piece.text)) if piece.differs else _quoted(piece.text)
        for piece in cut_quote(evidence.quote, stretches)
    )
    return html.DIV(place, html.BLOCKQUOTE(*pieces))


def _quoted(text: str) -> str:
    """The marks of formatting go, the spaces around words that differ stay."""
    words = clean_quote(text, _LONGEST)
    return _text(f"{text[:1].isspace() * ' '}{words}{text[-1:].isspace() * ' '}")


def _limits(comparison: Comparison) -> Iterator[Element]:
    for heading, audit in (("old", comparison.old), ("new", comparison.new)):
        if audit.scope.not_judged:
            yield _not_judged(f"Not judged in the {heading} draft", audit)
    yield html.P(_text(comparison.new.scope.notice), {"class": "facts"})


def _not_judged(heading: str, audit: Audit) -> Element:
    return html.SECTION(html.H2(heading), html.UL(*(html.LI(_text(line)) for line in audit.scope.not_judged)))
