"""What is written into copies of Word files: who is told what, where, and nothing twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.finding import Evidence, Finding, InsertionPoint, Severity, Status, Waiver
from clause_auditor.domain.remedy import Edit, Remedy, RemedyKind
from clause_auditor.reports.interface import Outcome
from clause_auditor.reports.word_comments import write_comments, write_edits

from .conftest import CONTRARY, MISSING, finding


def outcome(sample: Audit, *findings: Finding, remedies: tuple[Remedy, ...] = ()) -> Outcome:
    return Outcome(
        "a.docx", replace(sample, findings=findings), remedies={remedy.rule_id: remedy for remedy in remedies}
    )


def remedy(of: Finding, *edits: Edit) -> Remedy:
    return Remedy(of.rule_id, RemedyKind.CHANGE, edits, "The new wording.")


def test_a_comment_tells_status_law_and_what_to_ask_for(sample: Audit) -> None:
    markup = write_comments(outcome(sample, CONTRARY), ["dpa"])["dpa"]
    (comment,) = markup.comments
    assert (comment.start, comment.end) == (10, 60)
    assert comment.paragraphs == (
        "Contrary (critical): The breach rule",
        "The message of breach.",
        "Why it matters: The clock may run before the controller knows.",
        "Law: GDPR Art. 33(2)",
        "What to ask for: Acme shall notify Bolt of every personal data breach without undue delay.",
        "demo.breach · law · 91 % sure",
    )
    assert markup.day == sample.as_of
    assert markup.closing is None


def test_what_is_missing_stands_in_the_list(sample: Audit) -> None:
    lacking = replace(MISSING, remedy="The Vendor shall:\n\nallow audits\u202e.")
    markup = write_comments(outcome(sample, lacking), ["dpa"])["dpa"]
    assert markup.closing is not None
    (entry,) = markup.closing.entries
    assert entry.title == "The audit rule (high)"
    assert "Where it belongs: after clause 6." in entry.lines
    assert entry.wording == ("The Vendor shall:", "allow audits<U+202E>.")


def test_met_is_not_commented_and_accepted_is_told_with_its_reason(sample: Audit) -> None:
    passage = (Evidence("dpa", 0, 5, "words"), Evidence("dpa", 7, 9, "so"))
    met = finding("met", Status.MET, Severity.NONE, evidence=passage)
    waived = finding("waived", Status.WEAK, Severity.LOW, evidence=passage, waiver=Waiver("Insured."))
    markup = write_comments(outcome(sample, met, waived), ["dpa"])["dpa"]
    first, second = markup.comments
    assert "Accepted: Insured." in first.paragraphs
    assert second.paragraphs[0] == "Weak (low): The waived rule"
    assert len(second.paragraphs) == 2
    edits = write_edits(outcome(sample, waived, remedies=(remedy(waived, Edit("dpa", 0, 5, "x")),)), ["dpa"])["dpa"]
    assert (edits.edits, edits.closing) == ((), None)


def test_each_paper_gets_its_own(sample: Audit) -> None:
    here = finding("here", Status.WEAK, Severity.LOW, evidence=(Evidence("a", 0, 5, "words"),))
    there = finding("there", Status.MISSING, Severity.LOW, insert_after=InsertionPoint("b", 3))
    lost = finding("lost", Status.MISSING, Severity.LOW, insert_after=InsertionPoint("page", 3))
    found = write_comments(outcome(sample, here, there, lost), ["a", "b"])
    assert [len(found[each].comments) for each in "ab"] == [1, 0]
    titles = {each: [entry.title for entry in closing.entries] for each in "ab" if (closing := found[each].closing)}
    assert titles == {"a": ["The lost rule (low)"], "b": ["The there rule (low)"]}
    assert write_comments(outcome(sample, here), []) == {}


def test_of_remedies_that_meet_the_worst_is_written_and_the_other_listed(sample: Audit) -> None:
    worst = finding("worst", Status.CONTRARY, Severity.HIGH)
    other = finding("other", Status.WEAK, Severity.LOW)
    third = finding("third", Status.WEAK, Severity.LOW)
    edits = Edit("dpa", 5, 9, "x"), Edit("dpa", 8, 12, "y"), Edit("dpa", 9, 9, "z")
    remedies = tuple(remedy(each, edit) for each, edit in zip((worst, other, third), edits, strict=True))
    markup = write_edits(outcome(sample, other, third, worst, remedies=remedies), ["dpa"])["dpa"]
    assert set(markup.edits) == {edits[0], edits[2]}
    assert markup.closing is not None
    assert [(entry.title, entry.wording) for entry in markup.closing.entries] == [
        ("The other rule (low)", ("The new wording.",))
    ]


def test_a_remedy_whose_edit_found_no_place_is_listed_as_a_whole(sample: Audit) -> None:
    edits = Edit("dpa", 1, 2, "x"), Edit("dpa", 5, 6, "y")
    given = outcome(sample, CONTRARY, remedies=(remedy(CONTRARY, *edits),))
    assert write_edits(given, ["dpa"])["dpa"].edits == edits
    refused = write_edits(given, ["dpa"], edits[:1])["dpa"]
    assert refused.edits == ()
    assert refused.closing is not None
    assert refused.closing.entries[0].wording == ("The new wording.",)


def test_an_error_has_nothing_to_mark() -> None:
    with pytest.raises(ValueError, match="only an audit"):
        write_comments(Outcome("a.docx"), ["dpa"])
