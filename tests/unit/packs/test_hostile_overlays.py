"""Overlays whose values are of any type at any place: refused with faults, or laid; never an error of another kind."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clause_auditor.domain.audit import AuditOptions
from clause_auditor.domain.contract import Contract
from clause_auditor.domain.duration import Duration, Unit
from clause_auditor.engine import Auditor
from clause_auditor.errors import PackError
from clause_auditor.packs import load_library
from packs.conftest import SOUND, Write

EXAMPLE = {"name": "late", "status": "weak", "text": "The Processor shall tell the Controller of a mishap."}
OVERLAY: dict[str, Any] = {
    "extends": "acme",
    "name": "house",
    "version": "1.0.0",
    "title": "Our lines",
    "rules": {
        "acme.breach.notice": {
            "thresholds": {"deadline": {"value": "24 hours", "ours": "Ours."}},
            "severity": "critical",
            "basis": "law",
            "texts": {"en": {"message": {"met": "Yes."}, "why": "W.", "remedy": "R."}},
            "examples": [EXAMPLE],
        }
    },
    "add": ["own.yaml"],
}
STRANGE: list[Any] = [
    None,
    True,
    0,
    -1,
    "",
    " ",
    "x" * 5000,
    "{vendor",
    "../..",
    "/",
    [],
    [[]],
    {},
    {"": None},
    ["a", 1],
]


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*path, key))


def replaced(path: tuple[str | int, ...], strange: Any) -> Any:
    if not path:
        return strange
    whole = copy.deepcopy(OVERLAY)
    inner: Any = whole
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = strange
    return whole


@pytest.mark.parametrize("path", list(places(OVERLAY)), ids=lambda path: ".".join(map(str, path)) or "whole")
def test_whatever_stands_there_the_overlay_is_laid_or_refused(write: Write, tmp_path: Path, path: Any) -> None:
    root = write({f"root/{name}": text for name, text in SOUND.items()}) / "root"
    own = SOUND["acme/breach.notice.yaml"].replace("acme.breach.notice", "house.breach.own")
    (tmp_path / "own.yaml").write_text(own, encoding="utf-8")
    file = tmp_path / "o.yaml"
    for strange in STRANGE:
        file.write_text(json.dumps(replaced(path, strange)), encoding="utf-8")
        try:
            library = load_library(root, overlays=[file])
        except PackError as error:
            assert error.faults
            assert all(str(tmp_path) in fault.place for fault in error.faults)
            assert "xxxxxxxx" not in str(error)
            continue
        contract = Contract(facts={"breach_notice": Duration(1, Unit.HOURS)})
        assert Auditor(library).audit(contract, AuditOptions(packs=("acme",), as_of="2026-11-22")).findings
