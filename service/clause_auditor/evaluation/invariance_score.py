"""Comparisons counted, by change and by rule, as text and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from clause_auditor.evaluation.columns import even_lines
from clause_auditor.evaluation.figures import Share
from clause_auditor.evaluation.invariance import CHANGES, Comparison, Move
from clause_auditor.evaluation.mutation_text import share_json
from clause_auditor.reports.quoting import harmless


@dataclass(slots=True)
class InvarianceScore:
    """What all comparisons of a run show."""

    subjects: int = 0
    changed: Counter[str] = field(default_factory=Counter)
    """Contracts changed, by change."""
    compared: Counter[str] = field(default_factory=Counter)
    """Statuses, by change."""
    moves: list[Move] = field(default_factory=list)

    def add(self, comparisons: Iterable[Comparison]) -> None:
        """Count the comparisons of one contract."""
        self.subjects += 1
        for comparison in comparisons:
            self.changed[comparison.change] += comparison.compared > 0
            self.compared[comparison.change] += comparison.compared
            self.moves += comparison.moves

    @property
    def total(self) -> Share:
        """Of all statuses compared, those that moved."""
        return Share(len(self.moves), self.compared.total())

    def moved(self, change: str) -> Share:
        """Of the statuses compared after one change, those that moved."""
        return Share(sum(move.change == change for move in self.moves), self.compared[change])


def score_comparisons(found: Iterable[Sequence[Comparison]]) -> InvarianceScore:
    """Return the score of the comparisons of all contracts."""
    score = InvarianceScore()
    for comparisons in found:
        score.add(comparisons)
    return score


def render_invariance(score: InvarianceScore, *, listing: bool = True) -> str:
    """Return a score as text with a line end at its end, harmless on a terminal."""
    rows = [("CHANGE", "contracts", "statuses", "moved", "share % and its interval")]
    rows += [(name, str(score.changed[name]), *_cells(score.moved(name))) for name in CHANGES]
    rows.append(("all", str(score.changed.total()), *_cells(score.total)))
    lines = [f"{score.subjects} contracts", "", *even_lines(rows)]
    by_rule = Counter(move.rule_id for move in score.moves)
    if by_rule:
        ordered = sorted(by_rule.items(), key=lambda item: (-item[1], item[0]))
        lines += ["", *even_lines([("RULE", "moved"), *((rule, str(number)) for rule, number in ordered)])]
    if listing and score.moves:
        lines += ["", "MOVED", *_moves(score)]
    return harmless("\n".join(lines)) + "\n"


def invariance_json(score: InvarianceScore) -> dict[str, object]:
    """Return a score as plain data."""
    changes = {
        name: {
            "contracts": score.changed[name],
            "compared": score.compared[name],
            "moved": score.moved(name).part,
            "share": share_json(score.moved(name)),
        }
        for name in CHANGES
    }
    total = {"compared": score.total.whole, "moved": score.total.part, "share": share_json(score.total)}
    return {"subjects": score.subjects, "total": total, "changes": changes, "moves": [_plain(m) for m in score.moves]}


def _cells(share: Share) -> tuple[str, str, str]:
    return str(share.whole), str(share.part), _say(share)


def _say(share: Share) -> str:
    """Two decimals: what is to be nothing is small."""
    if share.value is None or share.interval is None:
        return "–"
    low, high = share.interval
    return f"{100 * share.value:.2f} {100 * low:.2f}–{100 * high:.2f}"


def _moves(score: InvarianceScore) -> Iterator[str]:
    for move in score.moves:
        yield f"  {move.rule_id}, {move.source}, {move.change}: {move.before} became {move.after or 'no finding'}"


def _plain(move: Move) -> dict[str, object]:
    return {
        "source": move.source,
        "change": move.change,
        "rule_id": move.rule_id,
        "before": move.before.value,
        "after": move.after.value if move.after else None,
    }
