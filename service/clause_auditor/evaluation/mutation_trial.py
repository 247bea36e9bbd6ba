"""One trial: change the passage that meets a rule, audit again, see whether the rule notices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from clause_auditor.domain.audit import AuditOptions
from clause_auditor.domain.contract import Contract
from clause_auditor.domain.finding import Finding, Status
from clause_auditor.domain.mutation import MutationKind
from clause_auditor.domain.party import Side
from clause_auditor.domain.provision import SplitContract
from clause_auditor.domain.rule import Rule
from clause_auditor.engine import Auditor
from clause_auditor.evaluation.mutation_edits import Edit
from clause_auditor.evaluation.mutation_kinds import read_demand
from clause_auditor.evaluation.mutation_places import Spans, carry, find_places, join, overlap, passage_text, quoted
from clause_auditor.evaluation.mutation_stretch import Stretch, find_stretches
from clause_auditor.evaluation.mutation_subject import Subject
from clause_auditor.evaluation.mutation_variants import Passage, Variant, choose_variants
from clause_auditor.text import split_contract
from clause_auditor.text.partynames import Name, find_names
from clause_auditor.text.revisions import Revision, revise

ROUNDS = 3
"""A contract may say a thing more than once: what meets the rule after a change is changed too, so many times."""


class Result(StrEnum):
    """What became of a trial."""

    NOTICED = "noticed"
    """The rule is not met any more."""
    UNNOTICED = "unnoticed"
    """It is still met, and would not be without the changed passage."""
    ELSEWHERE = "elsewhere"
    """It is still met by other passages, after three rounds or because these cannot be changed so."""
    NOT_APPLICABLE = "not_applicable"
    """Nothing in the passage can be changed so."""
    FOUND_OTHERWISE = "found_otherwise"
    """The audit does not find the rule met in the first place: nothing was changed."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One mutation and its result."""

    rule_id: str
    source: str
    kind: MutationKind | None
    """None where the rule was found otherwise to begin with."""
    variant: str
    result: Result
    status: Status | None
    """The status after the change; None if the rule gave no finding."""
    before: str = ""
    """What the contract said."""
    after: str = ""
    """What it says after the last change."""


@dataclass(frozen=True, slots=True)
class _State:
    """A contract on its way through the rounds."""

    contract: Contract
    finding: Finding | None
    spans: Spans
    """The passages to be changed next."""
    changed: Spans
    """The words put in so far."""

    @property
    def met(self) -> bool:
        """True if the rule is met."""
        return self.finding is not None and self.finding.status is Status.MET


