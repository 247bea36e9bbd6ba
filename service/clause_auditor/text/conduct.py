"""Conduct: which side a party stands on, by what the contract lets it do and have done for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from clause_auditor.domain.party import Side
from clause_auditor.text.aliases import Phrase
from clause_auditor.text.rolewords import FIRST_PERSON, SECOND_PERSON
from clause_auditor.text.statements import name_subject
from clause_auditor.text.votes import Votes
from clause_auditor.text.words import fold_words

_MODAL = r"(?:shall|will|must|may|agrees to|undertakes to|is to|are to)"
_DATA = r"(?:personal data|personal information|data|information|phi)"
_OWNING = r"(?:(?<=[Oo]ur)|['\u2019]s?) "
"""After "our" and "your", and after the genitive of a name."""
_BEFORE: tuple[tuple[Side, int, str], ...] = (
    (Side.CUSTOMER, 3, r"on behalf of"),
    (Side.CUSTOMER, 3, r"instructions? (?:of|from|by|given by|issued by|received from|provided by)"),
    (Side.CUSTOMER, 2, rf"{_DATA} (?:provided|supplied|disclosed|belonging|made available) (?:by|to)"),
    (Side.CUSTOMER, 1, r"(?:notify|notifies|inform|informs|assist|assists|support|supports|help|helps)"),
    (Side.CUSTOMER, 1, r"(?:provided|supplied|rendered|delivered|provides?) (?:\w+ ){0,3}to"),
    (Side.VENDOR, 2, r"(?:provided|supplied|performed|rendered|processed|hosted|stored|operated|engaged|retained) by"),
)
_AFTER: tuple[tuple[Side, int, str], ...] = (
    (Side.CUSTOMER, 3, rf"{_OWNING}(?:\w+ ){{0,3}}instructions?\b"),
    (Side.CUSTOMER, 3, rf"{_OWNING}behalf\b"),
    (Side.CUSTOMER, 3, rf" (?:{_MODAL} )?(?:instructs?|commissions?|entrusts?)\b"),
    (Side.CUSTOMER, 2, rf"{_OWNING}{_DATA}\b"),
    (Side.VENDOR, 3, rf"{_OWNING}(?:sub-?processors?|subcontractors?|services?|platform|systems)\b"),
    (
        Side.CUSTOMER,
        3,
        r" (?:\w+ ){0,2}(?:stor|upload|submit|send|entrust|shar|provid|giv|transmit|plac|put|keep)\w* (?:\w+ ){0,4}"
        r"(?:with|to|through|into|in|on|using) (?:us|our)\b",
    ),
    (Side.VENDOR, 3, rf" (?:{_MODAL} )?(?:not |only ){{0,2}}(?:process|processes|handles?|hosts?|stores?)\b"),
    (Side.VENDOR, 2, rf" (?:{_MODAL} )?(?:provides?|supply|supplies|performs?) (?:\w+ ){{0,2}}services?\b"),
    (Side.VENDOR, 1, rf" {_MODAL} (?:\w+ly )?(?:notify|inform|assist|support|help|delete|return|implement)\b"),
)
_ENDING = tuple((side, n, re.compile(rf"\b{trace} (?:the )?\Z", re.IGNORECASE)) for side, n, trace in _BEFORE)
_FOLLOWING = tuple((side, n, re.compile(trace, re.IGNORECASE)) for side, n, trace in _AFTER)
_SIGHT = 56
_MOST = 8
"""Conduct weighs more than a usual word of trade and less than a plain statement."""
_LEAST = 3
_LONGEST = 400
"""Mentions of one contract that are looked at: more tell nothing new."""


def vote_conduct(votes: Votes, texts: Collection[str], candidates: Collection[Phrase]) -> None:
    """Count for each candidate the side on which most of what it does and has done for it puts it."""
    if not candidates:
        return
    points: dict[Side, Counter[Phrase]] = {Side.CUSTOMER: Counter(), Side.VENDOR: Counter()}
    pattern = _any_of(candidates)
    for text in texts:
        for match, _ in zip(pattern.finditer(text), range(_LONGEST), strict=False):
            phrase = name_subject(fold_words(match[0]))
            for side, weight in _read(text, match):
                points[side][phrase] += weight
    for phrase in sorted(candidates):
        given, handled = points[Side.CUSTOMER][phrase], points[Side.VENDOR][phrase]
        side = Side.CUSTOMER if given > handled else Side.VENDOR
        if abs(given - handled) >= _LEAST and max(given, handled) >= 2 * min(given, handled):
            votes.add(phrase, side, min(abs(given - handled), _MOST))


def _any_of(candidates: Collection[Phrase]) -> re.Pattern[str]:
    persons = {"we": FIRST_PERSON, "you": SECOND_PERSON}
    written = [r"[\W_]{1,3}".join(map(re.escape, phrase)) for phrase in candidates if phrase[0] not in persons]
    for person, words in persons.items():
        written += sorted(words) if (person,) in candidates else []
    return re.compile(rf"\b(?:{'|'.join(sorted(written, key=len, reverse=True))})\b", re.IGNORECASE)


def _read(text: str, match: re.Match[str]) -> Iterator[tuple[Side, int]]:
    if not (match[0][0].isupper() or match[0].lower() in FIRST_PERSON | SECOND_PERSON):
        return
    before = text[max(0, match.start() - _SIGHT) : match.start()]
    for side, points, pattern in _ENDING:
        if pattern.search(before):
            yield side, points
            break
    for side, points, pattern in _FOLLOWING:
        if pattern.match(text, match.end(), match.end() + _SIGHT):
            yield side, points
            break
