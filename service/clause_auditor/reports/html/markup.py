"""HTML by construction: whatever is no `Markup` is text, made harmless and escaped; it cannot be forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Final, TypeAlias

from clause_auditor.reports.quoting import harmless

_VOID: Final = frozenset({"meta"})
_LINES: Final = frozenset(
    "head meta title style body header main section article h1 h2 h3 h4 h5 h6".split()
    + "div p ul li dl dt dd table tr details".split()
)
"""Elements after which a line ends, so that two pages can be compared line by line."""
_SCHEMES: Final = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of a page that is HTML already. Only this module makes it."""

    html: str


Content: TypeAlias = "Markup | str | Iterable[Content] | None"
"""What may stand within an element: pieces, text, nothing, or a row of them."""
Value: TypeAlias = str | int | bool | None
"""Of an attribute: True gives the bare name, False and None leave it out."""


def element(name: str, /, *content: Content, **attributes: Value) -> Markup:
    """Return an element; of attribute names a closing underscore is dropped, others become hyphens."""
    opening = f"<{name}{''.join(map(_attribute, attributes, attributes.values()))}>"
    end = "\n" if name in _LINES else ""
    return Markup(f"{opening}{end}" if name in _VOID else f"{opening}{''.join(_pieces(content))}</{name}>{end}")


def link(address: str, /, *content: Content, **attributes: Value) -> Markup:
    """Return a link to a page outside; the bare content where the address is of no scheme of the web."""
    if not address.lower().startswith(_SCHEMES):
        return element("span", *content, **attributes)
    return element("a", *content, href=address, rel="noreferrer noopener", **attributes)


def join(*content: Content) -> Markup:
    """Return content as one piece, without an element around it."""
    return Markup("".join(_pieces(content)))


def document(title: str, css: str, policy: str, body: Markup) -> bytes:
    """Return a whole page; `css` is put in as it is."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("style", Markup(css)),
    )
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en').html}".encode()


def _attribute(name: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    key = name.removesuffix("_").replace("_", "-")
    return f" {key}" if value is True else f' {key}="{escape(harmless(str(value)))}"'


def _pieces(content: Content) -> Iterator[str]:
    if isinstance(content, Markup):
        yield content.html
    elif isinstance(content, str):
        yield escape(harmless(content), quote=False)
    elif content is not None:
        for item in content:
            yield from _pieces(item)
