"""Contracts that take back what they give, and harmless ones that look alike: tests/cases/probes.

What each must come to stands in one file a pack and was written down before any rule was run on it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from clause_auditor.documents import read_data
from clause_auditor.domain.audit import AuditOptions
from clause_auditor.domain.finding import Finding
from clause_auditor.engine import Auditor
from clause_auditor.packs import load_library

PROBES = Path(__file__).parents[1] / "cases" / "probes"
PACKS = ("gdpr", "hipaa", "ccpa")
DAY = "2026-11-22"
RUN = 8
"""Words in a row that a quote must share with a passage to reach it."""


class Probe(NamedTuple):
    pack: str
    file: str
    rule: str
    status: str
    quotes: tuple[str, ...]


def read_probes(pack: str) -> list[Probe]:
    sheet = yaml.safe_load((PROBES / f"{pack}.yaml").read_text(encoding="utf-8"))
    return [
        Probe(pack, file, rule, wanted["status"], tuple(wanted.get("quotes", ())))
        for file, rules in sheet.items()
        for rule, wanted in rules.items()
    ]


ALL = [probe for pack in PACKS for probe in read_probes(pack)]


@pytest.fixture(scope="module")
def auditor() -> Auditor:
    return Auditor(load_library())


def judge(auditor: Auditor, probe: Probe) -> Finding:
    data = (PROBES / probe.pack / probe.file).read_bytes()
    found = auditor.audit(read_data(data, "contract.md"), AuditOptions(packs=(probe.pack,), as_of=DAY))
    return next(finding for finding in found.findings if finding.rule_id == probe.rule)


def runs(text: str, size: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def reaches(finding: Finding, passage: str) -> bool:
    size = min(RUN, len(re.findall(r"\w+", passage)))
    return any(runs(passage, size) & runs(evidence.quote, size) for evidence in finding.evidence)


@pytest.mark.parametrize("probe", ALL, ids=lambda probe: f"{probe.pack}-{probe.file}")
def test_probe(auditor: Auditor, probe: Probe) -> None:
    finding = judge(auditor, probe)
    assert finding.status == probe.status, [evidence.quote for evidence in finding.evidence]
    assert [passage for passage in probe.quotes if not reaches(finding, passage)] == []


@pytest.mark.parametrize("pack", PACKS)
def test_every_probe_has_an_expectation(pack: str) -> None:
    assert sorted(path.name for path in (PROBES / pack).iterdir()) == sorted({p.file for p in read_probes(pack)})


@pytest.mark.parametrize("probe", ALL, ids=lambda probe: f"{probe.pack}-{probe.file}")
def test_passages_stand_in_the_probe(probe: Probe) -> None:
    text = (PROBES / probe.pack / probe.file).read_text(encoding="utf-8")
    assert [passage for passage in probe.quotes if passage not in text] == []
