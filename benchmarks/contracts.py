"""Contracts of any length, in our own words: the same for the same number of words, wherever they are made."""

from __future__ import annotations

import random

_SUBJECTS = ("The Processor", "The Controller", "Each party", "The Supplier", "The Customer", "Brightwater Ltd")
_FORCES = ("shall", "will", "must", "may", "shall not", "is not obliged to", "undertakes to")
_ACTS = (
    "notify the other party of every personal data breach without undue delay and within {n} hours of becoming aware",
    "delete or return all personal data within {n} calendar days of the end of the services",
    "encrypt personal data at rest and in transit with methods that are current on the day of processing",
    "engage a sub-processor only with prior written authorisation and at least {n} days' notice",
    "keep a register of the persons who can open the premises and show it once in {n} months",
    "invoice the fees within {n} days of the end of each quarter, taxes not included",
    "assist with requests of data subjects for access, rectification and erasure, so far as this is possible",
    "make available all information that demonstrates compliance and allow for audits, inspections included",
    "transfer personal data to a country outside the European Economic Area only on the standard contractual clauses",
    "process personal data only on documented instructions, unless the law of a Member State requires otherwise",
    "maintain the escalators, the lifts and the roof of building {n} in good repair",
    "treat as confidential what it learns of the other party's prices, plans and customers for {n} years",
)
_ENDINGS = (
    "",
    ", to the extent that this is reasonable",
    "; this also holds for its affiliates",
    ", as set out in Annex {n}",
    ", upon request and at the cost of the party that asks",
)
_HEADINGS = ("Security", "Breaches", "Sub-processors", "Fees", "Audits", "Term", "Confidentiality", "Premises")


def make_contract(words: int, seed: int = 7) -> str:
    """Return a contract of about that many words, in Markdown, with headings, lists and numbered clauses."""
    chance = random.Random(seed)
    lines = ["# Services Agreement with Data Processing Terms", ""]
    count, clause = 8, 0
    while count < words:
        clause += 1
        lines += [f"## {clause}. {chance.choice(_HEADINGS)}", ""]
        for number in range(1, chance.randint(3, 6)):
            lines += [f"{clause}.{number} {_clause(chance)}", ""]
        count = sum(len(line.split()) for line in lines) if clause % 8 == 0 else count + 150
    return "\n".join(lines)


def _clause(chance: random.Random) -> str:
    if chance.random() < 0.3:
        items = "; ".join(f"({letter}) {_act(chance)}" for letter in "abc")
        return f"{chance.choice(_SUBJECTS)} {chance.choice(_FORCES)}: {items}."
    return " ".join(_sentence(chance) for _ in range(chance.randint(1, 3)))


def _sentence(chance: random.Random) -> str:
    ending = chance.choice(_ENDINGS).format(n=chance.randint(1, 5))
    return f"{chance.choice(_SUBJECTS)} {chance.choice(_FORCES)} {_act(chance)}{ending}."


def _act(chance: random.Random) -> str:
    return chance.choice(_ACTS).format(n=chance.choice((2, 5, 10, 24, 30, 48, 72, 90)))
