"""The table of instruments of law, from `rulepacks/law.yaml`."""

from __future__ import annotations

from clause_auditor.domain.condition import InstrumentStatus
from clause_auditor.domain.rule import Instrument
from clause_auditor.notation import Faults, Node
from clause_auditor.packs.values import check_name, read_date

_FIELDS = ("id", "name", "status", "from", "until", "note", "url", "packs")


def read_law(node: Node, faults: Faults) -> tuple[Instrument, ...]:
    """Return the instruments of a law file, in its order; an id given twice is a fault."""
    fields = node.mapping(faults, ["instruments"], ["instruments"])
    rows = fields["instruments"].items(faults) if "instruments" in fields else ()
    instruments = tuple(_read_instrument(row, faults) for row in rows)
    seen: set[str] = set()
    for row, instrument in zip(rows, instruments, strict=True):
        if instrument.id in seen:
            faults.add(row.place, f'the instrument "{instrument.id}" is given twice', "Keep one of the two")
        seen.add(instrument.id)
    return instruments


def _read_instrument(node: Node, faults: Faults) -> Instrument:
    fields = node.mapping(faults, _FIELDS, ["id", "name", "status", "url"])
    texts = {key: fields[key].text(faults) for key in ("id", "name", "note", "url") if key in fields}
    days = {key: read_date(fields[key], faults) for key in ("from", "until") if key in fields}
    status = fields["status"].choice(faults, InstrumentStatus) if "status" in fields else None
    if "id" in texts:
        check_name(texts["id"], fields["id"], faults)
    _check_address(node, texts.get("url", ""), faults)
    _check_days(node, status, days.get("from", ""), days.get("until", ""), faults)
    return Instrument(
        texts.get("id", ""),
        texts.get("name", ""),
        status or InstrumentStatus.IN_FORCE,
        days.get("from", ""),
        days.get("until", ""),
        texts.get("note", ""),
        texts.get("url", ""),
        tuple(fields["packs"].texts(faults)) if "packs" in fields else (),
    )


def _check_address(node: Node, url: str, faults: Faults) -> None:
    if url and not url.startswith("https://"):
        faults.add(node.place, "the address is no https address", "Give the public address: https://...")


def _check_days(node: Node, status: InstrumentStatus | None, start: str, until: str, faults: Faults) -> None:
    if start and until and until < start:
        faults.add(node.place, "the last day stands before the first", "Exchange from and until")
    if status is InstrumentStatus.LAPSED and not until:
        faults.add(node.place, "a lapsed instrument has no last day", "Add until:")
