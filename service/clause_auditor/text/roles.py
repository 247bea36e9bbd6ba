"""Roles: who is the customer and who the vendor, whatever the contract calls them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from clause_auditor.domain.party import Party, Side
from clause_auditor.text.aliases import AliasGroup, Phrase, find_alias_groups
from clause_auditor.text.rolewords import COMMERCIAL, FIRST_PERSON, HINTED, LEGAL, NEUTRAL, OPEN, SECOND_PERSON
from clause_auditor.text.words import fold_words, word_set

_STATED = re.compile(
    r"\b(?:the )?((?:[A-Z][\w&.'\u2019-]{0,30}(?: [A-Z][\w&.'\u2019-]{0,30}){0,3})|customer|client"
    r"|company|you|we|subscriber|merchant|contractor|provider|supplier)"
    r",? (?:is|are|acts|act|shall act|will act|serves|will be|shall be|operates|will be deemed"
    r"|is deemed|being|acting|qualifies"
    r"|may act|agrees to act|is acting|assumes? the role)"
    r"(?: (?:solely|only|as|to be|deemed|considered|both|the|a|an|its|their|of|in the role|data"
    r"|exclusively|generally|typically|regarded|independent|at all times|always)){0,5}"
    r" [\"\u201c]?((?i:data controller|data processor|controller|processor|business associate"
    r"|covered entity|service provider))\b",
)
_LIKE = re.compile(
    r"\b([A-Z][\w&.-]{1,30}) as (?i:the |a |an )?(?i:data )?((?i:controller|processor"
    r"|business associate|service provider))\b"
)
_BEHALF = re.compile(
    r"\bon behalf of (?:the |our )?(customer|client|company|subscriber|user|merchant)\b|\bon (your|our) behalf\b",
    re.IGNORECASE,
)
_ACTING = re.compile(
    r"\b([A-Z][\w-]{2,30}(?: [A-Z][\w-]{1,30})?) (?:shall|will|may|must|agrees|undertakes|does not"
    r"|processes|acts|commits|ensures|maintains)\b"
)
_OPPOSITE = {Side.CUSTOMER: Side.VENDOR, Side.VENDOR: Side.CUSTOMER}
_STRONG, _STATEMENT, _DEFAULT, _WEAK = 100, 10, 5, 1
_OPEN_ABOUT = {
    Side.CUSTOMER: word_set(
        "customer customers client user users subscriber subscribes signs account purchaser registers uploading employs"
    ),
    Side.VENDOR: frozenset(["processes", "provides", "operator", "operates", "developer"]),
}
_WORD = re.compile(r"[^\W\d_]{2,40}")
_GENERIC = word_set(
    "name limited company's state address number acts acting signature title date email country entity"
    " terms ltd inc"
    " llc services platform website product software the and data appendix"
)
_COUNTRIES = frozenset(
    fold_words(name)
    for name in [
        "United Kingdom",
        "United States",
        "Germany",
        "France",
        "Ireland",
        "Denmark",
        "England",
        "Wales",
        "Netherlands",
        "Spain",
        "Italy",
        "Romania",
        "USA",
    ]
)
_NOT_IN_NAMES = word_set("when if in on by with where that which shall will is are be defined below")
_NOT_ACTORS = word_set(
    "this these those such each any all both either if where when it there nothing section"
    " article clause"
    " annex schedule"
    " exhibit appendix sccs clauses addendum law laws legislation data information parties"
    " subprocessors processing transfer"
    " transfers audits audit notice confidential fees disputes payment software product products intellectual property"
    " regulation member states state commission authority user users person persons personnel he she they who one no"
    " subscription license licensed material term terms order form provision provisions customers incident breach"
)
_ACTOR = 4
_PREAMBLE = 6000
_NOT_ROLES = frozenset(
    fold_words(
        "agreement dpa addendum baa services service data gdpr ccpa hipaa parties party annex clauses"
        " msa terms regulation date law"
        " laws incident phi information effective form statement page marks application content"
        " policy schedule exhibit sccs"
        " purpose purposes period site website document documents documentation fees order"
        " obligations term private below"
    )
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


class _Votes:
    """What speaks for either side of each phrase; phrases of one group share their votes."""

    def __init__(self) -> None:
        self._parent: dict[Phrase, Phrase] = {}
        self._points: dict[Phrase, dict[Side, int]] = defaultdict(lambda: {Side.CUSTOMER: 0, Side.VENDOR: 0})

    def root(self, phrase: Phrase) -> Phrase:
        while (above := self._parent.get(phrase, phrase)) != phrase:
            phrase = above
        return phrase

    def join(self, one: Phrase, other: Phrase) -> None:
        first, second = self.root(one), self.root(other)
        if first == second:
            return
        if self._opposed(first, second):
            return
        self._parent.setdefault(first, first)
        self._parent[second] = first
        for side, points in self._points.pop(second, {}).items():
            self._points[first][side] += points

    def add(self, phrase: Phrase, side: Side, points: int) -> None:
        self._points[self.root(phrase)][side] += points

    def side(self, phrase: Phrase) -> tuple[Side | None, int]:
        """Return the leading side and by how much it leads."""
        points = self._points.get(self.root(phrase))
        if points is None or points[Side.CUSTOMER] == points[Side.VENDOR]:
            return None, 0
        side = max(points, key=lambda one: points[one])
        return side, abs(points[Side.CUSTOMER] - points[Side.VENDOR])

    def knows(self, phrase: Phrase) -> bool:
        """True if the contract itself names the phrase for a party."""
        return phrase in self._parent or phrase in self._points

    def _opposed(self, one: Phrase, other: Phrase) -> bool:
        (first, lead), (second, other_lead) = self.side(one), self.side(other)
        return first is not None and second is not None and first is not second and min(lead, other_lead) >= _STRONG

    def phrases(self) -> set[Phrase]:
        return set(self._parent) | set(self._points)


def resolve_roles(maskeds: Iterable[str], parties: Iterable[Party] = ()) -> RoleTable:
    """Return who is who, from the parties given and from what the masked texts say of them."""
    votes = _Votes()
    texts = list(maskeds)
    for phrase, side in LEGAL.items():
        votes.add(phrase, side, _STRONG * 10)
    _vote_parties(votes, parties)
    groups = [group for masked in texts for group in find_alias_groups(masked)]
    _vote_groups(votes, groups)
    for masked in texts:
        _vote_statements(votes, masked)
    _vote_about(votes, groups)
    _oppose(votes, groups)
    votes.add(("we",), Side.VENDOR, _WEAK)
    votes.add(("you",), Side.CUSTOMER, _WEAK)
    sides = _table(votes, texts)
    return RoleTable(sides, _find_capital(sides, texts))


def _vote_parties(votes: _Votes, parties: Iterable[Party]) -> None:
    for party in parties:
        side = party.role.side
        if side not in _OPPOSITE:
            continue
        for name in (party.name, *party.aliases):
            if phrase := fold_words(name):
                votes.add(phrase, side, _STRONG * 2)


def _vote_groups(votes: _Votes, groups: list[AliasGroup]) -> None:
    for group in groups:
        phrases = sorted(_party_phrases(group))
        if len(phrases) < 2:
            continue
        legal = {LEGAL[phrase] for phrase in phrases if phrase in LEGAL}
        free = [phrase for phrase in phrases if phrase not in LEGAL]
        if len(legal) == 1:
            for phrase in free:
                votes.add(phrase, next(iter(legal)), _STRONG)
        for phrase in free[1:]:
            votes.join(free[0], phrase)


def _party_phrases(group: AliasGroup) -> set[Phrase]:
    return {_subject(phrase) for phrase in group.phrases if phrase[-1] not in _NOT_ROLES and phrase not in NEUTRAL}


def _subject(phrase: Phrase) -> Phrase:
    """We, us and our are one; so are you and your."""
    if len(phrase) == 1 and phrase[0] in FIRST_PERSON:
        return ("we",)
    if len(phrase) == 1 and phrase[0] in SECOND_PERSON:
        return ("you",)
    return phrase


def _vote_statements(votes: _Votes, masked: str) -> None:
    for pattern in (_STATED, _LIKE):
        for match in pattern.finditer(masked):
            side = LEGAL.get(fold_words(match[2].strip('"\u201c\u201d')))
            subject = _subject(_without_article(fold_words(match[1])))
            if side is None or subject in LEGAL or not subject or subject in NEUTRAL or _is_conditional(masked, match):
                continue
            contrary = COMMERCIAL.get(subject, side) is not side
            votes.add(subject, side, _WEAK if contrary else _STATEMENT)
    for match in _BEHALF.finditer(masked):
        word = (match[1] or match[2]).lower()
        votes.add(_subject((word,)), Side.CUSTOMER, 2)


def _without_article(phrase: Phrase) -> Phrase:
    return (
        phrase[1:] if phrase[:1] in (("the",), ("if",), ("that",), ("where",), ("when",), ("and",), ("as",)) else phrase
    )


def _is_conditional(masked: str, match: re.Match[str]) -> bool:
    before = masked[max(0, match.start() - 24) : match.start()].lower().rstrip()
    return before.endswith(("if", "where", "when", "unless", "to the extent", "whether", "case")) or match[
        0
    ].lower().startswith(("if ", "where ", "when "))


def _vote_about(votes: _Votes, groups: list[AliasGroup]) -> None:
    for phrase, side in (*COMMERCIAL.items(), *((one, side) for one, side in HINTED.items() if votes.knows(one))):
        votes.add(phrase, side, _DEFAULT)
    for group in groups:
        described = [side for side, words in _OPEN_ABOUT.items() if words & set(group.about)]
        if len(described) != 1 or not _is_party_group(group):
            continue
        for phrase in sorted(_party_phrases(group) - set(LEGAL)):
            votes.add(phrase, described[0], 2)


def _oppose(votes: _Votes, groups: list[AliasGroup]) -> None:
    """Of two parties named one after the other in the opening, one known side tells the other."""
    named = [group for group in groups if group.party and group.at < _PREAMBLE and _party_phrases(group)]
    for one, other in pairwise(named):
        for known, unknown in ((one, other), (other, one)):
            side, lead = _lead(votes, known)
            guess, doubt = _lead(votes, unknown)
            if side is None or doubt >= _STATEMENT or not _is_party_group(unknown):
                continue
            if lead >= _STRONG or _is_named_vendor(side, guess, known, unknown):
                for phrase in sorted(_party_phrases(unknown)):
                    votes.add(phrase, _OPPOSITE[side], _STATEMENT * 2)


def _is_named_vendor(side: Side, guess: Side | None, known: AliasGroup, unknown: AliasGroup) -> bool:
    """Beside a customer without a name, the party that bears a company's name is the vendor."""
    return side is Side.CUSTOMER and guess is not Side.VENDOR and unknown.company and not known.company


