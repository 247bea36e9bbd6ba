"""Options of a request to options of the domain."""

from __future__ import annotations

from collections.abc import Sequence

from clause_auditor.domain.audit import AuditOptions
from clause_auditor.notation import Faults
from clause_auditor.v1 import audit_pb2
from clause_auditor.wire.contracts import check_day
from clause_auditor.wire.enums import PERSPECTIVE, SEVERITY


def options_from_proto(
    message: audit_pb2.AuditOptions,
    packs: Sequence[str],
    defaults: AuditOptions,
    faults: Faults,
    place: str = "options",
) -> AuditOptions:
    """Return the options, the default for each that is not given; packs other than those there are become faults."""
    for index, name in enumerate(message.packs):
        if name not in packs:
            faults.add(f"{place}.packs[{index}]", "there is no pack of this name", there_are(packs))
    check_day(message.as_of, f"{place}.as_of", faults)
    return AuditOptions(
        packs=tuple(message.packs),
        as_of=message.as_of or defaults.as_of,
        perspective=PERSPECTIVE.member(message.perspective, defaults.perspective),
        fail_on=SEVERITY.member(message.fail_on, defaults.fail_on),
        strict=message.strict or defaults.strict,
        announced=message.announced,
    )


def there_are(packs: Sequence[str]) -> str:
    """Return the cure for an unknown pack: the names of those there are."""
    return f"There are: {', '.join(sorted(packs))}" if packs else "The server has no packs"