class RuleTrials:
    """Tries mutations on contracts that meet one rule."""

    def __init__(self, auditor: Auditor, rule: Rule, pack: str) -> None:
        self._rule = rule
        self._pack = pack
        self._auditor = _narrow(auditor, rule, pack)
        self._demand = read_demand(rule)

    def run(self, subject: Subject, kinds: frozenset[MutationKind]) -> Iterator[Trial]:
        """Yield one trial for each variant of those kinds that the rule must notice."""
        wanted = choose_variants(kinds & self._demand.kinds)
        finding = self._find(subject.contract, subject.as_of) if wanted else None
        if wanted and (finding is None or finding.status is not Status.MET):
            status = finding.status if finding else None
            yield Trial(self._rule.id, subject.source, None, "", Result.FOUND_OTHERWISE, status)
            return
        for variant in wanted:
            yield self._try(subject, variant, finding)

    def _find(self, contract: Contract, as_of: str) -> Finding | None:
        if not contract.facts and not any(document.text.strip() for document in contract.documents):
            # the whole contract was the passage, and is gone
            return None
        audit = self._auditor.audit(contract, AuditOptions(packs=(self._pack,), as_of=as_of))
        return next((found for found in audit.findings if found.rule_id == self._rule.id), None)

    def _try(self, subject: Subject, variant: Variant, finding: Finding | None) -> Trial:
        spans = join(quoted(finding), find_places(subject.contract, subject.parts))
        state = _State(subject.contract, finding, spans, {})
        before = passage_text(subject.contract, _whole(subject.contract, spans))
        result, after = Result.ELSEWHERE, ""
        for number in range(ROUNDS):
            revisions = self._revise(state, variant)
            if not revisions:
                result = Result.ELSEWHERE if number else Result.NOT_APPLICABLE
                break
            state, after = self._advance(state, revisions, subject.as_of)
            if not state.met:
                result = Result.NOTICED
                break
            if variant.kind is not MutationKind.DROP and (touched := _touched(state)):
                after = passage_text(state.contract, _whole(state.contract, state.spans))
                without = self._drop(state, touched, subject.as_of)
                if not without.met:
                    result = Result.UNNOTICED
                    break
                state = without
        status = state.finding.status if state.finding else None
        return Trial(self._rule.id, subject.source, variant.kind, variant.name, result, status, before, after)

    def _drop(self, state: _State, spans: Spans, as_of: str) -> _State:
        """Return the state without some passages: whether the rule rests on them shows when they are gone."""
        edits = {d: Revision(Edit(a, b, "") for a, b in places) for d, places in spans.items()}
        return self._advance(state, edits, as_of)[0]

    def _revise(self, state: _State, variant: Variant) -> dict[str, Revision[Edit]]:
        revisions: dict[str, Revision[Edit]] = {}
        names = _names(state.contract)
        for document_id, places in state.spans.items():
            text = state.contract.document(document_id).text
            stretches = find_stretches(_split(state.contract).provisions, document_id, text, places)
            passage = Passage(places, stretches, names, self._demand)
            if edits := [edit for edit in variant.edit(passage) if text[edit.start : edit.end] != edit.text]:
                revisions[document_id] = Revision(edits)
        return revisions

    def _advance(self, state: _State, revisions: Mapping[str, Revision[Edit]], as_of: str) -> tuple[_State, str]:
        """Return the state after revisions, and how the passages read now."""
        whole = carry(_whole(state.contract, state.spans), revisions)
        contract = state.contract
        for document_id, revision in revisions.items():
            contract = revise(contract, document_id, revision)
        finding = self._find(contract, as_of)
        changed = carry(state.changed, revisions)
        return _State(contract, finding, quoted(finding), changed), passage_text(contract, whole)


def _narrow(auditor: Auditor, rule: Rule, pack: str) -> Auditor:
    """Return an auditor of one rule that shares the compiled lexicons: the others need not be judged."""
    narrow = copy(auditor)
    packs = tuple(replace(p, rules=(rule,)) for p in auditor.library.packs if p.name == pack)
    narrow.library = replace(auditor.library, packs=packs)
    return narrow


def _touched(state: _State) -> Spans:
    """Return the passages found now in whose provisions, stems with them, a word was put in."""
    return {
        d: [span for span in places if overlap(_whole(state.contract, {d: [span]}), state.changed)]
        for d, places in state.spans.items()
        if overlap(_whole(state.contract, {d: places}), state.changed)
    }


def _whole(contract: Contract, spans: Spans) -> Spans:
    """Return the spans with the stems that govern them."""
    stems: dict[str, list[tuple[int, int]]] = {}
    for document_id, places in spans.items():
        stretches = find_stretches(_split(contract).provisions, document_id, "", places)
        stems[document_id] = sorted({stem for stretch in stretches for stem in _stems(stretch)})
    return join(spans, stems)


def _stems(stretch: Stretch) -> Sequence[tuple[int, int]]:
    return [(span.start, span.end) for span in stretch.provision.spans[:-1] if span.start < span.end]


@lru_cache(maxsize=4)
def _split_texts(contract: _Same) -> SplitContract:
    return split_contract(contract.contract)


class _Same:
    """A contract compared by the texts of its documents, as a key of a cache."""

    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self._key = tuple((d.id, d.text) for d in contract.documents)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self._key == other._key


def _split(contract: Contract) -> SplitContract:
    return _split_texts(_Same(contract))


@lru_cache(maxsize=4)
def _names_of(contract: _Same) -> dict[Side, Name]:
    texts = {document.id: document.text for document in contract.contract.documents}
    return find_names(_split_texts(contract).provisions, texts)


def _names(contract: Contract) -> dict[Side, Name]:
    return _names_of(_Same(contract))
