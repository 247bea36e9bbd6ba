"""Every kind of ill-written pack is refused with file, line, problem and cure."""

from __future__ import annotations

import pytest

from clause_auditor.errors import PackError
from packs.conftest import LEXICON, PACK, RULE, SOUND, Load, Spoil

RULE_FILE = "acme/breach.notice.yaml"
PACK_FILE = "acme/pack.yaml"
LEXICON_FILE = "lexicons/en/general.yaml"
LAW_FILE = "law.yaml"

Case = tuple[str, str, int, str, str]
"""What is replaced, by what, line of the fault, words of its problem, words of its cure."""


def expect(spoil: Spoil, path: str, case: Case) -> None:
    old, new, line, problem, cure = case
    faults = spoil(path, old, new)
    found = [fault for fault in faults if fault.place == f"{path}:{line}" and problem in fault.problem]
    assert found, [str(fault) for fault in faults]
    assert cure in found[0].cure


RULE_CASES = [
    ("title: Breaches are told", "title: [Breaches", 3, "ill-formed", "indentation"),
    ("severity: high", "severity: high\nseverity: low", 5, '"severity" is given twice', "Keep one"),
    ("severity: high", "severity: hihg", 4, 'unknown word "hihg"', '"high"'),
    ("severity: high", "severity: none", 4, "needs a severity", "low"),
    ("severity: high", "severty: high", 4, 'unknown field "severty"', '"severity"'),
    ("severity: high\n", "", 1, 'the field "severity" is missing', 'Add "severity:"'),
    ("family: breach_notification", "family: breaches", 3, 'unknown word "breaches"', "breach_notification"),
    ("basis: law", "basis: &x law", 5, "anchors", "quotes"),
    ("title: Breaches are told", "title: 12", 2, "a text is expected here, not a number", '"12"'),
    (
        "id: acme.breach.notice",
        "id: acme.breach.notices",
        1,
        "does not agree with the name of the file",
        "breach.notice",
    ),
    ("id: acme.breach.notice", "id: Breach", 1, '"Breach" is no id', "pack.topic.obligation"),
    ("[GDPR Art. 33(2)]", "[GDPR Article 33]", 6, "ill-written citation", ""),
    ("[GDPR Art. 33(2)]", "['GDPR Art. 33(2), 28(3)(f)']", 6, "several places stand in one citation", ""),
    ("[GDPR Art. 33(2)]", "[GDPR Art. 133]", 6, "Articles 1 to 99", ""),
    ("[GDPR Art. 33(2)]", "[]", 6, "cites nothing", "law"),
    ("value: 72 hours", "value: 72 ours", 8, "ill-written figure", ""),
    ("value: 72 hours", "value: 3 days", 8, "days are given without their kind", ""),
    ("value: 72 hours", "value: [72]", 8, "a figure is expected here, not a list", "72 hours"),
    ("at_most: $deadline}\nstat", "at_most: $dedline}\nstat", 14, 'unknown threshold "$dedline"', '"deadline"'),
    ("  deadline: {", "  second: 3\n  deadline: {", 7, 'the threshold "second" is never used', "$second"),
    ("verb: tell", "verb: tel", 11, 'unknown concept "tel"', '"tell"'),
    ("about: [mishap]", "about: [mishap|harms]", 11, 'unknown concept "harms"', '"harm"'),
    ("by: processor", "by: procesor", 11, 'unknown role "procesor"', '"processor"'),
    ("by: processor", "force: [must]", 11, 'unknown word "must"', "duty"),
    ("by: processor", "within: 0", 11, "whole number from 1", ""),
    ("    act: {verb", "    acts: {verb", 11, 'unknown condition "acts"', '"act"'),
    ("- facet: notice", "- facet: notices", 13, 'unknown facet "notices"', '"notice"'),
    ("- facet: notice", "- {facet: notice, lacks: harm}", 13, "several conditions in one mapping", "list"),
    ("- facet: notice", "- near: [tell, harm]", 13, '"within" is missing', "within: 12"),
    ("- facet: notice", "- {near: [tell], within: 4}", 13, "at least 2 concepts", ""),
    ("- facet: notice", "- timed: {}", 13, "timed", "any"),
    ("- facet: notice", "- blank: yes", 13, "only true is possible", "not:"),
    ("- facet: notice", "- stands: {places: [annexe]}", 13, 'unknown word "annexe"', '"annex"'),
    ("- facet: notice", "- cites: {status: lapsed, ids: [old-akt]}", 13, 'unknown instrument "old-akt"', '"old-act"'),
    ("- facet: notice", "- facet: in_time", 12, 'the facet "in_time" refers to itself', "Break the circle"),
    ("- facet: notice", "- []", 13, "the list of conditions is empty", ""),
    ("- facet: notice", "- {}", 13, "the condition is empty", "operators"),
    ("at_most: $deadline}\nstat", "at_most: 3}\nstat", 14, "not a mere number", "72 hours"),
    ("met: in_time", "met: in_time and", 16, "ill-written formula: the end", "at_least"),
    ("met: in_time", "met: in_time notice", 16, 'character 9: "notice"', "Formulas"),
    ("met: in_time", "met: in_tyme", 16, 'unknown facet "in_tyme"', '"in_time"'),
    ("met: in_time", "met: at_least(3, in_time, notice)", 16, "cannot be reached", ""),
    ("weak: notice", "week: notice", 17, 'unknown field "week"', '"weak"'),
    ("weak: notice", "missing: not notice", 17, 'unknown field "missing"', ""),
    ("breach_notice: {at", "breach_notise: {at", 19, 'unknown fact "breach_notise"', '"breach_notice"'),
    ("{at_most: $deadline}}}", "{is: true}}}", 19, "a flag is no value of breach_notice", "at_most"),
    ("{at_most: $deadline}}}", "{most: 3}}}", 19, '"most" is no test of a duration', "at_most"),
    ("{at_most: $deadline}}}", "{in: [72 hours]}}}", 19, "figures cannot be listed", "at_most"),
    ("{at_most: $deadline}}}", "72 hours}}", 19, "needs one test", "at_most"),
    ("breach_notice: {at_most: $deadline}", "copies_deleted: {at_most: 2}", 19, "no test of a flag", "is"),
    ("breach_notice: {at_most: $deadline}", "copies_deleted: {is: yes}", 19, "true or false is expected", "true"),
    ("breach_notice: {at_most: $deadline}", "disposal: {is: shred}", 19, '"shred" is no value of disposal', "delete"),
    (
        "breach_notice: {at_most: $deadline}",
        "controller: {is: ''}",
        19,
        "no controller is ever empty",
        "not: {is: none}",
    ),
    ("breach_notice: {at_most: $deadline}", "transfer_mechanisms: {in: [scc]}", 19, '"scc" is no value', "new-act"),
    ("breach_notice: {at_most: $deadline}", "", 19, "the case tests no fact", "at least one"),
    ("{status: met, when", "{status: error, when", 19, "no record can decide for error", "unknown"),
    ("met: Told in time.,", "", 22, 'the message for "met" is missing', 'Add "met:"'),
    ("met: Told in time.,", "met: Told., mett: x,", 22, 'unknown status "mett"', '"met"'),
    ("met: Told in time.,", "met: Told., contrary: x,", 22, 'never gives "contrary"', "Remove"),
    ("    why: Somebody has to know.\n", "", 21, 'the field "why" is missing', 'Add "why:"'),
    ("{vendor} shall", "{vender} shall", 24, 'unknown placeholder "vender"', "{vendor}"),
    ("  en:\n", "  english:\n", 21, '"english" is no language', "en"),
    ("    status: met\n", "    status: contrary\n", 26, 'never gives "contrary"', "formula"),
    ("name: in two days", "name: in time", 30, "an example of this name stands above", "own name"),
    ("    evidence: shall tell", "    evidense: shall tell", 29, 'unknown field "evidense"', '"evidence"'),
    ("status: missing, text: The", "status: missing, txt: The", 35, "neither text nor facts", "text:"),
    ("status: missing, text: The", "status: missing, as_of: soon, text: The", 35, "this is no date", "2026-01-31"),
    ("basis: law", "basis: law\nin_force: {from: 2026-02-30}", 6, "this is no date", "2026-01-31"),
    ("basis: law", "basis: law\nin_force: {from: 2026-02-03, until: 2025-01-01}", 6, "before the first", "Exchange"),
    ("basis: law", "basis: law\notherwise: error", 6, '"error" cannot be the rest', "missing"),
]


