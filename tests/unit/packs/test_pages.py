"""The page of a pack."""

from __future__ import annotations

from clause_auditor.packs import pack_page
from packs.conftest import RULE, Load


def test_a_page_tells_everything_of_a_rule(load: Load) -> None:
    page = pack_page(load().packs[0])
    for words in (
        "# The house rules of Acme",
        "Pack `acme` 1.2.0: 1 rule on Acme playbook.",
        "[`acme.breach.notice`](#acmebreachnotice)",
        "### acme.breach.notice",
        "[GDPR Art. 33(2)](https://eur-lex.europa.eu/eli/reg/2016/679/art_33/oj)",
        "- *weak*: Told late.",
        "Why: Somebody has to know.",
        "Our line: Our figure.",
        "> {vendor} shall tell {customer}.",
    ):
        assert words in page
    assert page.endswith("\n")
    assert not page.endswith("\n\n")


def test_rules_stand_by_family_then_id(load: Load) -> None:
    def rule(name: str, family: str) -> str:
        return RULE.replace("acme.breach.notice", f"acme.{name}").replace("breach_notification", family)

    files = {
        "acme/z.last.yaml": rule("z.last", "encryption"),
        "acme/a.first.yaml": rule("a.first", "record"),
        "acme/a.early.yaml": rule("a.early", "breach_notification"),
    }
    page = pack_page(load(files).packs[0])
    heads = [line.removeprefix("### ") for line in page.splitlines() if line.startswith("### ")]
    assert heads == ["acme.z.last", "acme.a.early", "acme.breach.notice", "acme.a.first"]


def test_a_bar_does_not_break_the_table(load: Load) -> None:
    page = pack_page(load({"acme/breach.notice.yaml": RULE.replace("Breaches are told", "Told | untold")}).packs[0])
    row = next(line for line in page.splitlines() if line.startswith("| breach"))
    assert "Told \\| untold" in row
    assert row.replace("\\|", "").count("|") == 8
