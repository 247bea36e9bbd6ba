"""One contract on the page: decision, what was judged, the findings beside the text, and what was not judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clause_auditor.domain.audit import Audit, JudgedDocument, PackUse
from clause_auditor.domain.overlay import OverlayUse
from clause_auditor.errors import ClauseAuditorError
from clause_auditor.reports.arrangement import WORST_FIRST
from clause_auditor.reports.html.badges import count_badge, decision_badge
from clause_auditor.reports.html.cards import write_findings
from clause_auditor.reports.html.case import Case, shown_name
from clause_auditor.reports.html.contract_text import Anchors, write_documents
from clause_auditor.reports.html.markup import Content, Markup, element, join, link
from clause_auditor.reports.wording import spaced, tally


def write_contract(case: Case) -> Markup:
    """Return the section of an audited contract."""
    audit = case.audit
    name = f"{case.key}-name"
    title = element("h2", shown_name(case.outcome.name), id=name, dir="auto")
    overview = element("div", _decision(audit), _judged(audit), class_="overview")
    body = [overview, _panes(case), _regimes(audit), _limits(audit)]
    class_ = "contract" if case.whole else "contract brief"
    return element("section", title, body, id=case.key, aria_labelledby=name, class_=class_)


def write_unreadable(key: str, name: str, error: ClauseAuditorError | None) -> Markup:
    """Return the section of a file that could not be audited."""
    title = element("h2", shown_name(name), id=f"{key}-name", dir="auto")
    faults = element("ul", (element("li", str(fault)) for fault in error.faults)) if error else None
    words = element("p", decision_badge(None), " This file could not be audited. It has not passed.")
    box = element("div", words, faults, class_="decision")
    return element("section", title, box, id=key, aria_labelledby=f"{key}-name", class_="contract")


def _decision(audit: Audit) -> Markup:
    counts = [(status, sum(finding.status is status for finding in audit.findings)) for status in WORST_FIRST]
    badges = [join(count_badge(status, count), " ") for status, count in counts if count]
    return element(
        "div",
        element("p", element("span", "Decision: ", class_="label"), decision_badge(audit.decision), class_="verdict"),
        element("ul", (element("li", reason) for reason in audit.decision_reasons)),
        element("p", tally(audit).split(":")[0].rstrip("."), ": " if badges else ".", badges),
        class_="decision",
    )


def _judged(audit: Audit) -> Markup:
    applied = [_pack(pack) for pack in audit.packs if pack.applied]
    idle = [_pack(pack) for pack in audit.packs if not pack.applied]
    rows = [
        _entry("Documents", [_document(document) for document in audit.scope.documents]),
        _entry("Read", [element("p", sentence) for sentence in audit.scope.views]),
        _entry("Law", element("p", f"as of {audit.scope.law_as_of or audit.as_of}")),
        _entry("Packs applied", applied),
        _entry("Packs not applied", idle),
        _entry("Overlays", [_overlay(overlay) for overlay in audit.overlays]),
    ]
    return element("div", element("h3", "What was judged"), element("dl", rows), class_="judged")


def _entry(name: str, content: Content) -> Markup | None:
    return element("div", element("dt", name), element("dd", content)) if content else None


def _document(document: JudgedDocument) -> Markup:
    judged = "" if document.judged else ", not judged"
    facts = f"{spaced(document.role)}, {document.language or 'und'}, {document.words:,} words{judged}"
    return element("p", element("bdi", document.title or f"Document {document.id}"), f" ({facts})")


def _pack(pack: PackUse) -> Markup:
    return element("p", element("strong", f"{pack.name} {pack.version}"), f": {pack.reason}")


def _overlay(overlay: OverlayUse) -> Markup:
    name = element(
        "p", element("strong", f"{overlay.name} {overlay.version}"), f" on {overlay.extends}: {overlay.title}"
    )
    conflicts = [f"Conflict: {sentence}" for sentence in overlay.conflicts]
    return element("div", name, _sentences([*overlay.changes, *conflicts]))


def _sentences(sentences: Iterable[Content]) -> Markup:
    return element("ul", (element("li", sentence) for sentence in sentences))


def _panes(case: Case) -> Markup:
    text, anchors = write_documents(case) if case.whole else (None, Anchors())
    findings = element(
        "section",
        element("h3", "Findings", id=f"{case.key}-findings"),
        write_findings(case, anchors),
        class_="findings",
    )
    if text is None:
        return element("div", findings)
    name = f"{case.key}-text"
    heading = element("h3", "The contract", id=name)
    paper = element("section", heading, text, class_="paper", tabindex="0", aria_labelledby=name)
    return element("div", findings, paper, class_="panes")


def _regimes(audit: Audit) -> Content:
    """Return which of several packs asks for most, and what law is coming."""
    strictest = [
        join(element("strong", spaced(family)), f": {found.rule_id} ({found.why.rstrip('.')})")
        for family, found in audit.strictest.items()
    ]
    laws = [
        join(link(law.url, law.name), f": {f'from {law.start}' if law.start else 'no date'}. {law.note}")
        for law in audit.announced
    ]
    return [_list("Strictest of the packs that apply", strictest), _list("Announced law, for information", laws)]


def _limits(audit: Audit) -> Content:
    return [_list("Not judged", audit.scope.not_judged), element("p", audit.scope.notice, class_="note")]


def _list(title: str, rows: Sequence[Content]) -> Content:
    return [element("h3", title), _sentences(rows)] if rows else None
