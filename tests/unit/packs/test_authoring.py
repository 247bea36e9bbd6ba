"""Tools for authors: scaffold, coverage, differences, conditions in words, rules that cannot hold."""

from __future__ import annotations

import re
import time

import pytest

from clause_auditor.domain.condition import All, AnyOf, Condition, Has, Lacks, Named, Not, Reach, Stands, Within
from clause_auditor.domain.finding import Severity, Status
from clause_auditor.domain.formula import names_in
from clause_auditor.domain.provision import Place
from clause_auditor.domain.rule import Family, Library
from clause_auditor.engine import Auditor
from clause_auditor.errors import PackError
from clause_auditor.packs import check_library, find_warnings, load_library, run_examples
from clause_auditor.packs.condition_words import say_condition
from clause_auditor.packs.coverage import coverage_rows, coverage_table
from clause_auditor.packs.differences import describe_difference
from clause_auditor.packs.possibility import find_impossible
from clause_auditor.packs.rule_page import decision_lines, say_formula
from clause_auditor.packs.scaffold import scaffold_rule
from packs.conftest import PACK, RULE, SOUND, Load, Write

A, B = Has((("a",),)), Has((("b",),))
BODY, ANNEX = Stands(frozenset({Place.BODY})), Stands(frozenset({Place.ANNEX}))


@pytest.mark.parametrize(
    "condition",
    [
        All((A, Lacks(("a", "b")))),
        All((A, Not(A))),
        All((BODY, ANNEX)),
        All((B, AnyOf((All((A, Not(A))), All((A, Lacks(("a",)))))))),
        All((B, All((A, Lacks(("a",)))))),
        Within(Reach.SECTION, All((A, Not(A)))),
        All((A, Named("no_a"))),
        AnyOf((All((A, Not(A))),)),
    ],
)
def test_what_excludes_itself_can_never_hold(condition: Condition) -> None:
    facets = {"bad": condition, "no_a": Lacks(("a",)), "after": All((Named("bad"), B)), "good": A}
    assert find_impossible(facets) == {"bad", "after"}


@pytest.mark.parametrize(
    "condition",
    [
        All((Has((("a", "b"),)), Lacks(("a",)))),
        All((A, Not(B))),
        All((A, Within(Reach.SECTION, Lacks(("a",))))),
        AnyOf((All((A, Not(A))), B)),
        All((BODY, Stands(frozenset({Place.BODY, Place.ANNEX})))),
        Not(All((A, Not(A)))),
    ],
)
def test_what_may_hold_is_never_called_impossible(condition: Condition) -> None:
    assert find_impossible({"fine": condition}) == frozenset()


def test_a_new_rule_passes_every_check_and_its_examples_as_it_stands(load: Load) -> None:
    text = scaffold_rule("acme.audit.access", load().packs, Family.AUDIT, Severity.LOW)
    library = load({"acme/audit.access.yaml": text})
    (rule,) = [rule for rule in library.packs[0].rules if rule.id == "acme.audit.access"]
    assert (rule.family, rule.severity, rule.citations[0].text) == (Family.AUDIT, Severity.LOW, "GDPR Art. 33(2)")
    assert check_library(library) == []
    assert [fault for fault in find_warnings(library) if "audit.access" in fault.place] == []
    results = run_examples(library, Auditor(library), "2026-11-22", ["acme.audit.access"])
    assert [result.problem for result in results] == [""] * 4


@pytest.mark.parametrize(
    ("rule_id", "citation", "words"),
    [
        ("acme", "", "no id of a rule"),
        ("acme.Breach", "", "no id of a rule"),
        ("akme.breach.late", "", 'Did you mean "acme"?'),
        ("acme.breach.notice", "", "there already"),
        ("acme.breach.late", "the law", "ill-written citation"),
    ],
)
def test_a_new_rule_needs_a_free_id_of_a_pack_and_a_citation(
    load: Load, rule_id: str, citation: str, words: str
) -> None:
    with pytest.raises(PackError) as caught:
        scaffold_rule(rule_id, load().packs, Family.AUDIT, Severity.LOW, citation)
    assert words in str(caught.value)


