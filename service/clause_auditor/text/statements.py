"""Statements: sentences in which a contract says who acts in which role."""

from __future__ import annotations

import re

from clause_auditor.domain.party import Side
from clause_auditor.text.aliases import Phrase
from clause_auditor.text.rolewords import COMMERCIAL, FIRST_PERSON, LEGAL, NEUTRAL, SECOND_PERSON
from clause_auditor.text.votes import STATEMENT, WEAK, Votes
from clause_auditor.text.words import fold_words, word_set

_WORD = r"(?:[A-Z][\w&.-]{0,30}|[a-z]{1,4}[A-Z]\w{0,30})"
NAME = rf"{_WORD}(?: {_WORD}){{0,3}}"
"""Pattern of a proper name, or of a word of trade with a capital."""
_ROLE = (
    r"((?i:data controller|data processor|controller|processor|business associate|covered entity"
    r"|service provider))\b"
)
_FILLERS = (
    r"(?: (?:solely|only|as|to be|deemed|considered|both|the|an?|its|their|your|our|of|in (?:the|its"
    r"|their) (?:role|capacity)"
    r"|data|exclusively|generally|typically|regarded|at all times|always|hereby|thus|therefore|acting|itself"
    r"|sole)){0,5}"
)
_SUBJECT = (
    rf"(?:the )?({NAME}|customer|client|company|you|we|subscriber|merchant|contractor|provider|supplier"
    r"|principal|institution|authority)"
)
_STATED = re.compile(
    r"(?:\b(?:is|are|acts?|shall act|will act|serves|will be|shall be|operates|being|acting|qualif(?:y|ies)|may act"
    r"|agrees to act|assumes? the role|is understood|remains?|constitutes?|in (?:its|their) capacity)"
    r"|(?<=[eu])['\u2019]re)"
    rf"(?: deemed| acting| considered| regarded| designated| appointed| engaged)?{_FILLERS} [\"\u201c]?{_ROLE}"
)
_ALSO = re.compile(
    r"\b(?:determines?|decides?|defines?|sets?) [^.;\n]{3,90}? and (?:is|acts as|are)"
    rf"(?: therefore| thus| hence)?(?: the| an?)? (?:data )?{_ROLE}"
)
_BEFORE = re.compile(rf"(?:\A|[^\w&.-]){_SUBJECT}(?: alone)?[\"\u201d]?\)?,? ?(?:shall |will |may )?$")
_REACH = 90
_LIKE = re.compile(
    r"\b([A-Z][\w&.-]{1,30}),? as (?i:the |a |an |its )?(?i:data )?((?i:controller|processor"
    r"|business associate|service provider))\b"
)
_MAKES = re.compile(r"(?:makes?|making|leaves?) (us|you)(?: the| an?)? (?:data )?((?i:controller|processor))\b")
_CAPACITY = re.compile(
    r"(?:apacity|ole|tatus|osition|unction|uality) (?:of|for) (?:[Tt]he )?"
    rf"({NAME})\s*[|:=\u2013]\s*(?i:the |an? |as )?(?i:data )?{_ROLE}"
)
_ROW = re.compile(rf"\|\s*(?:[Tt]he )?({NAME})\s*\|\s*(?i:the |an? )?(?i:data )?((?i:controller|processor))\s*\|")
_BUSINESS = re.compile(
    rf"(?:\A|[^\w&.-])(?:[Tt]he )?({NAME}),? (?:is|acts as|acts|shall be|will be|as|being)(?: considered| deemed)?"
    r" (?:a|the) [\"\u201c]?(?:Business\b|business\b[\"\u201d]?(?= and\b| under\b|,? as\b| for\b| within\b| \())"
    r"(?! (?:Associate|associate|Day|day|Purpose|purpose))"
)
_BEHALF = re.compile(
    r"\bon behalf of (?:the |our )?(customer|client|company|subscriber|user|merchant)\b|\bon (your|our) behalf\b",
    re.IGNORECASE,
)
_NO_SUBJECTS = word_set(
    "processes process acts data information services service law laws section clause article annex regulation"
    " subscribers agreement gdpr"
)


def vote_statements(votes: Votes, masked: str) -> None:
    """Count what the masked text states of its parties: "Acme is the processor", "on your behalf"."""
    spoken = (_MAKES,) if " us " in masked or " you " in masked else ()
    tabled = (_CAPACITY, _ROW) if "|" in masked or ":" in masked else ()
    for pattern in (_LIKE, *spoken, *tabled):
        for match in pattern.finditer(masked):
            _vote(votes, masked, match.start(), match[1], match[2])
    for pattern in (_STATED, _ALSO):
        for match in pattern.finditer(masked):
            start = max(0, match.start() - _REACH)
            if subject := _BEFORE.search(masked[start : match.start()]):
                _vote(votes, masked, start + subject.start(1), subject[1], match[1])
    for match in _BUSINESS.finditer(masked):
        _vote(votes, masked, match.start(1), match[1], "controller")
    for match in _BEHALF.finditer(masked):
        word = (match[1] or match[2]).lower()
        votes.add(name_subject((word,)), Side.CUSTOMER, 2)


def _vote(votes: Votes, masked: str, start: int, name: str, role: str) -> None:
    side = LEGAL.get(fold_words(role.strip('"\u201c\u201d')))
    subject = name_subject(drop_article(fold_words(name)))
    if side is None or not _may_act(subject) or _is_conditional(masked, start, name):
        return
    contrary = COMMERCIAL.get(subject, side) is not side
    votes.add(subject, side, WEAK if contrary else STATEMENT)


def _may_act(subject: Phrase) -> bool:
    return bool(subject) and subject not in LEGAL and subject not in NEUTRAL and subject[-1] not in _NO_SUBJECTS


def drop_article(phrase: Phrase) -> Phrase:
    """Return the phrase without a leading article or conjunction."""
    return (
        phrase[1:] if phrase[:1] in (("the",), ("if",), ("that",), ("where",), ("when",), ("and",), ("as",)) else phrase
    )


def _is_conditional(masked: str, start: int, name: str) -> bool:
    before = masked[max(0, start - 28) : start].lower().rstrip().removesuffix(" the")
    told = before.endswith(("if", "where", "when", "unless", "to the extent", "whether", "case"))
    return told or name.lower().startswith(("if ", "where ", "when "))


def name_subject(phrase: Phrase) -> Phrase:
    """Return the phrase under which a party is counted: we, us and our are one; so are you and your."""
    if len(phrase) == 1 and phrase[0] in FIRST_PERSON:
        return ("we",)
    if len(phrase) == 1 and phrase[0] in SECOND_PERSON:
        return ("you",)
    return phrase
