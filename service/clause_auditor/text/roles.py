"""Roles: who is the customer and who the vendor, whatever the contract calls them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest
from itertools import pairwise

from clause_auditor.domain.party import Party, Side
from clause_auditor.text.aliases import AliasGroup, Phrase, find_alias_groups
from clause_auditor.text.conduct import vote_conduct
from clause_auditor.text.rolenames import (
    adopt_actors,
    adopt_hinted,
    count_acting,
    find_capital,
    is_name,
    may_be_role,
    often_acting,
)
from clause_auditor.text.rolewords import COMMERCIAL, FIRST_PERSON, HINTED, LEGAL, NEUTRAL, OPEN, SECOND_PERSON
from clause_auditor.text.statements import name_subject, vote_statements
from clause_auditor.text.votes import DEFAULT, OPPOSITE, STATEMENT, STRONG, WEAK, Votes
from clause_auditor.text.words import fold_words, word_set

_OPEN_ABOUT = {
    Side.CUSTOMER: word_set(
        "customer customers client user users subscriber subscribes signs account purchaser registers uploading employs"
        " accepted accepts accepting opened opens signing ordering ordered orders subscribed buys bought"
    ),
    Side.VENDOR: frozenset(["processes", "provides", "operator", "operates", "developer"]),
}
_PREAMBLE = 6000
_EITHER = frozenset(("party", "other"))
"""Said of a name that either side may bear: "one party (the "Discloser")"."""
_INSTITUTIONS = frozenset(phrase[0] for phrase in HINTED if len(phrase) == 1)
_COMPANY = re.compile(
    r"\b(?:[Tt]he|by|to|of|with|that|and|for|from) Company\b|\bCompany(?:['\u2019]s| (?:shall|will|may|must|is"
    r"|has|acts)\b)"
)
_CUSTOMERS = re.compile(r"\b(?:Customer|Client|Subscriber|Covered Entity|Controller)\b")
_VENDORS = re.compile(r"\b(?:Provider|Processor|Vendor|Supplier|Contractor|Business Associate|Consultant)\b")
_BUYERS = re.compile(r"\b(?:Customer|Client|Subscriber)\b")
_OFTEN = 3
_PERSONS = {("we",), ("you",)}
_MOST_CANDIDATES = 64
"""Each is looked for at every word; contracts have about five."""
_SOFT_BREAK = re.compile(
    r"(?<=[a-z,])\n(?=[a-z(\"\u201c])|(?<=\bthe)\n(?=\w)|(?<=\b(?:of|to|by|in|or|an))\n(?=\w)|(?<=\b(?:and|for|any))\n(?=\w)"
)
"""A line end within a sentence: names and statements go on over it."""
_CHAINED = frozenset(
    fold_words(name)
    for name in ("Subcontractor", "Sub-contractor", "Sub-Business Associate", "Subprocessor", "Sub-processor")
)


@dataclass(frozen=True, slots=True)
class RoleTable:
    """The side of every phrase that may speak of a party; keys are folded words."""

    sides: dict[Phrase, Side]
    capital: frozenset[Phrase] = frozenset()
    """Phrases that speak of a party only where they are written with a capital."""

    def side(self, *words: str) -> Side | None:
        """Return the side that a phrase stands for, or None."""
        return self.sides.get(words)


def resolve_roles(maskeds: Iterable[str], parties: Iterable[Party] = ()) -> RoleTable:
    """Return who is who, from the parties given and from what the masked texts say of them."""
    votes = Votes()
    texts = [_SOFT_BREAK.sub(" ", masked) for masked in maskeds]
    for phrase, side in LEGAL.items():
        votes.add(phrase, side, STRONG * 10)
    _vote_parties(votes, parties)
    groups = [group for masked in texts for group in find_alias_groups(masked)]
    _vote_groups(votes, groups)
    for masked in texts:
        vote_statements(votes, masked)
    actors = count_acting(texts)
    if not _are_both_known(votes, groups):
        vote_conduct(votes, texts, _candidates(votes, groups, actors))
    _vote_about(votes, groups)
    _oppose(votes, groups)
    votes.add(("we",), Side.VENDOR, WEAK)
    votes.add(("you",), Side.CUSTOMER, WEAK)
    sides = _table(votes, texts, actors) | _read_chain(groups)
    return RoleTable(sides, find_capital(sides, texts))


def _read_chain(groups: list[AliasGroup]) -> dict[Phrase, Side]:
    """Return the sides where one of the two parties of the opening bears a subcontractor's name: it is the vendor."""
    opening = [group for group in groups if group.party and group.at < _PREAMBLE][:2]
    below = [group for group in opening if _CHAINED.intersection(group.phrases)]
    if len(opening) < 2 or len(below) != 1:
        return {}
    above = next(group for group in opening if group is not below[0])
    return {phrase: Side.CUSTOMER for phrase in above.phrases if may_be_role(phrase)} | {
        phrase: Side.VENDOR for phrase in below[0].phrases if may_be_role(phrase)
    }


def _vote_parties(votes: Votes, parties: Iterable[Party]) -> None:
    for party in parties:
        side = party.role.side
        if side not in OPPOSITE:
            continue
        for name in (party.name, *party.aliases):
            if phrase := fold_words(name):
                votes.add(phrase, side, STRONG * 2)


def _vote_groups(votes: Votes, groups: list[AliasGroup]) -> None:
    for group in groups:
        phrases = sorted(_party_phrases(group))
        if len(phrases) < 2:
            continue
        legal = {LEGAL[phrase] for phrase in phrases if phrase in LEGAL}
        free = [phrase for phrase in phrases if phrase not in LEGAL]
        if len(legal) == 1:
            for phrase in free:
                votes.add(phrase, next(iter(legal)), STRONG)
        for phrase in free[1:]:
            votes.join(free[0], phrase)


