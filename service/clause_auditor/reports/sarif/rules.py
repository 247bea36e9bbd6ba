"""The rules that judged, as SARIF descriptors, and the packs that they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from clause_auditor.domain.audit import Audit, PackUse, Perspective
from clause_auditor.domain.finding import Basis, Finding, Severity
from clause_auditor.reports.escaping import escape_markdown, one_line, without_links
from clause_auditor.reports.json_report import Json
from clause_auditor.reports.wording import ADVICE

LEVELS: Final = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
    Severity.NONE: "none",
}
_SCORES: Final = {Severity.CRITICAL: "9.5", Severity.HIGH: "8.0", Severity.MEDIUM: "5.5", Severity.LOW: "2.0"}
"""In the middle of the bands by which code scanning names severities."""
_WORD: Final = re.compile(r"[^\W_]+")


def rule_json(findings: Sequence[Finding], perspective: Perspective) -> Json:
    """Return the descriptor of one rule from all its findings; its severity is the gravest found."""
    first = findings[0]
    severity = min((finding.severity for finding in findings), key=lambda each: each.rank)
    fields: dict[str, Json] = {
        "id": first.rule_id,
        "name": _name(first.rule_id),
        "shortDescription": {"text": f"{without_links(one_line(first.title)).rstrip('.')}."},
        "fullDescription": {"text": without_links(one_line(first.why or first.title))},
        "help": _help(findings, f"{ADVICE[perspective]}: "),
        "properties": _properties(first, severity),
    }
    if first.citations:
        fields["helpUri"] = first.citations[0].url
    if severity is not Severity.NONE:
        fields["defaultConfiguration"] = {"level": LEVELS[severity]}
    return fields


def packs_json(audits: Iterable[Audit]) -> list[Json]:
    """Return the packs that were applied to any contract, each once, with version and digest."""
    used: dict[tuple[str, str, str], PackUse] = {}
    for pack in (pack for audit in audits for pack in audit.packs if pack.applied):
        used.setdefault((pack.name, pack.version, pack.digest), pack)
    return [
        {"name": f"clause-auditor/{pack.name}", "version": pack.version, "properties": {"digest": pack.digest}}
        for pack in used.values()
    ]


def _name(rule_id: str) -> str:
    return "".join(word[0].upper() + word[1:] for word in _WORD.findall(rule_id))


def _properties(finding: Finding, severity: Severity) -> Json:
    basis = "law" if finding.basis is Basis.LAW else "good-practice"
    given = {"family": finding.family, "pack": finding.pack, "basis": finding.basis.value}
    if severity is not Severity.NONE:
        given |= {"severity": severity.value, "security-severity": _SCORES[severity]}
    tags = ["security", "data-protection", basis, finding.pack, finding.family]
    return given | {"tags": list(dict.fromkeys(tags))}


def _help(findings: Sequence[Finding], ask: str) -> Json:
    """Why it matters, our own lines, the model wording where it is the same in all contracts, and the law."""
    first = findings[0]
    remedies = {finding.remedy for finding in findings if finding.remedy}
    parts = [("Why it matters: ", first.why), *(("Our line: ", line) for line in first.ours)]
    parts += [(ask, remedies.pop())] if len(remedies) == 1 else []
    told = [(lead, text) for lead, text in parts if text] or [("Rule: ", first.title)]
    plain = [f"{lead}{without_links(text)}" for lead, text in told]
    marked = [f"**{lead.strip()}** {escape_markdown(text)}" for lead, text in told]
    if first.citations:
        plain.append("Law: " + "; ".join(without_links(each.text) for each in first.citations))
        marked.append(
            "**Law:** " + "; ".join(f"[{escape_markdown(each.text)}]({each.url})" for each in first.citations)
        )
    return {"text": "\n".join(plain), "markdown": "\n\n".join(marked)}
