"""A Word file packed again: parts that are not marked keep their bytes."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from typing import Final

from lxml import etree

from clause_auditor.documents.containers.zipped import Archive
from clause_auditor.documents.word.names import Element, R
from clause_auditor.documents.xml_source import parse_xml

_TYPES: Final = "[Content_Types].xml"
_CONTENT: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_NO_RELATIONS: Final = f'<Relationships xmlns="{_PACKAGE}"/>'.encode()
_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def write_xml(root: Element) -> bytes:
    """Return a part as bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def new_comments_name(archive: Archive, main: str) -> str:
    """Return a name for a part of comments that no other part has."""
    folder = posixpath.dirname(main)
    names = ["comments.xml", *(f"comments{number}.xml" for number in range(1, 100))]
    return next(name for each in names if (name := posixpath.join(folder, each)) not in archive)


def announce_comments(archive: Archive, main: str, name: str) -> dict[str, bytes]:
    """Return the parts that tell of a new part of comments: the list of types, the relations of the document."""
    types = parse_xml(archive.read(_TYPES)) if _TYPES in archive else etree.Element(f"{{{_CONTENT}}}Types")
    etree.SubElement(types, f"{{{_CONTENT}}}Override", PartName=f"/{name}", ContentType=_COMMENTS)
    folder, base = posixpath.split(main)
    rels = posixpath.join(folder, "_rels", f"{base}.rels")
    relations = parse_xml(archive.read(rels) if rels in archive else _NO_RELATIONS)
    taken = {each.get("Id") for each in relations}
    number = next(f"rIdComments{place}" for place in range(1, len(taken) + 2) if f"rIdComments{place}" not in taken)
    target = posixpath.relpath(name, folder or ".")
    kind = f"{R[1:-1]}/comments"
    etree.SubElement(relations, f"{{{_PACKAGE}}}Relationship", Id=number, Type=kind, Target=target)
    return {_TYPES: write_xml(types), rels: write_xml(relations)}


def repack(archive: Archive, changed: Mapping[str, bytes]) -> bytes:
    """Return the file with some parts changed or added; the same parts always make the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in [*archive, *(name for name in changed if name not in archive)]:
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            target.writestr(member, changed[name] if name in changed else archive.read(name))
    return packed.getvalue()
