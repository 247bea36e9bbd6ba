"""Remedies that hold: edits of a contract's own text, judged in their place before they are offered."""

from clause_auditor.engine.remedies.finder import find_remedies
from clause_auditor.engine.remedies.trials import Bench, make_edits

__all__ = ["Bench", "find_remedies", "make_edits"]
