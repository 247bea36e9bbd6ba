"""Which packs apply to a contract, and why or why not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clause_auditor.domain.audit import AuditOptions, PackUse
from clause_auditor.domain.rule import Pack, Rule
from clause_auditor.engine.conditions import Judge
from clause_auditor.engine.formulas import supporting_facets
from clause_auditor.engine.judgement import Case

NAMED = "named by the caller"


def choose_packs(packs: Sequence[Pack], options: AuditOptions, case: Case) -> tuple[PackUse, ...]:
    """Return every pack with its standing: applied because named, or because facts or text show its regime."""
    return tuple(_use(pack, options, case) for pack in packs)


def shows_regime(packs: Sequence[Pack], uses: Sequence[PackUse]) -> bool:
    """Say whether a pack of a regime applies; packs for every text (intake) tell nothing of the law."""
    general = {pack.name for pack in packs if pack.applies is None}
    return any(use.applied and (use.name not in general or use.reason == NAMED) for use in uses)


def _use(pack: Pack, options: AuditOptions, case: Case) -> PackUse:
    if options.packs:
        named = pack.name in options.packs
        reason = NAMED if named else "not among the packs that the caller named"
        return PackUse(pack.name, pack.version, pack.digest, named, reason)
    applied, reason = _shown(pack, case)
    return PackUse(pack.name, pack.version, pack.digest, applied, reason)


def _shown(pack: Pack, case: Case) -> tuple[bool, str]:
    stated = [fact for fact in pack.applies_facts if case.record.value(fact) is not None]
    if stated:
        return True, f"the record states {stated[0]}"
    if pack.applies is None:
        text = bool(case.contract.documents)
        return text, "applies to every text" if text else "there is no text to look at"
    judge = Judge(case.reading, pack.applies_facets, case.lexicon, case.instruments, case.as_of)
    support = supporting_facets(pack.applies, lambda facet: bool(judge.facet(facet)))
    if support is None:
        return _untold(case) or (False, f"nothing in facts or text speaks of {pack.regime}")
    places = [f"{facet.replace('_', ' ')} in {_place(judge, facet, case)}" for facet in support]
    return True, f"the text shows {'; '.join(places) or 'no other regime'}"


def _untold(case: Case) -> tuple[bool, str] | None:
    """A contract wholly in languages that no pack knows is judged all the same: unknown, not passed over."""
    languages = [language for _, language in case.reading.split.languages]
    if not languages or any(language in case.reading.languages for language in languages):
        return None
    named = ", ".join(sorted(set(languages)))
    return True, f"no pack knows the language of the text ({named}), so that nothing tells whether this one applies"


def _place(judge: Judge, facet: str, case: Case) -> str:
    first = case.reading.provisions[min(judge.facet(facet))]
    return f"clause {first.clause}" if first.clause[:1].isdigit() else "the text"


def in_force(packs: Sequence[Pack], as_of: str) -> Iterator[tuple[Pack, Rule]]:
    """Yield the rules of the packs that are in force on a day, in their order."""
    for pack in packs:
        for rule in pack.rules:
            if rule.in_force_from <= as_of and (not rule.in_force_until or as_of <= rule.in_force_until):
                yield pack, rule
