"""The baseline file: accepted findings as YAML that a person can read, review and edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import yaml

from clause_auditor.domain.acceptance import Acceptance
from clause_auditor.domain.finding import Status, Waiver
from clause_auditor.errors import InputError
from clause_auditor.notation import Faults, Node, parse_yaml

VERSION: Final = 1
_ENTRY: Final = ("rule", "status", "fingerprint", "reason", "by", "until")
_NEEDED: Final = ("rule", "status", "fingerprint", "reason")
_TEXTS: Final = ("rule", "fingerprint", "reason", "by")
_HEAD: Final = """\
# Findings that were accepted, by contract. An entry holds for the same words under the same rule with the same
# status; "until" is the last day on which it holds. Written by `clause-auditor baseline`; reasons may be edited.
"""


def read_baseline(path: Path) -> tuple[Acceptance, ...]:
    """Return the acceptances of a file; InputError names each line that is ill-formed."""
    try:
        data = path.read_bytes()
    except OSError:
        raise InputError.at(str(path), "the baseline cannot be read", "Check its name and permissions") from None
    faults = Faults()
    found = tuple(_read(parse_yaml(data, str(path)), faults))
    faults.refuse()
    return found


def baseline_text(acceptances: Iterable[Acceptance]) -> str:
    """Return the file's text: contracts and their rules sorted, so that a change is a small difference."""
    contracts: dict[str, list[dict[str, str]]] = {}
    for each in sorted(acceptances, key=lambda each: (each.contract, each.rule_id, each.fingerprint)):
        contracts.setdefault(each.contract, []).append(_fields(each))
    content = {"baseline": VERSION, "contracts": contracts}
    return _HEAD + yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=120)


def _fields(each: Acceptance) -> dict[str, str]:
    fields = {"rule": each.rule_id, "status": each.status.value, "fingerprint": each.fingerprint}
    waiver = {"reason": each.waiver.reason, "by": each.waiver.by, "until": each.waiver.until}
    return fields | {name: value for name, value in waiver.items() if value}


def _read(node: Node, faults: Faults) -> Iterable[Acceptance]:
    fields = node.mapping(faults, ("baseline", "contracts"), ("baseline", "contracts"))
    if "baseline" in fields:
        fields["baseline"].integer(faults, VERSION, VERSION)
    contracts: Mapping[str, Node] = fields["contracts"].entries(faults) if "contracts" in fields else {}
    for name, entries in contracts.items():
        for entry in entries.items(faults):
            yield _entry(name, entry, faults)


def _entry(contract: str, node: Node, faults: Faults) -> Acceptance:
    fields = node.mapping(faults, _ENTRY, _NEEDED)
    texts = {name: fields[name].text(faults).strip() if name in fields else "" for name in _TEXTS}
    status = fields["status"].choice(faults, Status) if "status" in fields else None
    until = fields["until"].day(faults) if "until" in fields else ""
    waiver = Waiver(texts["reason"], texts["by"], until)
    return Acceptance(contract, texts["rule"], status or Status.UNKNOWN, texts["fingerprint"], waiver, node.place)
