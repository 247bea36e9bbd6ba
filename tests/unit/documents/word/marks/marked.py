"""What tests of marked Word files share: mark, read again, look at the XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence

from lxml import etree

from clause_auditor.documents.containers.zipped import Archive, Budget
from clause_auditor.documents.options import DEFAULTS, ReadingOptions
from clause_auditor.documents.source_map import SourceMap
from clause_auditor.documents.text_digest import text_digest
from clause_auditor.documents.word import extract
from clause_auditor.documents.word.extractor import extract_package
from clause_auditor.documents.word.marks import mark_up
from clause_auditor.documents.word.names import Element, W
from clause_auditor.documents.word.package import Package
from clause_auditor.domain.markup import Comment, MarkedFile, Markup
from clause_auditor.domain.remedy import Edit

from ..word_files import ORIGINAL

DAY = "2026-11-22"


def mark(data: bytes, *marks: Edit | Comment, options: ReadingOptions = DEFAULTS, **more: object) -> MarkedFile:
    """Mark a file with edits and comments."""
    edits = tuple(each for each in marks if isinstance(each, Edit))
    comments = tuple(each for each in marks if isinstance(each, Comment))
    markup = Markup(DAY, comments, edits, **more)  # type: ignore[arg-type]
    return mark_up(data, markup, text_digest(extract(data, options).text), options)


def edit(text: str, old: str, new: str) -> Edit:
    """Return the edit that puts `new` for the only `old` of a text."""
    assert text.count(old) == 1
    return Edit("main", text.index(old), text.index(old) + len(old), new)


def change(data: bytes, old: str, new: str, options: ReadingOptions = DEFAULTS) -> MarkedFile:
    """Mark a file with the edit that puts `new` for `old`; check that rejecting it gives the file's own text."""
    marked = mark(data, edit(extract(data, options).text, old, new), options=options)
    assert original(marked.data) == original(data)
    return marked


def accepted(data: bytes) -> str:
    return extract(data, DEFAULTS).text


def original(data: bytes) -> str:
    return extract(data, ORIGINAL).text


def applied(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with edits applied."""
    for each in sorted(edits, key=lambda one: -one.start):
        text = text[: each.start] + each.text + text[each.end :]
    return text


def part(data: bytes, name: str = "word/document.xml") -> Element:
    """Return the root of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def source_map(data: bytes) -> SourceMap:
    found = SourceMap()
    extract_package(Package(Archive(data, Budget(DEFAULTS))), DEFAULTS, found)
    return found


def commented(data: bytes) -> dict[str, str]:
    """Return the words within the marks of each comment, white space folded, by the comment's id."""
    words: dict[str, str] = {}
    opened: set[str] = set()
    for node in part(data).iter():
        number = node.get(f"{W}id", "")
        if node.tag == f"{W}commentRangeStart":
            opened.add(number)
            words[number] = ""
        elif node.tag == f"{W}commentRangeEnd":
            opened.remove(number)
        text = {f"{W}t": node.text or "", f"{W}p": " ", f"{W}tab": " ", f"{W}br": " "}.get(str(node.tag), "")
        for each in opened:
            words[each] += text
    assert not opened
    return {number: " ".join(text.split()) for number, text in words.items()}


def ids(data: bytes) -> list[str]:
    """Return the numbers of all tracked changes and comments."""
    kinds = [W + name for name in ("ins", "del", "pPrChange", "rPrChange", "moveFrom", "moveTo", "commentRangeStart")]
    return [node.get(f"{W}id", "") for node in part(data).iter(*kinds)]


_LABEL = re.compile(
    r"^\s*(?:#+ )?(?:\*\*)?(?:\(?\w{1,5}[.)]\S{0,6}|\d+(?:\.\d+)*|-|Article \d+|Footnote \d+:)(?:\s+|$)", re.MULTILINE
)


def words_of(text: str) -> list[str]:
    """Return the words of a text without the labels that lines begin with: lists count anew."""
    return re.findall(r"\w+", _LABEL.sub("", text))
