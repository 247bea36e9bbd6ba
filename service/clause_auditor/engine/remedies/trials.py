"""Trials: a contract with edits made in it, judged again by the rules that are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clause_auditor.domain.audit import DEFAULT_LIMITS, AuditLimits
from clause_auditor.domain.contract import Contract
from clause_auditor.domain.finding import Status
from clause_auditor.domain.remedy import Edit
from clause_auditor.domain.rule import Library, Rule
from clause_auditor.engine.cancellation import CancelToken
from clause_auditor.engine.cases import build_case
from clause_auditor.engine.judgement import Case, Standing, settle
from clause_auditor.engine.lexicon import Lexicon
from clause_auditor.engine.reading import Reading
from clause_auditor.errors import ClauseAuditorError
from clause_auditor.text import split_contract
from clause_auditor.text.revisions import Revision, revise

_FAULTS = (ClauseAuditorError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError)


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything that the same contract is judged with, again and again."""

    library: Library
    lexicon: Lexicon
    as_of: str
    cancel: CancelToken
    limits: AuditLimits = DEFAULT_LIMITS

    def read(self, contract: Contract, before: Case | None = None) -> Case:
        """Return the case of a contract; `before` is the case of nearly the same one."""
        split = split_contract(contract, self.cancel.check, self.limits)
        reading = Reading(split, self.lexicon, self.cancel, before=before.reading if before else None)
        return build_case(contract, reading, self.lexicon, self.library, self.as_of)

    def revised(self, case: Case, edits: Sequence[Edit]) -> Case:
        """Return the case of the contract with edits made in it."""
        return self.read(make_edits(case.contract, edits), case)

    def statuses(self, case: Case, rules: Iterable[Rule]) -> dict[str, Status]:
        """Return the status of each rule, by its id."""
        return {rule.id: standing.status if (standing := self.settle(case, rule)) else Status.ERROR for rule in rules}

    def settle(self, case: Case, rule: Rule) -> Standing | None:
        """Return how a contract stands to a rule; None if the rule cannot be evaluated."""
        self.cancel.check()
        try:
            return settle(rule, case)
        except _FAULTS:
            self.cancel.check()
            return None


def make_edits(contract: Contract, edits: Iterable[Edit]) -> Contract:
    """Return a contract with edits made in its documents; edits at the same place stay in the order given."""
    found = list(edits)
    for document_id in dict.fromkeys(edit.document_id for edit in found):
        contract = revise(contract, document_id, Revision(e for e in found if e.document_id == document_id))
    return contract
