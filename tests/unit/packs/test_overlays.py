"""Overlays laid over the sound pack: what changes, what is told, which one holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from clause_auditor.documents.compose import compose_text
from clause_auditor.domain.audit import Audit, AuditOptions
from clause_auditor.domain.contract import Contract
from clause_auditor.domain.duration import Duration, Unit
from clause_auditor.domain.finding import Basis, Finding, Severity
from clause_auditor.domain.overlay import OverlayUse
from clause_auditor.domain.rule import Library, Rule
from clause_auditor.engine import Auditor
from clause_auditor.errors import PackError
from clause_auditor.packs import check_library, load_library, run_examples
from packs.conftest import RULE, SOUND, Write

HEAD = "extends: acme\nname: {name}\nversion: 2.1.0\ntitle: Lines of {name}\n"
NOTICE = "acme.breach.notice"
LATE = "The Processor shall tell the Controller of every mishap within 48 hours."

Lay = Callable[..., Library]


def overlay(name: str, body: str) -> str:
    return HEAD.format(name=name) + body


def rules(**fields: str) -> str:
    lines = "".join(f"    {key}: {value}\n" for key, value in fields.items())
    return f"rules:\n  {NOTICE}:\n{lines}"


@pytest.fixture
def lay(write: Write, tmp_path_factory: pytest.TempPathFactory) -> Lay:
    """Lay overlays, given as texts by name, over the sound pack."""

    def lay_texts(*bodies: tuple[str, str], **files: str) -> Library:
        folder = tmp_path_factory.mktemp("overlays")
        for file, text in files.items():
            (folder / f"{file}.yaml").write_text(text, encoding="utf-8")
        paths = [folder / f"{name}-overlay.yaml" for name, _ in bodies]
        for path, (name, body) in zip(paths, bodies, strict=True):
            path.write_text(overlay(name, body), encoding="utf-8")
        return load_library(write(SOUND), overlays=paths)

    return lay_texts


def only_rule(library: Library) -> Rule:
    (rule,) = library.packs[0].rules
    return rule


def audit_of(library: Library, text: str) -> Audit:
    contract = Contract(documents=(compose_text("dpa", text),))
    return Auditor(library).audit(contract, AuditOptions(packs=("acme",), as_of="2026-11-22"))


def finding(library: Library, text: str) -> Finding:
    return next(found for found in audit_of(library, text).findings if found.rule_id == NOTICE)


def test_a_threshold_moves_the_line_and_says_whose_it_is(lay: Lay) -> None:
    plain, changed = lay(), lay(("house", rules(thresholds="{deadline: 24 hours}")))
    assert (finding(plain, LATE).status.value, finding(changed, LATE).status.value) == ("met", "weak")
    assert only_rule(changed).thresholds[0].value == Duration(24, Unit.HOURS)
    assert finding(changed, LATE).ours == ("24 hours is the line of house. Without the overlay: Our figure.",)
    assert changed.overlays[0].changes == (f"{NOTICE}: deadline 72 hours becomes 24 hours.",)


def test_the_line_of_an_overlay_holds_for_a_record_too(lay: Lay) -> None:
    library = lay(("house", rules(thresholds="{deadline: {value: 1 hours, ours: Ask Ann.}}")))
    contract = Contract(facts={"breach_notice": Duration(2, Unit.HOURS)})
    report = Auditor(library).audit(contract, AuditOptions(packs=("acme",), as_of="2026-11-22"))
    assert report.findings[0].status.value != "met"
    assert only_rule(library).thresholds[0].ours.startswith("1 hour is the line of house. Ask Ann. Without")


def test_severity_basis_and_texts_change(lay: Lay) -> None:
    body = rules(severity="critical", basis="good_practice", texts="{en: {message: {missing: Nothing said.}, why: W.}}")
    rule = only_rule(lay(("house", body)))
    assert (rule.severity, rule.basis) == (Severity.CRITICAL, Basis.GOOD_PRACTICE)
    assert rule.texts["en"].why == "W."
    assert sorted(rule.texts["en"].message.values()) == ["Nothing said.", "Told in time.", "Told late."]
    assert rule.texts["en"].remedy == "{vendor} shall tell {customer}."


def test_a_change_to_what_is_so_already_is_none(lay: Lay) -> None:
    library = lay(("house", rules(severity="high", thresholds="{deadline: 72 hours}")))
    assert library.overlays[0].changes == ()
    assert only_rule(library).thresholds[0].ours == "Our figure."
    assert len(only_rule(library).examples) == 4


def test_a_rule_switched_off_gives_no_finding_and_is_told(lay: Lay) -> None:
    library = lay(("house", rules(off="We ask for it in the order form.")))
    report = audit_of(library, LATE)
    assert report.findings == ()
    told = f"{NOTICE} is switched off by overlay house: We ask for it in the order form."
    assert told in report.scope.not_judged
    assert report.overlays == library.overlays
    assert report.overlays[0].switched_off == (told,)


def test_what_is_switched_off_is_not_told_where_the_pack_does_not_apply(lay: Lay) -> None:
    library = lay(("house", rules(off="Elsewhere.")))
    contract = Contract(documents=(compose_text("lease", "The tenant pays the rent on the first of each month."),))
    report = Auditor(library).audit(contract, AuditOptions(as_of="2026-11-22"))
    assert [use.applied for use in report.packs] == [False]
    assert "switched off" not in " ".join(report.scope.not_judged)


OWN = RULE.replace(NOTICE, "house.breach.own").replace("severity: high", "severity: low")


def test_own_rules_stand_in_the_file_or_beside_it(lay: Lay) -> None:
    inline = "add:\n  - own.yaml\n  - " + OWN.replace("breach.own", "breach.second").replace("\n", "\n    ")
    library = lay(("house", inline), own=OWN)
    assert [rule.id for rule in library.packs[0].rules] == [NOTICE, "house.breach.own", "house.breach.second"]
    assert library.overlays[0].changes == ("house.breach.own: added.", "house.breach.second: added.")
    assert check_library(library) == []
    assert all(result.passed for result in run_examples(library, Auditor(library), "2026-11-22"))
    places = {example.place.rpartition("/")[2] for example in library.packs[0].rules[2].examples}
    assert all(place.startswith("house-overlay.yaml:") for place in places)


def test_an_added_rule_may_stand_in_a_folder_below_but_not_outside(
    write: Write, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("home")
    (home / "overlay" / "rules").mkdir(parents=True)
    (home / "overlay" / "rules" / "own.yaml").write_text(OWN, encoding="utf-8")
    (home / "outside.yaml").write_text(OWN, encoding="utf-8")
    path, root = home / "overlay" / "o.yaml", write(SOUND)
    path.write_text(overlay("house", "add: [rules/own.yaml]\n"), encoding="utf-8")
    assert len(load_library(root, overlays=[path]).packs[0].rules) == 2
    for name in ("../outside.yaml", str(home / "outside.yaml"), "rules/../../outside.yaml"):
        path.write_text(overlay("house", f"add: ['{name}']\n"), encoding="utf-8")
        with pytest.raises(PackError) as caught:
            load_library(root, overlays=[path])
        assert "outside of the overlay's folder" in caught.value.faults[0].problem


def test_a_link_does_not_lead_out_of_the_folder(write: Write, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder, other = tmp_path_factory.mktemp("overlay"), tmp_path_factory.mktemp("other")
    (other / "secret.yaml").write_text(OWN, encoding="utf-8")
    (folder / "own.yaml").symlink_to(other / "secret.yaml")
    (folder / "o.yaml").write_text(overlay("house", "add: [own.yaml]\n"), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_library(write(SOUND), overlays=[folder / "o.yaml"])
    assert "outside" in caught.value.faults[0].problem


def test_an_overlay_that_is_not_there_is_named(write: Write, tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        load_library(write(SOUND), overlays=[tmp_path / "none.yaml"])
    assert caught.value.faults[0].place.endswith("none.yaml")


def test_of_two_overlays_the_later_holds_and_the_conflict_is_said(lay: Lay) -> None:
    library = lay(
        ("house", rules(thresholds="{deadline: 24 hours}")), ("desk", rules(thresholds="{deadline: 12 hours}"))
    )
    assert only_rule(library).thresholds[0].value == Duration(12, Unit.HOURS)
    house, desk = library.overlays
    assert house.conflicts == ()
    assert desk.conflicts == (f"{NOTICE}: deadline is 24 hours in house, 12 hours in desk, and this holds.",)
    assert desk.changes == (f"{NOTICE}: deadline 24 hours becomes 12 hours.",)


def test_texts_that_differ_conflict_without_being_quoted(lay: Lay) -> None:
    house, desk = (("house", rules(texts="{en: {why: Because.}}")), ("desk", rules(texts="{en: {why: Therefore.}}")))
    (told,) = lay(house, desk).overlays[1].conflicts
    assert told == f"{NOTICE}: texts en.why is worded one way in house, another way in desk, and this holds."


def test_a_fault_that_shows_in_the_file_of_the_rule_names_the_overlay(write: Write, tmp_path: Path) -> None:
    text = RULE.replace("about: [mishap]}", "about: [mishap], within: $words}").replace(
        "thresholds:\n", "thresholds:\n  words: 20\n"
    )
    root = write({f"root/{name}": part for name, part in {**SOUND, "acme/breach.notice.yaml": text}.items()}) / "root"
    path = tmp_path / "o.yaml"
    path.write_text(overlay("house", rules(thresholds="{words: 30}")), encoding="utf-8")
    assert load_library(root, overlays=[path]).overlays[0].changes == (f"{NOTICE}: words 20 becomes 30.",)
    path.write_text(overlay("house", rules(thresholds="{words: 9000}")), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_library(root, overlays=[path])
    assert caught.value.faults[0].cure.endswith("It may come from what the overlay house changes")


def test_an_id_given_twice_in_the_pack_is_a_fault_under_an_overlay_too(write: Write, tmp_path: Path) -> None:
    files = {**SOUND, "other/pack.yaml": SOUND["acme/pack.yaml"].replace("acme", "other"), "acme/copy.yaml": RULE}
    root = write({f"root/{name}": text for name, text in files.items()}) / "root"
    path = tmp_path / "o.yaml"
    path.write_text(overlay("house", rules(severity="low")), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_library(root, overlays=[path])
    assert any("Ids are unique" in fault.cure for fault in caught.value.faults)


def test_two_overlays_that_agree_or_change_different_things_do_not_conflict(lay: Lay) -> None:
    library = lay(
        ("house", rules(thresholds="{deadline: 24 hours}")),
        ("desk", rules(thresholds="{deadline: 24 hours}", severity="low")),
    )
    assert [use.conflicts for use in library.overlays] == [(), ()]
    assert only_rule(library).severity is Severity.LOW
    assert only_rule(library).overlays == ("house", "desk")


@pytest.mark.parametrize("off_first", [True, False])
def test_switching_off_and_changing_conflict_and_the_later_holds(lay: Lay, off_first: bool) -> None:
    both = [("house", rules(off="Not ours.")), ("desk", rules(severity="low"))]
    library = lay(*(both if off_first else both[::-1]))
    assert len(library.packs[0].rules) == (1 if off_first else 0)
    assert [len(use.conflicts) for use in library.overlays] == [0, 1]
    assert "and this holds" in library.overlays[1].conflicts[0]
    assert sum(len(use.switched_off) for use in library.overlays) == (0 if off_first else 1)


def test_a_later_overlay_may_change_a_rule_that_an_earlier_one_adds(lay: Lay) -> None:
    change = "rules:\n  house.breach.own:\n    severity: critical\n"
    library = lay(("house", "add: [own.yaml]\n"), ("desk", change), own=OWN)
    assert [rule.severity.value for rule in library.packs[0].rules] == ["high", "critical"]


def digests(library: Library) -> tuple[str, str]:
    return library.packs[0].digest, library.digest


def test_digests_tell_overlays_and_their_order_apart(lay: Lay) -> None:
    one, other = ("house", rules(severity="low")), ("desk", rules(thresholds="{deadline: 24 hours}"))
    seen = [digests(lay()), digests(lay(one)), digests(lay(other)), digests(lay(one, other)), digests(lay(other, one))]
    assert len({pack for pack, _ in seen}) == len({whole for _, whole in seen}) == 5
    assert digests(lay(one)) == seen[1]
    assert only_rule(lay(one)).digest != only_rule(lay()).digest


def test_the_digest_of_an_overlay_is_of_what_it_says_not_of_its_layout(lay: Lay) -> None:
    (use,) = lay(("house", rules(severity="low"))).overlays
    (same,) = lay(("house", "# a remark\n" + rules(severity='"low"'))).overlays
    (own,) = lay(("house", "add: [own.yaml]\n"), own=OWN).overlays
    (other,) = lay(("house", "add: [own.yaml]\n"), own=OWN.replace("Somebody", "Someone")).overlays
    assert use == same
    assert own.digest != other.digest
    assert isinstance(use, OverlayUse)


def test_examples_of_the_old_line_go_and_those_of_the_overlay_come(lay: Lay) -> None:
    without = lay(("house", rules(thresholds="{deadline: 24 hours}")))
    assert only_rule(without).examples == ()
    assert check_library(without) == []
    added = f"[{{name: late, status: weak, text: '{LATE}', evidence: shall tell}}]"
    library = lay(("house", rules(thresholds="{deadline: 24 hours}", examples=added)))
    (result,) = run_examples(library, Auditor(library), "2026-11-22")
    assert result.passed
    assert result.place.endswith("house-overlay.yaml:8")
