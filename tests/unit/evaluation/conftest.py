"""The small pack `acme` (one rule), short contracts that it judges, and corpora written from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from packs.conftest import SOUND

from clause_auditor.domain.rule import Library
from clause_auditor.engine import Auditor
from clause_auditor.packs import load_library

RULE = "acme.breach.notice"
DAY = "2026-11-22"
PROMPT = "The Processor shall tell the Controller of every mishap within 24 hours.\n"
"""The rule finds it met."""
LATE = "The Processor shall tell the Controller of every mishap.\n"
"""Weak."""
SILENT = "The Processor processes personal data for the Controller.\n"
"""Missing."""

Corpora = Callable[[Mapping[str, str], Mapping[str, str]], Path]


def sheet(document: str, status: str, evidence: str = "", kind: str = "data_protection", note: str = "") -> str:
    """Return a sheet with one label."""
    return (
        f"document: {document}\npack: acme\nkind: {kind}\nlabels:\n  {RULE}:\n    status: {status}\n"
        f"    evidence: '{evidence}'\n    note: '{note}'\n"
    )


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = tmp_path_factory.mktemp("acme-packs")
    for name, text in SOUND.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return load_library(root)


@pytest.fixture(scope="session")
def auditor(library: Library) -> Auditor:
    return Auditor(library)


@pytest.fixture
def corpus(tmp_path: Path) -> Corpora:
    """Write documents and sheets by their file names to a fresh folder and return it."""

    def write(documents: Mapping[str, str], sheets: Mapping[str, str]) -> Path:
        for folder, files in (("documents", documents), ("labels", sheets)):
            (tmp_path / folder).mkdir(exist_ok=True)
            for name, text in files.items():
                (tmp_path / folder / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def five(corpus: Corpora) -> Path:
    """Five contracts: a violation found, one missed, two false alarms (one where nothing applies), one rightly met."""
    documents = {"a.md": PROMPT, "b.md": LATE, "c.md": SILENT, "d.md": PROMPT, "e.md": SILENT}
    told = "shall tell the Controller of every mishap"
    return corpus(
        documents,
        {
            "a.acme.yaml": sheet("a.md", "met", told),
            "b.acme.yaml": sheet("b.md", "met", told, note="any day will do"),
            "c.acme.yaml": sheet("c.md", "missing", kind="other"),
            "d.acme.yaml": sheet("d.md", "weak", told),
            "e.acme.yaml": sheet("e.md", "not_applicable"),
        },
    )
