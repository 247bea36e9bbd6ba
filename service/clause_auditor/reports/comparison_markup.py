"""Elements of a page by construction: every word is made harmless and escaped, it cannot be forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from lxml import etree

from clause_auditor.reports.quoting import harmless

Element: TypeAlias = etree._Element
Content: TypeAlias = "Element | str | Iterable[Element | str]"
_NO_CHARACTER = re.compile("[\ufffe\uffff]")


def element(name: str, /, *content: Content, **attributes: str) -> Element:
    """Return an element; of attribute names a closing underscore is dropped, others become hyphens."""
    node = etree.Element(name, {_name(key): _text(value) for key, value in attributes.items()})
    for part in content:
        for item in [part] if isinstance(part, str | Element) else part:
            _append(node, item)
    return node


def write_page(page: Element) -> bytes:
    """Return the page as HTML, UTF-8."""
    return bytes(etree.tostring(page, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")) + b"\n"


def _append(node: Element, item: Element | str) -> None:
    if not isinstance(item, str):
        node.append(item)
    elif len(node):
        node[-1].tail = (node[-1].tail or "") + _text(item)
    else:
        node.text = (node.text or "") + _text(item)


def _name(key: str) -> str:
    return key.removesuffix("_").replace("_", "-")


def _text(text: str) -> str:
    return _NO_CHARACTER.sub(lambda match: f"<U+{ord(match[0]):04X}>", harmless(text))
