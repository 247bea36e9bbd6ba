"""Packs compiled, provisions matched, findings judged, a decision taken."""

from clause_auditor.engine.auditor import Auditor, engine_version
from clause_auditor.engine.cancellation import CancelToken

__all__ = ["Auditor", "CancelToken", "engine_version"]
