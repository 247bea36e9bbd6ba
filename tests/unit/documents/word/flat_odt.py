"""Flat OpenDocument texts, which LibreOffice turns into Word files: the sources of what another program writes."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip


def flat_odt(body: str, *, styles: str = "", lists: str = "", outline: str = "") -> str:
    """Return a whole text of these parts."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_NAMES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:styles>{outline}</office:styles>"
        f"<office:automatic-styles>{styles}{lists}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def paragraph(text: str, style: str = "") -> str:
    """Return a paragraph; `text` may hold elements."""
    name = f' text:style-name="{style}"' if style else ""
    return f"<text:p{name}>{text}</text:p>"


def heading(text: str, level: int) -> str:
    """Return a heading."""
    return f'<text:h text:outline-level="{level}">{escape(text)}</text:h>'


def list_style(name: str, *levels: str) -> str:
    """Return a list style of these levels (`number`, `bullet`)."""
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def number(
    level: int, form: str, *, before: str = "", after: str = ".", start: int = 1, shown: int = 1, extra: str = ""
) -> str:
    """Return a level that counts: `form` is 1, a, A, i, I; `shown` how many levels its number repeats."""
    return (
        f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" style:num-prefix="{before}" '
        f'style:num-suffix="{after}" text:start-value="{start}" text:display-levels="{shown}"{extra}/>'
    )


def bullet(level: int, sign: str) -> str:
    """Return a level of bullets."""
    return f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="{sign}"/>'


Items = Sequence["str | Items"]


def items(style: str, entries: Items, *, goes_on: bool = False, start: int = 0) -> str:
    """Return a list; an entry that is itself a sequence is a list within the item before it."""
    name = f' text:style-name="{style}"' if style else ""
    on = ' text:continue-numbering="true"' if goes_on else ""
    parts: list[str] = []
    for place, entry in enumerate(entries):
        if isinstance(entry, str):
            begin = f' text:start-value="{start}"' if start and place == 0 else ""
            parts.append(f"<text:list-item{begin}>{paragraph(escape(entry))}</text:list-item>")
        else:
            inner = items("", entry)
            parts[-1] = parts[-1].removesuffix("</text:list-item>") + inner + "</text:list-item>"
    return f"<text:list{name}{on}>{''.join(parts)}</text:list>"


def insertion(number: int) -> str:
    """Return the note of a tracked insertion."""
    return _region(number, f"<text:insertion>{_BY}</text:insertion>")


def deletion(number: int, *paragraphs: str) -> str:
    """Return the note of a tracked deletion with the text that was deleted."""
    return _region(number, f"<text:deletion>{_BY}{''.join(map(paragraph, paragraphs))}</text:deletion>")


def changes(*regions: str) -> str:
    """Return the list of tracked changes that a text begins with."""
    return f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>"


def inserted(number: int, text: str) -> str:
    """Return text that was inserted by that change."""
    return f'<text:change-start text:change-id="c{number}"/>{text}<text:change-end text:change-id="c{number}"/>'


def deleted(number: int) -> str:
    """Return the place from which a deletion took its text."""
    return f'<text:change text:change-id="c{number}"/>'


def _region(number: int, what: str) -> str:
    return f'<text:changed-region xml:id="c{number}" text:id="c{number}">{what}</text:changed-region>'


_BY = "<office:change-info><dc:creator>Counsel</dc:creator><dc:date>2026-02-03T10:00:00</dc:date></office:change-info>"
