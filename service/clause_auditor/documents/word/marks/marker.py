"""A Word file and what is to be marked in it to a marked copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clause_auditor.documents.containers.zipped import Archive, Budget
from clause_auditor.documents.options import ReadingOptions
from clause_auditor.documents.origins import Origin
from clause_auditor.documents.source_map import SourceMap
from clause_auditor.documents.text_digest import text_digest
from clause_auditor.documents.word.extractor import extract_package
from clause_auditor.documents.word.marks.change import Change, RefusalError
from clause_auditor.documents.word.marks.closing import add_closing
from clause_auditor.documents.word.marks.comments import Commenter, empty_comments
from clause_auditor.documents.word.marks.cutting import Cutter
from clause_auditor.documents.word.marks.edits import Planner
from clause_auditor.documents.word.marks.field_results import FieldResults
from clause_auditor.documents.word.marks.repacking import announce_comments, new_comments_name, repack, write_xml
from clause_auditor.documents.word.marks.stamp import Stamp
from clause_auditor.documents.word.marks.tracked import Tracker
from clause_auditor.documents.word.marks.writing import make_run, paragraph_like, plain_letters
from clause_auditor.documents.word.names import Element, W, child
from clause_auditor.documents.word.package import Package
from clause_auditor.documents.word.styles import Styles
from clause_auditor.domain.markup import Comment, MarkedFile, Markup, NotPlaced
from clause_auditor.errors import InputError

_STORIES: Final = ("footnotes", "endnotes")
_NOWHERE: Final = "no word of this passage stands in the body of the file."


def mark_up(data: bytes, markup: Markup, digest: str, options: ReadingOptions) -> MarkedFile:
    """Return a copy of a Word file with comments, tracked changes and a closing list; all else stays as it is.

    `digest` is that of the canonical text into which the marks point (`text_digest`), read in the view of the options.
    `InputError.at("", ...)` if the file cannot be read, is in the strict form of Open XML, or is another one.
    """
    package = Package(Archive(data, Budget(options)))
    source = SourceMap()
    text = extract_package(package, options, source).text
    if package.is_strict:
        cure = "Save it as .docx (not as Strict Open XML) and audit that file"
        raise InputError.at("", "it is in the strict form of Open XML, into which nothing is written", cure)
    if text_digest(text) != digest:
        raise InputError.at("", "it is not the file that was audited", "Audit it again, then mark it")
    marker = _Marker(package, text, source, markup)
    marker.mark()
    return MarkedFile(marker.pack(Archive(data, Budget(options))), tuple(marker.not_placed))


class _Marker:
    """Marks one file, its parts already read."""

    def __init__(self, package: Package, text: str, source: SourceMap, markup: Markup) -> None:
        self._package = package
        self._main = package.main()
        self._source = source
        self._markup = markup
        given = package.part("comments")
        self._comments = empty_comments() if given is None else given
        self._notes = [root for kind in _STORIES if (root := package.part(kind)) is not None]
        stamp = Stamp(markup, [self._main, self._comments, *self._notes, *package.margins()])
        self._commenter = Commenter(self._comments, self._main, stamp)
        self._tracker = Tracker(stamp)
        self._planner = Planner(text, source, FieldResults([self._main, *self._notes]))
        self._cutter = Cutter()
        self._styles = Styles(package.part("styles"))
        self.not_placed: list[NotPlaced] = []

    def mark(self) -> None:
        """Write all marks; those that find no place are kept in `not_placed`."""
        comments = [(comment, self._places(comment)) for comment in self._markup.comments]
        changes = list(self._plan())
        for _, places in comments:
            self._cutter.note(places)
        for change in changes:
            self._cutter.note([*change.gone, *([change.beside] if change.beside else [])])
        self._cutter.cut()
        for comment, places in comments:
            runs = self._cutter.runs(places)
            if not runs or not self._commenter.write(comment, runs):
                self.not_placed.append(NotPlaced(comment, _NOWHERE))
        for change in changes:
            self._change(change)
        body = child(self._main, "body")
        if self._markup.closing is not None and body is not None:
            add_closing(body, self._markup.closing, self._tracker)

    def pack(self, archive: Archive) -> bytes:
        """Return the bytes of the marked file."""
        main = self._package.main_name
        changed = {main: write_xml(self._main)}
        for kind in _STORIES if self._markup.edits else ():
            root, name = self._package.part(kind), self._package.name_of(kind)
            if root is not None:
                changed[name] = write_xml(root)
        if len(self._comments) and self._markup.comments:
            name = self._package.name_of("comments")
            if not name:
                name = new_comments_name(archive, main)
                changed |= announce_comments(archive, main, name)
            changed[name] = write_xml(self._comments)
        return repack(archive, changed)

    def _places(self, comment: Comment) -> list[Origin]:
        """Return where the words of a comment stand; where none of them does, the nearest in the same block."""
        places = self._source.parts(comment.start, comment.end)
        if places or not self._source.blocks:
            return places
        block = self._source.blocks[self._source.block_at(comment.start)]
        found = self._source.before(comment.start, block.low) or self._source.after(comment.start, block.high)
        return [found] if found else []

    def _plan(self) -> Iterator[Change]:
        for edit in sorted(self._markup.edits, key=lambda edit: (edit.start, edit.end)):
            try:
                yield self._planner.plan(edit)
            except RefusalError as refusal:
                self.not_placed.append(NotPlaced(edit, str(refusal)))

    def _change(self, change: Change) -> None:
        runs = self._cutter.runs(change.gone)
        taken = self._tracker.take_out(runs)
        self._tracker.take_out(_runs_of_fields(change))
        if change.text and taken:
            self._tracker.put_in(change.text, _last_beside(taken), runs[0], behind=True)
        elif change.text and change.beside is not None:
            beside = self._cutter.runs([change.beside])[-1 if change.behind else 0]
            self._tracker.put_in(change.text, beside, beside, behind=change.behind)
        for paragraph in change.marks:
            self._tracker.take_out_mark(paragraph)
        if change.host is not None:
            self._tracker.put_in_paragraphs(
                [self._new_paragraph(text, change) for text in change.paragraphs], change.host
            )

    def _new_paragraph(self, text: str, change: Change) -> Element:
        paragraph = paragraph_like(change.model, self._styles)
        paragraph.append(make_run(text, plain_letters(change.model)))
        return paragraph


def _last_beside(taken: list[Element]) -> Element:
    """Return the last of the changes that stand beside the first one."""
    return [each for each in taken if each.getparent() is taken[0].getparent()][-1]


def _runs_of_fields(change: Change) -> list[Element]:
    """Return the runs of the fields that a change takes out, those left out that are taken out already."""
    runs = (mark.getparent() for field in change.fields for mark in field.marks)
    return [run for run in dict.fromkeys(runs) if run is not None and not _is_out(run)]


def _is_out(run: Element) -> bool:
    parent = run.getparent()
    return parent is not None and parent.tag == f"{W}del"
