"""The finder: candidates judged in their place, many rules at a time; what is offered holds alone and together.

In a round every open finding proposes its next candidate, and all that can stand beside each other are put into the
contract at once: one reading judges them all. What then turns its status is judged again alone. At the end all remedies
together are judged by every rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clause_auditor.domain.finding import Finding, Status
from clause_auditor.domain.remedy import Edit, Remedy, RemedyKind
from clause_auditor.domain.rule import Family, Rule
from clause_auditor.engine.insertion import find_insertion
from clause_auditor.engine.judgement import Case
from clause_auditor.engine.outcomes import worse
from clause_auditor.engine.remedies.candidate import Candidate, are_compatible
from clause_auditor.engine.remedies.clauses import model_clauses
from clause_auditor.engine.remedies.places import put_paragraph
from clause_auditor.engine.remedies.proposals import Proposals
from clause_auditor.engine.remedies.things import read_vocabulary
from clause_auditor.engine.remedies.trials import Bench

_MOST_LOST = 2
"""Other rules that a passage may have met which a model clause replaces."""
_ROUNDS = 40
"""Rounds at most: more candidates than that nobody proposes."""


@dataclass(slots=True)
class Quest:
    """One finding on its way to a remedy."""

    rule: Rule
    candidates: Iterator[Candidate]
    next: Candidate | None = None

    def advance(self) -> None:
        """Go on to the next candidate, or to none."""
        self.next = next(self.candidates, None)


def find_remedies(
    bench: Bench, case: Case, findings: Sequence[Finding], rules: Mapping[str, Rule]
) -> dict[str, Remedy]:
    """Return the remedies of the violating findings of a contract by rule id, in the order of the findings.

    Each turns the status of its rule to `met` alone and together with all others; together they make no other finding
    worse; their edits do not overlap. `case` is the contract's own, `rules` are those that judged it, by id.
    """
    search = _Search(bench, case, {finding.rule_id: finding.status for finding in findings}, rules)
    chosen = search.run(findings)
    return {f.rule_id: chosen[f.rule_id].for_rule(f.rule_id) for f in findings if f.rule_id in chosen}


class _Search:
    def __init__(self, bench: Bench, case: Case, before: Mapping[str, Status], rules: Mapping[str, Rule]) -> None:
        self._bench = bench
        self._case = case
        self._before = before
        self._rules = rules
        self._vocabulary = read_vocabulary(case)
        self._chosen: dict[str, Candidate] = {}

    def run(self, findings: Sequence[Finding]) -> dict[str, Candidate]:
        proposals = [found for finding in findings if (found := self._proposals(finding))]
        counts = Counter(provision.index for _, found in proposals for provision in found.blocking)
        shared = {index for index, count in counts.items() if count > 1}
        giving = self._giving(findings)
        quests = [Quest(rule, found.propose(shared, giving)) for rule, found in proposals]
        for quest in quests:
            quest.advance()
        for _ in range(_ROUNDS):
            quests = [quest for quest in quests if quest.next is not None]
            if not quests:
                break
            self._round(quests)
        self._prove()
        return self._chosen

    def _giving(self, findings: Iterable[Finding]) -> frozenset[int]:
        """Return the provisions that are quoted for what the contract meets."""
        quoted = [e for finding in findings if finding.status is Status.MET for e in finding.evidence]
        return frozenset(
            provision.index
            for provision in self._case.reading.provisions
            for e in quoted
            if e.document_id == provision.document_id and e.start < provision.span.end and provision.span.start < e.end
        )

    def _proposals(self, finding: Finding) -> tuple[Rule, Proposals] | None:
        """Return the rule of a finding that words of the contract can mend, and what may mend it."""
        rule = self._rules.get(finding.rule_id)
        if not finding.status.violates or rule is None or rule.family is Family.INTAKE:
            return None
        standing = self._bench.settle(self._case, rule)
        if standing is None or standing.text is None or (standing.recorded and standing.recorded.violates):
            return None
        return rule, Proposals(finding, rule, self._case, standing, self._vocabulary)

    def _round(self, quests: Sequence[Quest]) -> None:
        proposed = self._propose(quests)
        if not proposed:
            return
        case = self._bench.revised(self._case, _edits((*self._chosen.values(), *(q.next for q in proposed if q.next))))
        statuses = self._bench.statuses(case, (quest.rule for quest in proposed))
        holding = [quest for quest in proposed if statuses[quest.rule.id] is Status.MET]
        worsened = self._worsened(case) if holding else set()
        for quest in proposed:
            proven = self._prove_alone(quest.rule, quest.next, worsened) if quest in holding and quest.next else None
            if proven:
                self._chosen[quest.rule.id] = proven
                quest.next = None
            else:
                quest.advance()

    def _propose(self, quests: Sequence[Quest]) -> list[Quest]:
        """Return the quests whose next candidates can stand beside each other and beside what is chosen."""
        taken = _edits(self._chosen.values())
        proposed: list[Quest] = []
        beside: list[Edit] = []
        for quest in quests:
            while quest.next and not are_compatible(quest.next.edits, taken):
                quest.advance()
            if quest.next and are_compatible(quest.next.edits, beside):
                proposed.append(quest)
                beside += quest.next.edits
        return proposed

    def _worsened(self, case: Case, among: Iterable[str] = ()) -> set[str]:
        """Return the rules that stand worse in a case than in the contract as it is."""
        ids = list(among) or [rule_id for rule_id in self._before if rule_id in self._rules]
        statuses = self._bench.statuses(case, (self._rules[rule_id] for rule_id in ids))
        return {i for i, status in statuses.items() if _is_worse(status, self._before[i], self._rules[i])}

    def _prove_alone(self, rule: Rule, candidate: Candidate, suspects: Collection[str]) -> Candidate | None:
        """Return a candidate that by itself turns its status and makes none of the suspects worse, else None.

        Where it only makes another obligation arise, or takes out a passage that met another, it is given that one's
        model clause too.
        """
        case = self._bench.revised(self._case, candidate.edits)
        if self._bench.statuses(case, (rule,))[rule.id] is not Status.MET:
            return None
        worsened = self._worsened(case, sorted(suspects)) if suspects else set()
        if not worsened:
            return candidate
        arise = all(self._before[rule_id] is Status.NOT_APPLICABLE for rule_id in worsened)
        if not arise and (candidate.kind is not RemedyKind.REPLACEMENT or len(worsened) > _MOST_LOST):
            return None
        wider = candidate
        for rule_id in sorted(worsened):
            wider = self._accompany(wider, self._rules[rule_id])
        return self._prove_alone(rule, wider, suspects) if len(wider.edits) > len(candidate.edits) else None

    def _accompany(self, candidate: Candidate, rule: Rule) -> Candidate:
        """Return a candidate with the model clause of another rule, if that can stand beside its edits."""
        point = find_insertion(rule, self._case.reading, self._case.contract)
        if point is None:
            return candidate
        clause = model_clauses(rule, self._vocabulary)[0]
        text = self._case.contract.document(point.document_id).text
        edit = put_paragraph(text, point.document_id, point.offset, clause)
        if edit in candidate.edits or not are_compatible((edit,), candidate.edits):
            return candidate
        return Candidate(candidate.kind, (*candidate.edits, edit), f"{candidate.wording}\n\n{clause}")

    def _prove(self) -> None:
        """Judge everything together; what does not hold, or harms, goes, until the rest stands."""
        while self._chosen:
            case = self._bench.revised(self._case, _edits(self._chosen.values()))
            faults = self._worsened(case)
            lost = [i for i, status in self._statuses_of_chosen(case).items() if status is not Status.MET]
            if not faults and not lost:
                return
            del self._chosen[lost[-1] if lost else self._harmful(faults)]

    def _statuses_of_chosen(self, case: Case) -> dict[str, Status]:
        return self._bench.statuses(case, (self._rules[rule_id] for rule_id in self._chosen))

    def _harmful(self, faults: Collection[str]) -> str:
        """Return the remedy without which the fewest rules stand worse."""
        left = {}
        for rule_id in self._chosen:
            others = [candidate for i, candidate in self._chosen.items() if i != rule_id]
            left[rule_id] = len(self._worsened(self._bench.revised(self._case, _edits(others)), sorted(faults)))
        return min(left, key=lambda rule_id: left[rule_id])


def _is_worse(after: Status, before: Status, rule: Rule) -> bool:
    """Say whether a status is graver; a blank that a model clause leaves for the parties to fill in is none."""
    if rule.family is Family.INTAKE or after in (before, Status.MET, Status.NOT_APPLICABLE):
        return False
    return worse(after, before) is after


def _edits(candidates: Iterable[Candidate]) -> tuple[Edit, ...]:
    return tuple(dict.fromkeys(edit for candidate in candidates for edit in candidate.edits))
