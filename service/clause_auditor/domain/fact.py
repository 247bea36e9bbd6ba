"""Typed facts of a structured contract: what may be stated, and of which type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from clause_auditor.domain.duration import Duration, Promptness

FactValue = bool | str | Duration | Promptness | frozenset[str]
"""bool; text or enum value; a duration; a promptness ("immediately"); a set of strings. "none" is the text `none`."""


class FactKind(StrEnum):
    """The type of a fact."""

    BOOL = "bool"
    DURATION = "duration"
    ENUM = "enum"
    SET = "set"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class FactType:
    """A fact's name, its type, and for an enum the words it may be."""

    name: str
    kind: FactKind
    values: tuple[str, ...] = ()
    about: str = ""


def _flags(*rows: tuple[str, str]) -> list[FactType]:
    return [FactType(name, FactKind.BOOL, (), about) for name, about in rows]


_TYPES = [
    FactType("controller", FactKind.TEXT, (), "name of the party that acts as controller"),
    FactType("processor", FactKind.TEXT, (), "name of the party that acts as processor"),
    FactType("processing_purposes", FactKind.SET, (), "purposes of the processing; an empty list: none is stated"),
    FactType("data_categories", FactKind.SET, (), "types of personal data"),
    FactType("data_subject_categories", FactKind.SET, (), "categories of data subjects"),
    FactType("term", FactKind.DURATION, (), "how long the processing lasts"),
    FactType(
        "subprocessor_authorisation",
        FactKind.ENUM,
        ("specific", "general", "none"),
        "which authorisation of sub-processors the controller gives",
    ),
    FactType("breach_notice", FactKind.DURATION, (), "time limit for the vendor's breach notice to the customer"),
    FactType(
        "disposal",
        FactKind.ENUM,
        ("customer_choice", "delete", "return", "vendor_choice", "retain"),
        "what happens to the data at the end",
    ),
    FactType("disposal_within", FactKind.DURATION, (), "time limit for the disposal"),
    FactType(
        "audit_right",
        FactKind.ENUM,
        ("inspection", "reports_only", "none"),
        "how the customer may verify compliance",
    ),
    FactType("processing_locations", FactKind.SET, (), "ISO 3166-1 codes, or EEA for the group"),
    FactType("transfer_mechanisms", FactKind.SET, (), "ids of the law table, or bcr, adequacy, derogation"),
    FactType(
        "consent_basis",
        FactKind.ENUM,
        ("customer_secures", "vendor_secures", "none"),
        "who secures the lawful basis or the consents",
    ),
    *_flags(
        ("services_described", "the services to which the processing belongs are described"),
        ("documented_instructions_only", "the vendor processes on documented instructions alone"),
        ("sells_personal_data", "the vendor sells personal data"),
        ("shares_personal_data", "the vendor shares personal data for cross-context behavioural advertising"),
        ("combines_personal_data", "the vendor combines the data with data from other sources"),
        ("use_limited_to_purposes", "use of the data is limited to the stated purposes"),
        ("personnel_confidentiality", "the vendor's staff is bound to confidentiality"),
        ("technical_organisational_measures", "appropriate technical and organisational measures are promised"),
        ("security_rule_compliance", "compliance with the HIPAA Security Rule is promised"),
        ("encryption_at_rest", "personal data is encrypted at rest"),
        ("encryption_in_transit", "personal data is encrypted in transit"),
        ("subprocessor_change_notice", "changes of sub-processors are announced"),
        ("subprocessor_objection_right", "the customer may object to a sub-processor"),
        ("subprocessor_flow_down", "sub-processors are bound by contract to the same obligations"),
        ("liable_for_subprocessors", "the vendor answers for its sub-processors"),
        ("data_subject_request_assistance", "the vendor helps with requests of data subjects"),
        ("hipaa_access", "the vendor gives access to a designated record set"),
        ("hipaa_amendment", "the vendor amends records on direction"),
        ("hipaa_accounting", "the vendor keeps what an accounting of disclosures needs"),
        ("breach_notice_content", "the content of a breach notice is laid down"),
        ("security_incident_reports", "security incidents are reported"),
        ("dpia_assistance", "the vendor helps with impact assessments and prior consultation"),
        ("copies_deleted", "existing copies are deleted too"),
        ("compliance_information", "the vendor supplies the information that demonstrates compliance"),
        ("hhs_books_and_records", "books and records are open to the Secretary of HHS"),
        ("offshore_consent_required", "leaving the country or region needs the customer's consent"),
        ("individual_authorization_required", "uses outside the contract need the individual's authorization"),
        ("opt_out_handling", "opt-outs of consumers are honoured"),
        ("termination_for_material_breach", "the customer may terminate for a material breach"),
        ("minimum_necessary", "use is limited to the minimum necessary"),
    ),
]

FACT_TYPES: Mapping[str, FactType] = MappingProxyType({fact.name: fact for fact in _TYPES})
"""Every fact that a structured contract may state, by name."""
