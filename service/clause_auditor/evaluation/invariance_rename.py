"""Parties renamed: each name that is nobody else's becomes an invented one, wherever it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from clause_auditor.domain.contract import Contract
from clause_auditor.domain.party import Party, Side
from clause_auditor.evaluation.mutation_edits import Edit
from clause_auditor.text.markup import mask
from clause_auditor.text.revisions import Revision, revise
from clause_auditor.text.roles import resolve_roles
from clause_auditor.text.rolewords import COMMERCIAL, FIRST_PERSON, HINTED, LEGAL, NEUTRAL, SECOND_PERSON
from clause_auditor.text.words import Token, tokenize, word_set

_INVENTED = (
    "Quorvale Brindex Tamsivar Oskerrin Welmadyne Pruvissa Caltheron Yndrasol Fervanti Molquist Ragenholt Sivendra"
).split()
_KEPT = word_set(
    "inc ltd llc llp limited gmbh corp corporation bv b v ag plc s r l srl sas sa aps ab oy pty ug kg co company of the"
    " and for de du group holdings"
)
_ROLES = {word for table in (LEGAL, COMMERCIAL, HINTED, NEUTRAL) for phrase in table for word in phrase}
_COMMON = _ROLES | FIRST_PERSON | SECOND_PERSON | _KEPT


def rename(contract: Contract) -> Contract | None:
    """Return the contract with its parties renamed; None if it names none that could be."""
    tokens = {document.id: tokenize(mask(document.text)) for document in contract.documents}
    texts = {document.id: document.text for document in contract.documents}
    names = _invent(_own_words(contract, tokens, texts))
    if not names:
        return None
    for document in contract.documents:
        edits = _edits(document.text, tokens[document.id], names)
        contract = revise(contract, document.id, Revision(edits))
    return replace(contract, parties=tuple(_rename_party(party, names) for party in contract.parties))


def _own_words(
    contract: Contract, tokens: Mapping[str, Sequence[Token]], texts: Mapping[str, str]
) -> list[tuple[str, ...]]:
    """Return the phrases that name a party by words that this contract never writes with a small letter."""
    roles = resolve_roles((mask(text) for text in texts.values()), contract.parties)
    small = {word for d, found in tokens.items() for word, start, _ in found if texts[d][start].islower()}
    sides = (Side.CUSTOMER, Side.VENDOR)
    phrases = sorted(phrase for phrase, side in roles.sides.items() if side in sides)
    return [p for p in phrases if _is_own(p, small)]


def _is_own(phrase: tuple[str, ...], small: set[str]) -> bool:
    telling = [word for word in phrase if word not in _KEPT]
    return bool(telling) and not any(word in _COMMON or word in small or not word.isalpha() for word in telling)


def _invent(phrases: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the new words of each phrase: a word has the same new one wherever it stands."""
    words = dict.fromkeys(word for phrase in phrases for word in phrase if word not in _KEPT)
    fresh = {word: _INVENTED[i % len(_INVENTED)] + "x" * (i // len(_INVENTED)) for i, word in enumerate(words)}
    return {phrase: tuple(fresh.get(word, "") for word in phrase) for phrase in phrases}


def _edits(text: str, tokens: Sequence[Token], names: Mapping[tuple[str, ...], tuple[str, ...]]) -> list[Edit]:
    lengths = sorted({len(phrase) for phrase in names}, reverse=True)
    edits: list[Edit] = []
    place = 0
    while place < len(tokens):
        near = [tuple(word for word, _, _ in tokens[place : place + length]) for length in lengths]
        found = next((phrase for phrase in near if phrase in names), None)
        for (_, start, end), fresh in zip(tokens[place:], names[found] if found else (), strict=False):
            if fresh:
                edits.append(Edit(start, end, fresh.upper() if text[start:end].isupper() else fresh))
        place += len(found) if found else 1
    return edits


def _rename_party(party: Party, names: Mapping[tuple[str, ...], tuple[str, ...]]) -> Party:
    fresh = [_renamed(name, names) for name in (party.name, *party.aliases)]
    return replace(party, name=fresh[0], aliases=tuple(fresh[1:]))


def _renamed(name: str, names: Mapping[tuple[str, ...], tuple[str, ...]]) -> str:
    return Revision(_edits(name, tokenize(name), names)).apply(name)
