from __future__ import annotations

import pytest

from clause_auditor.domain.contract import Contract, Document
from clause_auditor.domain.finding import Status
from clause_auditor.domain.mutation import MutationKind
from clause_auditor.domain.rule import Library
from clause_auditor.engine import Auditor
from clause_auditor.evaluation.mutation_score import score_trials
from clause_auditor.evaluation.mutation_subject import Selection, Subject, from_examples
from clause_auditor.evaluation.mutation_trial import Result, RuleTrials, Trial
from evaluation.conftest import DAY, LATE, PROMPT, RULE

AGAIN = "If there is a mishap, the Processor must tell the Controller promptly or within 20 hours.\n"


@pytest.fixture
def trials(library: Library, auditor: Auditor) -> RuleTrials:
    return RuleTrials(auditor, library.packs[0].rules[0], "acme")


def subject(text: str, *parts: str) -> Subject:
    return Subject(RULE, "acme", "a.md", Contract(documents=(Document("main", text),)), DAY, parts)


def run(trials: RuleTrials, text: str, kind: MutationKind, *parts: str) -> list[Trial]:
    return list(trials.run(subject(text, *parts), frozenset({kind})))


@pytest.mark.parametrize("kind", [MutationKind.DROP, MutationKind.PERMIT, MutationKind.DELAY, MutationKind.SWAP])
def test_a_sound_rule_notices(trials: RuleTrials, kind: MutationKind) -> None:
    (trial,) = run(trials, PROMPT, kind)
    assert trial.result is Result.NOTICED
    assert trial.status is not Status.MET
    assert trial.before == PROMPT.strip()


def test_a_delay_is_told_with_both_texts(trials: RuleTrials) -> None:
    (trial,) = run(trials, PROMPT, MutationKind.DELAY)
    assert trial.after == PROMPT.strip().replace("24 hours", "30 days")
    assert trial.status is Status.WEAK


def test_what_the_contract_says_twice_is_changed_twice(trials: RuleTrials) -> None:
    (trial,) = run(trials, f"{PROMPT}\n{AGAIN}", MutationKind.DROP)
    assert trial.result is Result.NOTICED


def test_what_it_says_too_often_is_said_elsewhere(trials: RuleTrials) -> None:
    often = "\n".join(f"{number}. {PROMPT}" for number in range(1, 14))
    (trial,) = run(trials, often, MutationKind.DROP)
    assert trial.result is Result.ELSEWHERE
    assert trial.status is Status.MET


def test_a_passage_without_a_duty_cannot_be_permitted(trials: RuleTrials) -> None:
    (trial,) = run(trials, "The Processor tells the Controller of every mishap within 24 hours.\n", MutationKind.PERMIT)
    assert trial.result is Result.NOT_APPLICABLE


def test_a_hedge_that_the_rule_does_not_look_for_is_unnoticed(trials: RuleTrials) -> None:
    found = run(trials, PROMPT, MutationKind.HEDGE)
    assert [trial.variant for trial in found] == ["efforts", "where appropriate", "sole discretion"]
    assert {trial.result for trial in found} == {Result.UNNOTICED}
    assert "at its sole discretion" in found[2].after


def test_a_contract_that_does_not_meet_the_rule_is_not_changed(trials: RuleTrials) -> None:
    (trial,) = run(trials, LATE, MutationKind.DROP)
    assert (trial.result, trial.kind, trial.status) == (Result.FOUND_OTHERWISE, None, Status.WEAK)


def test_the_labelled_passage_is_changed_with_the_quoted_one(trials: RuleTrials) -> None:
    (trial,) = run(trials, f"{PROMPT}\nThe sky is blue.\n", MutationKind.DROP, "The sky is blue")
    assert "The sky is blue" in trial.before


def test_the_author_s_examples_that_are_met_are_subjects(library: Library) -> None:
    found = from_examples(library, Selection(), DAY)
    assert [one.source for one in found] == ["in time", "in two days"]
    assert len(from_examples(library, Selection(limit=1), DAY)) == 1
    assert not from_examples(library, Selection(packs=["other"]), DAY)


def test_counts(trials: RuleTrials) -> None:
    both = frozenset({MutationKind.DROP, MutationKind.HEDGE})
    score = score_trials([list(trials.run(subject(text), both)) for text in (PROMPT, LATE)])
    assert (score.subjects, len(score.found_otherwise), len(score.unnoticed)) == (2, 1, 3)
    assert (score.total.noticed, score.total.share.whole) == (1, 4)
    assert score.kinds[MutationKind.DROP].share.value == 1
    assert [way for _, way, _ in score.ways] == ["drop", "efforts", "where appropriate", "sole discretion"]
