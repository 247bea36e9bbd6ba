"""Style sheets: which of their rules bear on whether the eye sees a text, and which elements they hold for."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final, NamedTuple

from clause_auditor.documents.html.parsing import Element

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_COMPOUND = re.compile(r"(\*|[a-z][\w-]*)?((?:[.#][\w-]+)*)\Z", re.IGNORECASE)
_IMPORTANT = re.compile(r"\s*!\s*important\s*\Z", re.IGNORECASE)
RELEVANT: Final = frozenset(
    "display visibility color background background-color background-image font-size opacity position left top right"
    " bottom text-indent clip clip-path width height max-height max-width overflow overflow-y list-style"
    " list-style-type font-weight white-space float transform content-visibility -webkit-text-fill-color font".split()
)
_MOST_SHEETS: Final = 1 << 20
_MOST_RULES: Final = 5_000
_MOST_TRIED: Final = 60
Declarations = dict[str, str]
_NOTHING: Final[Declarations] = {}


class _Compound(NamedTuple):
    tag: str
    ids: frozenset[str]
    classes: frozenset[str]


class _Rule(NamedTuple):
    chain: tuple[_Compound, ...]
    """The last is the element itself, those before it stand above it."""
    order: tuple[int, int, int, int]
    declarations: Declarations


class StyleSheets:
    """The rules of all style sheets of a page."""

    def __init__(self, root: Element) -> None:
        self._rules: dict[str, list[_Rule]] = defaultdict(list)
        self._count = 0
        sources = [style.text or "" for style in root.iter("style") if _is_for_screen(style.get("media", ""))]
        self._read(_COMMENT.sub("", "\n".join(sources)[:_MOST_SHEETS]))

    def declarations(self, element: Element) -> Declarations:
        """Return what the sheets and the element's own style say of it."""
        if not self._rules and "style" not in element.attrib:
            return _NOTHING
        found: Declarations = {}
        rules = self._matching(element)
        for rule in rules:
            found |= rule.declarations
        for rule in rules:
            found |= {name: value for name, value in rule.declarations.items() if value.endswith("!")}
        own = read_declarations(element.get("style", ""))
        forced = {name: value for name, value in found.items() if value.endswith("!")}
        return {name: value.rstrip("!") for name, value in (found | own | forced).items()}

    def _matching(self, element: Element) -> list[_Rule]:
        if not self._rules:
            return []
        names = [element.tag, "*", *(f".{name}" for name in _classes(element)), f"#{element.get('id', '')}"]
        tried = [rule for name in names for rule in self._rules.get(name, ())][:_MOST_TRIED]
        return sorted((rule for rule in tried if _holds(rule.chain, element)), key=lambda rule: rule.order)

    def _read(self, source: str) -> None:
        place = 0
        while (opening := source.find("{", place)) >= 0 and self._count < _MOST_RULES:
            head = source[place:opening].rpartition("}")[2].rpartition(";")[2].strip()
            if head.startswith("@"):
                inside = head.lower().startswith(("@layer", "@supports")) or _is_screen_rule(head)
                place = opening + 1 if inside else _skip_block(source, opening)
                continue
            closing = source.find("}", opening)
            closing = len(source) if closing < 0 else closing
            self._add(head, read_declarations(source[opening + 1 : closing]))
            place = closing + 1

    def _add(self, head: str, declarations: Declarations) -> None:
        if not declarations or len(head) > 2_000:
            return
        for selector in head.split(","):
            chain = _read_selector(selector)
            if not chain:
                continue
            self._count += 1
            weight = sum(len(part.ids) for part in chain), sum(len(part.classes) for part in chain)
            order = (*weight, sum(part.tag not in ("", "*") for part in chain), self._count)
            self._rules[_key(chain[-1])].append(_Rule(chain, order, declarations))


def read_declarations(source: str) -> Declarations:
    """Return the declarations that matter; a value that is important ends with an exclamation mark."""
    found: Declarations = {}
    for part in source[:20_000].split(";"):
        name, colon, value = part.partition(":")
        name = name.strip().lower()
        if colon and name in RELEVANT:
            value = value.strip().lower()
            found[name] = _IMPORTANT.sub("!", value) if "!" in value else value
    return found


def _read_selector(selector: str) -> tuple[_Compound, ...]:
    """Return the compounds of a selector of tags, ids and classes; nothing for any other."""
    words = selector.replace(">", " ").split()
    chain = []
    for word in words:
        match = _COMPOUND.match(word)
        if match is None:
            return ()
        marks = re.findall(r"([.#])([\w-]+)", match[2])
        ids = frozenset(name for mark, name in marks if mark == "#")
        chain.append(_Compound((match[1] or "").lower(), ids, frozenset(name for mark, name in marks if mark == ".")))
    return tuple(chain) if len(chain) <= 8 else ()


def _key(last: _Compound) -> str:
    if last.ids:
        return f"#{min(last.ids)}"
    return f".{min(last.classes)}" if last.classes else last.tag or "*"


def _holds(chain: tuple[_Compound, ...], element: Element) -> bool:
    if not _fits(chain[-1], element):
        return False
    above = element.getparent()
    steps = 0
    for compound in reversed(chain[:-1]):
        while above is not None and steps < 100 and not _fits(compound, above):
            above = above.getparent()
            steps += 1
        if above is None or steps >= 100:
            return False
        above = above.getparent()
    return True


def _fits(compound: _Compound, element: Element) -> bool:
    if compound.tag not in ("", "*", element.tag):
        return False
    if compound.ids and compound.ids != {element.get("id", "")}:
        return False
    return not compound.classes or compound.classes <= set(_classes(element))


def _classes(element: Element) -> list[str]:
    return element.get("class", "").split()[:20]


def _is_for_screen(media: str) -> bool:
    return not media.strip() or re.search(r"\b(?:all|screen)\b(?!\s+and)", media, re.IGNORECASE) is not None


def _is_screen_rule(head: str) -> bool:
    return head.lower().startswith("@media") and _is_for_screen(head[6:])


def _skip_block(source: str, opening: int) -> int:
    depth = 0
    for match in re.compile(r"[{}]").finditer(source, opening):
        depth += 1 if match[0] == "{" else -1
        if depth <= 0:
            return match.end()
    return len(source)
