"""Subjects of mutation: contracts that meet a rule, from the rules' own examples and from a corpus."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import cast

from clause_auditor.documents import compose_text, read_file
from clause_auditor.domain.contract import Contract
from clause_auditor.domain.fact import FactValue
from clause_auditor.domain.finding import Status
from clause_auditor.domain.rule import Example, Library
from clause_auditor.evaluation.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Subject:
    """A contract that meets a rule, as the author of an example or a reader of the corpus says."""

    rule_id: str
    pack: str
    source: str
    """The example's name, or the document's path."""
    contract: Contract
    as_of: str
    parts: tuple[str, ...] = ()
    """The parts of the passage that a reader labelled; none for an example."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules are tried: all that it does not leave out."""

    packs: Collection[str] = ()
    rules: Collection[str] = ()
    limit: int = 0
    """Contracts a rule, the first ones; 0: all."""

    def takes(self, pack: str, rule_id: str) -> bool:
        """Tell whether a rule is wanted."""
        return (not self.packs or pack in self.packs) and (not self.rules or rule_id in self.rules)


def from_examples(library: Library, selection: Selection, today: str) -> list[Subject]:
    """Return the examples with a text that their authors call met; `today` judges those without a date."""
    return list(_limited(_examples(library, selection, today), selection.limit))


def from_corpus(corpus: Corpus, library: Library, selection: Selection, today: str) -> list[Subject]:
    """Return every label `met` with a passage whose rule the library holds."""
    known = {rule.id for pack in library.packs for rule in pack.rules}
    return list(_limited((s for s in _labelled(corpus, selection, today) if s.rule_id in known), selection.limit))


def _examples(library: Library, selection: Selection, today: str) -> Iterator[Subject]:
    for pack in library.packs:
        for rule in pack.rules:
            for example in rule.examples if selection.takes(pack.name, rule.id) else ():
                if example.status is Status.MET and example.text:
                    contract = contract_of(example)
                    yield Subject(rule.id, pack.name, example.name, contract, example.as_of or today)


def contract_of(example: Example) -> Contract:
    """Return the contract that an example stands for."""
    facts = cast("dict[str, FactValue]", dict(example.facts))
    return Contract(documents=(compose_text("example", example.text),), facts=facts, contract_key="example")


def _labelled(corpus: Corpus, selection: Selection, today: str) -> Iterator[Subject]:
    for labelled in corpus.contracts():
        contract: Contract | None = None
        for sheet in labelled.sheets:
            for label in sheet.labels.values():
                if label.status is Status.MET and label.parts and selection.takes(sheet.pack, label.rule_id):
                    contract = contract or read_file(labelled.path, name=labelled.document)
                    yield Subject(label.rule_id, sheet.pack, labelled.document, contract, today, label.parts)


def _limited(subjects: Iterator[Subject], limit: int) -> Iterator[Subject]:
    counts: dict[str, int] = {}
    for subject in subjects:
        counts[subject.rule_id] = counts.get(subject.rule_id, 0) + 1
        if not limit or counts[subject.rule_id] <= limit:
            yield subject
