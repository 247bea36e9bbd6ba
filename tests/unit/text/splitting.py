"""Helpers of these tests: small contracts in, the parts of provisions out."""

from __future__ import annotations

from clause_auditor.domain.contract import Contract, Document
from clause_auditor.domain.party import Party
from clause_auditor.domain.provision import Provision, ProvisionKind, SplitContract
from clause_auditor.text import split_contract


def split(text: str, *, parties: tuple[Party, ...] = ()) -> SplitContract:
    return split_contract(Contract(documents=(Document("d", text),), parties=parties))


def statements(text: str) -> list[Provision]:
    return [one for one in split(text).provisions if one.kind is not ProvisionKind.HEADING]


def own(text: str, provision: Provision) -> str:
    return text[provision.span.start : provision.span.end]


def stems(text: str, provision: Provision) -> list[str]:
    return [text[span.start : span.end] for span in provision.spans[:-1]]


def find(text: str, beginning: str) -> Provision:
    """The one provision whose own words begin so."""
    found = [one for one in split(text).provisions if own(text, one).startswith(beginning)]
    assert len(found) == 1, [own(text, one) for one in split(text).provisions]
    return found[0]
