"""What stands around the text of a page: navigation, the page's own header and footer, cookie bars, controls.

The rule: `nav`, menus, search and buttons anywhere; `header`, `footer` and `aside` that stand in no `main`, `article`
or `section` (a header that holds a heading stays); dialogs and boxes about cookies that are short.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from clause_auditor.documents.html.parsing import Element

SILENT: Final = frozenset(
    "script style head title meta link object embed audio video canvas map area datalist optgroup param source track"
    " iframe frame frameset applet".split()
)
"""Shows no text of the page."""
_CONTROLS: Final = frozenset(("button", "select", "progress", "meter"))
_ROLES: Final = frozenset("navigation banner contentinfo search menu menubar toolbar button".split())
_AROUND: Final = frozenset(("header", "footer", "aside"))
_WITHIN: Final = frozenset(("main", "article", "section", "blockquote", "td", "li", "dd"))
_COOKIES = re.compile(r"cookie|consent|gdpr-?(?:bar|banner)", re.IGNORECASE)
_BOX = re.compile(r"bar|banner|notice|popup|pop-up|modal|dialog|overlay|toast|consent", re.IGNORECASE)
_MOST_IN_BOX: Final = 2_500
_HEADINGS: Final = frozenset(("h1", "h2", "h3"))


def is_furniture(element: Element) -> bool:
    """Say whether an element is none of the page's own text."""
    tag = element.tag
    role = element.get("role", "").strip().lower()
    if tag == "nav" or tag in _CONTROLS or role in _ROLES:
        return not (tag in _AROUND and _holds_heading(element))
    if tag in _AROUND:
        return not _is_within(element) and not _holds_heading(element)
    return tag in ("div", "section", "dialog", "form", "p") and _is_cookie_box(element)


def _is_within(element: Element) -> bool:
    return any(above.tag in _WITHIN for above in islice(element.iterancestors(), 60))


def _holds_heading(element: Element) -> bool:
    if element.tag != "header":
        return False
    return next((True for child in element.iterdescendants(*_HEADINGS)), False)


def _is_cookie_box(element: Element) -> bool:
    name = f"{element.get('id', '')} {element.get('class', '')} {element.get('aria-label', '')}"[:400]
    if not _COOKIES.search(name) or not (_BOX.search(name) or element.get("role") == "dialog"):
        return False
    size = 0
    for text in element.itertext():
        size += len(text)
        if size > _MOST_IN_BOX:
            return False
    return True
