"""The parties change places: names, aliases and pronouns of the one for those of the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from clause_auditor.domain.party import Side
from clause_auditor.domain.provision import Mention, Provision
from clause_auditor.evaluation.mutation_edits import Edit
from clause_auditor.evaluation.mutation_modals import is_subject
from clause_auditor.evaluation.mutation_stretch import Stretch
from clause_auditor.text.words import fold_words, word_set

_OTHER = {Side.CUSTOMER: Side.VENDOR, Side.VENDOR: Side.CUSTOMER}
_PRONOUNS = word_set("we us our ours you your yours")
_FIRST = word_set("we us our ours")
_SAYS_WHO = word_set("is are be am as become becomes")
_OPENED = frozenset("(\"\u201c\u2018'")
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
_DETERMINERS_OF = word_set("the your our its")
_DETERMINERS = word_set("a an any each such this that no every")


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
    counts: dict[Side, Counter[tuple[str, bool]]] = {side: Counter() for side in _OTHER}
    for provision in provisions:
        for mention in provision.mentions:
            text = texts[provision.document_id]
            if mention.side in counts and mention.start >= provision.own and not _is_set_off(provision, mention, text):
                counts[mention.side][_as_written(provision, mention, text)] += 1
    return {side: _usual(counter) for side, counter in counts.items() if counter}


def _is_set_off(provision: Provision, mention: Mention, text: str) -> bool:
    """Tell whether a mention stands in quotes or begins a bracket, as names do where they are given."""
    return text[max(0, provision.offsets[mention.start][0] - 1)] in _OPENED


def _as_written(provision: Provision, mention: Mention, text: str) -> tuple[str, bool]:
    start, end = provision.offsets[mention.start][0], provision.offsets[mention.end - 1][1]
    article = mention.start > 0 and provision.words[mention.start - 1] == "the"
    return " ".join(text[start:end].split()), article


def _usual(counter: Counter[tuple[str, bool]]) -> Name:
    ordered = sorted(counter.items(), key=lambda item: (-item[1], not item[0][1], item[0]))
    named = [name for name, _ in ordered if name[0].lower() not in _PRONOUNS]
    spoken = [name[0].lower() for name, _ in ordered if name[0].lower() in _PRONOUNS]
    person = ("we" if spoken[0] in _FIRST else "you") if spoken else ""
    if not named:
        return Name(person, article=False, pronoun=True, person=person)
    text, article = named[0]
    return Name(text, article or text.islower(), person=person)


def swap(stretch: Stretch, names: Mapping[Side, Name], asked: Collection[Side] = ()) -> list[Edit]:
    """Return edits by which each side stands where the other stood.

    With `asked` only where one of these sides is spoken of as one that acts or is acted for: nothing else is at stake.
    """
    mentions = [mention for mention in stretch.mentions() if mention.side in _OTHER]
    if any(_says_who(stretch, mention) for mention in mentions):
        return []
    if asked and not any(m.side in asked and not m.possessive for m in mentions):
        return []
    return [_exchange(stretch, mention, names) for mention in mentions]


def _says_who(stretch: Stretch, mention: Mention) -> bool:
    """Tell whether a mention gives a role or a name: names exchanged there rename the parties, and nothing else."""
    before = [stretch.word(place) for place in range(mention.start - 1, max(0, mention.start - 3) - 1, -1)]
    if before[:1] and before[0] in _SAYS_WHO | {"a", "an"}:
        return True
    return bool(before[1:2] and before[1] in _SAYS_WHO and before[0] in _DETERMINERS_OF) or _is_set_off(
        stretch.provision, mention, stretch.text
    )


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
    if word in _PRONOUNS and (known is None or known.person):
        return Name("you" if word in _FIRST else "we", article=False, pronoun=True)
    if known is not None:
        return known
    role = _ROLES.get(" ".join(fold_words(stretch.source(mention.start, mention.end))))
    return Name(role or ("Customer" if other is Side.CUSTOMER else "Vendor"), article=True)


def _put_pronoun(stretch: Stretch, mention: Mention, name: Name, owns: bool) -> Edit:
    article = stretch.word(mention.start - 1) == "the" and mention.start > 0
    genitive = stretch.word(mention.end) == "'s"
    start, end = stretch.span(mention.start - article, mention.end + genitive)
    first = name.text == "we"
    if owns or genitive:
        text = "our" if first else "your"
    elif first:
        text = "we" if is_subject(stretch, mention) else "us"
    else:
        text = "you"
    return Edit(start, end, _capital(stretch.text[start], text))


def _capital(source: str, text: str) -> str:
    return text[0].upper() + text[1:] if source.isupper() and text[0].islower() else text