def _is_party_group(group: AliasGroup) -> bool:
    return any(phrase in COMMERCIAL or phrase in HINTED or phrase in OPEN for phrase in _party_phrases(group))


def _lead(votes: _Votes, group: AliasGroup) -> tuple[Side | None, int]:
    leads = [votes.side(phrase) for phrase in sorted(_party_phrases(group))]
    return max(leads, key=lambda pair: pair[1], default=(None, 0))


def _table(votes: _Votes, texts: list[str]) -> dict[Phrase, Side]:
    sides: dict[Phrase, Side] = {}
    for phrase in sorted(votes.phrases() | set(COMMERCIAL)):
        side, _ = votes.side(phrase)
        if side is not None and phrase not in NEUTRAL and _is_name(phrase):
            sides[phrase] = side
    _settle_persons(sides, votes)
    _adopt_actors(sides, texts)
    _settle_company(sides, texts)
    return sides | LEGAL | NEUTRAL


def _settle_persons(sides: dict[Phrase, Side], votes: _Votes) -> None:
    (first, lead), (second, other) = votes.side(("we",)), votes.side(("you",))
    if lead >= other and first is not None:
        second = _OPPOSITE[first]
    elif second is not None:
        first = _OPPOSITE[second]
    for words, side in ((FIRST_PERSON, first or Side.VENDOR), (SECOND_PERSON, second or Side.CUSTOMER)):
        sides.update({(word,): side for word in words})


