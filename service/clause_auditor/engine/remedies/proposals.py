"""Proposals: everything that may mend one finding, the smallest change first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clause_auditor.domain.finding import Finding, Status
from clause_auditor.domain.provision import Place, Provision, ProvisionKind
from clause_auditor.domain.remedy import Edit, RemedyKind
from clause_auditor.domain.rule import Rule
from clause_auditor.engine.judgement import Case, Standing
from clause_auditor.engine.remedies.candidate import Candidate, are_compatible
from clause_auditor.engine.remedies.changes import Changes
from clause_auditor.engine.remedies.clauses import item_of, model_clauses
from clause_auditor.engine.remedies.places import body_ends, paragraph_end, put_paragraph, strike
from clause_auditor.engine.remedies.things import Vocabulary

_MOST_STRUCK = 6
"""Passages that may be struck out for one rule: a contract that needs more has to be written anew."""
_QUOTED = 240


class Proposals:
    """Proposes remedies for one finding of one contract."""

    def __init__(self, finding: Finding, rule: Rule, case: Case, standing: Standing, vocabulary: Vocabulary) -> None:
        self._finding = finding
        self._rule = rule
        self._case = case
        self._standing = standing
        self._texts = {document.id: document.text for document in case.contract.documents}
        self._clauses = model_clauses(rule, vocabulary)

    def __iter__(self) -> Iterator[Candidate]:
        changes = Changes(self._rule, self._case, self._standing).find()
        yield from changes
        blocking = self._blocking()
        if blocking:
            yield from self._strikes(blocking)
        if self._finding.status is not Status.CONTRARY:
            yield from self._additions()
            widest = max(changes, key=lambda change: len(change.edits), default=None)
            if widest is not None:
                yield from self._additions(widest.edits)
        yield from self._replacements(blocking)

    def _blocking(self) -> list[Provision]:
        """Return the provisions that contradict, or on which what should not hold does."""
        text, judge = self._standing.text, self._standing.judge
        if text is None:
            return []
        names = [name for name in text.lacking if judge.facet(name)]
        if text.status is Status.CONTRARY:
            names += text.supports
        found = {index for name in names for index in judge.facet(name)}
        return self._movable(found)

    def _movable(self, indexes: set[int]) -> list[Provision]:
        provisions = [self._case.reading.provisions[index] for index in sorted(indexes)]
        fixed = (ProvisionKind.HEADING,)
        return [p for p in provisions if p.kind not in fixed and p.place is not Place.DEFINITIONS]

    def _strikes(self, blocking: Sequence[Provision]) -> Iterator[Candidate]:
        if len(blocking) <= _MOST_STRUCK:
            edits = self._struck(blocking)
            passages = " ".join(f"\u201c{self._quote(p)}\u201d" for p in blocking)
            yield Candidate(RemedyKind.REPLACEMENT, edits, f"Strike out {passages}")

    def _quote(self, provision: Provision) -> str:
        quote = " ".join(self._texts[provision.document_id][provision.span.start : provision.span.end].split())
        return quote if len(quote) <= _QUOTED else f"{quote[:_QUOTED].rsplit(' ', 1)[0]} ..."

    def _struck(self, provisions: Sequence[Provision]) -> tuple[Edit, ...]:
        everything = self._case.reading.provisions
        edits: list[Edit] = []
        for provision in provisions:
            edit = strike(self._texts[provision.document_id], everything, provision)
            if are_compatible((edit,), edits):
                edits.append(edit)
        return tuple(edits)

    def _additions(self, beside: tuple[Edit, ...] = ()) -> Iterator[Candidate]:
        for document_id, offset in self._places():
            for clause in self._clauses:
                edit = put_paragraph(self._texts[document_id], document_id, offset, clause)
                if are_compatible((edit,), beside):
                    kind = RemedyKind.REPLACEMENT if beside else RemedyKind.ADDITION
                    yield Candidate(kind, (*beside, edit), clause)

    def _places(self) -> list[tuple[str, int]]:
        """Return where the model clause may stand: where the finding says, after the clause, at the body's end."""
        reading = self._case.reading
        places: list[tuple[str, int]] = []
        if self._finding.insert_after is not None:
            places.append((self._finding.insert_after.document_id, self._finding.insert_after.offset))
        main = self._main()
        if main is not None:
            places.append((main.document_id, paragraph_end(reading.provisions, main)))
        places += body_ends(reading.provisions)[:1]
        return list(dict.fromkeys(places))[:2]

    def _main(self) -> Provision | None:
        """Return the first provision that the finding quotes."""
        for evidence in self._finding.evidence:
            for provision in self._case.reading.provisions:
                if provision.document_id == evidence.document_id and provision.span.end > evidence.start:
                    return provision
        return None

    def _replacements(self, blocking: Sequence[Provision]) -> Iterator[Candidate]:
        passages = list(blocking)
        supports = self._standing.text.supports if self._standing.text else {}
        if self._finding.status is Status.WEAK:
            passages = self._movable({i for found in supports.values() for i in found} | {p.index for p in blocking})
        if not 0 < len(passages) <= _MOST_STRUCK:
            return
        for clause in self._clauses:
            yield from self._replace(passages, clause)

    def _replace(self, passages: Sequence[Provision], clause: str) -> Iterator[Candidate]:
        """Put a clause in the place of the first passage and strike out the others."""
        first, others = passages[0], passages[1:]
        text = self._texts[first.document_id]
        struck = self._struck(others)
        if first.kind is ProvisionKind.SENTENCE and len(first.spans) == 1:
            put = Edit(first.document_id, first.span.start, first.span.end, clause)
            if are_compatible((put,), struck):
                yield Candidate(RemedyKind.REPLACEMENT, (put, *struck), clause)
                return
        stem = text[first.spans[-2].start : first.spans[-2].end] if len(first.spans) > 1 else ""
        if item := item_of(clause, stem).rstrip(".;"):
            end = first.span.end - (text[first.span.end - 1] in ".;,")
            yield Candidate(
                RemedyKind.REPLACEMENT, (Edit(first.document_id, first.span.start, end, item), *struck), clause
            )
        end = paragraph_end(self._case.reading.provisions, first)
        paragraph = put_paragraph(text, first.document_id, end, clause)
        struck = self._struck(passages)
        if are_compatible((paragraph,), struck):
            yield Candidate(RemedyKind.REPLACEMENT, (*struck, paragraph), clause)
