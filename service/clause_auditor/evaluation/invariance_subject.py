"""Contracts whose statuses must stay: the texts of rules' examples, and the documents of a corpus."""

from __future__ import annotations

from clause_auditor.documents import read_file
from clause_auditor.domain.rule import Library
from clause_auditor.evaluation.corpus import Corpus
from clause_auditor.evaluation.invariance import WholeContract
from clause_auditor.evaluation.mutation_subject import Selection, contract_of


def whole_examples(library: Library, selection: Selection, today: str) -> list[WholeContract]:
    """Return every example with a text, whatever its status; it is judged by all rules of its pack."""
    return [
        WholeContract(f"{rule.id}, {example.name}", (pack.name,), contract_of(example), example.as_of or today)
        for pack in library.packs
        for rule in pack.rules
        if selection.takes(pack.name, rule.id)
        for example in rule.examples
        if example.text
    ]


def whole_contracts(corpus: Corpus, selection: Selection, today: str) -> list[WholeContract]:
    """Return the documents of a corpus; each is judged by the packs of its sheets."""
    found = [
        WholeContract(labelled.document, labelled.packs, read_file(labelled.path, name=labelled.document), today)
        for labelled in corpus.contracts()
    ]
    return found[: selection.limit] if selection.limit else found
