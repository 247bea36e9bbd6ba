"""A PDF file to blocks: two passes over its pages, the first to learn what recurs."""

from __future__ import annotations

from typing import Final

from clause_auditor.documents.assembly import Assembly
from clause_auditor.documents.extraction import Extraction
from clause_auditor.documents.options import ReadingOptions
from clause_auditor.documents.pdf.columns import find_regions
from clause_auditor.documents.pdf.flow import Flow
from clause_auditor.documents.pdf.lines import build_rows
from clause_auditor.documents.pdf.notes import part_notes
from clause_auditor.documents.pdf.opening import open_file
from clause_auditor.documents.pdf.pages import PageReader, Sheet
from clause_auditor.documents.pdf.picture import Easel
from clause_auditor.documents.pdf.shapes import Shaper, Sizes
from clause_auditor.documents.pdf.survey import Survey

_DRAWING_SECONDS: Final = 5.0
_KEPT_WORDS: Final = 300_000
"""How many words are kept from one pass to the next; pages beyond are read twice."""


def extract(data: bytes, options: ReadingOptions) -> Extraction:
    """Return what a PDF file says; `InputError.at("", ...)` if it is damaged, locked, or says nothing."""
    with open_file(data, options) as (document, pages):
        reader = PageReader(document, data, easel := Easel(_DRAWING_SECONDS))
        try:
            return _Reading(reader, pages, options, easel).read()
        finally:
            reader.close()


class _Reading:
    def __init__(self, reader: PageReader, pages: int, options: ReadingOptions, easel: Easel) -> None:
        self._reader = reader
        self._pages = pages
        self._options = options
        self._easel = easel
        self._survey = Survey()
        self._kept: dict[int, Sheet] = {}
        self._words = 0
        self._lost: list[int] = []

    def read(self) -> Extraction:
        for index in range(self._pages):
            sheet = self._reader.read(index)
            if sheet is None:
                self._lost.append(index + 1)
                continue
            self._survey.look(sheet)
            if self._words + len(sheet.words) <= _KEPT_WORDS:
                self._words += len(sheet.words)
                self._kept[index] = sheet
        remarks = self._survey.check(self._pages - len(self._lost))
        return self._write([*remarks, *self._losses()])

    def _write(self, remarks: list[str]) -> Extraction:
        assembly = Assembly(self._options)
        sizes = Sizes(self._survey.sizes)
        flow = Flow(Shaper(assembly, sizes, self._survey.vocabulary), assembly)
        for index in range(self._pages):
            sheet = self._kept.pop(index, None)
            if sheet is None and index + 1 not in self._lost:
                sheet = self._reader.read(index)
            if sheet is not None:
                self._write_sheet(flow, sheet, sizes.body)
        flow.finish()
        return assembly.finish(remarks=remarks)

    def _write_sheet(self, flow: Flow, sheet: Sheet, body: float) -> None:
        rows = self._survey.running.drop(sheet.number, build_rows(sheet.upright(), sheet.rules), sheet.height, body)
        text, notes = part_notes(rows, body, sheet.rules)
        flow.write(sheet, find_regions(text, sheet.rules), notes)

    def _losses(self) -> list[str]:
        remarks = []
        if self._lost:
            named = ", ".join(map(str, self._lost[:12])) + (" ..." if len(self._lost) > 12 else "")
            remarks.append(f"Pages that are damaged were not read: {named}.")
        if self._easel.spent:
            remarks.append("Not on every page was it checked that recognised text and layers are seen.")
        return remarks
