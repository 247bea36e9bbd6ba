"""Who does something, and with which force: the frame around a verb.

The method is the lawyer's reading order: from the verb to the left, the nearest modal gives the force and the
nearest party before it bears it; a passive verb is borne by its agent ("by the Processor"), if one is named.
"""

from __future__ import annotations

from dataclasses import dataclass

from clause_auditor.domain.condition import Force
from clause_auditor.domain.party import Side
from clause_auditor.domain.provision import Mention, Provision

_DUTY = frozenset(
    [
        "shall",
        "will",
        "must",
        "undertakes",
        "undertake",
        "commits",
        "commit",
        "warrants",
        "agrees",
        "agree",
        "covenants",
        "should",
    ]
)
_ABILITY = frozenset(["may", "can", "might", "could"])
_MODALS = _DUTY | _ABILITY
_BE = frozenset(["be", "been", "being", "is", "are", "was", "were", "get"])
_FINITE_BE = frozenset(["is", "are", "was", "were"])
_NEGATIONS = frozenset(["not", "never"])
_BLOCKING = frozenset(
    [
        "to",
        "by",
        "of",
        "for",
        "with",
        "from",
        "against",
        "behalf",
        "and",
        "or",
        "than",
        "via",
        "through",
        "under",
        "between",
        "at",
        "on",
    ]
)
"""Before a party, these say that it does not act."""
_PRONOUNS = frozenset(["it", "he", "she", "they"])
"""The one whom the sentence began with, as a rule."""
_PARTICIPLES = frozenset(["bound", "set", "put", "done", "paid", "left", "lost", "found", "brought", "read", "met"])
_SOFT = frozenset(["no", "neither", "nor"])
_FREED = (
    ("required", "to"),
    ("obliged", "to"),
    ("obligated", "to"),
    ("bound", "to"),
    ("under", "any", "obligation"),
    ("have", "any", "obligation"),
    ("have", "an", "obligation"),
)
_ENTITLED = (
    ("entitled", "to"),
    ("right", "to"),
    ("permitted", "to"),
    ("allowed", "to"),
    ("authorized", "to"),
    ("free", "to"),
    ("reserves", "the"),
    ("reserve", "the"),
    ("option", "to"),
    ("elect", "to"),
    ("choose", "to"),
)
_BOUND = (
    ("obliged", "to"),
    ("required", "to"),
    ("obligated", "to"),
    ("responsible", "for"),
    ("duty", "to"),
    ("bound", "to"),
)
_NO_OBLIGATION = (("no", "obligation"), ("no", "duty"), ("need", "not"), ("without", "obligation"), ("under", "no"))


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb's bearer and force."""

    bearer: Side | None
    """None where the text does not tell."""
    force: Force
    start: int
    """First word of the frame: the modal, the bearer or the verb."""


def read_frame(provision: Provision, at: int) -> Frame:
    """Return the frame of the verb at word position `at`."""
    words = provision.words
    if _is_passive(words, at):
        return _passive(provision, at)
    if _is_finite(words[at]):
        return _finite(provision, at)
    modal = _find_modal(provision, at)
    subject = _find_subject(provision, at, modal)
    between = _find_actor(provision, at, after=modal) if modal is not None else None
    if between is not None and not _coordinated(provision, at) and not _skipped(provision, between.start, at):
        return Frame(between.side, _plain_force(words, between.end, at), between.start)
    force = _force(words, modal, at)
    start = min(x for x in (modal, subject.start if subject else None, at) if x is not None)
    return Frame(subject.side if subject else None, force, start)


def _find_subject(provision: Provision, at: int, modal: int | None) -> Mention | None:
    """Return who stands before the modal; a joined modal ("... and shall") shares the subject of the one before it."""
    left = _left(provision, at)
    if modal is None:
        return _find_actor(provision, at, after=left)
    if _coordinated(provision, modal):
        earlier = [p for p in range(left, modal) if provision.words[p] in _MODALS]
        shared = _find_actor(provision, earlier[-1], after=left) if earlier else None
        if shared is not None:
            return shared
    return _find_actor(provision, modal, after=left)


def _left(provision: Provision, at: int) -> int:
    """Return where the sentence part that governs `at` begins: strong breaks bound it, stems are looked through."""
    inner = max((b for b in provision.breaks if provision.own < b <= at), default=provision.own)
    if inner > provision.own:
        return inner
    return 0


def _find_modal(provision: Provision, at: int) -> int | None:
    left = _left(provision, at)
    for place in range(at - 1, left - 1, -1):
        if provision.words[place] in _MODALS:
            return place
    return None


def _find_actor(provision: Provision, before: int, after: int | None) -> Mention | None:
    """Return the nearest party that acts, between two positions."""
    least = after if after is not None else 0
    for mention in reversed(provision.mentions):
        if mention.end <= before and mention.start >= least and _acts(provision.words, mention, before):
            return mention
    return None