def _are_both_known(votes: Votes, groups: list[AliasGroup]) -> bool:
    """True if the names of the opening are tied to the roles of the law, on either side."""
    leads = [_lead(votes, group) for group in groups if group.party]
    return {side for side, lead in leads if lead >= STRONG} == set(OPPOSITE)


def _candidates(votes: Votes, groups: list[AliasGroup], actors: Counter[Phrase]) -> set[Phrase]:
    """Phrases that may name a party and that no statement has placed yet, at most those that act most often."""
    named = {
        phrase
        for group in groups
        if group.party
        for phrase in _party_phrases(group)
        if group.company or actors[phrase] or phrase in OPEN or _INSTITUTIONS.intersection(phrase)
    }
    phrases = named | often_acting(actors) | _PERSONS
    placed = {phrase for phrase in phrases if phrase in COMMERCIAL or phrase in LEGAL}
    found = {p for p in phrases - placed if is_name(p) and votes.side(p)[1] < STATEMENT}
    return set(nsmallest(_MOST_CANDIDATES, found, key=lambda p: (p not in _PERSONS, -actors[p], p)))


def _party_phrases(group: AliasGroup) -> set[Phrase]:
    if not group.party and not all(may_be_role(phrase) for phrase in group.phrases):
        return set()
    return {name_subject(phrase) for phrase in group.phrases if may_be_role(phrase) and phrase not in NEUTRAL}


def _vote_about(votes: Votes, groups: list[AliasGroup]) -> None:
    parties = [group for group in groups if group.party and not _EITHER.intersection(group.about)]
    named = {phrase for group in parties for phrase in group.phrases}
    hinted = [(one, side) for one, side in HINTED.items() if votes.knows(one) or one in named]
    for phrase, side in (*COMMERCIAL.items(), *hinted):
        votes.add(phrase, side, DEFAULT)
    for group in groups:
        described = [side for side, words in _OPEN_ABOUT.items() if words & set(group.about)]
        if len(described) != 1 or not _is_party_group(group):
            continue
        for phrase in sorted(_party_phrases(group) - set(LEGAL)):
            votes.add(phrase, described[0], 2)


def _oppose(votes: Votes, groups: list[AliasGroup]) -> None:
    """Of two parties named one after the other in the opening, one known side tells the other."""
    named = [group for group in groups if group.party and group.at < _PREAMBLE and _party_phrases(group)]
    for one, other in pairwise(named):
        for known, unknown in ((one, other), (other, one)):
            side, lead = _lead(votes, known)
            guess, doubt = _lead(votes, unknown)
            if side is None or doubt >= STATEMENT or not (_is_party_group(unknown) or unknown.company):
                continue
            alone = guess is None and unknown.company and lead >= DEFAULT
            if lead >= STRONG or alone or _is_named_vendor(side, guess, known, unknown):
                for phrase in sorted(_party_phrases(unknown)):
                    votes.add(phrase, OPPOSITE[side], STATEMENT * 2)


def _is_named_vendor(side: Side, guess: Side | None, known: AliasGroup, unknown: AliasGroup) -> bool:
    """Beside a customer without a name, the party that bears a company's name is the vendor."""
    return side is Side.CUSTOMER and guess is not Side.VENDOR and unknown.company and not known.company


def _is_party_group(group: AliasGroup) -> bool:
    return any(phrase in COMMERCIAL or phrase in HINTED or phrase in OPEN for phrase in _party_phrases(group))


def _lead(votes: Votes, group: AliasGroup) -> tuple[Side | None, int]:
    leads = [votes.side(phrase) for phrase in sorted(_party_phrases(group))]
    return max(leads, key=lambda pair: pair[1], default=(None, 0))


def _table(votes: Votes, texts: list[str], actors: Counter[Phrase]) -> dict[Phrase, Side]:
    sides: dict[Phrase, Side] = {}
    for phrase in sorted(votes.phrases() | set(COMMERCIAL)):
        side = votes.side(phrase)[0] or COMMERCIAL.get(phrase)
        if side is not None and phrase not in NEUTRAL and is_name(phrase):
            sides[phrase] = side
    _settle_persons(sides, votes)
    adopt_actors(sides, actors)
    _settle_company(sides, texts)
    adopt_hinted(sides, texts)
    return sides | LEGAL | NEUTRAL


def _settle_persons(sides: dict[Phrase, Side], votes: Votes) -> None:
    (first, lead), (second, other) = votes.side(("we",)), votes.side(("you",))
    if lead >= other and first is not None:
        second = OPPOSITE[first]
    elif second is not None:
        first = OPPOSITE[second]
    for words, side in ((FIRST_PERSON, first or Side.VENDOR), (SECOND_PERSON, second or Side.CUSTOMER)):
        sides.update({(word,): side for word in words})


def _settle_company(sides: dict[Phrase, Side], texts: list[str]) -> None:
    if ("company",) in sides:
        return
    opening = " ".join(text[:20_000] for text in texts)
    if _COMPANY.search(opening) is None:
        return
    customers, vendors = (len(pattern.findall(opening)) for pattern in (_CUSTOMERS, _VENDORS))
    if bool(customers) != bool(vendors):
        sides[("company",)] = Side.VENDOR if customers else Side.CUSTOMER
        return
    sides[("company",)] = Side.VENDOR if len(_BUYERS.findall(opening)) > _OFTEN else Side.CUSTOMER
