"""Model clauses with the parties' own names."""

from __future__ import annotations

from clause_auditor.domain.contract import Contract
from clause_auditor.domain.party import Party, Role
from clause_auditor.engine.wording import fill, party_names


def test_names_given_are_used_and_roles_stand_in_for_the_others() -> None:
    contract = Contract(parties=(Party("Acme Ltd", Role.PROCESSOR),))
    assert party_names(contract) == {"customer": "the Controller", "vendor": "Acme Ltd"}


def test_a_sentence_begins_with_a_capital_and_other_braces_stay() -> None:
    names = {"customer": "the Controller", "vendor": "the Processor"}
    filled = fill("{vendor} tells {customer}. {customer} tells {x}.\n{vendor} rests.", names)
    assert filled == "The Processor tells the Controller. The Controller tells {x}.\nThe Processor rests."
