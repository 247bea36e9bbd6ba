"""Rule packs: from YAML to a library that an engine can run; checks, examples and pages of packs."""

from __future__ import annotations

from clause_auditor.packs.library import load_files, load_library
from clause_auditor.packs.source import rulepacks_root

__all__ = ["load_files", "load_library", "rulepacks_root"]
