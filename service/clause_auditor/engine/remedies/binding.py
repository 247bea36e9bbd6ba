"""Force mended: what a party may do, need not do or shall not do becomes what it shall do, as the rule asks.

Leave is not turned into a ban by a word: "may keep it in these countries" would bar everything.
"""

from __future__ import annotations

from collections.abc import Iterable

from clause_auditor.domain.condition import Act, Force, parts
from clause_auditor.domain.finding import Status
from clause_auditor.domain.formula import names_in
from clause_auditor.domain.party import Side
from clause_auditor.domain.provision import Provision
from clause_auditor.domain.remedy import Edit
from clause_auditor.domain.rule import Rule
from clause_auditor.engine.remedies.words import put
from clause_auditor.engine.witness import Mark, Witness

_FREED = (
    ("shall", "not", "be", "obliged", "to"),
    ("shall", "not", "be", "required", "to"),
    ("shall", "not", "be", "obligated", "to"),
    ("will", "not", "be", "obliged", "to"),
    ("will", "not", "be", "required", "to"),
    ("is", "not", "obliged", "to"),
    ("is", "not", "required", "to"),
    ("is", "not", "obligated", "to"),
    ("are", "not", "obliged", "to"),
    ("are", "not", "required", "to"),
    ("shall", "have", "no", "obligation", "to"),
    ("shall", "have", "no", "duty", "to"),
    ("has", "no", "obligation", "to"),
    ("has", "no", "duty", "to"),
    ("have", "no", "obligation", "to"),
    ("is", "under", "no", "obligation", "to"),
    ("need", "not"),
)
_BARRED = (("shall", "not"), ("will", "not"), ("may", "not"), ("must", "not"))
_LEAVE = (("is", "entitled", "to"), ("are", "entitled", "to"), ("may",), ("can",), ("should",))


def forces_asked(rule: Rule) -> frozenset[Force]:
    """Return the forces with which the vendor has to say something for a rule to be met."""
    met = rule.statuses.get(Status.MET)
    names = names_in(met) if met is not None else ()
    acts = (part for name in names for part in parts(rule.facets[name]) if isinstance(part, Act))
    return frozenset(force for act in acts if act.by in (None, Side.VENDOR) for force in act.force)


def bind(rule: Rule, provision: Provision, text: str, witness: Witness) -> list[Edit]:
    """Return the edit by which the verb on which a facet rests has the force that the rule asks for."""
    asked = forces_asked(rule)
    for step in witness:
        if step.operator.startswith("act:") and step.marks and step.marks[0][0] == provision.index:
            force = Force(step.operator.removeprefix("act: "))
            if force in asked:
                continue
            edit = _bind(provision, text, step.marks[0], force, asked)
            if edit:
                return [edit]
    return []


def _bind(provision: Provision, text: str, mark: Mark, force: Force, asked: frozenset[Force]) -> Edit | None:
    _, start, end = mark
    match force:
        case Force.NO_DUTY if Force.DUTY in asked:
            return _swap(provision, text, (start, end), _FREED, "shall")
        case Force.PROHIBITION if Force.DUTY in asked:
            return _swap(provision, text, (start, end), _BARRED, "shall")
        case Force.PERMISSION if Force.DUTY in asked:
            return _swap(provision, text, (start, end), _LEAVE, "shall")
        case _:
            return None


def _swap(
    provision: Provision, text: str, among: tuple[int, int], phrases: Iterable[tuple[str, ...]], instead: str
) -> Edit | None:
    start, end = among
    for phrase in phrases:
        for place in range(start, end - len(phrase) + 1):
            if provision.words[place : place + len(phrase)] == phrase:
                return put(provision, text, place, place + len(phrase), instead)
    return None
