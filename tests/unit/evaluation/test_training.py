"""Training writes weights that the packs read back, and that find the passages that they were taught."""

from __future__ import annotations

from pathlib import Path

import pytest

from clause_auditor.documents import read_data
from clause_auditor.engine.second_reader import SecondReader
from clause_auditor.evaluation.training import gather, train, write
from clause_auditor.notation import Faults, parse_yaml
from clause_auditor.packs import load_library
from clause_auditor.packs.second_reader import read_second_reader
from clause_auditor.text import split_contract

CORPUS = Path(__file__).parents[2] / "corpus"
RULE = "gdpr.breach.notify-controller"


def test_a_trained_model_points_to_breach_clauses() -> None:
    pytest.importorskip("sklearn")
    model = train(gather([CORPUS], load_library())[RULE])
    assert model is not None
    again = read_second_reader(parse_yaml(write({RULE: model}).encode(), "second-reader.yaml"), Faults())[RULE]
    assert again.base == model.base and {w: v for w, v in model.weights.items() if v} == dict(again.weights)
    text = b"We paint walls.\n\nWe tell you of every personal data breach without delay.\n\nYou pay us."
    provisions = split_contract(read_data(text, "contract.md")).provisions
    best = SecondReader(provisions).best(again)
    assert best is not None and "breach" in provisions[best[1]].words


def test_too_few_passages_teach_nothing() -> None:
    pytest.importorskip("sklearn")
    examples = gather([CORPUS], load_library())[RULE]
    examples.rests[:] = [False] * len(examples.rests)
    assert train(examples) is None


@pytest.mark.parametrize("text", ["rules: {a: {base: x, words: ''}}", "rules: {a: {base: 1, words: 'b'}}", "rules: 3"])
def test_ill_written_weights_are_refused_with_a_place(text: str) -> None:
    faults = Faults()
    read_second_reader(parse_yaml(text.encode(), "gdpr/second-reader.yaml"), faults)
    assert faults.found and faults.found[0].place.startswith("gdpr/second-reader.yaml")