def test_coverage_has_a_row_for_each_citation_of_each_rule(load: Load) -> None:
    (pack,) = load({"acme/breach.notice.yaml": RULE.replace("33(2)]", "33(2), GDPR Art. 28(3)]")}).packs
    assert [(row.citation, row.rule_id, row.total) for row in coverage_rows(pack)] == [
        ("GDPR Art. 28(3)", "acme.breach.notice", 4),
        ("GDPR Art. 33(2)", "acme.breach.notice", 4),
    ]
    assert coverage_rows(pack)[0].examples[Status.MET] == 2
    lines = list(coverage_table(pack))
    assert lines[2] == "| GDPR Art. 28(3) | `acme.breach.notice` | 2 | 1 | 1 | – | – | – | 4 |"
    assert lines[-1] == "2 places of the law, 1 rules, 1 of them with examples, 4 examples."


def difference(library: Library, name: str) -> list[str]:
    results = run_examples(library, Auditor(library), "2026-11-22")
    return describe_difference(next(result for result in results if result.name == name))


def test_a_difference_sets_expected_against_found_with_the_steps(load: Load) -> None:
    library = load({"acme/breach.notice.yaml": RULE.replace("within 24 hours", "within 24 weeks", 1)})
    told = "\n".join(difference(library, "in time"))
    assert 'expected:  met, on the words "shall tell"' in told
    assert "came out:  weak" in told
    assert "The Processor shall tell the Controller of every mishap within 24 weeks." in told
    assert "+ holds    notice (act" in told
    assert "- fails    in_time" in told
    assert difference(library, "in two days") == []


def test_an_example_that_rests_on_other_words_than_marked_fails(load: Load) -> None:
    text = "The Processor keeps a register. The Processor shall tell the Controller of every mishap within 24 hours."
    library = load(
        {"acme/breach.notice.yaml": RULE.replace(
            "text: The Processor shall tell the Controller of every mishap within 24 hours.\n    evidence: shall tell",
            f"text: {text}\n    evidence: keeps a register")}
    )  # fmt: skip
    assert check_library(library) == []
    lines = difference(library, "in time")
    assert lines[0] == 'expected:  met, on the words "keeps a register"'
    assert "shall tell the Controller" in lines[2]


def test_an_example_without_a_mark_is_a_warning(load: Load) -> None:
    library = load({"acme/breach.notice.yaml": RULE.replace("    evidence: Within 48 hours\n", "")})
    assert [fault.problem for fault in find_warnings(library)] == [
        'the example "in two days" may pass for the wrong reason'
    ]


def test_a_rule_says_how_it_decides(load: Load) -> None:
    (rule,) = load().packs[0].rules
    lines = list(decision_lines(rule))
    assert "    met: in_time" in lines
    assert "    otherwise: missing" in lines
    assert "    notice: act tell by vendor about mishap within 40" in lines
    assert "    in_time: [facet notice; timed at_most 72 hours]" in lines
    assert "    met: breach_notice at_most 72 hours" in lines


def test_every_condition_of_the_installed_packs_has_words() -> None:
    for rule in (rule for pack in load_library().packs for rule in pack.rules):
        for name, condition in rule.facets.items():
            said = say_condition(condition)
            assert said, name
            assert " object at " not in said
        for formula in rule.statuses.values():
            assert set(names_in(formula)) <= set(re.findall(r"[a-z0-9_-]+", say_formula(formula)))


def test_seventy_three_rules_are_checked_in_three_seconds(write: Write) -> None:
    rules = {
        f"acme/breach.notice-{number}.yaml": RULE.replace("acme.breach.notice", f"acme.breach.notice-{number}")
        for number in range(73)
    }
    files = {name: text for name, text in SOUND.items() if "notice" not in name} | {"acme/pack.yaml": PACK} | rules
    root = write(files)
    begin = time.perf_counter()
    library = load_library(root)
    assert check_library(library) == []
    assert time.perf_counter() - begin < 3
    assert len(library.packs[0].rules) == 73
