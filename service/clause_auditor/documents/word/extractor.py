"""A Word file to an extraction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clause_auditor.documents.assembly import Assembly
from clause_auditor.documents.containers.zipped import Archive, Budget
from clause_auditor.documents.extraction import Extraction
from clause_auditor.documents.options import ReadingOptions
from clause_auditor.documents.remarks import struck_out
from clause_auditor.documents.source_map import SourceMap
from clause_auditor.documents.word.formats import Colour, read_colour
from clause_auditor.documents.word.lines import Setting
from clause_auditor.documents.word.names import Element, W, child, flag
from clause_auditor.documents.word.notes import Notes
from clause_auditor.documents.word.numbering import Numbering
from clause_auditor.documents.word.package import Package
from clause_auditor.documents.word.reader import BodyReader
from clause_auditor.documents.word.revisions import Revisions, has_revisions
from clause_auditor.documents.word.styles import Styles
from clause_auditor.documents.word.visibility import WHITE
from clause_auditor.documents.word.writing import Writer
from clause_auditor.errors import InputError

_FEW_WORDS: Final = 40
"""Headers and footers of more words may hold terms."""


def extract(data: bytes, options: ReadingOptions) -> Extraction:
    """Return what a Word file says in the view of its tracked changes that the options name.

    `InputError.at("", ...)` if it is damaged, protected, or holds no text; `LimitError` if it is too large.
    """
    return extract_package(Package(Archive(data, Budget(options))), options)


def extract_package(package: Package, options: ReadingOptions, source_map: SourceMap | None = None) -> Extraction:
    """Return what `extract` does, and fill the map from its text to the nodes of the package's parts."""
    root = package.main()
    body = child(root, "body")
    if body is None:
        raise InputError.at("", "a Word file without a document in it", "Fetch or save it again and audit that file")
    reader = _reader(package, root, options, trace=source_map is not None)
    assembly = Assembly(options, source_map)
    assembly.page = reader.first_page
    Writer(assembly).write(reader.read(body, Setting(behind=_page_colour(package, root))))
    view = options.revisions if has_revisions(root) else None
    extraction = assembly.finish(view=view, remarks=tuple(_remarks(package, reader)))
    if not extraction.text.strip():
        raise _empty(reader, bool(extraction.hidden))
    return extraction


def _reader(package: Package, root: Element, options: ReadingOptions, *, trace: bool) -> BodyReader:
    styles = Styles(package.part("styles"))
    numbering = Numbering(package.part("numbering"), styles.list_of)
    notes = Notes(package.part("footnotes"), package.part("endnotes"))
    return BodyReader(root, styles, numbering, Revisions(options.revisions), notes, trace=trace)


def _page_colour(package: Package, root: Element) -> Colour:
    background = child(root, "background")
    settings = package.part("settings") if background is not None else None
    colour = read_colour(background.get(f"{W}color", "")) if background is not None else None
    return colour if isinstance(colour, tuple) and flag(settings, "displayBackgroundShape") else WHITE


def _remarks(package: Package, reader: BodyReader) -> Iterator[str]:
    if package.has_macros:
        yield "Its macros were not read and not run."
    if any(_counts_words(margin) > _FEW_WORDS for margin in package.margins()):
        yield f"A page header or footer of more than {_FEW_WORDS} words was not read."
    if reader.lines.struck:
        yield struck_out(reader.lines.struck)
    for count, one, many in (
        (reader.lines.pictures, "A picture in it was not read.", "{} pictures in it were not read."),
        (reader.lines.objects, "An embedded object was not read.", "{} embedded objects were not read."),
        (reader.lines.unknown, "A sign in it is not known.", "{} signs in it are not known."),
        (reader.imported, "A part of another file was not read.", "{} parts of other files were not read."),
    ):
        if count:
            yield one if count == 1 else many.format(count)


def _counts_words(part: Element) -> int:
    return sum(len((text.text or "").split()) for text in part.iter(f"{W}t"))


def _empty(reader: BodyReader, hides: bool) -> Exception:
    if hides:
        return InputError.at(
            "", "nothing that the eye sees is written in it", "Make its text visible and save it again"
        )
    if reader.lines.pictures:
        cure = "Run text recognition (OCR) over it and audit the result"
        return InputError.at("", "it holds pictures and no text", cure)
    return InputError.at("", "it holds no text", "Name a file that holds the text of a contract")
