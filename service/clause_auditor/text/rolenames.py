"""Names: which phrases can name a party, and which do so only with a capital."""

from __future__ import annotations

import re
from collections import Counter

from clause_auditor.domain.party import Side
from clause_auditor.text.aliases import Phrase
from clause_auditor.text.rolewords import COMMERCIAL, FIRST_PERSON, HINTED, LEGAL, NEUTRAL, OPEN, SECOND_PERSON
from clause_auditor.text.statements import drop_article
from clause_auditor.text.words import fold_words, word_set

_ACTING = re.compile(
    r"\b([A-Z][\w-]{2,30}(?: [A-Z][\w-]{1,30})?) (?:shall|will|may|must|agrees|undertakes|does not"
    r"|processes|acts|commits|ensures|maintains)\b"
)
_INSTITUTION = re.compile(
    r"\b(?:[Tt]he|[Tt]o|[Bb]y|[Oo]f) ([A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    r"(?=['\u2019]s| (?:shall|will|may|must|is|has|agrees)\b|[ ,.;])"
)
_AMBIGUOUS = word_set(
    "authority state government member region user department agent partner recipient employee association fund trust"
    " commission broker practitioner individual consumer secretary"
)
_OPENING = 20_000
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
NOT_ROLES = frozenset(
    fold_words(
        "agreement dpa addendum baa services service data gdpr ccpa hipaa parties party annex clauses"
        " msa terms regulation date law"
        " laws incident phi information effective form statement page marks application content"
        " policy schedule exhibit sccs"
        " purpose purposes period site website document documents documentation fees order"
        " obligations term private below seat contract act"
    )
)


def may_be_role(phrase: Phrase) -> bool:
    """False for a phrase whose last word names a paper, a law or a thing."""
    return phrase[-1] not in NOT_ROLES or phrase in HINTED


def adopt_actors(sides: dict[Phrase, Side], counts: Counter[Phrase]) -> None:
    """A proper name that often acts and that nothing is said of is the drafter, who else says "we".

    Where the vendor acts under a word of trade and no customer does, the name is the customer's.
    """
    for phrase, count in counts.most_common(8):
        single = (*phrase[:-1], phrase[-1].removesuffix("s")) if phrase else phrase
        known = any(one in words for one in (phrase, single) for words in (sides, LEGAL, NEUTRAL, HINTED, OPEN))
        if count >= _ACTOR and not known and phrase and is_name(phrase) and phrase[-1] not in _NOT_ACTORS:
            sides[phrase] = _side_left(sides, counts)
            return


def adopt_hinted(sides: dict[Phrase, Side], texts: list[str]) -> None:
    """Where one side bears a usual name and the other none, take the institution that the text most speaks of."""
    opening = " ".join(text[:_OPENING] for text in texts)
    words = set(fold_words(opening))
    present = {side for table in (LEGAL, COMMERCIAL) for phrase, side in table.items() if words.issuperset(phrase)}
    if len(present) != 1:
        return
    counts = Counter(fold_words(match[1]) for match in _INSTITUTION.finditer(opening))
    wanted = Side.VENDOR if Side.CUSTOMER in present else Side.CUSTOMER
    for phrase, _ in counts.most_common():
        if HINTED.get(phrase) is wanted and phrase not in sides and not _AMBIGUOUS.intersection(phrase):
            sides[phrase] = wanted
            return


def often_acting(counts: Counter[Phrase]) -> set[Phrase]:
    """Return the names that act often enough to be those of parties."""
    often = {phrase for phrase, count in counts.items() if count >= _ACTOR and phrase and is_name(phrase)}
    return {phrase for phrase in often if phrase not in NEUTRAL and phrase[-1] not in _NOT_ACTORS}


def count_acting(texts: list[str]) -> Counter[Phrase]:
    """Return how often each name stands before a verb by which a party acts."""
    counts: Counter[Phrase] = Counter()
    for text in texts:
        counts.update(drop_article(fold_words(match[1])) for match in _ACTING.finditer(text))
    return counts


def _side_left(sides: dict[Phrase, Side], counts: Counter[Phrase]) -> Side:
    acting = Counter[Side]()
    for phrase, count in counts.items():
        if phrase in COMMERCIAL and phrase in sides:
            acting[sides[phrase]] += count
    if acting[Side.VENDOR] >= _ACTOR and not acting[Side.CUSTOMER]:
        return Side.CUSTOMER
    return sides[("we",)]


def is_name(phrase: Phrase) -> bool:
    """True if a phrase can be the name of a party."""
    if all(word.isdigit() for word in phrase) or len(phrase) > 6 or not may_be_role(phrase) or phrase in _COUNTRIES:
        return False
    if len(phrase) > 1 and any(word in _NOT_IN_NAMES for word in phrase):
        return False
    return not (len(phrase) == 1 and (len(phrase[0]) < 2 or phrase[0] in _GENERIC))


def find_capital(sides: dict[Phrase, Side], texts: list[str]) -> frozenset[Phrase]:
    """Single words written with a capital more often than without; a name mostly written small is dropped."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    singles = {phrase[0] for phrase in sides if len(phrase) == 1} - FIRST_PERSON - SECOND_PERSON
    for text in texts:
        for word, count in Counter(_WORD.findall(text)).items():
            folded = word.lower()
            if folded in singles:
                (small if word.islower() else large)[folded] += count
    fixed = {phrase[0] for phrase in (*LEGAL, *NEUTRAL) if len(phrase) == 1}
    for word in singles - fixed:
        if small[word] > large[word] and (word,) not in COMMERCIAL and (word,) not in HINTED and (word,) not in OPEN:
            del sides[(word,)]
    return frozenset((word,) for word in singles - fixed if large[word] > small[word])
