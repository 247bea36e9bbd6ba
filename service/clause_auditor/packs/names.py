"""The names that conditions hold: concepts, roles, words of an enum, instruments, facets."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from clause_auditor.domain.condition import Group
from clause_auditor.domain.party import Role, Side
from clause_auditor.engine.lexicon import BUILT_IN
from clause_auditor.notation import Faults, Node, show_word, suggest

_Choice = TypeVar("_Choice", bound=StrEnum)
_SIDES: Mapping[str, Side] = {side.value: side for side in Side} | {role.value: role.side for role in Role}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that conditions and facts may name."""

    concepts: Collection[str]
    instruments: Collection[str]


class NameReader:
    """Reads names and notes those that are unknown."""

    def __init__(self, vocabulary: Vocabulary, facets: Collection[str], faults: Faults) -> None:
        self._vocabulary = vocabulary
        self._facets = facets
        self._faults = faults

    def group(self, node: Node) -> Group:
        """Return a choice of concepts: names with | between them."""
        names = tuple(name.strip() for name in node.text(self._faults).split("|"))
        for name in names:
            if name not in self._vocabulary.concepts and name not in BUILT_IN and name:
                cure = suggest(name, [*self._vocabulary.concepts, *BUILT_IN])
                self._faults.add(node.place, f"unknown concept {show_word(name)}", cure or "Add it to a lexicon")
            if not name and node.value:
                self._faults.add(node.place, "a | has no concept beside it", "Write a|b")
        return names

    def groups(self, node: Node, least: int = 1) -> tuple[Group, ...]:
        """Return at least so many groups of a list; a word alone stands for a list of one."""
        items = (node,) if isinstance(node.value, str) else node.items(self._faults)
        if len(items) < least and isinstance(node.value, tuple | str):
            self._faults.add(node.place, f"at least {least} concepts are needed here")
        return tuple(self.group(item) for item in items)

    def concepts(self, node: Node) -> Group:
        """Return all concepts of a list of groups."""
        return tuple(name for group in self.groups(node) for name in group)

    def words(self, node: Node, words: type[_Choice]) -> frozenset[_Choice]:
        """Return words of an enum; one alone stands for a list of one."""
        items = (node,) if isinstance(node.value, str) else node.items(self._faults)
        if isinstance(node.value, tuple) and not items:
            self._faults.add(node.place, "the list is empty", "Leave the field out for any")
        return frozenset(word for item in items if (word := item.choice(self._faults, words)) is not None)

    def side(self, node: Node) -> Side | None:
        """Return the side that a role of the law, or the side itself, names."""
        text = node.text(self._faults)
        if text and text not in _SIDES:
            self._faults.add(node.place, f"unknown role {show_word(text)}", suggest(text, _SIDES))
        return _SIDES.get(text)

    def instrument(self, node: Node) -> str:
        """Return the id of an instrument of the law table."""
        text = node.text(self._faults)
        known = self._vocabulary.instruments
        if text and text not in known:
            self._faults.add(node.place, f"unknown instrument {show_word(text)}", suggest(text, known))
        return text

    def facet(self, node: Node) -> str:
        """Return the name of a facet."""
        name = node.text(self._faults)
        if name and name not in self._facets:
            self._faults.add(node.place, f"unknown facet {show_word(name)}", suggest(name, self._facets))
        return name
