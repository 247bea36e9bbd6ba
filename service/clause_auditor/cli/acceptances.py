"""A baseline at work: which of its acceptances concern a contract, and which concern nothing any more."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from clause_auditor.cli.inputs import STDIN
from clause_auditor.domain.acceptance import Acceptance
from clause_auditor.reports import Outcome
from clause_auditor.reports.sources import JOINT


@dataclass(frozen=True, slots=True)
class Baseline:
    """The acceptances of a file."""

    home: Path
    """The file's folder: contracts are named as seen from it."""
    entries: Sequence[Acceptance] = ()

    def name_contract(self, name: str, key: str) -> str:
        """Return how a contract is called in the file: by its key, or by where its file is."""
        return key or JOINT.join(self._seen(part) for part in name.split(JOINT))

    def concerning(self, name: str, key: str) -> tuple[Acceptance, ...]:
        """Return the acceptances of one contract."""
        called = self.name_contract(name, key)
        return tuple(entry for entry in self.entries if entry.contract == called)

    def tell_idle(self, outcomes: Iterable[Outcome]) -> Iterator[str]:
        """Yield a sentence for each acceptance that a contract which was audited does not need, or no longer has."""
        for outcome in outcomes:
            if outcome.audit is None:
                continue
            for entry in self.concerning(outcome.name, outcome.audit.contract_key):
                if not any(entry.covers(finding) for finding in outcome.audit.findings):
                    yield f"{entry.place}: {entry.rule_id} of {entry.contract} is found no more: take the entry out"
                elif not entry.holds_on(outcome.audit.as_of):
                    yield f"{entry.place}: {entry.rule_id} of {entry.contract} was accepted until {entry.waiver.until}"

    def _seen(self, part: str) -> str:
        if part == STDIN:
            return part
        try:
            return Path(os.path.relpath(part, self.home)).as_posix()
        except ValueError:  # another drive
            return Path(part).as_posix()


def merge(old: Baseline, new: Sequence[Acceptance], audited: Collection[str]) -> tuple[Acceptance, ...]:
    """Return what the file holds afterwards: known entries keep their reason, those that found nothing go.

    `audited` are the contracts that `new` speaks of, by their names in the file; entries of others stay.
    """
    known = {(each.contract, each.fingerprint, each.status): each for each in old.entries}
    kept = [each for each in old.entries if each.contract not in audited]
    return (*kept, *(known.get((each.contract, each.fingerprint, each.status), each) for each in new))
