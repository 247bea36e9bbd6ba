"""The only place that chooses implementations."""

from __future__ import annotations

from clause_auditor.domain.audit import AuditLimits
from clause_auditor.engine import Auditor
from clause_auditor.packs import load_library
from clause_auditor.settings import Settings


def build_auditor(settings: Settings | None = None) -> Auditor:
    """Return an auditor with the packs that the settings name; PackError if one of them is ill-written."""
    chosen = settings or Settings()
    limits = AuditLimits(chosen.max_words, chosen.max_provisions)
    return Auditor(load_library(chosen.rulepacks, chosen.packs or None, chosen.overlays), limits)
