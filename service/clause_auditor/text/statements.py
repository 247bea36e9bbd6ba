"""Statements: sentences in which a contract says who acts in which role."""

from __future__ import annotations

import re

from clause_auditor.domain.party import Side
from clause_auditor.text.aliases import Phrase
from clause_auditor.text.rolewords import COMMERCIAL, FIRST_PERSON, LEGAL, NEUTRAL, SECOND_PERSON
from clause_auditor.text.votes import STATEMENT, WEAK, Votes
from clause_auditor.text.words import fold_words

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


def vote_statements(votes: Votes, masked: str) -> None:
    """Count what the masked text states of its parties: "Acme is the processor", "on your behalf"."""
    for pattern in (_STATED, _LIKE):
        for match in pattern.finditer(masked):
            side = LEGAL.get(fold_words(match[2].strip('"\u201c\u201d')))
            subject = name_subject(drop_article(fold_words(match[1])))
            if side is None or subject in LEGAL or not subject or subject in NEUTRAL or _is_conditional(masked, match):
                continue
            contrary = COMMERCIAL.get(subject, side) is not side
            votes.add(subject, side, WEAK if contrary else STATEMENT)
    for match in _BEHALF.finditer(masked):
        word = (match[1] or match[2]).lower()
        votes.add(name_subject((word,)), Side.CUSTOMER, 2)


def drop_article(phrase: Phrase) -> Phrase:
    """Return the phrase without a leading article or conjunction."""
    return (
        phrase[1:] if phrase[:1] in (("the",), ("if",), ("that",), ("where",), ("when",), ("and",), ("as",)) else phrase
    )


def _is_conditional(masked: str, match: re.Match[str]) -> bool:
    before = masked[max(0, match.start() - 24) : match.start()].lower().rstrip()
    return before.endswith(("if", "where", "when", "unless", "to the extent", "whether", "case")) or match[
        0
    ].lower().startswith(("if ", "where ", "when "))


def name_subject(phrase: Phrase) -> Phrase:
    """Return the phrase under which a party is counted: we, us and our are one; so are you and your."""
    if len(phrase) == 1 and phrase[0] in FIRST_PERSON:
        return ("we",)
    if len(phrase) == 1 and phrase[0] in SECOND_PERSON:
        return ("you",)
    return phrase
