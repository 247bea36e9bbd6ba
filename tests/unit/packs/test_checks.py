"""Checks beyond loading, and warnings."""

from __future__ import annotations

import pytest

from clause_auditor.packs import check_library, find_warnings
from packs.conftest import LEXICON, RULE, Load

RULE_FILE = "acme/breach.notice.yaml"


def test_a_sound_pack_has_no_faults(load: Load) -> None:
    assert check_library(load()) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("  - {name: silent, status: missing, text: The Processor processes personal data for the Controller.}\n", "",
         "1 example is needed that come out missing, there is none"),
        ("  - name: in two days\n    status: met\n", "  - name: in two days\n    status: weak\n",
         "2 examples are needed that come out met, there is 1"),
        ("statuses:", "  idle: harm\nstatuses:", 'nothing uses the facet "idle"'),
        ("weak: notice", "weak: in_time", 'the formula of "weak" can never decide'),
        ("weak: notice", "weak: notice and not notice", 'the formula of "weak" can never decide'),
        ("- facet: notice\n", "- facet: notice\n    - {has: [harm]}\n    - {lacks: [tell, harm]}\n",
         'the facet "in_time" can never hold'),
    ],
)  # fmt: skip
def test_what_loads_and_is_wrong(load: Load, old: str, new: str, words: str) -> None:
    assert old in RULE
    faults = check_library(load({RULE_FILE: RULE.replace(old, new, 1)}))
    assert [fault.place for fault in faults] == [f"{RULE_FILE}:1"]
    assert words in faults[0].problem
    assert faults[0].cure


def test_a_concept_that_nothing_uses_is_a_warning(load: Load) -> None:
    library = load({"lexicons/en/general.yaml": f"{LEXICON}idle: [idle]\n"})
    warnings = find_warnings(library)
    assert [(fault.place, fault.problem) for fault in warnings] == [
        ("lexicons/en/general.yaml:11", 'nothing uses the concept "idle"')
    ]


def test_a_concept_that_only_another_one_uses_is_used(load: Load) -> None:
    assert "harm" not in " ".join(fault.problem for fault in find_warnings(load()))
