"""The law table of the house: which instrument can be relied on, when."""

from __future__ import annotations

from functools import cache

import pytest

from clause_auditor.domain.condition import InstrumentStatus
from clause_auditor.domain.rule import Instrument
from clause_auditor.notation import Faults, parse_yaml
from clause_auditor.packs import rulepacks_root
from clause_auditor.packs.law import read_law

TODAY = "2026-11-22"


@cache
def table() -> dict[str, Instrument]:
    faults = Faults()
    rows = read_law(parse_yaml((rulepacks_root() / "law.yaml").read_bytes(), "law.yaml"), faults)
    faults.refuse()
    return {row.id: row for row in rows}


@pytest.mark.parametrize(
    ("instrument", "day", "status"),
    [
        ("privacy-shield", "2020-07-15", InstrumentStatus.IN_FORCE),
        ("privacy-shield", "2020-07-16", InstrumentStatus.LAPSED),
        ("safe-harbour", TODAY, InstrumentStatus.LAPSED),
        ("directive-95-46", "2018-05-24", InstrumentStatus.IN_FORCE),
        ("gdpr", "2018-05-24", InstrumentStatus.ANNOUNCED),
        ("gdpr", "2018-05-25", InstrumentStatus.IN_FORCE),
        ("scc-2010", "2021-09-27", InstrumentStatus.LAPSED),
        ("scc-2021-914", TODAY, InstrumentStatus.IN_FORCE),
        ("dpf", TODAY, InstrumentStatus.IN_FORCE),
        ("digital-omnibus", TODAY, InstrumentStatus.ANNOUNCED),
        ("ccpa-admt", TODAY, InstrumentStatus.ANNOUNCED),
        ("ccpa-admt", "2027-01-01", InstrumentStatus.IN_FORCE),
    ],
)
def test_instruments_stand_as_the_law_says(instrument: str, day: str, status: InstrumentStatus) -> None:
    assert table()[instrument].status_on(day) is status


def test_every_instrument_has_an_address() -> None:
    assert all(row.url.startswith("https://") for row in table().values())
