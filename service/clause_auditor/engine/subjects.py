"""Who acts: the party that stands before a verb or its modal, or behind it with "by"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import islice

from clause_auditor.domain.party import Side
from clause_auditor.domain.provision import Mention, Provision
from clause_auditor.text.words import word_set

DUTY_WORDS = word_set("shall will must undertakes undertake commits commit warrants agrees agree covenants should")
ABILITY_WORDS = word_set("may can might could")
MODALS = DUTY_WORDS | ABILITY_WORDS
_BLOCKING = word_set("to by of for with from against behalf and or than via through under between at on")
"""Before a party, these say that it does not act."""
_ARTICLES = word_set("the a an any such each relevant applicable")
_JOINED_PEOPLE = word_set(
    "and or nor its their any all of agents employees personnel workforce staff affiliates officers"
)
"""Between a party and its people, these make one subject: "Vendor and its sub-processors shall"."""
_JOINING = word_set("and or not to also")
_PRONOUNS = word_set("it he she they")
"""The one whom the sentence began with, as a rule."""
FARTHEST = 400
"""Words: farther back than this nothing governs a verb, so that a text without full stops takes linear time."""


def find_left(provision: Provision, at: int) -> int:
    """Return where the sentence part that governs `at` begins: strong breaks bound it, stems are looked through."""
    farthest = max(at - FARTHEST, 0)
    edges = (p for p in range(at, max(provision.own, farthest), -1) if p in provision.breaks)
    return next((edge for edge in edges if not _goes_on(provision, edge, at)), farthest)


def _goes_on(provision: Provision, edge: int, at: int) -> bool:
    """Say whether a part after a semicolon begins with its verb, so that it shares what governs the part before."""
    lead = provision.words[edge:at]
    return len(lead) <= 3 and all(word in _JOINING or word.endswith("ly") for word in lead)


def find_modal(provision: Provision, at: int) -> int | None:
    """Return the position of the nearest modal before `at` in its sentence part, or None."""
    for place in range(at - 1, find_left(provision, at) - 1, -1):
        if provision.words[place] in MODALS and not _is_idle(provision.words, place):
            return place
    return None


def _is_idle(words: tuple[str, ...], place: int) -> bool:
    """Say whether a modal governs nothing that follows: "do what we can to limit"."""
    return words[place] in ABILITY_WORDS and words[place + 1 : place + 2] == ("to",)


def find_subject(provision: Provision, at: int, modal: int | None) -> Mention | None:
    """Return who stands before the modal; a joined modal ("... and shall") shares the subject of the one before it."""
    left = find_left(provision, at)
    if modal is None:
        return find_actor(provision, left, at)
    if is_joined(provision, modal):
        earlier = [p for p in range(left, modal) if provision.words[p] in MODALS]
        shared = find_actor(provision, left, earlier[-1]) if earlier else None
        if shared is not None:
            return shared
    if modal and provision.words[modal - 1] in _PRONOUNS:
        return find_own_subject(provision, modal)
    return find_actor(provision, left, modal)


def find_actor(provision: Provision, first: int, last: int) -> Mention | None:
    """Return the party that acts nearest before `last`; two joined parties of both sides act together."""
    for number in reversed(find_mentions(provision, first, last)):
        mention = provision.mentions[number]
        if mention.end <= last and _acts(provision.words, mention, last):
            return _with_partner(provision, number, first)
    return None


def find_own_subject(provision: Provision, at: int) -> Mention | None:
    """Return the subject of a verb of the third person; a pronoun, or a verb before it, has the first who acted."""
    left = find_left(provision, at)
    near = (provision.mentions[number] for number in find_mentions(provision, left, at))
    actors = [mention for mention in near if mention.end <= at and _acts(provision.words, mention, at)]
    if not actors:
        return None
    first = is_joined(provision, at) or _PRONOUNS.intersection(provision.words[max(0, at - 3) : at])
    return actors[0] if first else actors[-1]


def find_agent(provision: Provision, at: int) -> Mention | None:
    """Return the agent of a passive verb: the party after "by"."""
    for number in find_mentions(provision, at + 1, at + 13):
        mention = provision.mentions[number]
        if not mention.possessive and "by" in provision.words[max(0, mention.start - 3) : mention.start]:
            return mention
    return None


def is_joined(provision: Provision, at: int) -> bool:
    """Say whether a verb is joined to one before it: "shall notify the Client and cooperate with it"."""
    before = at - 1 - (at > 0 and provision.words[at - 1].endswith("ly"))
    return before >= 0 and provision.words[before] in ("and", "or")


def is_inserted(provision: Provision, start: int, at: int) -> bool:
    """Say whether a party at `start` stands in an insertion between commas: "shall, if Customer so asks, delete"."""
    before = any(place in provision.commas for place in range(start - 7, start + 1))
    return before and any(place in provision.commas for place in range(start + 1, at + 1))


def find_mentions(provision: Provision, first: int, last: int) -> range:
    """Return the numbers of the mentions that begin between two words."""
    low = bisect_left(provision.mentions, first, key=_start)
    return range(low, bisect_left(provision.mentions, last, key=_start))


def _start(mention: Mention) -> int:
    return mention.start


def _acts(words: tuple[str, ...], mention: Mention, verb: int) -> bool:
    """Say whether a party acts; right before its verb it does, whatever it is joined to."""
    if mention.possessive or words[mention.end : mention.end + 1] == ("'s",):
        return False
    before = _before(words, mention.start)
    return before not in _BLOCKING or (before in ("and", "or") and 0 <= verb - mention.end <= 1)


def _before(words: tuple[str, ...], start: int) -> str:
    """Return the word before a party and its articles, or nothing."""
    at = start - 1
    while at >= 0 and words[at] in _ARTICLES:
        at -= 1
    return words[at] if at >= 0 else ""


def _with_partner(provision: Provision, number: int, first: int) -> Mention:
    """Return the party, or both if another side is joined to it: "Consultant and Client shall"."""
    mention = provision.mentions[number]
    partner = provision.mentions[number - 1] if number else mention
    between = provision.words[partner.end : mention.start]
    if mention.side is Side.OTHER and (principal := _principal(provision, number, first)):
        return principal
    if "nor" in between and "neither" in provision.words[max(0, partner.start - 2) : partner.start]:
        return partner
    joined = "and" in between and set(between) <= _ARTICLES | {"and", "both"}
    joined = joined and not MODALS.intersection(provision.words[first : partner.start])
    if joined and {partner.side, mention.side} == {Side.CUSTOMER, Side.VENDOR}:
        return replace(partner, end=mention.end, side=Side.EACH)
    return mention


def _principal(provision: Provision, number: int, first: int) -> Mention | None:
    """Return the party that people are joined to, also by a pronoun: "Vendor (and its agents)", "it and its staff"."""
    words, mentions = provision.words, provision.mentions
    start = mentions[number].start
    for before in (mentions[earlier] for earlier in range(number - 1, -1, -1)):
        if not set(words[before.end : start]) <= _JOINED_PEOPLE:
            break
        if before.side is not Side.OTHER:
            return before
        start = before.start
    while start > first and words[start - 1] in _JOINED_PEOPLE:
        start -= 1
    if start > first and words[start - 1] == "it":
        return next((m for m in islice(mentions, number) if m.side is not Side.OTHER and not m.possessive), None)
    return None