def _acts(words: tuple[str, ...], mention: Mention, verb: int = -1) -> bool:
    """Say whether a party acts; right before its verb it does, whatever it is joined to."""
    if mention.possessive or (mention.end < len(words) and words[mention.end] == "'s"):
        return False
    at = mention.start - 1
    while at >= 0 and words[at] in ("the", "a", "an", "any", "such", "each", "relevant", "applicable"):
        at -= 1
    return at < 0 or words[at] not in _BLOCKING or (words[at] in ("and", "or") and 0 <= verb - mention.end <= 1)


def _coordinated(provision: Provision, at: int) -> bool:
    """Say whether a verb is joined to one before it: "shall notify the Client and cooperate with it"."""
    before = at - 1 - (at > 0 and provision.words[at - 1].endswith("ly"))
    return before >= 0 and provision.words[before] in ("and", "or")


def _skipped(provision: Provision, start: int, at: int) -> bool:
    """Say whether a party at `start` stands in an insertion between commas: "shall, if Customer so asks, delete"."""
    before = any(c <= start for c in provision.commas if c > start - 8)
    after = any(start < c <= at for c in provision.commas)
    return before and after


def _is_finite(word: str) -> bool:
    """Say whether a verb is of the third person: "informs" is never governed by a modal further left."""
    return len(word) > 3 and word.endswith("s") and not word.endswith("ss")


def _finite(provision: Provision, at: int) -> Frame:
    left = _left(provision, at)
    actors = [m for m in provision.mentions if left <= m.start and m.end <= at and _acts(provision.words, m, at)]
    pronoun = bool(_PRONOUNS.intersection(provision.words[max(0, at - 3) : at]))
    subject = (actors[0] if pronoun else actors[-1]) if actors else None
    if subject is None:
        return Frame(None, Force.STATEMENT, at)
    negative = _none_may(provision.words, subject.start + 1)
    return Frame(subject.side, Force.PROHIBITION if negative else Force.STATEMENT, subject.start)


def _is_passive(words: tuple[str, ...], at: int) -> bool:
    if not (words[at].endswith(("ed", "en", "ied", "wn", "ld", "de", "nt", "pt")) or words[at] in _PARTICIPLES):
        return False
    return any(word in _BE for word in words[max(0, at - 3) : at])


def _passive(provision: Provision, at: int) -> Frame:
    modal = None if _FINITE_BE.intersection(provision.words[max(0, at - 3) : at]) else _find_modal(provision, at)
    modal = modal if modal is not None and at - modal <= 8 else None
    agent = _find_agent(provision, at)
    if modal is None:
        return Frame(agent.side if agent else None, _plain_force(provision.words, max(0, at - 4), at), at)
    return Frame(agent.side if agent else None, _force(provision.words, modal, at), modal)


def _find_agent(provision: Provision, at: int) -> Mention | None:
    for mention in provision.mentions:
        if at < mention.start <= at + 12 and not mention.possessive:
            lead = provision.words[max(0, mention.start - 3) : mention.start]
            if "by" in lead:
                return mention
    return None


def _plain_force(words: tuple[str, ...], start: int, at: int) -> Force:
    """Return the force of a verb with no modal of its own."""
    part = words[start:at]
    if _holds(part, _NO_OBLIGATION) or (_NEGATIONS.intersection(part) and _holds(part, _FREED)):
        return Force.NO_DUTY
    if _NEGATIONS.intersection(part[-3:]) or "without" in part[-2:]:
        return Force.PROHIBITION
    if _holds(part, _ENTITLED):
        return Force.PERMISSION
    return Force.DUTY if _holds(part, _BOUND) else Force.STATEMENT


def _force(words: tuple[str, ...], modal: int | None, at: int) -> Force:
    if modal is None:
        return _plain_force(words, max(0, at - 10), at)
    part = words[modal:at]
    negated = bool(_NEGATIONS.intersection(part[1:4])) or bool(_NEGATIONS.intersection(part[-2:]))
    if _holds(part, _NO_OBLIGATION) or (negated and _holds(part, _FREED)):
        return Force.NO_DUTY
    if negated or _none_may(words, modal):
        return Force.PROHIBITION
    if words[modal] in _ABILITY or _holds(part, _ENTITLED):
        return Force.PERMISSION
    return Force.DUTY


def _none_may(words: tuple[str, ...], modal: int) -> bool:
    """Say whether the subject is negative: "no sub-processor shall", "neither party may"."""
    return bool(_SOFT.intersection(words[max(0, modal - 6) : modal]))


def _holds(part: tuple[str, ...], patterns: tuple[tuple[str, ...], ...]) -> bool:
    return any(part[i : i + len(p)] == p for p in patterns for i in range(len(part) - len(p) + 1))
