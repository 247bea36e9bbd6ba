"""Law that is announced: proposed, or enacted and not yet in force on the date of an audit."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from clause_auditor.domain.audit import Announcement
from clause_auditor.domain.condition import InstrumentStatus
from clause_auditor.domain.rule import Instrument


def find_announced(instruments: Sequence[Instrument], packs: Collection[str], as_of: str) -> tuple[Announcement, ...]:
    """Return what is announced on a day for contracts of these packs, the earliest first, undated ones last."""
    coming = [i for i in instruments if _concerns(i, packs) and i.status_on(as_of) is InstrumentStatus.ANNOUNCED]
    coming.sort(key=lambda i: (i.start or "9999", i.id))
    return tuple(Announcement(i.id, i.name, i.start, i.note, i.url) for i in coming)


def _concerns(instrument: Instrument, packs: Collection[str]) -> bool:
    return not instrument.packs or not set(instrument.packs).isdisjoint(packs)
