"""Scoring: every label beside its finding, each document audited once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from clause_auditor.domain.audit import Audit, AuditOptions
from clause_auditor.domain.contract import Contract
from clause_auditor.domain.rule import Library
from clause_auditor.engine import Auditor, CancelToken
from clause_auditor.errors import InputError
from clause_auditor.evaluation.corpus import open_corpus
from clause_auditor.evaluation.figures import Share
from clause_auditor.evaluation.score import Score
from clause_auditor.evaluation.scoring import score_contracts
from evaluation.conftest import DAY, LATE, PROMPT, RULE, Corpora, sheet


class Counting(Auditor):
    """Notes every audit; stumbles over contracts that hold a word."""

    def __init__(self, library: Library, stumbles_over: str = "") -> None:
        super().__init__(library)
        self.asked: list[AuditOptions] = []
        self._word = stumbles_over

    def audit(self, contract: Contract, options: AuditOptions, cancel: CancelToken | None = None) -> Audit:
        self.asked.append(options)
        if self._word and any(self._word in document.text for document in contract.documents):
            raise RuntimeError(contract.documents[0].text)
        return super().audit(contract, options, cancel)


def score(root: Path, auditor: Auditor, **changes: Any) -> Score:
    return score_contracts(open_corpus(root, auditor.library).contracts(), auditor, DAY, **changes)


def test_five_contracts_give_the_figures_worked_out_by_hand(five: Path, auditor: Auditor) -> None:
    total = score(five, auditor).total
    assert (total.hits, total.false_alarms, total.misses, total.rejections) == (1, 2, 1, 1)
    assert (total.precision, total.recall, total.accuracy) == (Share(1, 3), Share(1, 2), Share(2, 5))
    assert total.f1 == pytest.approx(0.4)
    assert (total.status, total.evidence, total.not_judged) == (Share(2, 5), Share(3, 3), 0)


def test_groups_hold_what_belongs_to_them(five: Path, auditor: Auditor) -> None:
    found = score(five, auditor)
    for groups, names in (
        (found.by_pack, ["acme"]),
        (found.by_family, ["breach_notification"]),
        (found.by_rule, [RULE]),
        (found.by_kind, ["data-protection contracts", "other contracts"]),
        (found.by_sheet, ["a.acme", "b.acme", "c.acme", "d.acme", "e.acme"]),
    ):
        assert list(groups) == names
        assert sum(tally.labels for tally in groups.values()) == 5
    assert (found.by_kind["other contracts"].labels, found.by_kind["other contracts"].hits) == (1, 1)


def test_disagreements_name_label_and_finding(five: Path, auditor: Auditor) -> None:
    found = score(five, auditor).disagreements
    assert [(each.contract, each.label.status.value, each.found and each.found.value) for each in found] == [
        ("b", "met", "weak"), ("d", "weak", "met"), ("e", "not_applicable", "missing"),
    ]  # fmt: skip
    assert found[0].finding is not None
    assert "tell the Controller" in found[0].finding.quotes[0]


def test_calibration_counts_each_finding_once(five: Path, auditor: Auditor) -> None:
    found = score(five, auditor).calibration
    assert sum(group.number for group in found.bands) == 5
    assert found.review.number + found.others.number == 5
    assert found.review.right + found.others.right == 2


def test_a_right_status_for_another_reason_is_astray(corpus: Corpora, auditor: Auditor) -> None:
    text = f"{LATE}\nThe Controller shall keep a list of its offices.\n"
    root = corpus({"a.md": text}, {"a.acme.yaml": sheet("a.md", "weak", "keep a list of its offices")})
    found = score(root, auditor)
    assert found.total.evidence == Share(0, 1)
    assert [each.contract for each in found.astray] == ["a"]
    assert (found.disagreements, found.warnings) == ([], [])


def test_evidence_that_is_not_in_the_document_is_a_warning(corpus: Corpora, auditor: Auditor) -> None:
    root = corpus({"a.md": LATE}, {"a.acme.yaml": sheet("a.md", "weak", "shall tell [...] a swan")})
    (warning,) = score(root, auditor).warnings
    assert warning.place == "labels/a.acme.yaml:5"
    assert f"the evidence of {RULE} is not in the document" in warning.problem
    assert "swan" not in str(warning)


def test_a_document_of_two_sheets_is_audited_once(corpus: Corpora, library: Library) -> None:
    sheets = {f"{name}.acme.yaml": sheet("a.md", "met") for name in ("first", "second")}
    auditor = Counting(library)
    found = score(corpus({"a.md": PROMPT}, sheets), auditor)
    assert auditor.asked == [AuditOptions(packs=("acme",), as_of=DAY)]
    assert (found.documents, found.sheets, found.total.labels) == (1, 2, 2)


@pytest.mark.parametrize("content", ["", "\0", f"Zanzibar. {PROMPT}"])
def test_a_document_that_fails_counts_as_not_judged_and_stops_no_other(
    corpus: Corpora, library: Library, content: str
) -> None:
    sheets = {f"{name}.acme.yaml": sheet(f"{name}.md", "met") for name in "abc"}
    found = score(corpus({"a.md": PROMPT, "b.md": content, "c.md": PROMPT}, sheets), Counting(library, "Zanzibar"))
    (failure,) = found.failures
    assert failure.place.startswith("documents/b.md")
    assert "Zanzibar" not in str(failure)
    assert (found.total.labels, found.total.not_judged, found.total.false_alarms) == (3, 1, 1)
    assert [(each.contract, each.found) for each in found.disagreements] == [("b", None)]
    assert sum(group.number for group in found.calibration.bands) == 2


def test_a_rule_that_is_asked_for_and_not_labelled_is_an_error(five: Path, auditor: Auditor) -> None:
    with pytest.raises(InputError, match="no sheet labels what is to be scored"):
        score(five, auditor, rules=["acme.other.rule"])


def test_the_order_of_documents_changes_nothing(five: Path, auditor: Auditor) -> None:
    contracts = list(open_corpus(five, auditor.library).contracts())
    there, back = (score_contracts(each, auditor, DAY) for each in (contracts, contracts[::-1]))
    assert there == back
    assert list(there.by_sheet) == list(back.by_sheet)
