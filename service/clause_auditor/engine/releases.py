"""Duties taken off a party from outside: "nothing in this agreement requires the Processor to notify"."""

from __future__ import annotations

from bisect import bisect_left

from clause_auditor.domain.condition import Force
from clause_auditor.domain.provision import Mention, Provision
from clause_auditor.engine.subjects import MODALS, find_left
from clause_auditor.text.words import word_set

_BINDING = word_set(
    "require requires requiring oblige obliges obliging obligate obligates obligating compel compels force forces"
)
_HINDERING = word_set(
    "prevent prevents preventing keep keeps stop stops prohibit prohibits prohibiting preclude precludes precluding "
    "restrict restricts restricting bar bars hinder hinders limit limits limiting"
)
_FREEDOMS = word_set("right rights freedom ability")
_CLAUSE_WORDS = word_set("that but if where when provided unless until except")
_FARTHEST = 14
"""Words between the verb that binds and what it binds to."""


def find_release(provision: Provision, at: int) -> tuple[Mention, Force] | None:
    """Return who is freed to do, or not to do, the verb at `at`, and with which force; None if nobody is."""
    words = provision.words
    left = max(find_left(provision, at), at - _FARTHEST)
    for place in range(at - 2, left, -1):
        word = words[place]
        if word in MODALS or word in _CLAUSE_WORDS:
            return None
        if (word in _BINDING or word in _HINDERING) and _is_denied(words, place):
            return _freed(provision, place, at)
    return None


def _freed(provision: Provision, place: int, at: int) -> tuple[Mention, Force] | None:
    mention = _object(provision, place)
    if mention is None or mention.end > at:
        return None
    rest = provision.words[mention.end : at]
    if provision.words[place] in _BINDING:
        return (mention, Force.NO_DUTY) if "to" in rest[:2] else None
    free = "from" in rest[:2] or (_FREEDOMS.intersection(rest[:3]) and "to" in rest)
    return (mention, Force.PERMISSION) if free else None


def _object(provision: Provision, place: int) -> Mention | None:
    """Return the party that stands right behind a verb."""
    mentions = provision.mentions
    number = bisect_left(mentions, place + 1, key=lambda mention: mention.start)
    return mentions[number] if number < len(mentions) and mentions[number].start <= place + 3 else None


def _is_denied(words: tuple[str, ...], place: int) -> bool:
    """Say whether the binding is denied: "nothing ... requires", "does not oblige", "no clause is read to compel"."""
    for at in range(place - 1, max(-1, place - 20), -1):
        if words[at] in _CLAUSE_WORDS:
            return False
        if words[at] == "nothing" or (words[at] == "not" and place - at <= 5):
            return True
        if words[at] in ("no", "neither") and words[at + 1] in _SOURCES:
            return True
    return False


_SOURCES = word_set("clause provision provisions term terms part section of statement")
