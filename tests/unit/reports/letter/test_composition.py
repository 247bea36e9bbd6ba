"""What a letter asks for, in which order, and what it keeps to its sender."""

from __future__ import annotations

import dataclasses

import pytest

from clause_auditor.domain.audit import JudgedDocument, Perspective
from clause_auditor.domain.contract import Contract
from clause_auditor.domain.finding import Basis, Severity, Status
from clause_auditor.errors import InputError
from clause_auditor.reports.interface import Outcome
from clause_auditor.reports.letter.composition import compose_letter
from clause_auditor.reports.letter.letter import Letter, Request
from reports.conftest import finding
from reports.letter.conftest import FINDINGS, with_findings


def requests(letter: Letter) -> list[Request]:
    return [request for section in letter.sections for request in section.requests]


def request(letter: Letter, title: str) -> Request:
    return next(each for each in requests(letter) if each.title.startswith(title))


def test_requests_come_worst_first_and_law_before_good_practice(outcome: Outcome) -> None:
    letter = compose_letter(outcome)
    assert [section.heading.split(",")[0] for section in letter.sections] == [
        "What the law asks for",
        "What good practice asks for",
    ]
    assert [each.title for each in requests(letter)] == [
        "The own-ends rule; The instructions rule",
        "The inspection rule",
        "The disposal rule",
        "The breach rule",
        "The encryption rule",
    ]


def test_a_change_names_the_old_words_and_the_new(outcome: Outcome) -> None:
    (wording,) = request(compose_letter(outcome), "The breach").wordings
    assert wording.ask == (
        "Please change “ten (10) business days” to “48 hours” in clause 1.1. The passage then reads:"
    )
    assert wording.paragraphs == ("The Vendor will report a breach within 48 hours.",)


def test_what_is_only_struck_out_leaves_no_words_to_paste_and_is_asked_for_once(outcome: Outcome) -> None:
    gone = dataclasses.replace(outcome.remedies["demo.own-ends"], wording="Strike out the passage.")
    gone = dataclasses.replace(gone, edits=tuple(dataclasses.replace(edit, text="") for edit in gone.edits))
    twice = {"demo.own-ends": gone, "demo.instructions": dataclasses.replace(gone, rule_id="demo.instructions")}
    mended = dataclasses.replace(outcome, remedies={**outcome.remedies, **twice})
    (wording,) = request(compose_letter(mended), "The own-ends").wordings
    assert wording.ask == "Please strike out “may use the data for its own ends” (clause 1.2)."
    assert wording.paragraphs == ()


def test_an_addition_names_its_place_and_holds_all_its_paragraphs(outcome: Outcome) -> None:
    each = request(compose_letter(outcome), "The disposal")
    assert each.wordings[0].ask == "Please add after clause 1.2 the wording below:"
    assert each.wordings[0].paragraphs == ("Delete.", "Return.")
    assert each.faults == ("The message of disposal.", "The draft says nothing on this point.")


def test_an_addition_at_another_place_is_found_by_the_words_before_it(outcome: Outcome) -> None:
    bare = dataclasses.replace(FINDINGS[4], insert_after=None)
    (wording,) = requests(compose_letter(with_findings(outcome, bare)))[0].wordings
    assert wording.ask.startswith("Please add after “")
    assert wording.ask.endswith("is encrypted where possible.” the wording below:")


def test_of_several_papers_each_is_named(outcome: Outcome) -> None:
    assert outcome.audit
    papers = (*outcome.audit.scope.documents, JudgedDocument("msa", "Master Agreement", "main", "en", 9, True))
    scope = dataclasses.replace(outcome.audit.scope, documents=papers)
    letter = compose_letter(dataclasses.replace(outcome, audit=dataclasses.replace(outcome.audit, scope=scope)))
    assert letter.subject == "Master Agreement: points to settle before signature"
    assert "in Data Processing Terms, clause 1.1." in request(letter, "The breach").wordings[0].ask
    assert "after clause 1.2 in Data Processing Terms" in request(letter, "The disposal").wordings[0].ask
    assert request(letter, "The breach").draft[0].place == "Data Processing Terms, Clause 1.1"


def test_requests_for_one_passage_are_one_with_both_wordings(outcome: Outcome) -> None:
    each = request(compose_letter(outcome), "The own-ends")
    assert [quotation.words for quotation in each.draft] == ["may use the data for its own ends"]
    (wording,) = each.wordings
    assert wording.ask == "Please replace “may use the data for its own ends” (clause 1.2) with the wording below:"
    assert wording.paragraphs == ("Follow instructions.", "Obey in writing.")
    assert [citation.text for citation in each.law] == ["GDPR Art. 28(3)"]


