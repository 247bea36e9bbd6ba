"""The heart: a library of packs, and `audit`, which judges one contract by them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version

from clause_auditor.domain.acceptance import Acceptance
from clause_auditor.domain.audit import DEFAULT_LIMITS, Audit, AuditLimits, AuditOptions, PackUse
from clause_auditor.domain.contract import Contract
from clause_auditor.domain.finding import Finding
from clause_auditor.domain.remedy import Remedy
from clause_auditor.domain.rule import Library, Pack, Rule
from clause_auditor.engine.acceptances import accept
from clause_auditor.engine.announcements import find_announced
from clause_auditor.engine.applicability import choose_packs, in_force, shows_regime
from clause_auditor.engine.cancellation import CancelToken
from clause_auditor.engine.decisions import decide
from clause_auditor.engine.fingerprints import digest_contract
from clause_auditor.engine.judgement import Case, Judged, judge_rule
from clause_auditor.engine.lexicon import Lexicon
from clause_auditor.engine.mismatches import find_mismatches
from clause_auditor.engine.remedies import Bench, find_remedies
from clause_auditor.engine.scope import describe_scope
from clause_auditor.engine.strictness import find_strictest
from clause_auditor.errors import InputError


def engine_version() -> str:
    """Return the version of the installed engine."""
    try:
        return version("clause-auditor")
    except PackageNotFoundError:
        return "0"


class Auditor:
    """Judges contracts by the packs of a library. Immutable after construction: safe to share between threads."""

    def __init__(self, library: Library, limits: AuditLimits = DEFAULT_LIMITS) -> None:
        self.library = library
        self._limits = limits
        self._version = engine_version()
        self._lexicons = {language: Lexicon(concepts) for language, concepts in library.concepts.items()}

    def audit(
        self,
        contract: Contract,
        options: AuditOptions,
        cancel: CancelToken | None = None,
        accepted: Sequence[Acceptance] = (),
    ) -> Audit:
        """Return the audit of a contract; findings that `accepted` covers carry the waiver and count no more.

        Raises `InputError` for an unknown pack, a missing date or a contract with neither text nor facts; its kind
        `LimitError` for a contract that is larger than the limits;
        `Cancelled` if the token is set meanwhile. A rule that cannot be evaluated becomes a finding `error`.
        """
        cancel = cancel or CancelToken()
        self._require_sound(contract, options)
        lexicon = self._lexicons["en"]
        case = Bench(self.library, lexicon, options.as_of, cancel, self._limits).read(contract)
        uses = choose_packs(self.library.packs, options, case)
        applied = [pack for pack in self.library.packs if any(u.applied and u.name == pack.name for u in uses)]
        findings = accept(self._judge(applied, case, cancel), accepted, options.as_of)
        audit = self._compose(contract, options, case, uses, findings)
        names = {pack.name for pack in applied}
        coming = find_announced(self.library.instruments, names, options.as_of) if options.announced else ()
        return replace(audit, strictest=find_strictest(applied, findings), announced=coming)

    def remedies(self, contract: Contract, audit: Audit, cancel: CancelToken | None = None) -> Mapping[str, Remedy]:
        """Return remedies for the violating findings of a contract's audit, by rule id, in the order of the findings.

        Each holds: with its edits in the contract its rule is met, alone and together with all the others, and
        together they make no other finding worse; no two edits overlap. A finding that no words of the contract mend
        (the record says so, nothing proposed holds) has none. Raises `Cancelled`.
        """
        names = {use.name for use in audit.packs if use.applied}
        packs = [pack for pack in self.library.packs if pack.name in names]
        rules = {rule.id: rule for _, rule in in_force(packs, audit.as_of)}
        roomy = AuditLimits(2 * self._limits.max_words, 2 * self._limits.max_provisions)  # remedies add to it
        bench = Bench(self.library, self._lexicons["en"], audit.as_of, cancel or CancelToken(), roomy)
        return find_remedies(bench, bench.read(contract), audit.findings, rules)

    def _require_sound(self, contract: Contract, options: AuditOptions) -> None:
        known = {pack.name for pack in self.library.packs}
        for name in options.packs:
            if name not in known:
                raise InputError.at("pack", f"no pack is named {name!r}", f"There are: {', '.join(sorted(known))}")
        if not options.as_of:
            raise InputError.at("as_of", "no date is given", "Name the day on which the law is judged, YYYY-MM-DD")
        if not contract.facts and not any(d.text.strip() for d in contract.documents):
            raise InputError.at("contract", "there is neither text nor a fact to judge", "Give a document or facts")

    def _judge(self, packs: Sequence[Pack], case: Case, cancel: CancelToken) -> tuple[Finding, ...]:
        judged: list[tuple[Rule, Judged]] = []
        for pack, rule in in_force(packs, case.as_of):
            cancel.check()
            judged.append((rule, judge_rule(rule, pack.name, case)))
        return (*(result.finding for _, result in judged), *find_mismatches(judged, case))

    def _compose(
        self,
        contract: Contract,
        options: AuditOptions,
        case: Case,
        uses: tuple[PackUse, ...],
        findings: tuple[Finding, ...],
    ) -> Audit:
        shown = shows_regime(self.library.packs, uses)
        idle = self._idle(uses, options.as_of)
        decision, reasons = decide(findings, options, shown, _speaks_of_people(case), idle, unread=contract.unread)
        return Audit(
            decision=decision,
            decision_reasons=reasons,
            findings=findings,
            packs=uses,
            scope=describe_scope(case, self._lexicons, uses, self.library.overlays),
            as_of=options.as_of,
            engine_version=self._version,
            contract_key=contract.contract_key,
            vendor_key=contract.vendor_key,
            contract_digest=digest_contract(contract),
            perspective=options.perspective,
            fail_on=options.fail_on,
            strict=options.strict,
            overlays=self.library.overlays,
        )

    def _idle(self, uses: Sequence[PackUse], as_of: str) -> tuple[str, ...]:
        """Return the packs that apply and have no rule in force on that day."""
        judging = {pack.name for pack, _ in in_force(self.library.packs, as_of)}
        return tuple(use.name for use in uses if use.applied and use.name not in judging)


def _speaks_of_people(case: Case) -> bool:
    return bool(case.reading.holding("personal_data"))
