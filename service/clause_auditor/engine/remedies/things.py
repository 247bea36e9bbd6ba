"""Things: what the model wording speaks of, under the names that this contract gives them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clause_auditor.domain.contract import Contract
from clause_auditor.domain.party import Side
from clause_auditor.domain.provision import Provision
from clause_auditor.engine.judgement import Case
from clause_auditor.engine.reading import Reading
from clause_auditor.text.partynames import find_names
from clause_auditor.text.words import word_set

_LEAST = 3
"""A defined term that a contract uses so seldom is none of its own words."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that model wording names, and how contracts may name it instead."""

    said: str
    """As the model wording has it, in the singular."""
    concept: str
    heads: frozenset[str]
    """Last words of the terms that may stand for it."""


_DATA = word_set("data information phi pii content")
THINGS = (
    Thing("personal data breach", "breach", word_set("breach incident event compromise")),
    Thing("security incident", "hipaa_security_incident", word_set("incident event")),
    Thing("unsecured protected health information", "", frozenset()),
    Thing("electronic protected health information", "", frozenset()),
    Thing("protected health information", "hipaa_phi", _DATA),
    Thing("personal data", "personal_data", _DATA),
    Thing("personal information", "personal_data", _DATA),
    Thing("PHI", "hipaa_phi", _DATA),
    Thing("sub-processor", "subprocessor", word_set("subprocessor processor subcontractor")),
    Thing("subcontractor", "hipaa_sub", word_set("subcontractor contractor")),
    Thing("data subject", "data_subject", word_set("subject")),
    Thing("supervisory authority", "supervisory_authority", word_set("authority")),
)
"""The longer before the shorter; one without a concept keeps its name, so that no part of it is renamed."""
_LONGEST = 4
"""Words of a name at most."""
_OTHERS = word_set("process processes processing the any all such of eu uk eea swiss california european")
"""Words with a capital that are no part of the name after them."""
_QUALIFIED = word_set(
    "unsecured electronic unsuccessful sensitive special relevant account usage service aggregated anonymized"
    " transferred eu uk swiss other certain limited uncontrolled shared pseudonymized"
)
"""A term with such a word means a part of the thing."""
_PAPER = re.compile(
    r"\b[Tt]his ((?:[A-Z][\w-]{0,30} ){0,4}(?:Agreement|DPA|Addendum|BAA|Contract|Terms|Annex|Schedule|Exhibit|MoU))\b"
)


def plural(name: str) -> str:
    """Return the plural of the name of a thing: "breaches", "authorities", "sub-processors"."""
    if name.endswith("ch"):
        return f"{name}es"
    return f"{name[:-1]}ies" if name.endswith("ty") else f"{name}s"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How a contract speaks of its parties and of the things that clauses are about."""

    names: Mapping[str, str]
    """What `{customer}` and `{vendor}` stand for, in the contract's own words."""
    given: Mapping[str, str]
    """The same by the parties that were given, or by their roles in the law."""
    things: Mapping[str, str]
    """By the thing as model wording says it, its name here."""
    paper: str
    """How the contract speaks of itself: "this Addendum"; empty if it does not."""


def read_vocabulary(case: Case) -> Vocabulary:
    """Return how a contract speaks."""
    texts = {document.id: document.text for document in case.contract.documents}
    found = find_names(case.reading.provisions, texts)
    own = {s.value: f"the {n.text}" if n.article else n.text for s, n in found.items() if not n.pronoun}
    names = {**case.names, **own}
    if len({name.casefold() for name in names.values()}) < len((Side.CUSTOMER, Side.VENDOR)):
        names = case.names
    return Vocabulary(names, case.names, _read_things(case), _read_paper(case.contract))


def _read_paper(contract: Contract) -> str:
    found = Counter(" ".join(m[1].split()) for d in contract.documents for m in _PAPER.finditer(d.text))
    return f"this {min(found, key=lambda name: (-found[name], name))}" if found else ""


def _read_things(case: Case) -> dict[str, str]:
    forms = {thing: _forms(thing, case.reading) for thing in THINGS if thing.concept}
    used = _count_forms(case, {form for found in forms.values() for form in found})
    return {t.said: name for t, found in forms.items() if (name := _choose(t, found, used))}


def _forms(thing: Thing, reading: Reading) -> set[tuple[str, ...]]:
    """Return the terms, in folded words of the singular, that may name a thing here."""
    terms = (term for term, concepts in reading.meanings.items() if thing.concept in concepts)
    fitting = {t for t in terms if t[-1] in thing.heads and not _QUALIFIED.intersection(t) and len(t) <= 4}
    return {*fitting, tuple(re.split(r"[ -]", thing.said.lower())), *_JOINED.get(thing.said, ())}


_JOINED = {"sub-processor": (("subprocessor",),)}
"""Other ways in which a word is written."""


def _count_forms(case: Case, forms: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], Counter[str]]:
    """Count how each form is written, the longest one first wherever several stand."""
    ordered = sorted({g for f in forms for g in (f, (*f[:-1], plural(f[-1])))}, key=lambda f: (-len(f), f))
    found: dict[tuple[str, ...], Counter[str]] = {form: Counter() for form in ordered}
    by_first = {form[0]: [other for other in ordered if other[0] == form[0]] for form in ordered}
    for provision in case.reading.provisions:
        text = case.contract.document(provision.document_id).text
        place = provision.own
        while place < len(provision.words):
            among = by_first.get(provision.words[place], ())
            hit = next((f for f in among if provision.words[place : place + len(f)] == f), ())
            if hit:
                found[hit][_written(provision, text, place, place + len(hit))] += 1
            place += len(hit) or 1
    return found


def _written(provision: Provision, text: str, first: int, last: int) -> str:
    """Return words as the contract writes them, with names before them: "Client Personal Data"."""
    offsets = provision.offsets
    while text[offsets[first][0]].isupper() and first > provision.own + 1 and last - first < _LONGEST:
        start, end = offsets[first - 1]
        if not text[start].isupper() or text[end : offsets[first][0]] != " " or provision.words[first - 1] in _OTHERS:
            break
        first -= 1
    return " ".join(text[offsets[first][0] : offsets[last - 1][1]].split())


def _singular(written: str) -> str:
    if written.endswith("ches"):
        return written.removesuffix("es")
    return f"{written.removesuffix('ies')}y" if written.endswith("ties") else written.removesuffix("s")


def _choose(thing: Thing, forms: Iterable[tuple[str, ...]], used: Mapping[tuple[str, ...], Counter[str]]) -> str:
    """Return the most usual name of a thing in the singular, as the contract writes it; empty if it has none."""
    counts: Counter[str] = Counter()
    for form in forms:
        for written, times in used[form].items():
            counts[written] += times
        for written, times in used[(*form[:-1], plural(form[-1]))].items():
            counts[_singular(written)] += times
    named = sorted((name for name in counts if counts[name] >= _LEAST), key=lambda n: (-counts[n], n))
    capital = (name for name in named if name[0].isupper() and counts[name] * 2 >= counts[named[0]])
    return next(capital, named[0] if named else "")