@pytest.mark.parametrize("case", RULE_CASES, ids=[case[1][:40] for case in RULE_CASES])
def test_a_rule_is_refused(spoil: Spoil, case: Case) -> None:
    expect(spoil, RULE_FILE, case)


PACK_CASES = [
    ("version: 1.2.0", "version: 1.2", 2, "no version", "0.1.0"),
    ("name: acme", "name: acne", 1, "does not agree with the folder", "name: acme"),
    ("languages: [en]", "languages: [english]", 7, '"english" is no language', "en"),
    ("languages: [en]", "languages: []", 7, "knows no language", "[en]"),
    ("law_consulted: 2026-01-31", "law_consulted: yesterday", 6, "no date", "2026-01-31"),
    ("{names: mishap}", "{names: mishaps}", 9, 'unknown concept "mishaps"', '"mishap"'),
    ("{names: mishap}", "{names: mishap, more: harm}", 8, '"more" is used by no formula', "remove"),
    ("when: names", "when: name", 10, 'unknown facet "name"', '"names"'),
    ("facts: [breach_notice]", "facts: [breach]", 11, 'unknown fact "breach"', ""),
    ("regime: Acme playbook\n", "", 1, 'the field "regime" is missing', "regime"),
    ("regime: Acme playbook\n", "regime: !!str x\n", 4, "tags", "Remove the tag"),
]


