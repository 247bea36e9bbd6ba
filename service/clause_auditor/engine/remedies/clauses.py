"""Model clauses: a rule's model wording in the words of one contract."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clause_auditor.domain.rule import Rule
from clause_auditor.engine.remedies.things import THINGS, Vocabulary, plural
from clause_auditor.engine.wording import fill, text_of

_AGREEMENT = re.compile(r"\b(T|t)his [Aa]greement\b")


def model_clauses(rule: Rule, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the model wording of a rule: in the contract's own words, then with its names alone, then as it stands."""
    model = " ".join(text_of(rule).remedy.split())
    own = _name_things(model, vocabulary)
    names, given = dict(vocabulary.names), dict(vocabulary.given)
    return tuple(dict.fromkeys((fill(own, names), fill(model, names), fill(model, given))))


def _name_things(model: str, vocabulary: Vocabulary) -> str:
    """Return model wording with the contract's names of things; each place is named once."""
    if vocabulary.paper:
        paper = vocabulary.paper
        model = _AGREEMENT.sub(lambda match: match[1] + paper[1:], model)
    return _SAID.sub(lambda match: _named(match, vocabulary), model)


_SAID = re.compile(
    rf"\b(an? )?({'|'.join(f'(?:{re.escape(plural(t.said))}|{re.escape(t.said)})' for t in THINGS)})\b", re.IGNORECASE
)
"""The longest name first: what has no other name here keeps its own, so that no part of it is renamed."""


def _named(match: re.Match[str], vocabulary: Vocabulary) -> str:
    written = match[2].lower()
    said = next((name for name in vocabulary.things if written in (name.lower(), plural(name).lower())), None)
    if said is None:
        return match[0]
    name = vocabulary.things[said]
    if written != said.lower():
        name = plural(name)
    if match[1]:
        return f"{match[1][0]}{'n' if name[0].lower() in 'aeiou' else ''} {name}"
    return name[0].upper() + name[1:] if match[2][0].isupper() else name


def item_of(clause: str, stem: str) -> str:
    """Return a model clause as an item under a stem that ends with who shall; empty if it cannot be one.

    "The Processor shall:" and "The Processor shall notify ..." give "notify ...".
    """
    opening = next(_openings(clause, stem), "")
    return clause[len(opening) :] if opening and ". " not in clause else ""


def _openings(clause: str, stem: str) -> Iterator[str]:
    words = re.sub(r"[\s:*_\u2013\u2014-]+$", "", " ".join(stem.split()))
    for modal in ("shall", "will", "must"):
        if words.endswith(f" {modal}"):
            subject = clause.partition(" shall ")[0]
            if " shall " in clause and words.lower().endswith(f"{subject} {modal}".lower()):
                yield f"{subject} shall "
