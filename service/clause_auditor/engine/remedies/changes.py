"""Changes: the small edits of a clause that is there which may turn the status of a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clause_auditor.domain.provision import Provision, ProvisionKind
from clause_auditor.domain.remedy import Edit, RemedyKind
from clause_auditor.domain.rule import Rule
from clause_auditor.engine.judgement import Case, Standing
from clause_auditor.engine.remedies.binding import bind
from clause_auditor.engine.remedies.candidate import Candidate, are_compatible
from clause_auditor.engine.remedies.deadlines import hasten, shorten, time_limits
from clause_auditor.engine.remedies.hedging import firm
from clause_auditor.engine.remedies.limits import unlimit
from clause_auditor.engine.witness import Mark, Witness

MOST = 8
"""Changes that are tried for one rule."""


class Changes:
    """Finds the changes of one contract that may mend one rule."""

    def __init__(self, rule: Rule, case: Case, standing: Standing) -> None:
        self._rule = rule
        self._case = case
        self._standing = standing
        self._texts = {document.id: document.text for document in case.contract.documents}

    def find(self) -> list[Candidate]:
        """Return candidates, the smallest first: single edits, then all edits of one kind, then all together."""
        families = [self._hedges(), self._times(), self._forces(), self._limits()]
        singles = [(edit,) for family in families for edit in family]
        together = [tuple(_apart(family)) for family in families]
        every = tuple(_apart(edit for family in families for edit in family))
        found = dict.fromkeys(edits for edits in (*singles, *together, every) if edits)
        ready = [Candidate(RemedyKind.CHANGE, edits, self._wording(edits)) for edits in found]
        return sorted(ready, key=lambda candidate: (len(candidate.edits), candidate.size))[:MOST]

    def _held(self) -> Iterator[tuple[Provision, Witness]]:
        """Yield the provisions on which the status rests, and those that keep it from a better one."""
        text = self._standing.text
        if text is None:
            return
        judge = self._standing.judge
        found = [*text.supports.values(), *(judge.facet(name) for name in text.lacking)]
        for held in found:
            for index, witness in held.items():
                provision = self._case.reading.provisions[index]
                if provision.kind is not ProvisionKind.HEADING:
                    yield provision, witness

    def _provisions(self) -> list[Provision]:
        return list({provision.index: provision for provision, _ in self._held()}.values())

    def _hedges(self) -> list[Edit]:
        reading, efforts = self._case.reading, not self._rule.efforts_suffice
        return _once(
            e for p in self._provisions() for e in firm(reading, p, self._texts[p.document_id], efforts=efforts)
        )

    def _times(self) -> list[Edit]:
        late = [edit for p in self._provisions() for edit in shorten(self._rule, p, self._texts[p.document_id])]
        if late or not time_limits(self._rule):
            return _once(late)
        verbs = ((p, step.marks[0][2] - 1) for p, w in self._held() for step in w if step.operator.startswith("act:"))
        return _once(edit for p, verb in verbs if verb < len(p.words) for edit in hasten(self._rule, p, verb))

    def _forces(self) -> list[Edit]:
        return _once(e for p, w in self._held() for e in bind(self._rule, p, self._texts[p.document_id], w))

    def _limits(self) -> list[Edit]:
        text, judge = self._standing.text, self._standing.judge
        if text is None:
            return []
        kept = frozenset(_marks(w for n in text.supports if n not in text.lacking for w in judge.facet(n).values()))
        found: list[Edit] = []
        for name in text.lacking:
            for index, witness in judge.facet(name).items():
                provision = self._case.reading.provisions[index]
                found += unlimit(provision, self._texts[provision.document_id], witness, kept)
        return _once(found)

    def _wording(self, edits: Sequence[Edit]) -> str:
        """Return the passages that edits change, as they read afterwards."""
        provisions = self._case.reading.provisions
        passages: dict[int, list[Edit]] = {}
        for edit in edits:
            home = next((p for p in provisions if p.document_id == edit.document_id and _holds(p, edit)), None)
            if home is not None:
                passages.setdefault(home.index, []).append(edit)
        read = (_read(self._texts[provisions[i].document_id], provisions[i], passages[i]) for i in sorted(passages))
        return " [...] ".join(read)


def _holds(provision: Provision, edit: Edit) -> bool:
    return provision.span.start <= edit.end and edit.start <= provision.span.end


def _read(text: str, provision: Provision, edits: Iterable[Edit]) -> str:
    pieces: list[str] = []
    place = provision.span.start
    for edit in sorted(edits, key=lambda one: one.start):
        pieces += (text[place : edit.start], edit.text)
        place = edit.end
    return " ".join("".join((*pieces, text[place : max(place, provision.span.end)])).split())


def _marks(witnesses: Iterable[Witness]) -> Iterator[Mark]:
    return (mark for witness in witnesses for step in witness for mark in step.marks)


def _once(edits: Iterable[Edit]) -> list[Edit]:
    return sorted(dict.fromkeys(edits), key=lambda edit: (edit.document_id, edit.start, edit.end))


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """Keep edits that can all be made."""
    kept: list[Edit] = []
    for edit in edits:
        if edit not in kept and are_compatible((edit,), kept):
            kept.append(edit)
    return kept
