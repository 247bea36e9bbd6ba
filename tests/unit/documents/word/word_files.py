"""Word files of a few elements: our own smallest writer, for what other programs do not write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from clause_auditor.documents.extraction import Extraction
from clause_auditor.documents.options import DEFAULTS, ReadingOptions
from clause_auditor.documents.word import extract
from clause_auditor.domain.contract import View

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_PARTS = ("styles", "numbering", "footnotes", "endnotes", "settings")
ORIGINAL = ReadingOptions(revisions=View.ORIGINAL)


def word_file(body: str, *, extra: Mapping[str, bytes] | None = None, head: str = "", **parts: str) -> bytes:
    """Return a Word file of this body; `parts` are the insides of its other parts (styles, numbering ...)."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _relations({"officeDocument": "word/document.xml"}))
        archive.writestr("word/_rels/document.xml.rels", _relations({name: f"{name}.xml" for name in _PARTS}))
        archive.writestr("word/document.xml", f"<w:document {_NAMES}>{head}<w:body>{body}</w:body></w:document>")
        for name, inside in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {_NAMES}>{inside}</w:{name}>")
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return packed.getvalue()


def read_body(body: str, options: ReadingOptions = DEFAULTS, **parts: str) -> Extraction:
    """Return what the reader takes out of a Word file of this body."""
    return extract(word_file(body, **parts), options)


def lines(extraction: Extraction) -> list[str]:
    """Return the lines of a text that hold words, without indents."""
    return [line.strip() for line in extraction.text.splitlines() if line.strip()]


def p(inside: str = "", properties: str = "") -> str:
    """Return a paragraph of runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def tracked(kind: str, inside: str) -> str:
    """Return runs within a tracked change: ins, del, moveFrom, moveTo."""
    if kind in ("del", "moveFrom"):
        inside = inside.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return f'<w:{kind} w:id="1" w:author="x">{inside}</w:{kind}>'


def numbered(text: str, num: int, level: int = 0, properties: str = "") -> str:
    """Return a paragraph of a list."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    return p(r(text), properties + place)


def abstract(number: int, *levels: str, extra: str = "") -> str:
    """Return the definition of a list."""
    return f'<w:abstractNum w:abstractNumId="{number}">{extra}{"".join(levels)}</w:abstractNum>'


def level(place: int, form: str, text: str, *, start: int = 1, extra: str = "") -> str:
    """Return one level of a list; `text` holds %1, %2 ... for the numbers."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def num(number: int, home: int, **starts: int) -> str:
    """Return a list of that definition; `starts` are overrides of levels: level0=5."""
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{name[-1]}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for name, start in starts.items()
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{home}"/>{overrides}</w:num>'


def style(
    name: str, *, title: str = "", base: str = "", paragraph: str = "", run: str = "", kind: str = "paragraph"
) -> str:
    """Return a style."""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{title or name}"/>{based}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def table(*rows: str, properties: str = "") -> str:
    """Return a table of rows (`row`)."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """Return a row of cells (`cell`)."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(text: str = "", properties: str = "", inside: str = "") -> str:
    """Return a cell with one paragraph, or with what is given."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside or p(r(text))}</w:tc>"


def _relations(targets: Mapping[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="r{place}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets.items())
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def write(path: Path, body: str, **parts: str) -> Path:
    """Write a Word file; return its path."""
    path.write_bytes(word_file(body, **parts))
    return path
