from __future__ import annotations

import pytest

from clause_auditor.domain.mutation import MutationKind, MutationNeeds
from clause_auditor.errors import PackError
from clause_auditor.notation import Faults, parse_yaml
from clause_auditor.packs.mutations import read_mutations


def read(text: str) -> tuple[MutationNeeds, list[str]]:
    faults = Faults(PackError)
    needs = read_mutations(parse_yaml(text.encode(), "rule.yaml", error=PackError), faults)
    return needs, [str(fault) for fault in faults.found]


def test_kinds_on_both_sides() -> None:
    needs, faults = read("must: [hedge, delay]\nneed_not: {swap: either party may}")
    assert not faults
    assert needs.must == {MutationKind.HEDGE, MutationKind.DELAY}
    assert needs.need_not == {MutationKind.SWAP: "either party may"}


def test_all_stands_for_every_kind_but_drop() -> None:
    needs, faults = read("need_not: {all: a statement of fact}")
    assert not faults
    assert set(needs.need_not) == set(MutationKind) - {MutationKind.DROP}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("must: [hedged]", "unknown word"),
        ("need_not: {swapp: no reason}", "unknown kind of mutation"),
        ("need_not: {swap: ' '}", "the text is empty"),
        ("must: [swap]\nneed_not: {swap: either party may}", "under must and under need_not"),
        ("may: [swap]", "unknown field"),
    ],
)
def test_faults_are_told_with_their_place(text: str, told: str) -> None:
    _, faults = read(text)
    assert any(told in fault and "rule.yaml:" in fault for fault in faults), faults
