"""Proposals: everything that may mend one finding, the smallest change first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from clause_auditor.domain.finding import Finding, Status
from clause_auditor.domain.formula import asked_in
from clause_auditor.domain.provision import Place, Provision, ProvisionKind
from clause_auditor.domain.remedy import Edit, RemedyKind
from clause_auditor.domain.rule import Rule
from clause_auditor.engine.judgement import Case, Standing
from clause_auditor.engine.remedies.candidate import Candidate, are_compatible
from clause_auditor.engine.remedies.changes import Changes
from clause_auditor.engine.remedies.clauses import item_of, model_clauses
from clause_auditor.engine.remedies.places import body_ends, hangs_on, paragraph_end, put_paragraph, strike
from clause_auditor.engine.remedies.things import Vocabulary

_MOST_STRUCK = 5
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
        self.blocking = self._blocking()
        """The provisions that contradict, or on which what should not hold does."""

    def propose(self, shared: Collection[int], giving: Collection[int]) -> Iterator[Candidate]:
        """Yield candidates.

        Provisions at the indexes `shared` stand in the way of several rules: they are struck out, and not replaced by
        what one of the rules asks for. Those at `giving` meet other rules: no weak clause is mended by taking them out.
        """
        weak = self._finding.status is Status.WEAK
        changes = Changes(self._rule, self._case, self._standing).find()
        spared = weak and any(provision.index in giving for provision in self.blocking)
        blocking = [] if spared else self.blocking
        yield from changes
        if self._finding.status is not Status.CONTRARY:
            yield from self._additions()
            widest = max(changes, key=lambda change: len(change.edits), default=None)
            if widest is not None:
                yield from self._additions(widest.edits)
        struck = self._strike(blocking)
        if struck:
            yield from self._strikes(blocking, struck)
            if blocking[0].index not in shared:
                yield from self._replacements(blocking)
            yield from self._additions(struck)
        elif weak and (main := self._main()) is not None and main.index not in giving:
            yield from self._replacements(self._movable({main.index}))

    def _blocking(self) -> list[Provision]:
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

    def _strikes(self, blocking: Sequence[Provision], struck: tuple[Edit, ...]) -> Iterator[Candidate]:
        """Strike out what takes back, where it gives nothing that the rule asks for."""
        met, judge = self._rule.statuses.get(Status.MET), self._standing.judge
        giving = {index for name in (asked_in(met) if met is not None else ()) for index in judge.facet(name)}
        if not giving.intersection(provision.index for provision in blocking):
            passages = " ".join(f"\u201c{self._quote(p)}\u201d" for p in blocking)
            yield Candidate(RemedyKind.REPLACEMENT, struck, f"Strike out {passages}")

    def _quote(self, provision: Provision) -> str:
        quote = " ".join(self._texts[provision.document_id][provision.span.start : provision.span.end].split())
        return quote if len(quote) <= _QUOTED else f"{quote[:_QUOTED].rsplit(' ', 1)[0]} ..."

    def _strike(self, provisions: Sequence[Provision]) -> tuple[Edit, ...]:
        """Return the edits that take provisions out with the items that hang on them; none where that is too much."""
        everything = self._case.reading.provisions
        gone = {p.index for p in everything if any(hangs_on(p, stem) for stem in provisions)}
        gone |= {provision.index for provision in provisions}
        edits: list[Edit] = []
        for index in sorted(gone) if len(gone) <= _MOST_STRUCK else ():
            provision = everything[index]
            edit = strike(self._texts[provision.document_id], provision)
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

    def _replacements(self, passages: Sequence[Provision]) -> Iterator[Candidate]:
        """Put the model clause in the place of the first passage and strike out the others."""
        for clause in self._clauses if passages else ():
            edit = self._put(passages[0], clause)
            struck = self._strike(passages[1:])
            if edit is not None and are_compatible((edit,), struck):
                yield Candidate(RemedyKind.REPLACEMENT, (edit, *struck), clause)

    def _put(self, passage: Provision, clause: str) -> Edit | None:
        """Return the edit that puts a clause in the place of a sentence, or of an item under a stem that it fits."""
        start, end = passage.span.start, passage.span.end
        if any(hangs_on(p, passage) for p in self._case.reading.provisions):
            return None
        if passage.kind is not ProvisionKind.ROW and len(passage.spans) == 1:
            return Edit(passage.document_id, start, end, clause)
        text = self._texts[passage.document_id]
        stem = text[passage.spans[-2].start : passage.spans[-2].end] if len(passage.spans) > 1 else ""
        item = item_of(clause, stem).rstrip(".;")
        return Edit(passage.document_id, start, end - (text[end - 1] in ".;,"), item) if item else None
