"""What an audit judged, and what it did not: said with every audit."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from clause_auditor.domain.audit import JudgedDocument, PackUse, Scope
from clause_auditor.domain.contract import Document, View
from clause_auditor.domain.overlay import OverlayUse
from clause_auditor.engine.judgement import Case

_ELSEWHERE = "Texts behind links, images and other papers that the contract refers to are not judged."


def describe_scope(
    case: Case, languages: Collection[str], uses: tuple[PackUse, ...], overlays: Sequence[OverlayUse] = ()
) -> Scope:
    """Return the scope of an audit in plain sentences."""
    found = dict(case.reading.split.languages)
    documents = tuple(_document(d, found.get(d.id, "und"), languages, case) for d in case.contract.documents)
    switched_off = _switched_off(uses, overlays)
    views = tuple(sentence for document in case.contract.documents for sentence in _views(document))
    return Scope(documents, case.as_of, (*_not_judged(case, documents, uses), *switched_off, _ELSEWHERE), views)


def _views(document: Document) -> Iterator[str]:
    if document.view:
        how = "with all tracked changes accepted" if document.view is View.ACCEPTED else "before any tracked change"
        yield f"Document {document.id} is judged as it reads {how}."
    if count := len(document.hidden):
        passages = "1 passage that does" if count == 1 else f"{count} passages that do"
        yield f"Document {document.id} is judged as the eye sees it: without {passages} not show as written."


def _document(document: Document, language: str, languages: Collection[str], case: Case) -> JudgedDocument:
    words = sum(len(p.words) - p.own for p in case.reading.provisions if p.document_id == document.id)
    return JudgedDocument(document.id, document.title, str(document.role), language, words, language in languages)


def _not_judged(case: Case, documents: tuple[JudgedDocument, ...], uses: tuple[PackUse, ...]) -> Iterator[str]:
    if not documents:
        yield "No text was given: only the record's facts are judged."
    for document in documents:
        if not document.judged:
            yield f"Document {document.id}: no pack knows its language ({document.language}); its text is not judged."
    for paper in case.contract.documents:
        for remark in paper.remarks:
            yield f"Document {paper.id}: {remark}"
    yield from case.contract.unread
    for name in case.reading.split.absent_annexes:
        yield f"{name} is named but not in the text."
    for text in case.contract.incorporated:
        if not text.supplied:
            yield f"{text.name} is incorporated by reference and was not supplied."
    skipped = [use.name for use in uses if not use.applied]
    if skipped:
        yield f"Packs not applied: {', '.join(skipped)}."


def _switched_off(uses: tuple[PackUse, ...], overlays: Sequence[OverlayUse]) -> Iterator[str]:
    applied = {use.name for use in uses if use.applied}
    for overlay in overlays:
        if overlay.extends in applied:
            yield from overlay.switched_off
