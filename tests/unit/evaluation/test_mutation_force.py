from __future__ import annotations

from functools import partial

import pytest

from clause_auditor.evaluation.mutation_force import deny, infinitive, permit, release
from evaluation.mutating import changed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The Processor shall tell the Controller.", "The Processor may tell the Controller."),
        ("We will not sell your data.", "We may sell your data."),
        ("THE PROCESSOR SHALL DELETE IT.", "THE PROCESSOR MAY DELETE IT."),
        ("The Processor undertakes to tell the Controller.", "The Processor may tell the Controller."),
        ("The Processor agrees to not disclose it.", "The Processor may disclose it."),
        ("The Processor is obliged to keep records.", "The Processor may keep records."),
    ],
)
def test_duties_become_permissions(before: str, after: str) -> None:
    assert changed(before, permit) == after


@pytest.mark.parametrize(
    "text",
    [
        "The Processor shall process it only on instructions.",
        "No sub-processor shall be engaged without consent.",
        "The Processor shall in no event disclose it.",
        "We will not sell it, nor will we lease it.",
        "The Processor encrypts all data.",
        "It keeps the data at its own will for a year.",
    ],
)
def test_what_a_permission_would_leave_binding_is_left(text: str) -> None:
    assert changed(text, permit).startswith(text[:30])
    assert "may tell" not in changed(text, permit)


def test_the_stem_of_an_item_is_changed_with_it() -> None:
    text = "The Processor shall:\n\n(a) keep records;\n\n(b) tell the Controller.\n"
    assert changed(text, permit, "tell the Controller") == text.replace("shall", "may")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The Processor shall tell the Controller.", "The Processor shall not tell the Controller."),
        ("The Processor shall not disclose it.", "The Processor shall disclose it."),
        (
            "The Processor undertakes to tell the Controller.",
            "The Processor does not undertake to tell the Controller.",
        ),
        ("No sub-processor shall be engaged.", "Any sub-processor shall be engaged."),
        ("The Processor shall in no event disclose it.", "The Processor shall in any event disclose it."),
        ("The Processor shall use it only for this.", "The Processor shall use it not only for this."),
        ("The Processor encrypts all data.", "The Processor does not encrypt all data."),
        ("We encrypt all data.", "We do not encrypt all data."),
        ("All data is encrypted.", "All data is not encrypted."),
    ],
)
def test_statements_are_denied(before: str, after: str) -> None:
    assert changed(before, deny) == after


def test_a_clause_that_depends_on_another_is_not_denied() -> None:
    text = "The Processor shall delete data that must not be kept."
    assert changed(text, deny) == "The Processor shall not delete data that must not be kept."


def test_permissions_of_the_customer_alone_are_denied_where_they_count() -> None:
    text = "The Controller may audit the Processor. The Processor may charge a fee."
    assert changed(text, deny) == text
    denied = changed(text, partial(deny, permission=True))
    assert denied == "The Controller may not audit the Processor. The Processor may charge a fee."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The Processor shall tell the Controller.", "The Processor shall not be obliged to tell the Controller."),
        ("The data must be deleted.", "The data need not be deleted."),
        ("The Processor agrees to tell the Controller.", "The Processor is not obliged to tell the Controller."),
        ("The Processor shall not disclose it.", "The Processor shall not disclose it."),
    ],
)
def test_nobody_is_bound_any_more(before: str, after: str) -> None:
    assert changed(before, release) == after


@pytest.mark.parametrize(
    ("verb", "bare"), [("encrypts", "encrypt"), ("applies", "apply"), ("processes", "process"), ("goes", "go")]
)
def test_infinitives(verb: str, bare: str) -> None:
    assert infinitive(verb) == bare
