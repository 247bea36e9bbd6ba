"""The parts of a Word file: text, styles, numbering, notes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Final

from clause_auditor.documents.containers.zipped import Archive
from clause_auditor.documents.word.names import STRICT, Element
from clause_auditor.documents.xml_source import parse_xml
from clause_auditor.errors import InputError

_MAIN: Final = "word/document.xml"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
_AGAIN: Final = "Fetch or save it again and audit that file"


class Package:
    """A Word file, its parts found by their relations as Word finds them."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._roots: dict[str, Element] = {}
        self.is_strict = False
        """True once a part in the strict form of Open XML was read."""
        main = self._related("", "officeDocument")
        self._main = main if main in archive else _MAIN
        if self._main not in archive:
            raise InputError.at("", "a Word file without a document in it", _AGAIN)
        self._targets = self._relations(self._main)

    @property
    def has_macros(self) -> bool:
        """True for a .docm."""
        return any(name.endswith("vbaProject.bin") for name in self._archive)

    def margins(self) -> Iterator[Element]:
        """Yield the roots of all page headers and footers."""
        for name in self._archive:
            if _MARGIN.fullmatch(name):
                yield self._parse(name)

    def main(self) -> Element:
        """Return the root of the document part."""
        return self._parse(self._main)

    def part(self, kind: str) -> Element | None:
        """Return the root of the part of that kind ("styles", "footnotes"), or None if the file has none."""
        name = self.name_of(kind)
        return self._parse(name) if name else None

    @property
    def main_name(self) -> str:
        """Name of the document part."""
        return self._main

    def name_of(self, kind: str) -> str:
        """Return the name of the part of that kind, or an empty string if the file has none."""
        name = self._targets.get(kind, "")
        return name if name in self._archive else ""

    def _related(self, part: str, kind: str) -> str:
        return self._relations(part).get(kind, "")

    def _relations(self, part: str) -> dict[str, str]:
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self._archive:
            return {}
        found: dict[str, str] = {}
        for relation in self._parse(rels).iter(_RELATIONSHIP):
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                found.setdefault(relation.get("Type", "").rsplit("/", 1)[-1], target.lstrip("/"))
        return found

    def _parse(self, name: str) -> Element:
        if name not in self._roots:
            self._roots[name] = self._read(name)
        return self._roots[name]

    def _read(self, name: str) -> Element:
        data = self._archive.read(name)
        if b"purl.oclc.org/ooxml" in data:
            self.is_strict = True
            for strict, usual in STRICT:
                data = data.replace(strict, usual)
        return parse_xml(data)
