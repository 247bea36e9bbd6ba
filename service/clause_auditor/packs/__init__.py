"""Rule packs: from YAML to a library that an engine can run; checks, examples and pages of packs."""

from __future__ import annotations

from clause_auditor.packs.checks import check_library, find_warnings
from clause_auditor.packs.library import load_files, load_library
from clause_auditor.packs.pages import pack_page
from clause_auditor.packs.source import rulepacks_root
from clause_auditor.packs.trials import ExampleResult, run_examples

__all__ = [
    "ExampleResult",
    "check_library",
    "find_warnings",
    "load_files",
    "load_library",
    "pack_page",
    "rulepacks_root",
    "run_examples",
]
