"""The packs of the house: they load, their checks and examples pass, their pages are up to date."""

from __future__ import annotations

from functools import cache

from clause_auditor.domain.rule import Library
from clause_auditor.engine import Auditor
from clause_auditor.packs import check_library, load_library, pack_page, rulepacks_root, run_examples

TODAY = "2026-11-22"


@cache
def library() -> Library:
    return load_library()


def test_all_packs_load_and_pass_their_checks() -> None:
    assert [str(fault) for fault in check_library(library())] == []


def test_every_example_comes_out_as_its_author_says() -> None:
    results = run_examples(library(), Auditor(library()), TODAY)
    assert [f"{result.place}: {result.problem}" for result in results if not result.passed] == []


def test_pages_are_up_to_date() -> None:
    """Write them with `clause-auditor packs page`."""
    root = rulepacks_root()
    stale = [
        pack.name
        for pack in library().packs
        if not (root / pack.name / "README.md").is_file()
        or (root / pack.name / "README.md").read_text(encoding="utf-8") != pack_page(pack)
    ]
    assert stale == []
