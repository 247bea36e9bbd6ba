"""The strictest of several packs, and what is announced."""

from __future__ import annotations

from dataclasses import replace

from clause_auditor.domain.condition import InstrumentStatus
from clause_auditor.domain.duration import Duration, Unit
from clause_auditor.domain.finding import Basis, Finding, Severity, Status
from clause_auditor.domain.rule import Family, Instrument, Pack, Rule, Threshold
from clause_auditor.engine.announcements import find_announced
from clause_auditor.engine.strictness import find_strictest


def rule(name: str, hours: int = 0, severity: Severity = Severity.HIGH, basis: Basis = Basis.LAW) -> Rule:
    limits = (Threshold("deadline", Duration(hours, Unit.HOURS)),) if hours else ()
    return Rule(name, "T", Family.BREACH_NOTIFICATION, severity, basis, (), {}, {}, {}, thresholds=limits)


def pack(name: str, *rules: Rule) -> Pack:
    return Pack(name, "1", "", "", "", "", rules, ("en",), None, {})


def findings(*packs: Pack, status: Status = Status.MET) -> list[Finding]:
    return [
        Finding(r.id, p.name, "", str(r.family), r.basis, status, Severity.NONE, "") for p in packs for r in p.rules
    ]


def test_the_shortest_time_limit_is_the_strictest() -> None:
    a, b = pack("a", rule("a.x", 1440)), pack("b", rule("b.x", 72, Severity.LOW))
    (found,) = find_strictest([a, b], findings(a, b)).values()
    assert (found.rule_id, found.pack) == ("b.x", "b")
    assert "72 hours" in found.why


def test_without_limits_severity_and_then_law_decide() -> None:
    a, b = pack("a", rule("a.x", basis=Basis.GOOD_PRACTICE)), pack("b", rule("b.x"))
    assert find_strictest([a, b], findings(a, b))["breach_notification"].rule_id == "b.x"
    graver = pack("c", rule("c.x", severity=Severity.CRITICAL))
    assert find_strictest([a, b, graver], findings(a, b, graver))["breach_notification"].rule_id == "c.x"


def test_one_pack_alone_and_rules_that_do_not_apply_are_left_out() -> None:
    a, b = pack("a", rule("a.x")), pack("b", rule("b.x", 24))
    assert find_strictest([a], findings(a)) == {}
    assert find_strictest([a, b], findings(a) + findings(b, status=Status.NOT_APPLICABLE)) == {}


COMING = Instrument("n", "New", InstrumentStatus.ANNOUNCED, "2027-01-01", packs=("a",))


def test_what_is_announced_on_a_day_for_the_packs_applied() -> None:
    undated = replace(COMING, id="u", start="", packs=())
    assert [x.id for x in find_announced([undated, COMING], {"a"}, "2026-11-22")] == ["n", "u"]
    assert [x.id for x in find_announced([undated, COMING], {"b"}, "2026-11-22")] == ["u"]
    assert [x.id for x in find_announced([COMING], {"a"}, "2027-01-01")] == []
