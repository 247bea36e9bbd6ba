"""The documents of a structured contract: bare text, clauses, or a text file beside the record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from clause_auditor.documents.compose import ClauseInput, compose_document, compose_text
from clause_auditor.documents.decoding import decode
from clause_auditor.documents.extracted import extracted_document
from clause_auditor.documents.files import read_bytes
from clause_auditor.documents.interface import Source
from clause_auditor.documents.isolation import extract_contents
from clause_auditor.documents.record_found import FOUND, add_found
from clause_auditor.documents.sniffing import Format, kind_of
from clause_auditor.documents.titles import guess_role, markdown_heading
from clause_auditor.domain.contract import Document, DocumentRole
from clause_auditor.errors import ClauseAuditorError, InputError
from clause_auditor.notation import Faults, Node

_DOCUMENT = ("id", "title", "role", "rank", "language", "text", "clauses", "file", *FOUND)
_CLAUSE = ("number", "heading", "text", "language", "page")
_BODIES = ("text", "clauses", "file")
_LANGUAGE = re.compile(r"[a-z]{2}")


def read_papers(node: Node, source: Source, faults: Faults) -> tuple[Document, ...]:
    """Return the documents of a record; faults are noted."""
    papers: dict[str, Document] = {}
    for item in node.items(faults):
        paper = _paper(item, source, faults)
        if paper and paper.id in papers:
            faults.add(item.place, "two documents have the same id", "Give each document its own id")
        elif paper:
            papers[paper.id] = paper
    size = sum(len(paper.text) for paper in papers.values())
    if size > source.limit:
        faults.add(node.place, f"all texts together are larger than {source.limit} bytes", "Split the contract")
    return tuple(papers.values())


def _paper(node: Node, source: Source, faults: Faults) -> Document | None:
    fields = node.mapping(faults, _DOCUMENT, ("id",))
    bodies = [name for name in _BODIES if name in fields]
    if len(bodies) != 1:
        faults.add(node.place, "a document has either text, or clauses, or file", "Give exactly one of the three")
        return None
    if "id" not in fields:
        return None
    try:
        return add_found(_compose(fields, bodies[0], source, faults), fields, faults)
    except ClauseAuditorError as error:
        faults.extend(error.faults)
        return None


def _compose(fields: Mapping[str, Node], body: str, source: Source, faults: Faults) -> Document:
    paper_id = fields["id"].text(faults).strip()
    title = fields["title"].text(faults, blank=True).strip() if "title" in fields else ""
    role = fields["role"].choice(faults, DocumentRole) if "role" in fields else None
    rank = fields["rank"].integer(faults, 0, 1000) if "rank" in fields else 0
    language = _language(fields, faults)
    if body == "clauses":
        clauses = [_clause(item, faults) for item in fields[body].items(faults)]
        return compose_document(paper_id, title, role or guess_role(title), rank, language, clauses)
    if body == "file":
        taken = _file_document(paper_id, fields[body], source, faults)
        title = title or taken.title
        language = language or taken.language
        return replace(taken, title=title, role=role or guess_role(title), rank=rank, language=language)
    text = fields[body].text(faults)
    title = title or markdown_heading(text)
    return compose_text(paper_id, text, title=title, role=role or guess_role(title), rank=rank, language=language)


def _clause(node: Node, faults: Faults) -> ClauseInput:
    fields = node.mapping(faults, _CLAUSE)
    number, heading, text = (
        fields[name].text(faults, blank=True) if name in fields else "" for name in ("number", "heading", "text")
    )
    if not (number + heading + text).strip():
        faults.add(node.place, "the clause is empty", "Give its text, or remove it")
    page = fields["page"].integer(faults, 0) if "page" in fields else 0
    return ClauseInput(number, heading, text, _language(fields, faults), page)


def _language(fields: Mapping[str, Node], faults: Faults) -> str:
    node = fields.get("language")
    code = node.text(faults, blank=True).strip().lower() if node else ""
    if node and code and not _LANGUAGE.fullmatch(code):
        faults.add(node.place, "no language code", "Write the ISO 639-1 code of two letters: en")
    return code


def _file_document(paper_id: str, node: Node, source: Source, faults: Faults) -> Document:
    """Return the document of the file that a record names: a text, or one that a reader takes apart."""
    relative = node.text(faults).strip()
    if not relative:
        return Document(paper_id, "")
    name = f"{node.place}, file"
    data = read_bytes(
        _inside(relative, source.folder, node.place), name, source.options.max_file_bytes, "max_file_bytes"
    )
    if kind_of(data, relative, name) is Format.TEXT:
        text = decode(data, name, source.limit)
        return compose_text(paper_id, text, title=markdown_heading(text))
    contents = extract_contents(data, name, source.options)
    if contents.unread or len(contents.papers) != 1 or contents.papers[0].is_text:
        raise InputError.at(name, "the file holds other files", "Name one file a document")
    document = extracted_document(paper_id, contents.papers[0].extraction)
    return replace(document, remarks=(*document.remarks, *contents.remarks))


def _inside(relative: str, folder: Path | None, place: str) -> Path:
    if folder is None:
        cure = "Give the text in the record itself, or audit the record as a file"
        raise InputError.at(place, "a record that is no file cannot name files", cure)
    home = folder.resolve()
    path = (home / relative).resolve()
    if Path(relative).is_absolute() or not path.is_relative_to(home):
        raise InputError.at(place, "the file stands outside of the record's folder", "Put it beside the record")
    return path
