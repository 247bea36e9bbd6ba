"""The parties change places: names, aliases and pronouns of the one for those of the other."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from clause_auditor.domain.party import Side
from clause_auditor.domain.provision import Mention
from clause_auditor.evaluation.mutation_edits import Edit
from clause_auditor.evaluation.mutation_modals import is_subject
from clause_auditor.evaluation.mutation_stretch import Stretch
from clause_auditor.text.partynames import FIRST, PRONOUNS, Name, is_set_off
from clause_auditor.text.words import fold_words, word_set

_OTHER = {Side.CUSTOMER: Side.VENDOR, Side.VENDOR: Side.CUSTOMER}
_SAYS_WHO = word_set("is are be am as become becomes")
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
    return bool(before[1:2] and before[1] in _SAYS_WHO and before[0] in _DETERMINERS_OF) or is_set_off(
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
    if word in PRONOUNS and (known is None or known.person):
        return Name("you" if word in FIRST else "we", article=False, pronoun=True)
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