def test_without_a_remedy_that_holds_no_wording_is_offered(outcome: Outcome) -> None:
    asked = dataclasses.replace(FINDINGS[5], remedy="Model wording.")
    (wording,) = requests(compose_letter(with_findings(outcome, asked)))[0].wordings
    assert (wording.ask, wording.paragraphs) == ("Please propose wording that settles this point.", ())


def test_what_is_accepted_in_error_or_the_senders_own_is_told_to_the_sender_alone(outcome: Outcome) -> None:
    letter = compose_letter(outcome)
    outside = repr(dataclasses.replace(letter, note=()))
    for name, remark in (
        ("logs", "Accepted, and not asked for: "),
        ("broken", "Could not be judged, and is not in the letter: "),
        ("mismatch", "For you alone, and not in the letter: "),
    ):
        assert f"{remark}The {name} rule." in letter.note
        assert name not in outside
    assert "Not sure: look again before you ask for it: The own-ends rule." in letter.note
    assert "Not judged: Annex 3 is named and not in the text." in letter.note
    assert "Known to the board" not in repr(letter)


def test_what_cannot_be_told_is_a_question(outcome: Outcome) -> None:
    letter = compose_letter(with_findings(outcome, dataclasses.replace(FINDINGS[8], needs_review=True)))
    questions = letter.questions
    assert questions
    assert letter.subject == "Data Processing Terms: points to clarify"
    assert "transfer" not in repr(letter.note)
    assert questions.points == ("The transfer rule. The message of transfer.",)


def test_parties_are_named_or_left_to_the_sender(outcome: Outcome) -> None:
    letter = compose_letter(outcome)
    assert letter.salutation == "Dear team of Bolt & Sons *Ltd,"
    assert letter.head == (("Acme GmbH", "[your address]"), ("[date]",), ("Bolt & Sons *Ltd", "[their address]"))
    assert letter.signature[-1] == "Acme GmbH"
    bare = compose_letter(dataclasses.replace(outcome, contract=Contract(), remedies={}))
    assert (bare.salutation, bare.signature[-1]) == ("Dear Sir or Madam,", "[your company]")


def test_the_vendor_offers_what_the_customer_asks_for(outcome: Outcome) -> None:
    assert outcome.audit
    audit = dataclasses.replace(outcome.audit, perspective=Perspective.VENDOR)
    letter = compose_letter(dataclasses.replace(outcome, audit=audit))
    assert letter.subject == "Data Processing Terms: amendments that we offer"
    assert letter.salutation == "Dear team of Acme GmbH,"
    assert request(letter, "The breach").wordings[0].ask.startswith("We offer to change “ten (10)")
    assert "Please" not in repr([each.wordings for each in requests(letter)])


def test_a_draft_that_meets_everything_is_told_so_and_no_opinion_is_given(outcome: Outcome) -> None:
    letter = compose_letter(with_findings(outcome, FINDINGS[0]))
    assert letter.subject == "Data Processing Terms: no changes requested"
    assert letter.opening[-1] == "It meets every point that we checked, and we see no need to change it."
    assert "no legal opinion" in letter.closing[0]
    assert (letter.sections, letter.questions) == ((), None)


@pytest.mark.parametrize(
    "doubt",
    [FINDINGS[7], FINDINGS[9], FINDINGS[10], dataclasses.replace(FINDINGS[0], needs_review=True)],
    ids=["accepted", "error", "record", "unsure"],
)
def test_a_draft_with_anything_unsettled_is_not_said_to_meet_everything(outcome: Outcome, doubt: object) -> None:
    letter = compose_letter(with_findings(outcome, FINDINGS[0], doubt))  # type: ignore[arg-type]
    assert letter.opening[-1] == "We have no change to propose."


def test_no_letter_is_written_where_nothing_was_judged(outcome: Outcome) -> None:
    idle = finding("idle", Status.NOT_APPLICABLE, Severity.NONE, basis=Basis.LAW)
    for each in (with_findings(outcome), with_findings(outcome, idle)):
        letter = compose_letter(each)
        assert letter.subject == "No letter: no obligation was judged in drafts/dpa.md"
        assert not letter.salutation
    error = Outcome("x.pdf", error=InputError.at("x.pdf", "is no PDF", "Save it anew"))  # type: ignore[arg-type]
    letter = compose_letter(error)
    assert letter.subject == "No letter: x.pdf could not be audited"
    assert letter.note == ("x.pdf: is no PDF. Save it anew",)
    assert not letter.opening
