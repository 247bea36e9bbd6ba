"""Two drafts judged alike: what applies to the old draft, the new one has to answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Protocol

from clause_auditor.domain.audit import Audit, AuditOptions, PackUse
from clause_auditor.domain.comparison import Comparison
from clause_auditor.domain.contract import Contract
from clause_auditor.engine.cancellation import CancelToken
from clause_auditor.engine.comparison import Draft, compare_drafts

_CARRIED: Final = "the old draft was judged by it"


class Judge(Protocol):
    """What judges a contract."""

    def audit(self, contract: Contract, options: AuditOptions, cancel: CancelToken | None = None) -> Audit:
        """Return the audit of a contract; `Cancelled` if the token is set meanwhile."""
        ...


def compare_contracts(
    judge: Judge, old: Contract, new: Contract, options: AuditOptions, cancel: CancelToken | None = None
) -> Comparison:
    """Return the comparison of two drafts.

    A new draft that no longer shows a regime is judged by the packs of the old one all the same: else it would lose
    every obligation of theirs without a word. Raises what the judge raises.
    """
    first = judge.audit(old, options, cancel)
    second = judge.audit(new, options, cancel)
    return compare_judged(judge, Draft(old, first), Draft(new, second), options, cancel)


def compare_judged(
    judge: Judge, old: Draft, new: Draft, options: AuditOptions, cancel: CancelToken | None = None
) -> Comparison:
    """Return the comparison of two drafts that were judged with these options, each by itself."""
    before, after = _applied(old.audit), _applied(new.audit)
    remarks = tuple(_remarks(before, after))
    if before.keys() - after.keys():
        together = replace(options, packs=tuple(sorted({**before, **after})))
        again = judge.audit(new.contract, together, cancel)
        new = Draft(new.contract, replace(again, packs=tuple(_use(use, after) for use in again.packs)))
    return compare_drafts(old, new, remarks)


def _applied(audit: Audit) -> dict[str, PackUse]:
    return {use.name: use for use in audit.packs if use.applied}


def _use(use: PackUse, after: dict[str, PackUse]) -> PackUse:
    return after.get(use.name, replace(use, reason=_CARRIED) if use.applied else use)


def _remarks(before: dict[str, PackUse], after: dict[str, PackUse]) -> Iterator[str]:
    for name in sorted(before.keys() - after.keys()):
        yield f"Pack {name} applies by itself to the old draft only; the new draft was judged by it all the same."
    for name in sorted(after.keys() - before.keys()):
        yield f"Pack {name} applies to the new draft only: {after[name].reason}."