def _settle_company(sides: dict[Phrase, Side], texts: list[str]) -> None:
    if ("company",) in sides:
        return
    opening = " ".join(text[:20_000] for text in texts)
    customer = len(re.findall(r"\b(?:Customer|Client|Subscriber)\b", opening))
    sides[("company",)] = Side.VENDOR if customer > 3 else Side.CUSTOMER


def _adopt_actors(sides: dict[Phrase, Side], texts: list[str]) -> None:
    """A proper name that often acts and that nothing is said of is the drafter, who else says "we"."""
    counts: Counter[Phrase] = Counter()
    for text in texts:
        counts.update(_without_article(fold_words(match[1])) for match in _ACTING.finditer(text))
    for phrase, count in counts.most_common(8):
        known = phrase in sides or phrase in LEGAL or phrase in NEUTRAL or phrase in HINTED or phrase in OPEN
        if count >= _ACTOR and not known and phrase and _is_name(phrase) and phrase[-1] not in _NOT_ACTORS:
            sides[phrase] = sides[("we",)]
            return


def _is_name(phrase: Phrase) -> bool:
    if all(word.isdigit() for word in phrase) or len(phrase) > 6 or phrase[-1] in _NOT_ROLES or phrase in _COUNTRIES:
        return False
    if len(phrase) > 1 and any(word in _NOT_IN_NAMES for word in phrase):
        return False
    return not (len(phrase) == 1 and (len(phrase[0]) < 2 or phrase[0] in _GENERIC))


def _find_capital(sides: dict[Phrase, Side], texts: list[str]) -> frozenset[Phrase]:
    """Single words written with a capital more often than without; a name mostly written small is"
    " none and is dropped."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    singles = {phrase[0] for phrase in sides if len(phrase) == 1} - FIRST_PERSON - SECOND_PERSON
    for text in texts:
        for word, count in Counter(_WORD.findall(text)).items():
            folded = word.lower()
            if folded in singles:
                (large if word[0].isupper() else small)[folded] += count
    fixed = {phrase[0] for phrase in (*LEGAL, *NEUTRAL) if len(phrase) == 1}
    for word in singles - fixed:
        if small[word] > large[word] and (word,) not in COMMERCIAL and (word,) not in HINTED and (word,) not in OPEN:
            del sides[(word,)]
    return frozenset((word,) for word in singles - fixed if large[word] > small[word])
