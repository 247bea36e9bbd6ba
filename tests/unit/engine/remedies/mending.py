"""One auditor with the packs of the project, and what is asked of it again and again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from clause_auditor.domain.audit import Audit, AuditOptions
from clause_auditor.domain.contract import Contract, Document
from clause_auditor.domain.finding import Status
from clause_auditor.domain.remedy import Remedy, gather_edits
from clause_auditor.engine import Auditor
from clause_auditor.engine.remedies import make_edits
from clause_auditor.packs import load_library

AS_OF = "2026-11-22"
HEAD = (
    "This Addendum is between Bolt SA (the Client, which is the controller) and Acme Ltd (the Supplier, which is the "
    "processor). The Supplier processes personal data for the Client.\n\n"
)
BREACH = "gdpr.breach.notify-controller"


@cache
def auditor() -> Auditor:
    return Auditor(load_library())


@dataclass(frozen=True)
class Mended:
    """A contract with its audit and its remedies."""

    contract: Contract
    audit: Audit
    remedies: dict[str, Remedy]
    options: AuditOptions

    def status(self, rule_id: str) -> Status:
        return next(f.status for f in self.audit.findings if f.rule_id == rule_id)

    def after(self, *rules: str) -> dict[str, Status]:
        """Return the statuses with the remedies of these rules, or of all, made in the contract."""
        chosen = [self.remedies[rule] for rule in rules or self.remedies]
        mended = make_edits(self.contract, gather_edits(chosen))
        return {f.rule_id: f.status for f in auditor().audit(mended, self.options).findings}

    def text_after(self, *rules: str) -> str:
        chosen = [self.remedies[rule] for rule in rules or self.remedies]
        return make_edits(self.contract, gather_edits(chosen)).documents[0].text


def mend(source: str | Contract, *packs: str) -> Mended:
    contract = Contract(documents=(Document("main", source),)) if isinstance(source, str) else source
    options = AuditOptions(packs or ("gdpr",), AS_OF)
    audit = auditor().audit(contract, options)
    return Mended(contract, audit, dict(auditor().remedies(contract, audit)), options)
