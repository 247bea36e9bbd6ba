from __future__ import annotations

from collections.abc import Collection

from clause_auditor.domain.party import Side
from clause_auditor.evaluation.mutation_swap import swap
from clause_auditor.text.partynames import Name, find_names
from evaluation.mutating import changed, split


def swapped(text: str, passage: str = "", asked: Collection[Side] = ()) -> str:
    names = find_names(split(text).provisions, {"d": text})
    return changed(text, lambda stretch: swap(stretch, names, asked), passage)


def test_roles_of_the_law() -> None:
    text = "The Processor shall tell the Controller of the Controller's breach."
    assert swapped(text) == "The Controller shall tell the Processor of the Processor's breach."


def test_pronouns() -> None:
    text = "We will tell you what happened to your data, and you will help us."
    assert swapped(text) == "You will tell us what happened to our data, and we will help you."


def test_a_name_takes_the_place_of_the_other_with_its_article() -> None:
    opening = 'This agreement is made between Northwind Ltd ("Customer") and Acme GmbH ("Vendor").\n\n'
    duty = "The Vendor shall tell the Customer of a breach."
    assert swapped(opening + duty, duty) == f"{opening}The Customer shall tell the Vendor of a breach."


def test_a_role_that_is_never_spoken_of_has_its_usual_name() -> None:
    assert swapped("Business Associate shall keep PHI safe.").startswith("The Covered Entity shall")


def test_where_the_text_says_who_is_who_nothing_is_swapped() -> None:
    for text in (
        "Acme is the Processor and Bolt is the Controller.",
        'Acme (the "Processor") acts for Bolt (the "Controller").',
    ):
        assert swapped(text) == text


def test_only_where_a_side_that_is_asked_for_acts() -> None:
    text = "The Controller's data are encrypted."
    assert swapped(text, asked=[Side.VENDOR]) == text
    assert swapped("The Processor encrypts data.", asked=[Side.VENDOR]) == "The Controller encrypts data."


def test_the_most_usual_name_of_each_side() -> None:
    text = "The Client owns it. The Client may ask. The Controller decides. We act."
    names = find_names(split(text).provisions, {"d": text})
    assert names[Side.CUSTOMER] == Name("Client", article=True)
    assert names[Side.VENDOR].pronoun
