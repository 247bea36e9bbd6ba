"""Deadlines mended: a time that is too long becomes the longest one that the rule accepts, in the same wording."""

from __future__ import annotations

from collections.abc import Iterator

from clause_auditor.domain.condition import All, AnyOf, Condition, Not, Timed, Within
from clause_auditor.domain.duration import Deadline, Duration, Promptness
from clause_auditor.domain.provision import Provision
from clause_auditor.domain.remedy import Edit
from clause_auditor.domain.rule import Rule
from clause_auditor.engine.subjects import find_modal
from clause_auditor.text.timewords import spell

_SOON = "without undue delay"
_AGREED = frozenset({Promptness.PROMPT, Promptness.IMMEDIATE})
_PLAIN_MODALS = frozenset({"shall", "will", "must"})


def time_limits(rule: Rule) -> list[Timed]:
    """Return the conditions of time of a rule, also those that it forbids."""
    return [timed for facet in rule.facets.values() for timed in _timed(facet)]


def _timed(condition: Condition) -> Iterator[Timed]:
    match condition:
        case Timed():
            yield condition
        case All(conditions) | AnyOf(conditions):
            for inner in conditions:
                yield from _timed(inner)
        case Not(inner) | Within(_, inner):
            yield from _timed(inner)
        case _:
            return


def longest_accepted(rule: Rule) -> Duration | None:
    """Return the longest time after an event that a rule accepts, if it names one."""
    limits = [t.at_most for t in time_limits(rule) if t.at_most is not None and not t.prior]
    return max(limits, key=lambda limit: limit.longest_hours, default=None)


def asks_promptness(rule: Rule) -> bool:
    """Say whether words of promptness can meet a rule."""
    return any(t.promptness & _AGREED for t in time_limits(rule))


def shorten(rule: Rule, provision: Provision, text: str) -> list[Edit]:
    """Return edits by which every time limit of a provision is one that the rule accepts."""
    limit, prompt = longest_accepted(rule), asks_promptness(rule)
    found = (_shorten(deadline, provision, text, limit, prompt) for deadline in provision.deadlines)
    return [edit for edit in found if edit]


def _shorten(deadline: Deadline, provision: Provision, text: str, limit: Duration | None, prompt: bool) -> Edit | None:
    start, end = provision.offsets[deadline.start][0], provision.offsets[deadline.end - 1][1]
    if deadline.prior or not _is_own(provision, deadline.start, deadline.end):
        return None
    if deadline.duration is not None and limit is not None:
        late = deadline.duration.longest_hours > limit.longest_hours
        return Edit(provision.document_id, start, end, _like(text[start:end], limit)) if late else None
    if deadline.promptness is Promptness.REASONABLE and prompt:
        soon = _SOON if deadline.end - deadline.start > 1 else "prompt"
        return Edit(provision.document_id, start, end, soon)
    return None


def _like(source: str, limit: Duration) -> str:
    """Return a duration as the source writes one: in figures, in words, or in both."""
    words, figures = any(map(str.isalpha, source.split(maxsplit=1)[0])), any(map(str.isdigit, source))
    unit = str(limit).split(" ", 1)[1]
    amount = spell(limit.amount) if words else str(limit.amount)
    if figures and words:
        return f"{amount} ({limit.amount}) {unit}"
    return f"{amount} ({spell(limit.amount)}) {unit}" if "(" in source else f"{amount} {unit}"


def hasten(rule: Rule, provision: Provision, verb: int) -> list[Edit]:
    """Return the edit by which a promise without a time says when: after its modal."""
    modal = find_modal(provision, verb)
    if modal is None or provision.words[modal] not in _PLAIN_MODALS or not _is_own(provision, modal, modal + 1):
        return []
    said = any(deadline.promptness in _AGREED for deadline in provision.deadlines)
    if said or provision.words[modal + 1 : modal + 2] == ("not",):
        return []
    limit = longest_accepted(rule)
    soon = _SOON if asks_promptness(rule) else f"within {limit}" if limit else ""
    place = provision.offsets[modal][1]
    return [Edit(provision.document_id, place, place, f" {soon}")] if soon else []


def _is_own(provision: Provision, first: int, last: int) -> bool:
    """Say whether words stand together in one span of the source."""
    start, end = provision.offsets[first][0], provision.offsets[last - 1][1]
    return any(span.start <= start and end <= span.end for span in provision.spans)
