"""Conditions from YAML: one reader for each operator of docs/rules.md."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from clause_auditor.domain.condition import (
    Act,
    All,
    AnnexAbsent,
    AnyOf,
    Blank,
    Cites,
    Condition,
    Force,
    Has,
    InOrder,
    InstrumentStatus,
    Lacks,
    Named,
    Near,
    Not,
    Reach,
    Stands,
    Timed,
    UnderHeading,
    Unseen,
    Within,
)
from clause_auditor.domain.duration import Promptness
from clause_auditor.domain.provision import Place, ProvisionKind
from clause_auditor.notation import Faults, Node, show_word, suggest
from clause_auditor.packs.names import NameReader, Vocabulary
from clause_auditor.packs.thresholds import Figures

MOST_WITHIN = 200
_OPERATORS = "docs/rules.md, Conditions, lists the operators"


class ConditionReader:
    """Reads the facets of one rule (or of a pack's `applies`); notes the concepts and facets that they name."""

    def __init__(self, vocabulary: Vocabulary, facets: Collection[str], figures: Figures, faults: Faults) -> None:
        self._names = NameReader(vocabulary, facets, faults)
        self._figures = figures
        self._faults = faults

    def read(self, node: Node) -> Condition:
        """Return the condition of a node: a word is `has`, a list means all of its members."""
        if isinstance(node.value, str):
            return Has((self._names.group(node),))
        if isinstance(node.value, tuple):
            parts = self._several(node)
            return parts[0] if len(parts) == 1 else All(parts)
        return self._operator(node)

    def _operator(self, node: Node) -> Condition:
        fields = node.entries(self._faults)
        found = [key for key in fields if key in _READERS]
        if len(found) != 1:
            self._refuse_operators(node, fields, found)
            return All(())
        key = found[0]
        for extra in sorted(fields.keys() - {key, *(["within"] if key in ("near", "order") else [])}):
            self._faults.add(fields[extra].place, f"unknown field {show_word(extra)} beside {key}", _OPERATORS)
        return _READERS[key](self, fields[key], fields)

    def _refuse_operators(self, node: Node, fields: Mapping[str, Node], found: list[str]) -> None:
        if found:
            cure = "Make it a list, each condition behind a dash; the list means all of them"
            self._faults.add(node.place, f"several conditions in one mapping: {', '.join(found)}", cure)
        elif fields:
            key = next(iter(fields))
            cure = suggest(key, _READERS)
            self._faults.add(fields[key].place, f"unknown condition {show_word(key)}", cure or _OPERATORS)
        elif isinstance(node.value, Mapping):
            self._faults.add(node.place, "the condition is empty", _OPERATORS)

    def _several(self, node: Node) -> tuple[Condition, ...]:
        parts = tuple(self.read(item) for item in node.items(self._faults))
        if not parts:
            self._faults.add(node.place, "the list of conditions is empty", "Name at least one")
        return parts

    def _within(self, fields: Mapping[str, Node], key: str) -> int:
        if "within" not in fields:
            cure = f'Add "within: 12" beside "{key}:"'
            self._faults.add(fields[key].place, 'the field "within" is missing', cure)
            return 1
        return self._figures.number(fields["within"], 1, MOST_WITHIN)

    def _true(self, node: Node) -> None:
        if node.value is not True:
            self._faults.add(
                node.place, "only true is possible here", "Write true; put not: around it for the opposite"
            )

    def _has(self, node: Node, _: Mapping[str, Node]) -> Condition:
        return Has(self._names.groups(node))

    def _lacks(self, node: Node, _: Mapping[str, Node]) -> Condition:
        return Lacks(self._names.concepts(node))

    def _near(self, node: Node, fields: Mapping[str, Node]) -> Condition:
        return Near(self._names.groups(node, 2), self._within(fields, "near"))

    def _order(self, node: Node, fields: Mapping[str, Node]) -> Condition:
        return InOrder(self._names.groups(node, 2), self._within(fields, "order"))

    def _heading(self, node: Node, _: Mapping[str, Node]) -> Condition:
        return UnderHeading(self._names.concepts(node))

    def _act(self, node: Node, _: Mapping[str, Node]) -> Condition:
        fields = node.mapping(self._faults, ("verb", "by", "force", "about", "within", "to"), ["verb"])
        if "within" in fields and "about" not in fields:
            self._faults.add(fields["within"].place, '"within" means nothing without "about"', "Remove it")
        return Act(
            verb=self._names.group(fields["verb"]) if "verb" in fields else (),
            by=self._names.side(fields["by"]) if "by" in fields else None,
            force=self._names.words(fields["force"], Force) if "force" in fields else _DEFAULT.force,
            about=self._names.groups(fields["about"]) if "about" in fields else (),
            within=self._figures.number(fields["within"], 1, MOST_WITHIN) if "within" in fields else _DEFAULT.within,
            to=self._names.side(fields["to"]) if "to" in fields else None,
        )

    def _timed(self, node: Node, _: Mapping[str, Node]) -> Condition:
        if node.value == "any":
            return Timed()
        fields = node.mapping(self._faults, ("at_most", "over", "promptness", "prior"))
        if not fields and isinstance(node.value, Mapping):
            self._faults.add(node.place, "timed says of no time limit which", "Write timed: any")
        return Timed(
            at_most=self._figures.duration(fields["at_most"]) if "at_most" in fields else None,
            over=self._figures.duration(fields["over"]) if "over" in fields else None,
            promptness=self._names.words(fields["promptness"], Promptness) if "promptness" in fields else frozenset(),
            prior=fields["prior"].flag(self._faults) if "prior" in fields else False,
        )

    def _blank(self, node: Node, _: Mapping[str, Node]) -> Condition:
        self._true(node)
        return Blank()

    def _unseen(self, node: Node, _: Mapping[str, Node]) -> Condition:
        self._true(node)
        return Unseen()

    def _annex_absent(self, node: Node, _: Mapping[str, Node]) -> Condition:
        self._true(node)
        return AnnexAbsent()

    def _stands(self, node: Node, _: Mapping[str, Node]) -> Condition:
        fields = node.mapping(self._faults, ("places", "kinds"))
        if not fields and isinstance(node.value, Mapping):
            self._faults.add(node.place, "stands says nothing", "Add places: or kinds:")
        return Stands(
            self._names.words(fields["places"], Place) if "places" in fields else frozenset(),
            self._names.words(fields["kinds"], ProvisionKind) if "kinds" in fields else frozenset(),
        )

    def _cites(self, node: Node, _: Mapping[str, Node]) -> Condition:
        fields = node.mapping(self._faults, ("status", "ids"), ["status"])
        ids = fields["ids"].items(self._faults) if "ids" in fields else ()
        status = fields["status"].choice(self._faults, InstrumentStatus) if "status" in fields else None
        return Cites(status or InstrumentStatus.IN_FORCE, frozenset(self._names.instrument(item) for item in ids))

    def _all(self, node: Node, _: Mapping[str, Node]) -> Condition:
        return All(self._several(node))

    def _any(self, node: Node, _: Mapping[str, Node]) -> Condition:
        return AnyOf(self._several(node))

    def _not(self, node: Node, _: Mapping[str, Node]) -> Condition:
        return Not(self.read(node))

    def _facet(self, node: Node, _: Mapping[str, Node]) -> Condition:
        return Named(self._names.facet(node))

    def reach(self, reach: Reach, node: Node) -> Condition:
        """Return the condition widened to the neighbours in reach."""
        return Within(reach, self.read(node))


_DEFAULT = Act(())
_Reader = Callable[[ConditionReader, Node, Mapping[str, Node]], Condition]


def _widened(reach: Reach) -> _Reader:
    return lambda reader, node, _: reader.reach(reach, node)


_READERS: Mapping[str, _Reader] = {
    "has": ConditionReader._has,
    "lacks": ConditionReader._lacks,
    "near": ConditionReader._near,
    "order": ConditionReader._order,
    "heading": ConditionReader._heading,
    "act": ConditionReader._act,
    "timed": ConditionReader._timed,
    "blank": ConditionReader._blank,
    "unseen": ConditionReader._unseen,
    "stands": ConditionReader._stands,
    "cites": ConditionReader._cites,
    "annex_absent": ConditionReader._annex_absent,
    "all": ConditionReader._all,
    "any": ConditionReader._any,
    "not": ConditionReader._not,
    "facet": ConditionReader._facet,
    **{reach.value: _widened(reach) for reach in Reach},
}
