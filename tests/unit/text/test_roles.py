from __future__ import annotations

import pytest

from clause_auditor.domain.party import Party, Role, Side
from clause_auditor.text.roles import resolve_roles

from .splitting import find, split

C, V, E, O = Side.CUSTOMER, Side.VENDOR, Side.EACH, Side.OTHER  # noqa: E741


def _actor(text: str, sentence: str, **options: tuple[Party, ...]) -> Side | None:
    whole = f"{text}\n\n{sentence}\n"
    provision = split(whole, **options).provisions[-1]
    acting = [mention for mention in provision.mentions if not mention.possessive]
    return acting[0].side if acting else None


@pytest.mark.parametrize(
    ("opening", "sentence", "side"),
    [
        ("", "The Processor shall act.", V),
        ("", "The data controller shall act.", C),
        ("", "Covered Entity shall act.", C),
        ("", "Business Associate shall act.", V),
        ("", "The Business shall act.", C),
        ("", "Each party shall act.", E),
        ("", "The sub-processor shall act.", O),
        ("", "Any other processor shall act.", O),
        ("", "The data subject shall act.", O),
        ("", "A third-party data processor shall act.", O),
        ('This is between Bluefin Ltd ("Processor") and the school ("Controller").', "Bluefin shall act.", V),
        ('This is between Bluefin Ltd (hereinafter "Supplier") and Oak GmbH (the "Client").', "Client shall act.", C),
        ("Between Oak (the \u201cController\u201d or \u201cCustomer\u201d) and us.", "Customer shall act.", C),
        ('Between Bluefin GmbH ("Bluefin", "we", "us", the processor) and you.', "We shall act.", V),
        ('Between Bluefin GmbH ("Bluefin", "we", "us", the processor) and you.', "Bluefin shall act.", V),
        ('"Provider" means Bluefin Inc. The Customer buys from it.', "Bluefin shall act.", V),
        ("\u201cYou\u201d or \u201ccustomer\u201d refers to the firm that signs up.", "You shall act.", C),
        ("The Company acts as a Data Controller.", "Company shall act.", C),
        ("The Company is the processor of the data.", "Company shall act.", V),
        ("You are the data controller, and we are the data processor.", "We shall act.", V),
        ("Oak is the Controller and Bluefin is the Processor.", "Bluefin shall act.", V),
        ('Data Processor: Bluefin Labs, operator of Finny ("Finny" or "Processor")', "Finny shall act.", V),
        ('Between Practice Soft Inc. ("Business Associate") and you ("Provider").', "Provider shall act.", C),
        ('"Developer" or "You" means the firm that built the app. We run the market.', "You shall act.", V),
        ("", "We shall act and you shall pay.", V),
        ("", "You shall act and pay us.", C),
        (
            'Between Bluefin Ltd ("Company") and the customer ("Customer"). Customer pays. Customer waits.',
            "Company shall act.",
            V,
        ),
    ],
)
def test_the_side_of_the_one_who_acts(opening: str, sentence: str, side: Side) -> None:
    assert _actor(opening, sentence) is side


def test_parties_given_by_the_caller_are_known_by_name_and_alias() -> None:
    parties = (Party("Bluefin Labs", Role.PROCESSOR, aliases=("Finny",)), Party("Oak", Role.CONTROLLER))
    assert _actor("", "Finny shall act.", parties=parties) is V
    assert _actor("", "Oak shall act.", parties=parties) is C


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("It follows the Controller's wishes.", C),
        ("It acts on behalf of the Controller now.", C),
        ("It uses our tools.", V),
        ("It uses your tools.", C),
        ("It keeps Customer Data safe.", C),
    ],
)
def test_owners_are_not_actors(sentence: str, side: Side) -> None:
    mentions = find(sentence, "It").mentions
    assert [(one.side, one.possessive) for one in mentions] == [(side, True)]


def test_business_days_are_no_business() -> None:
    assert find("Vendor acts in two business days.", "Vendor").mentions[0].side is V
    assert len(find("Vendor acts in two Business Days.", "Vendor").mentions) == 1


def test_a_name_that_often_acts_is_the_drafter() -> None:
    text = "\n\n".join(f"Bluefin shall do thing {number} for the customer." for number in range(6))
    mentions = split(text).provisions[0].mentions
    assert mentions[0].side is V


def test_a_name_shared_by_both_openings_does_not_blur_the_words_of_trade() -> None:
    text = (
        'This contract is concluded between the customer of Acme GmbH, hereinafter referred to as "client", and '
        'Acme GmbH, hereinafter referred to as "contractor".'
    )
    table = resolve_roles([text])
    assert table.side("client") is Side.CUSTOMER
    assert table.side("contractor") is Side.VENDOR


def test_beside_a_vendor_who_acts_the_name_that_acts_is_the_customer() -> None:
    vendor = "Vendor shall keep it. Vendor shall log it. Vendor will tell. Vendor must act. "
    text = vendor + "Elm College may look. " * 5
    assert resolve_roles([text]).side("elm", "college") is Side.CUSTOMER