@pytest.mark.parametrize("case", PACK_CASES, ids=[case[1][:40] for case in PACK_CASES])
def test_a_pack_is_refused(spoil: Spoil, case: Case) -> None:
    expect(spoil, PACK_FILE, case)


LEXICON_CASES = [
    ("<harm> ..2 data", "<harms> ..2 data", 4, 'unknown concept "harms"', '"harm"'),
    ("harm: [harm to]", "harm: [<mishap> to]", 9, '"harm" refers to itself', "Break the circle"),
    ("harm: [harm to]", "harm: [(harm to]", 9, "ill-written phrase", "docs/rules.md"),
    ("harm: [harm to]", "harm: [..3 harm]", 9, "a gap stands at the beginning", "docs/rules.md"),
    ("harm: [harm to]", "harm: ['" + "(" * 101 + "']", 9, "brackets", "docs/rules.md"),
    ("harm: [harm to]", "harm: ['" + "a " * 1001 + "']", 9, "longer than", "docs/rules.md"),
    ("harm: [harm to]", "harm: []", 9, "no phrases", "at least one"),
    ("harm: [harm to]", "customer: [harm to]\nharm: [x to]", 9, '"customer" is built in', "another name"),
    ("harm: [harm to]", "Harm: [harm to]\nharm: [x to]", 9, '"Harm" is no name', "small letters"),
    ("definable: true", "definable: yes", 5, "true or false is expected", "true"),
    ("definable: true", "means: [harms]", 4, 'unknown concept "harms"', '"harm"'),
    ("instrument: old-act", "instrument: older-act", 10, 'unknown instrument "older-act"', '"old-act"'),
    ("harm: [harm to]", "harm: [harm to]\nharm: [x]", 10, '"harm" is given twice', "Keep one"),
]


@pytest.mark.parametrize("case", LEXICON_CASES, ids=[case[1][:40] for case in LEXICON_CASES])
def test_a_lexicon_is_refused(spoil: Spoil, case: Case) -> None:
    expect(spoil, LEXICON_FILE, case)


LAW_CASES = [
    ("until: 1999-12-31, ", "", 2, "no last day", "until"),
    ("until: 1999-12-31", "until: 1989-12-31", 2, "before the first", "Exchange"),
    ("https://law.example/new", "law.example/new", 3, "no https address", "https://"),
    ("id: new-act", "id: old-act", 3, '"old-act" is given twice', "Keep one"),
    ("status: in_force", "status: valid", 3, 'unknown word "valid"', "in_force"),
]


@pytest.mark.parametrize("case", LAW_CASES, ids=[case[1][:40] for case in LAW_CASES])
def test_a_law_table_is_refused(spoil: Spoil, case: Case) -> None:
    expect(spoil, LAW_FILE, case)


def test_all_faults_of_all_files_are_told_at_once(load: Load) -> None:
    changes = {
        RULE_FILE: RULE.replace("severity: high", "severity: hihg").replace("basis: law", "basis: lore"),
        PACK_FILE: PACK.replace("1.2.0", "new"),
        LEXICON_FILE: LEXICON.replace("<harm>", "<charm>"),
    }
    with pytest.raises(PackError) as caught:
        load(changes)
    places = {fault.place for fault in caught.value.faults}
    assert {f"{RULE_FILE}:4", f"{RULE_FILE}:5", f"{PACK_FILE}:2", f"{LEXICON_FILE}:4"} <= places


def test_a_concept_stands_in_one_shared_file_only(load: Load) -> None:
    with pytest.raises(PackError, match=r"stands at lexicons/en/general.yaml:9 too"):
        load({"lexicons/en/more.yaml": "harm: [damage to]\n"})


@pytest.mark.parametrize("path", ["acme/Rule.yaml", "acme/rule.yml", "other.yaml", "lexicons/english/x.yaml"])
def test_a_file_of_no_known_form_is_refused(load: Load, path: str) -> None:
    with pytest.raises(PackError, match="no such path") as caught:
        load({path: "a: 1\n"})
    assert caught.value.faults[0].place == path


def test_a_pack_without_its_own_file_is_refused(load: Load) -> None:
    with pytest.raises(PackError, match=r"beta/pack\.yaml: the file is missing"):
        load({"beta/x.y.yaml": SOUND[RULE_FILE].replace("acme.breach.notice", "beta.x.y")})


def test_no_fault_quotes_a_file(load: Load) -> None:
    secret = "the quick secret of a client"
    spoiled = RULE.replace("severity: high", f"severity: {secret}").replace("basis: law", f"{secret}: law")
    with pytest.raises(PackError) as caught:
        load({RULE_FILE: spoiled})
    assert "secret" not in str(caught.value)
