"""Party names: how a contract mostly speaks of each of its two sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clause_auditor.domain.party import Side
from clause_auditor.domain.provision import Mention, Provision
from clause_auditor.text.words import word_set

PRONOUNS = word_set("we us our ours you your yours")
FIRST = word_set("we us our ours")
_OPENED = frozenset("(\"\u201c\u2018'")


@dataclass(frozen=True, slots=True)
class Name:
    """How a contract mostly speaks of a side."""

    text: str
    article: bool
    """True if "the" stands before it."""
    pronoun: bool = False
    """True if it is spoken of in the first or second person alone."""
    person: str = ""
    """"we" or "you" if it is spoken of so anywhere."""


def find_names(provisions: Iterable[Provision], texts: Mapping[str, str]) -> dict[Side, Name]:
    """Return the most usual name of each side that a contract speaks of; `texts` are its documents by id."""
    counts: dict[Side, Counter[tuple[str, bool]]] = {side: Counter() for side in (Side.CUSTOMER, Side.VENDOR)}
    for provision in provisions:
        for mention in provision.mentions:
            text = texts[provision.document_id]
            if mention.side in counts and mention.start >= provision.own and not is_set_off(provision, mention, text):
                counts[mention.side][_as_written(provision, mention, text)] += 1
    return {side: _usual(counter) for side, counter in counts.items() if counter}


def is_set_off(provision: Provision, mention: Mention, text: str) -> bool:
    """Tell whether a mention stands in quotes or begins a bracket, as names do where they are given."""
    return text[max(0, provision.offsets[mention.start][0] - 1)] in _OPENED


def _as_written(provision: Provision, mention: Mention, text: str) -> tuple[str, bool]:
    start, end = provision.offsets[mention.start][0], provision.offsets[mention.end - 1][1]
    article = mention.start > 0 and provision.words[mention.start - 1] == "the"
    return " ".join(text[start:end].split()), article


def _usual(counter: Counter[tuple[str, bool]]) -> Name:
    ordered = sorted(counter.items(), key=lambda item: (-item[1], not item[0][1], item[0]))
    named = [name for name, _ in ordered if name[0].lower() not in PRONOUNS]
    spoken = [name[0].lower() for name, _ in ordered if name[0].lower() in PRONOUNS]
    person = ("we" if spoken[0] in FIRST else "you") if spoken else ""
    if not named:
        return Name(person, article=False, pronoun=True, person=person)
    text, article = named[0]
    return Name(text, article or text.islower(), person=person)
