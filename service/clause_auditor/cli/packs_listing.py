"""Packs and rules as lines that a person can read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clause_auditor.domain.rule import Library, Pack, Rule
from clause_auditor.engine.announcements import find_announced
from clause_auditor.packs.pages import our_lines
from clause_auditor.packs.rule_page import decision_lines, example_lines


def pack_lines(pack: Pack) -> list[str]:
    """Return two lines on a pack."""
    count = f"{len(pack.rules)} rule{'' if len(pack.rules) == 1 else 's'}"
    return [
        f"{pack.name} {pack.version}  {pack.title}",
        f"    {count}; {pack.jurisdiction}; law consulted {pack.law_consulted}; digest {pack.digest[:12]}",
    ]


def announced_lines(library: Library, day: str) -> Iterator[str]:
    """Yield two lines on each instrument of law that is announced on an ISO date."""
    for law in find_announced(library.instruments, [pack.name for pack in library.packs], day):
        yield f"{law.id}  {law.name}"
        yield f"    {f'from {law.start}' if law.start else 'no date'}; {law.note} {law.url}"


def rule_table(rules: Iterable[Rule]) -> list[str]:
    """Return a line for each rule: severity, id, title."""
    listed = list(rules)
    width = max((len(rule.id) for rule in listed), default=0)
    return [f"{rule.severity.value:8}  {rule.id:{width}}  {rule.title}" for rule in listed]


def rule_lines(rule: Rule) -> Iterator[str]:
    """Yield everything that a reader of a finding may ask about its rule."""
    text = rule.texts["en"]
    yield f"{rule.id}  {rule.title}"
    yield f"    {rule.family.value}; severity {rule.severity.value}; basis {rule.basis.value}; {rule.place}"
    for citation in rule.citations:
        yield f"    {citation.text}  {citation.url}"
    for threshold in rule.thresholds:
        yield f"    threshold {threshold.name}: {threshold.value}"
    for name in rule.overlays:
        yield f"    changed by overlay {name}"
    for line in our_lines(rule):
        yield f"    our line: {line}"
    yield from ["", f"Why: {text.why}", ""]
    for status in sorted(text.message):
        yield f"{status.value}: {text.message[status]}"
    yield from ["", "Remedy:", *(f"    {line}" for line in text.remedy.splitlines())]
    yield from ["", *decision_lines(rule), "", *example_lines(rule)]
    yield from ["", f"{len(rule.examples)} examples; digest {rule.digest}"]
