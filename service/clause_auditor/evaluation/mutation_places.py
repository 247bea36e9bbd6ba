"""Places of a contract: the passages of a finding and of a label, where they stand, what they say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from clause_auditor.domain.contract import Contract
from clause_auditor.domain.finding import Finding
from clause_auditor.evaluation.mutation_edits import Edit
from clause_auditor.evaluation.mutation_stretch import Span
from clause_auditor.text.markup import mask
from clause_auditor.text.revisions import Revision
from clause_auditor.text.words import Token, tokenize

Spans = Mapping[str, Sequence[Span]]
"""Of each document, by its id, code points half open, sorted."""


def quoted(finding: Finding | None) -> Spans:
    """Return where the quotes of a finding stand."""
    return _sorted((e.document_id, (e.start, e.end)) for e in (finding.evidence if finding else ()))


def find_places(contract: Contract, parts: Iterable[str]) -> Spans:
    """Return where passages stand first, compared by their words; those that stand nowhere are left out."""
    found: list[tuple[str, Span]] = []
    for part in parts:
        wanted = [word for word, _, _ in tokenize(mask(part))]
        hits = ((d.id, span) for d in contract.documents if (span := _search(_tokens(d.text), wanted)))
        found.extend(list(hits)[:1])
    return _sorted(found)


def join(one: Spans, other: Spans) -> Spans:
    """Return the spans of both; those that overlap become one."""
    return _merged([(d, span) for spans in (one, other) for d, places in spans.items() for span in places])


def overlap(one: Spans, other: Spans) -> bool:
    """Tell whether a span of one shares a code point with a span of the other."""
    return any(a < end and start < b for d in one for a, b in one[d] for start, end in other.get(d, ()))


def carry(spans: Spans, revisions: Mapping[str, Revision[Edit]]) -> Spans:
    """Return spans where they stand after revisions, with what the revisions put in."""
    moved = [
        (d, (revisions[d].move(a), revisions[d].move(b)) if d in revisions else (a, b))
        for d, places in spans.items()
        for a, b in places
    ]
    return _merged(moved + [(d, span) for d, revision in revisions.items() for span in revision.spans()])


def passage_text(contract: Contract, spans: Spans) -> str:
    """Return what stands there on one line, passages apart by `[...]`."""
    pieces = [" ".join(contract.document(d).text[a:b].split()) for d, places in spans.items() for a, b in places]
    return " [...] ".join(piece for piece in pieces if piece)


@lru_cache(maxsize=4)
def _tokens(text: str) -> list[Token]:
    return tokenize(mask(text))


def _search(tokens: Sequence[Token], wanted: Sequence[str]) -> Span | None:
    size = len(wanted)
    for place in range(len(tokens) - size + 1 if size else 0):
        if tokens[place][0] == wanted[0] and [t[0] for t in tokens[place : place + size]] == wanted:
            return tokens[place][1], tokens[place + size - 1][2]
    return None


def _sorted(found: Iterable[tuple[str, Span]]) -> Spans:
    spans: dict[str, list[Span]] = {}
    for document_id, span in found:
        spans.setdefault(document_id, []).append(span)
    return {document_id: sorted(set(places)) for document_id, places in spans.items()}


def _merged(found: Iterable[tuple[str, Span]]) -> Spans:
    merged: dict[str, list[Span]] = {}
    for document_id, places in _sorted(found).items():
        kept = merged.setdefault(document_id, [])
        for start, end in places:
            if kept and start < kept[-1][1]:
                kept[-1] = kept[-1][0], max(end, kept[-1][1])
            else:
                kept.append((start, end))
    return merged
