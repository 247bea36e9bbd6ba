"""What was found in files that are handed in: contracts by name, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from clause_auditor.documents.extraction import Unread
from clause_auditor.domain.contract import Contract
from clause_auditor.errors import InputError

Part = tuple[str, Contract]
"""The name of a file, and what it holds as a contract."""
_MOST_TOLD: Final = 20


@dataclass(frozen=True, slots=True)
class Found:
    """Of one file, or of several."""

    parts: tuple[Part, ...] = ()
    unread: tuple[Unread, ...] = ()

    def require_all(self) -> tuple[Part, ...]:
        """Return the parts; InputError, which names every file that cannot be read, if there is one."""
        if self.unread:
            raise refuse(self.unread)
        return self.parts


def gather(found: Iterable[Found]) -> Found:
    """Return all of it together, in order."""
    every = list(found)
    return Found(tuple(p for each in every for p in each.parts), tuple(u for each in every for u in each.unread))


def refuse(unread: Sequence[Unread]) -> InputError:
    """Return the error of files that cannot be read: of their own kind where they agree, and with the fault of each."""
    kinds = {type(each.error) for each in unread}
    faults = [fault for each in unread for fault in each.error.faults]
    return (kinds.pop() if len(kinds) == 1 else InputError)(faults)


def leave_out(contract: Contract, unread: Iterable[Unread]) -> Contract:
    """Return the contract with a sentence on each of its papers that is left out, as it cannot be read."""
    sentences = [f"{each.name} was not read: {'; '.join(f.problem for f in each.error.faults)}." for each in unread]
    return replace(contract, unread=(*contract.unread, *_bounded(sentences)))


def add_remarks(parts: Sequence[Part], remarks: Sequence[str]) -> tuple[Part, ...]:
    """Return the parts with remarks on what lies beside them, which the first document of all carries."""
    at = next((at for at, (_, contract) in enumerate(parts) if contract.documents), None)
    if at is None or not remarks:
        return tuple(parts)
    name, contract = parts[at]
    first, *others = contract.documents
    first = replace(first, remarks=(*first.remarks, *_bounded(remarks)))
    return (*parts[:at], (name, replace(contract, documents=(first, *others))), *parts[at + 1 :])


def _bounded(sentences: Sequence[str]) -> list[str]:
    more = len(sentences) - _MOST_TOLD
    return [*sentences[:_MOST_TOLD], *([f"{more} more files were not read."] if more > 0 else [])]
