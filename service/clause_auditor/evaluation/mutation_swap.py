"""The parties change places: names, aliases and pronouns of the one for those of the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from clause_auditor.domain.party import Side
from clause_auditor.domain.provision import Mention, Provision
from clause_auditor.evaluation.mutation_edits import Edit
from clause_auditor.evaluation.mutation_stretch import Stretch
from clause_auditor.text.words import fold_words, word_set

_OTHER = {Side.CUSTOMER: Side.VENDOR, Side.VENDOR: Side.CUSTOMER}
_PRONOUNS = word_set("we us our ours you your yours")
_PERSON = {"we": "first", "us": "first", "our": "first", "ours": "first"}
_ROLES = {
    "controller": "Processor",
    "processor": "Controller",
    "covered entity": "Business Associate",
    "business associate": "Covered Entity",
    "business": "Service Provider",
    "service provider": "Business",
    "contractor": "Business",
    "customer": "Vendor",
    "vendor": "Customer",
    "supplier": "Customer",
    "provider": "Customer",
}
_DETERMINERS = word_set("a an any each such this that no every")
_VERBS = word_set("shall will must may can agree undertake have are do process collect use provide") | {
    "'ll",
    "'ve",
    "'re",
}


@dataclass(frozen=True, slots=True)
class Name:
    """How a contract mostly speaks of a side."""

    text: str
    article: bool
    """True if "the" stands before it."""
    pronoun: bool = False
    """True if it is spoken of in the first or second person alone."""


def find_names(provisions: Iterable[Provision], texts: Mapping[str, str]) -> dict[Side, Name]:
    """Return the most usual name of each side that a contract speaks of; `texts` are its documents by id."""
    counts: dict[Side, Counter[tuple[str, bool]]] = {side: Counter() for side in _OTHER}
    for provision in provisions:
        for mention in provision.mentions:
            if mention.side in counts and mention.start >= provision.own:
                counts[mention.side][_as_written(provision, mention, texts[provision.document_id])] += 1
    return {side: _usual(counter) for side, counter in counts.items() if counter}


def _as_written(provision: Provision, mention: Mention, text: str) -> tuple[str, bool]:
    start, end = provision.offsets[mention.start][0], provision.offsets[mention.end - 1][1]
    article = mention.start > 0 and provision.words[mention.start - 1] == "the"
    return " ".join(text[start:end].split()), article


def _usual(counter: Counter[tuple[str, bool]]) -> Name:
    ordered = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
    named = [name for name, _ in ordered if name[0].lower() not in _PRONOUNS]
    if named:
        return Name(*named[0])
    return Name(ordered[0][0][0].lower(), article=False, pronoun=True)


def swap(stretch: Stretch, names: Mapping[Side, Name], asked: Collection[Side] = ()) -> list[Edit]:
    """Return edits by which each side stands where the other stood.

    With `asked` only where one of these sides is spoken of as one that acts or is acted for: nothing else is at stake.
    """
    mentions = [mention for mention in stretch.mentions() if mention.side in _OTHER]
    if asked and not any(m.side in asked and not m.possessive for m in mentions):
        return []
    return [_exchange(stretch, mention, names) for mention in mentions]


def _exchange(stretch: Stretch, mention: Mention, names: Mapping[Side, Name]) -> Edit:
    word = stretch.word(mention.start)
    name = _other_name(stretch, mention, names)
    owns = word in ("our", "your", "ours", "yours")
    if name.pronoun:
        return _put_pronoun(stretch, mention, name, owns)
    article = stretch.word(mention.start - 1) == "the" and mention.start > 0
    first = mention.start - article
    start, end = stretch.span(first, mention.end)
    determined = stretch.word(mention.start - 1) in _DETERMINERS and mention.start > 0
    plain = f"{'the ' if name.article and not determined else ''}{name.text}{chr(39) + 's' if owns else ''}"
    return Edit(start, end, _capital(stretch.text[start], plain))


def _other_name(stretch: Stretch, mention: Mention, names: Mapping[Side, Name]) -> Name:
    """Return the name for the other side: a role of the law for a role of the law, a pronoun for a pronoun."""
    other = _OTHER[mention.side]
    word = stretch.word(mention.start)
    known = names.get(other)
    if word in _PRONOUNS and (known is None or known.pronoun):
        return Name("you" if word in _PERSON else "we", article=False, pronoun=True)
    if known is not None:
        return known
    role = _ROLES.get(" ".join(fold_words(stretch.source(mention.start, mention.end))))
    return Name(role or ("Customer" if other is Side.CUSTOMER else "Vendor"), article=True)


def _put_pronoun(stretch: Stretch, mention: Mention, name: Name, owns: bool) -> Edit:
    article = stretch.word(mention.start - 1) == "the" and mention.start > 0
    genitive = stretch.word(mention.end) == "'s"
    start, end = stretch.span(mention.start - article, mention.end + genitive)
    first = _PERSON.get(name.text) == "first"
    if owns or genitive:
        text = "our" if first else "your"
    elif first:
        text = "we" if _acts(stretch, mention) else "us"
    else:
        text = "you"
    return Edit(start, end, _capital(stretch.text[start], text))


def _acts(stretch: Stretch, mention: Mention) -> bool:
    follower = stretch.word(mention.end)
    return follower in _VERBS or (follower.endswith("s") and len(follower) > 3)


def _capital(source: str, text: str) -> str:
    return text[0].upper() + text[1:] if source.isupper() and text[0].islower() else text
