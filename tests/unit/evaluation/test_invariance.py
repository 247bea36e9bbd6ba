from __future__ import annotations

import pytest

from clause_auditor.domain.contract import Contract, Document
from clause_auditor.domain.party import Party, Role
from clause_auditor.engine import Auditor
from clause_auditor.evaluation.invariance import CHANGES, WholeContract, compare
from clause_auditor.evaluation.invariance_order import rotate
from clause_auditor.evaluation.invariance_rename import rename
from clause_auditor.evaluation.invariance_renumber import renumber
from clause_auditor.evaluation.invariance_score import invariance_json, render_invariance, score_comparisons
from clause_auditor.evaluation.invariance_spelling import americanise, anglicise
from clause_auditor.evaluation.invariance_wrap import unwrap, wrap
from evaluation.conftest import DAY, PROMPT, RULE, SILENT


def renamed(text: str, *parties: Party) -> Contract | None:
    return rename(Contract(documents=(Document("d", text),), parties=parties))


def test_a_company_has_another_name_wherever_it_stands() -> None:
    text = (
        'Made between Northwind Ltd ("Controller") and Zeta GmbH ("Processor").\n\nZeta shall help. NORTHWIND pays.\n'
    )
    found = renamed(text)
    assert found is not None
    after = found.documents[0].text
    assert "Zeta" not in after
    assert "northwind" not in after.lower()
    assert after.count("Ltd") == after.count("GmbH") == after.count('("Processor")') == 1
    assert len(after.split()) == len(text.split())


def test_parties_of_a_record_are_renamed_with_the_text() -> None:
    found = renamed("Zeta shall help Bolt.", Party("Zeta", Role.PROCESSOR), Party("Bolt", Role.CONTROLLER))
    assert found is not None
    assert [party.name for party in found.parties] == [found.documents[0].text.split()[i].strip(".") for i in (0, 3)]


def test_roles_are_no_names() -> None:
    assert renamed("The Processor shall help the Controller. We help you. The Supplier helps the Client.") is None


NUMBERED = "".join(f"## {n}. Clause\n\n{n}.1 As clause {n}.1 says.\n\n" for n in range(1, 5))


def test_clauses_and_references_get_other_numbers() -> None:
    after = renumber(NUMBERED + "See Section 2, not section 3 of the Act nor 45 CFR 164.504.")
    assert after is not None
    assert "## 4. Clause" in after
    assert "7.1 As clause 7.1 says" in after
    assert after.endswith("See Section 5, not section 3 of the Act nor 45 CFR 164.504.")


def test_what_is_not_numbered_through_is_left() -> None:
    assert renumber("1. One\n\n2. Two\n\n4. Four\n\n5. Five\n") is None


PROSE = "The Processor shall tell the Controller of every mishap that it learns of, whatever its cause may be."


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_wrapped_lines_are_no_longer_than_asked_and_say_the_same(columns: int) -> None:
    after = wrap(PROSE, columns)
    assert after is not None
    assert all(len(line) <= columns for line in after.splitlines())
    assert after.split() == PROSE.split()


def test_an_item_is_wrapped_below_its_text() -> None:
    after = wrap(f"- {PROSE}", 60)
    assert after is not None
    assert [line[:2] for line in after.splitlines()] == ["- ", "  "]


def test_no_line_begins_with_what_reads_as_a_mark() -> None:
    text = "The parties agree that they shall always act in accordance with clause 7. This includes all of its parts."
    for columns in range(30, 100):
        assert not any(line.startswith("7.") for line in (wrap(text, columns) or "").splitlines())


@pytest.mark.parametrize(
    "block", ["| a | b |\n| --- | --- |\n| " + PROSE + " | c |", "# " + PROSE, "    " + PROSE, "> " + PROSE]
)
def test_what_is_no_prose_keeps_its_lines(block: str) -> None:
    assert wrap(block, 40) is None


def test_unwrapping_joins_the_lines_of_prose() -> None:
    wrapped = wrap(PROSE, 60)
    assert wrapped is not None
    assert unwrap(wrapped) == PROSE
    assert unwrap("Duration: one year\nPurpose: hosting") is None


def test_clauses_change_places_and_openings_stay() -> None:
    names = ["Definitions", "Security", "Breach", "Audit", "Annex I"]
    text = "Opening.\n\n" + "".join(f"## {name}\n\nWords on {name}.\n\n" for name in names)
    after = rotate(text)
    assert after is not None
    assert [line[3:] for line in after.splitlines() if line.startswith("##")] == [
        "Definitions", "Breach", "Audit", "Security", "Annex I",
    ]  # fmt: skip
    assert after.startswith("Opening.")
    assert sorted(after.split()) == sorted(text.split())


def test_too_few_clauses_stay() -> None:
    assert rotate("## Security\n\nOne.\n\n## Audit\n\nTwo.\n") is None


def test_spelling() -> None:
    assert americanise("Authorised organisations FAVOUR a programme.") == "Authorized organizations FAVOR a program."
    assert anglicise("Authorized organizations FAVOR a program.") == "Authorised organisations FAVOUR a program."
    assert americanise("They advise and exercise; see https://favour.test") is None


def test_statuses_are_compared_after_every_change(auditor: Auditor) -> None:
    subject = WholeContract("a.md", ("acme",), Contract(documents=(Document("main", PROMPT),)), DAY)
    found = list(compare(auditor, subject))
    assert [one.change for one in found] == list(CHANGES)
    assert {one.change: one.compared for one in found}["wrapped at 60"] == 1
    assert not any(one.moves for one in found)


def test_a_status_that_moves_is_listed(auditor: Auditor, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil = {"unwrapped": lambda contract: Contract(documents=(Document("main", SILENT),))}
    monkeypatch.setattr("clause_auditor.evaluation.invariance.CHANGES", spoil)
    subject = WholeContract("a.md", ("acme",), Contract(documents=(Document("main", PROMPT),)), DAY)
    score = score_comparisons([list(compare(auditor, subject))])
    assert (score.total.part, score.total.whole) == (1, 1)
    assert f"{RULE}, a.md, unwrapped: met became missing" in render_invariance(score)
    plain = invariance_json(score)
    assert plain["moves"] == [
        {"source": "a.md", "change": "unwrapped", "rule_id": RULE, "before": "met", "after": "missing"}
    ]
