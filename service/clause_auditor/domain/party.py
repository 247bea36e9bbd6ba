"""Parties, the roles that data-protection law gives them, and the two sides of a contract."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """The side of the contract that a party stands on, whatever the regime calls it."""

    CUSTOMER = "customer"
    """Controller, covered entity, business: whose data it is."""
    VENDOR = "vendor"
    """Processor, business associate, service provider: who handles it."""
    EACH = "each"
    """Both at once: "each party", "the parties"."""
    OTHER = "other"
    """Neither: a sub-processor, a data subject, an authority, a third party."""


class Role(StrEnum):
    """A party's role in the terms of the law."""

    CONTROLLER = "controller"
    JOINT_CONTROLLER = "joint_controller"
    PROCESSOR = "processor"
    COVERED_ENTITY = "covered_entity"
    BUSINESS_ASSOCIATE = "business_associate"
    SUBCONTRACTOR = "subcontractor"
    BUSINESS = "business"
    SERVICE_PROVIDER = "service_provider"
    CONTRACTOR = "contractor"
    THIRD_PARTY = "third_party"

    @property
    def side(self) -> Side:
        """The side of the contract on which a party of this role stands."""
        return _SIDES[self]


_SIDES = {
    Role.CONTROLLER: Side.CUSTOMER,
    Role.JOINT_CONTROLLER: Side.CUSTOMER,
    Role.COVERED_ENTITY: Side.CUSTOMER,
    Role.BUSINESS: Side.CUSTOMER,
    Role.PROCESSOR: Side.VENDOR,
    Role.BUSINESS_ASSOCIATE: Side.VENDOR,
    Role.SERVICE_PROVIDER: Side.VENDOR,
    Role.CONTRACTOR: Side.VENDOR,
    Role.SUBCONTRACTOR: Side.OTHER,
    Role.THIRD_PARTY: Side.OTHER,
}


@dataclass(frozen=True, slots=True)
class Party:
    """One who signs, or is bound."""

    name: str
    role: Role
    jurisdiction: str = ""
    """ISO 3166-1 alpha-2 code of the seat, or empty."""
    aliases: tuple[str, ...] = ()
    """Further names under which the text speaks of the party: "Acme", "Vendor"."""
