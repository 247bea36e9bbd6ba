"""Model clauses in the words of the contract."""

from __future__ import annotations

from clause_auditor.domain.contract import Contract, Document
from clause_auditor.domain.party import Party, Role
from clause_auditor.engine.remedies.clauses import item_of
from engine.remedies.mending import BREACH, HEAD, mend

TERMS = (
    'This Data Addendum ("Addendum") is between Bolt SA ("Client") and Acme Ltd ("Supplier"). The Supplier is the '
    'processor and the Client is the controller. "Client Personal Data" means the personal data that the Supplier '
    'processes for the Client. "Security Incident" means a breach of security that leads to the loss of Client '
    "Personal Data. Under this Addendum the Supplier hosts Client Personal Data. The Supplier logs every Security "
    "Incident. The Client may ask for the log of a Security Incident. This Addendum ends with the services. Nobody "
    "else sees Client Personal Data. A Security Incident is no breach of this Addendum.\n"
)


def test_the_parties_bear_the_names_that_the_contract_uses() -> None:
    assert mend(HEAD).remedies[BREACH].wording.startswith("The Supplier shall notify the Client of every")


def test_names_given_beside_the_contract_do_not_change_how_it_speaks() -> None:
    parties = (Party("Bolt SA", Role.CONTROLLER), Party("Acme Ltd", Role.PROCESSOR))
    mended = mend(Contract(documents=(Document("main", HEAD),), parties=parties))
    assert mended.remedies[BREACH].wording.startswith("The Supplier shall notify the Client of every")


def test_defined_terms_stand_for_what_they_mean() -> None:
    wording = mend(TERMS).remedies[BREACH].wording
    assert wording.startswith("The Supplier shall notify the Client of every Security Incident without undue delay")


def test_many_of_a_thing_bear_its_name_too() -> None:
    wording = mend(TERMS).remedies["gdpr.contact.privacy"].wording
    assert "for notices of Security Incidents is" in wording


def test_a_part_of_a_longer_name_is_not_renamed() -> None:
    terms = TERMS.replace("Security Incident", "Event of Loss")
    wording = mend(terms).remedies["gdpr.contact.privacy"].wording
    assert "Client Personal Data breach" not in wording


def test_data_bears_the_name_that_the_contract_gives_it() -> None:
    remedies = mend(TERMS).remedies
    wording = remedies["gdpr.disposal.delete-or-return"].wording
    assert "delete or return all Client Personal Data" in wording


def test_a_contract_is_called_what_it_calls_itself() -> None:
    wording = mend(TERMS).remedies["gdpr.audit.information"].wording
    assert "under this Addendum and Article 28" in wording


def test_an_item_takes_its_stem_from_the_list() -> None:
    clause = "The Supplier shall notify the Client of every breach."
    assert item_of(clause, "Without limit the Supplier shall:") == "notify the Client of every breach."
    assert item_of(clause, "The Client shall:") == ""
    assert item_of(f"{clause} It shall help.", "The Supplier shall:") == ""
