"""Short items and rows are shown with their neighbours: "E-mail addresses" alone tells a reader nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clause_auditor.domain.finding import Evidence
from clause_auditor.domain.provision import Provision, ProvisionKind

_ENOUGH = 8
"""Words with which an item stands by itself."""
_BETWEEN = 12
"""Characters of layout between two items of one list, or two rows of one table, at most."""
_SHORT = frozenset({ProvisionKind.ITEM, ProvisionKind.ROW})


def widen(provisions: Sequence[Provision], provision: Provision) -> tuple[int, int]:
    """Return where a short item's passage begins and ends: the items after it are taken in, else those before it."""
    if provision.kind not in _SHORT:
        return provision.span.start, provision.span.end
    first = last = provision.index
    words = _own(provision)
    while words < _ENOUGH and last + 1 < len(provisions) and _follows(provisions[last], provisions[last + 1]):
        last += 1
        words += _own(provisions[last])
    while words < _ENOUGH and first > 0 and _follows(provisions[first - 1], provisions[first]):
        first -= 1
        words += _own(provisions[first])
    return provisions[first].span.start, provisions[last].span.end


def drop_covered(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return the passages without doubles and without those that stand within another."""
    found = list(dict.fromkeys(evidence))
    return tuple(one for one in found if not any(_covers(other, one) for other in found if other is not one))


def _own(provision: Provision) -> int:
    return len(provision.words) - provision.own


def _follows(one: Provision, other: Provision) -> bool:
    """Say whether two items stand one after the other in the same list or table."""
    alike = one.kind in _SHORT and one.kind is other.kind and one.section == other.section
    gap = other.span.start - one.span.end
    return alike and one.document_id == other.document_id and 0 <= gap <= _BETWEEN


def _covers(one: Evidence, other: Evidence) -> bool:
    return one.document_id == other.document_id and one.start <= other.start and other.end <= one.end
