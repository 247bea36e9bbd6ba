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
        ('Between Oak Inc. ("Business Associate") and Elm Ltd. ("Subcontractor").', "Subcontractor shall act.", V),
        ('Between Oak Inc. ("Business Associate") and Elm Ltd. ("Subcontractor").', "Business Associate shall act.", C),
        ('Between Oak Inc. ("Oak") and Elm Ltd. ("Subcontractor"). Oak is a processor.', "Oak shall act.", C),
        ("The Company stores what Customer uploads.", "The Company shall act.", V),
        ("The Company pays the Provider.", "The Company shall act.", C),
        ("The Hospital may look at the books of the Business Associate.", "The Hospital shall act.", C),
        ("The Authority may look at the books of the Processor.", "The Authority shall act.", None),
        ("We guard the records that you store with us.", "We shall act.", V),
        ("BA keeps what CE sends.", "BA shall act.", V),
        ("Bluefin is the Business and Oakfield is the Service Provider.", "Bluefin shall act.", C),
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


@pytest.mark.parametrize(
    ("text", "customer", "vendor"),
    [
        ("| The Authority | Town of Elm |\n| The Holder | Bluefin SAS |\n", "authority", "holder"),
        (
            "| Role | Party |\n|---|---|\n| Controller | Elm College |\n| Processor | Bluefin |",
            "elm college",
            "bluefin",
        ),
        ("| Elm College | Controller |\n| Bluefin Works | Processor |", "elm college", "bluefin works"),
        ("Capacity of the Purchaser: Controller\nCapacity of the Manager: Processor", "purchaser", "manager"),
        ("The Trustees are the controller and Bluefin is a processor acting on their behalf.", "trustees", "bluefin"),
        ("You are a controller and we're your processor. We may use it as an independent controller.", "you", "we"),
        ("You decide why it is used. That makes you the controller. That makes us the processor.", "you", "we"),
        ("Between Elm Bank plc (the Bank) and Bluefin Ltd (the Supplier).", "bank", "supplier"),
        ("Between Elm AB, hereinafter the Principal, and Bluefin AB, hereinafter the Agent.", "principal", "agent"),
        ('Elm GmbH ("Ordering Party") and Bluefin GmbH ("Bluefin").', "ordering party", "bluefin"),
        ("The Institution sets the means and is the controller. Bluefin is the processor.", "institution", "bluefin"),
        ('Between iElm Ltd ("iElm") and Bluefin Ltd ("Provider"). iElm acts as controller.', "ielm", "provider"),
        ('1. Elm ("Owner"), acting as controller; 2. Bluefin ("Bluefin"), acting as processor.', "owner", "bluefin"),
        ("Elm shall be regarded as the controller and Bluefin, as its processor, keeps it.", "elm", "bluefin"),
        ("Bluefin, in its capacity as processor, serves Elm, in its capacity as controller.", "elm", "bluefin"),
        (
            'Between Elm Foods Ltd ("Elm") and Bluefin Ltd ("Bluefin"). Elm instructs Bluefin. Bluefin hosts it on '
            "behalf of Elm. Bluefin shall notify Elm of Bluefin's sub-processors.",
            "elm",
            "bluefin",
        ),
        (
            'Between Bluefin Inc. ("Bluefin", "we") and the entity that accepted the Terms ("you"). We\u2019re your '
            "processor.",
            "you",
            "bluefin",
        ),
    ],
)
def test_either_party_is_known_by_what_the_contract_says(text: str, customer: str, vendor: str) -> None:
    table = resolve_roles([text])
    assert table.side(*customer.split()) is C
    assert table.side(*vendor.split()) is V


def test_an_authority_that_is_no_party_stays_outside() -> None:
    table = resolve_roles(["The Supplier informs the supervisory authority. The authority answers the Buyer."])
    assert table.side("authority") is None
    assert table.side("supervisory", "authority") is O


def test_a_study_that_never_acts_is_no_party() -> None:
    text = 'Elm Clinic (the "Clinic") runs a trial (the "Study"). Study Data are kept by the Supplier.'
    assert resolve_roles([text]).side("study") is None


def test_the_head_of_a_column_bears_the_duties_below_it() -> None:
    text = "| No. | The Supplier | The Customer |\n|---|---|---|\n| 1 | Keeps it safe. | Pays in time. |\n"
    cells = {one.words[-1]: one for one in split(text).provisions}
    assert [mention.side for mention in cells["safe"].mentions] == [V]
    assert [mention.side for mention in cells["time"].mentions] == [C]
