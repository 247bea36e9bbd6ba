"""The whole page: head, summary, a section for each contract."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files
from typing import Final

from clause_auditor.reports.html.case import make_case, shown_name
from clause_auditor.reports.html.contract_section import write_contract, write_unreadable
from clause_auditor.reports.html.markup import Markup, document, element, join
from clause_auditor.reports.html.summary import write_summary
from clause_auditor.reports.interface import Outcome, ReportStyle

MOST_WHOLE: Final = 50
"""Contracts: of more, their texts and what is well are left out, so that the page still opens."""
MOST_CHARACTERS: Final = 8_000_000
"""Of contract text on one page."""
_LEFT_OUT: Final = (
    f"This page holds more than {MOST_WHOLE} contracts, or very long ones. It shows what is wrong or open in each. "
    "The texts of the contracts, the reasons, the wording to ask for and what is met are left out: "
    "a report of one contract has them."
)
_BACK: Final = element("p", element("a", "Back to the summary", href="#summary"), class_="back")


def write_html(outcomes: Sequence[Outcome], style: ReportStyle) -> bytes:
    """Return one HTML file that needs nothing else: no script, no picture, no font, no network."""
    whole = len(outcomes) <= MOST_WHOLE and sum(map(_length, outcomes)) <= MOST_CHARACTERS
    keys = [f"c{place}" for place in range(1, len(outcomes) + 1)]
    sections = [_section(key, outcome, style, whole=whole) for key, outcome in zip(keys, outcomes, strict=True)]
    parts = [] if whole else [element("p", _LEFT_OUT, class_="notice")]
    if len(outcomes) > 1:
        parts.append(write_summary(outcomes, keys))
        sections = [join(section, _BACK) for section in sections]
    main = element("main", parts, sections or element("p", "No contract was given."), id="main")
    skip = element("a", "Skip to the report", href="#main", class_="skip")
    css = files("clause_auditor.reports.html").joinpath("style.css").read_text("utf-8")
    return document(_title(outcomes), css, _policy(css), element("body", skip, _header(outcomes), main))


def _length(outcome: Outcome) -> int:
    return sum(len(paper.text) for paper in outcome.contract.documents) if outcome.contract else 0


def _section(key: str, outcome: Outcome, style: ReportStyle, *, whole: bool) -> Markup:
    if outcome.audit is None:
        return write_unreadable(key, outcome.name, outcome.error)
    return write_contract(make_case(key, outcome, outcome.audit, style, whole=whole))


def _title(outcomes: Sequence[Outcome]) -> str:
    if len(outcomes) != 1:
        return f"Contract audit: {len(outcomes):,} contracts"
    decision = outcomes[0].audit.decision.value if outcomes[0].audit else "not audited"
    return f"{shown_name(outcomes[0].name)}: {decision}"


def _header(outcomes: Sequence[Outcome]) -> Markup:
    audits = [outcome.audit for outcome in outcomes if outcome.audit]
    days = " and ".join(sorted({audit.as_of for audit in audits}))
    engines = " and ".join(sorted({audit.engine_version for audit in audits}))
    facts = element("p", f"As of {days} · engine {engines}") if audits else None
    return element("header", element("h1", "Contract audit"), facts)


def _policy(css: str) -> str:
    """Return the content security policy: nothing but this one style sheet."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
