"""The setting of a contract's rules: names, ranks, record, and what kind of contract it is."""

from __future__ import annotations

from clause_auditor.domain.contract import Contract, DocumentRole
from clause_auditor.domain.rule import Library
from clause_auditor.engine.evidence import Passages
from clause_auditor.engine.judgement import Case
from clause_auditor.engine.lexicon import Lexicon
from clause_auditor.engine.reading import Reading
from clause_auditor.engine.records import Record
from clause_auditor.engine.second_reader import SecondReader
from clause_auditor.engine.wording import party_names

WHOLLY_REFERRING = "wholly_referring"
"""Concept of a clause that leaves everything to a text that stands elsewhere."""
_SHORT = 500
"""A contract of so few words that leaves its terms to another text cannot be judged without it."""


def build_case(contract: Contract, reading: Reading, lexicon: Lexicon, library: Library, as_of: str) -> Case:
    """Return the case of a contract that was read."""
    ranks = {d.id: d.rank for d in contract.documents}
    return Case(
        contract=contract,
        reading=reading,
        lexicon=lexicon,
        record=Record(contract.facts, library.instruments, as_of),
        passages=Passages(contract, reading.provisions),
        instruments=library.instruments,
        as_of=as_of,
        names=party_names(contract),
        ranks={p.index: ranks[p.document_id] for p in reading.provisions},
        partial=_is_partial(contract, reading),
        second_reader=SecondReader(reading.provisions),
        models=library.second_readers,
        dedicated=_is_dedicated(contract, reading),
    )


def _is_partial(contract: Contract, reading: Reading) -> bool:
    strange = any(language not in reading.languages for _, language in reading.split.languages)
    return bool(contract.unread) or strange or _refers_wholly(contract, reading)


def _refers_wholly(contract: Contract, reading: Reading) -> bool:
    words = sum(len(p.words) - p.own for p in reading.provisions)
    elsewhere = reading.holding(WHOLLY_REFERRING) or any(not t.supplied for t in contract.incorporated)
    return bool(words < _SHORT and elsewhere)


def _is_dedicated(contract: Contract, reading: Reading) -> bool:
    """Say whether the contract is made for data protection: by its papers' roles, or by what it mostly speaks of."""
    if any(d.role in (DocumentRole.DPA, DocumentRole.BAA) for d in contract.documents):
        return True
    about = reading.holding("personal_data").bit_count()
    return about * 6 >= len(reading.provisions) > 0
