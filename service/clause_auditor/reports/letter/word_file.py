"""A Word document to bytes that are the same wherever and whenever they are written."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Final

from docx.document import Document
from docx.opc.rel import _Relationship

_EARLIEST: Final = "1980-01-01"
"""ZIP files know no day before it."""
_OF_THE_TEMPLATE: Final = ("thumbnail", "extended-properties", "stylesWithEffects")
"""A picture of another document, the name of a program that did not write this one, styles for a Word of long ago."""


def save_document(document: Document, title: str, day: str) -> bytes:
    """Return the .docx file, dated on an ISO day; nobody is named as its author."""
    date = datetime.datetime.fromisoformat(max(day, _EARLIEST))
    properties = document.core_properties
    properties.title, properties.language = title[:255], "en-GB"
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = date
    for relations in (document.part.package.rels, document.part.rels):
        _leave_out(relations)
    written = io.BytesIO()
    document.save(written)
    return _dated(written, date)


def _leave_out(relations: dict[str, _Relationship]) -> None:
    for key in [key for key, relation in relations.items() if relation.reltype.endswith(_OF_THE_TEMPLATE)]:
        del relations[key]


def _dated(source: io.BytesIO, date: datetime.datetime) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(source) as parts, zipfile.ZipFile(out, "w") as copy:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, date.timetuple()[:6])
            entry.create_system, entry.compress_type = 0, zipfile.ZIP_DEFLATED
            copy.writestr(entry, parts.read(name))
    return out.getvalue()
