"""Does a selector hold for an element? Bounded in all that it tries, whatever a style sheet asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from clause_auditor.documents.html.parsing import Element, too_involved
from clause_auditor.documents.html.selectors import Attribute, Choice, Compound, Place, Selector, Test

_MOST_STEPS: Final = 3_000_000
"""Some seconds; ordinary pages need a hundredth."""
_TOO_MUCH: Final = "its style sheets are too many or too involved to tell what is seen"


class Matcher:
    """Tries selectors on the elements of one page."""

    def __init__(self) -> None:
        self._left = _MOST_STEPS
        self._places: dict[Element, tuple[int, int, int, int]] = {}
        self._classes: dict[str, frozenset[str]] = {}

    def holds(self, selector: Selector, element: Element) -> bool:
        """Say whether a selector holds for an element; LimitError when the page asks too much in all."""
        return self._holds(selector, len(selector.compounds) - 1, element)

    def spend(self, steps: int) -> None:
        """Count steps; LimitError when there are too many."""
        self._left -= steps
        if self._left < 0:
            raise too_involved(_TOO_MUCH)

    def classes(self, element: Element) -> frozenset[str]:
        """Return the classes of an element."""
        value = element.get("class")
        if not value:
            return frozenset()
        found = self._classes.get(value)
        if found is None:
            found = self._classes[value] = frozenset(value.split())
        return found

    def _holds(self, selector: Selector, place: int, element: Element) -> bool:
        if not self._fits(selector.compounds[place], element):
            return False
        if place == 0:
            return True
        return any(self._holds(selector, place - 1, other) for other in _linked(selector.links[place], element))

    def _fits(self, compound: Compound, element: Element) -> bool:
        self._left -= 1
        if self._left < 0:
            self.spend(0)
        if compound.tag and compound.tag != element.tag:
            return False
        if compound.ids and compound.ids != {element.get("id", "")}:
            return False
        if compound.classes and not compound.classes <= self.classes(element):
            return False
        return all(self._passes(test, element) for test in compound.tests)

    def _passes(self, test: Test, element: Element) -> bool:
        match test:
            case Attribute(name="lang"):
                return any(_has(test, each) for each in (element, *element.iterancestors()) if "lang" in each.attrib)
            case Attribute():
                return _has(test, element)
            case Place():
                return self._stands_at(test, element)
            case Choice(kind="is"):
                return any(self.holds(selector, element) for selector in test.selectors)
            case Choice(kind="not"):
                return not any(self.holds(selector, element) for selector in test.selectors)
            case Choice():
                return any(self._has_further_on(selector, element) for selector in test.selectors)
        return self._is(test, element)

    def _is(self, state: str, element: Element) -> bool:
        match state:
            case "root" | "scope":
                return element.getparent() is None
            case "empty":
                return not element.text and not any(isinstance(child.tag, str) or child.tail for child in element)
            case "link" | "any-link":
                return element.tag == "a" and "href" in element.attrib
            case "open" | "disabled":
                return state in element.attrib
            case "checked":
                return "checked" in element.attrib or "selected" in element.attrib
            case "enabled":
                return element.tag in ("input", "button", "select", "textarea") and "disabled" not in element.attrib
            case "defined":
                return True
        if state.endswith(("child", "of-type")):
            first, last, first_of_type, last_of_type = self._place(element)
            if state.endswith("type"):
                first, last = first_of_type, last_of_type
            return (last == 1 or state.startswith("first")) and (first == 1 or state.startswith("last"))
        return False

    def _stands_at(self, test: Place, element: Element) -> bool:
        offset = self._place(element)[test.from_end + 2 * test.of_type] - test.first
        return offset == 0 if test.step == 0 else offset % test.step == 0 and offset // test.step >= 0

    def _place(self, element: Element) -> tuple[int, int, int, int]:
        """Place from the first and from the last, among all siblings and among those of the same tag."""
        if element not in self._places:
            parent = element.getparent()
            siblings = [each for each in (parent if parent is not None else [element]) if isinstance(each.tag, str)]
            self.spend(len(siblings))
            totals = Counter(each.tag for each in siblings)
            seen: Counter[str] = Counter()
            for number, each in enumerate(siblings):
                own = seen[each.tag] = seen[each.tag] + 1
                self._places[each] = number + 1, len(siblings) - number, own, totals[each.tag] - own + 1
        return self._places[element]

    def _has_further_on(self, selector: Selector, element: Element) -> bool:
        """The first link of the selector tells where its elements stand, seen from this one."""
        for other in _further_on(selector.links[0], element):
            self.spend(1)
            if isinstance(other.tag, str) and self.holds(selector, other):
                return True
        return False


def _linked(link: str, element: Element) -> Iterable[Element]:
    if link == " ":
        return element.iterancestors()
    if link == ">":
        parent = element.getparent()
        return () if parent is None else (parent,)
    before = (each for each in element.itersiblings(preceding=True) if isinstance(each.tag, str))
    return before if link == "~" else [each for _, each in zip(range(1), before, strict=False)]


def _further_on(link: str, element: Element) -> Iterable[Element]:
    if link == " ":
        return element.iterdescendants()
    if link == ">":
        return element
    after = (each for each in element.itersiblings() if isinstance(each.tag, str))
    return after if link == "~" else [each for _, each in zip(range(1), after, strict=False)]


def _has(test: Attribute, element: Element) -> bool:
    value = element.get(test.name)
    if value is None or not test.operator:
        return value is not None
    wanted = test.value
    if test.any_case:
        value, wanted = value.lower(), wanted.lower()
    match test.operator:
        case "=":
            return value == wanted
        case "~=":
            return wanted in value.split()
        case "|=":
            return value == wanted or value.startswith(f"{wanted}-")
        case "^=":
            return bool(wanted) and value.startswith(wanted)
        case "$=":
            return bool(wanted) and value.endswith(wanted)
    return bool(wanted) and wanted in value
