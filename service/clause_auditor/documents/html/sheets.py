"""The style sheets of a page: what they say of each of its elements."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import tinycss2

from clause_auditor.documents.html.declarations import (
    NOTHING,
    Declarations,
    Style,
    gather_declarations,
    put_variables,
    read_declarations,
    write_tokens,
)
from clause_auditor.documents.html.matching import Matcher
from clause_auditor.documents.html.media import holds_on_screen, is_supported
from clause_auditor.documents.html.parsing import Element, too_involved
from clause_auditor.documents.html.selecting import TOO_DEEP, Token, UnreadableError, read_selectors
from clause_auditor.documents.html.selectors import Compound, Selector, Weight

_MOST_SHEETS: Final = 2 << 20
_MOST_STYLES: Final = 8 << 20
_DEEPEST: Final = 30
_EMBEDDED = re.compile(r"url\(\s*[\"']?data:[^)\"']*[\"']?\s*\)", re.IGNORECASE)
_PARTS: Final = frozenset(("", "before", "after"))
_INERT: Final = frozenset(("template", "noscript"))
_EMPTY: Final[Style] = {}


class _Rule(NamedTuple):
    selector: Selector
    order: tuple[bool, Weight, int]
    """Whether it stands in no layer, weight of its selector, number in the sheets."""
    declarations: Declarations


class StyleSheets:
    """The rules of all style sheets of a page. LimitError if they are larger than can be followed."""

    def __init__(self, root: Element) -> None:
        self._rules: dict[str, dict[str, list[_Rule]]] = {part: defaultdict(list) for part in _PARTS}
        self._names: set[str] = set()
        self._count = 0
        self._matcher = Matcher()
        self._styles = _MOST_STYLES
        self.outside = any(_is_outside(link) for link in root.iter("link"))
        """True if the page asks for style sheets that are not in it."""
        source = _EMBEDDED.sub("url()", "\n".join(_sources(root)))
        if len(source) > _MOST_SHEETS:
            raise too_involved(f"its style sheets are larger than the limit of {_MOST_SHEETS} characters")
        if source.strip():
            self._names = self._gather_names(root)
            tokens = tinycss2.parse_component_value_list(source, skip_comments=True)
            self._read(tinycss2.parse_stylesheet(tokens, skip_whitespace=True))

    def style(self, element: Element, inherited: Style, part: str = "") -> tuple[Style, Style]:
        """Return what the sheets and the element's own style say of it, or of a part of it: "before", "after".

        `inherited` are the custom properties of the element around; those that hold within are returned too.
        """
        style = self._cascade(element, part)
        style, known = put_variables(style, inherited)
        if known is not inherited:
            self._matcher.spend(len(known))
        return style, known

    def writes(self, part: str) -> bool:
        """Say whether there is a rule for "before" or "after"."""
        return bool(self._rules[part])

    def _cascade(self, element: Element, part: str) -> Style:
        found = [rule.declarations for rule in self._matching(element, part)]
        own = "" if part else element.get("style", "")
        if own:
            self._styles -= len(own)
            if self._styles < 0:
                raise too_involved(f"its styles are larger than the limit of {_MOST_STYLES} characters")
            found.append(read_declarations(own))
        if len(found) < 2:
            return {**found[0].plain, **found[0].important} if found else _EMPTY
        style: dict[str, str] = {}
        for each in found:
            style |= each.plain
        for each in found:
            style |= each.important
        return style

    def _matching(self, element: Element, part: str) -> list[_Rule]:
        rules = self._rules[part]
        if not rules:
            return []
        keys = [element.tag, "*", f"#{element.get('id', '')}"]
        keys += [f".{name}" for name in self._matcher.classes(element)]
        tried = [rule for key in keys for rule in rules.get(key, ())]
        return sorted((r for r in tried if self._matcher.holds(r.selector, element)), key=lambda rule: rule.order)

    def _gather_names(self, root: Element) -> set[str]:
        """Tags, classes and ids of the page: a rule that names another holds nowhere."""
        names: set[str] = set()
        for element in root.iter("*"):
            names.add(element.tag)
            names.update(f".{name}" for name in self._matcher.classes(element))
            names.add(f"#{element.get('id', '')}")
        return names

    def _read(
        self, nodes: Iterable[Token], parents: tuple[Selector, ...] = (), *, layered: bool = False, deep: int = 0
    ) -> None:
        if deep > _DEEPEST:
            raise too_involved(TOO_DEEP)
        held = list(nodes)
        if parents:
            self._add(parents, gather_declarations(held), layered=layered)
        for node in held:
            if node.type == "qualified-rule":
                try:
                    selectors = read_selectors(node.prelude, parents, nested=bool(parents))
                except UnreadableError:
                    continue
                self._read(_contents(node), selectors, layered=layered, deep=deep + 1)
            elif node.type == "at-rule" and node.content is not None and _goes_in(node):
                inside = _contents(node) if parents else tinycss2.parse_stylesheet(node.content, skip_whitespace=True)
                self._read(inside, parents, layered=layered or node.lower_at_keyword == "layer", deep=deep + 1)
            elif node.type == "at-rule" and node.lower_at_keyword == "import":
                self.outside = True

    def _add(self, selectors: tuple[Selector, ...], declarations: Declarations, *, layered: bool) -> None:
        if declarations is NOTHING:
            return
        for selector in selectors:
            self._count += 1
            names = [name for compound in selector.compounds for name in _names(compound)]
            if selector.part in _PARTS and self._names.issuperset(names):
                rule = _Rule(selector, (not layered, selector.weight, self._count), declarations)
                self._rules[selector.part][next(iter(_names(selector.compounds[-1])), "*")].append(rule)


def _sources(root: Element) -> list[str]:
    return [
        "".join(str(text) for text in style.itertext())
        for style in root.iter("style")
        if holds_on_screen(style.get("media", "")) and not any(each.tag in _INERT for each in style.iterancestors())
    ]


def _is_outside(link: Element) -> bool:
    return "stylesheet" in link.get("rel", "").lower().split() and holds_on_screen(link.get("media", ""))


def _contents(rule: Token) -> list[Token]:
    return list(tinycss2.parse_blocks_contents(rule.content, skip_whitespace=True))


def _goes_in(rule: Token) -> bool:
    """Say whether the rules within an at-rule hold."""
    condition = write_tokens(rule.prelude).strip()
    match rule.lower_at_keyword:
        case "media":
            return holds_on_screen(condition)
        case "supports":
            return is_supported(condition)
    return bool(rule.lower_at_keyword == "layer")


def _names(compound: Compound) -> Iterator[str]:
    """What an element has to be called, the rarest name first."""
    yield from (f"#{name}" for name in compound.ids)
    yield from (f".{name}" for name in compound.classes)
    if compound.tag:
        yield compound.tag
