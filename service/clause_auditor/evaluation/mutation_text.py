"""A score of mutations as text and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from clause_auditor.domain.mutation import MutationKind
from clause_auditor.evaluation.columns import even_lines
from clause_auditor.evaluation.figures import Share
from clause_auditor.evaluation.mutation_score import MutationScore, MutationTally
from clause_auditor.evaluation.mutation_trial import Trial
from clause_auditor.evaluation.score_tables import say_share
from clause_auditor.reports.quoting import clean_quote, harmless

_COUNTS = ("tried", "noticed", "unnoticed", "elsewhere", "not applicable", "share % and its interval")


def render_score(score: MutationScore, *, listing: bool = True) -> str:
    """Return a score as text with a line end at its end, harmless on a terminal whatever the contracts hold."""
    lines = list(_head(score))
    for table in (_by_kind(score), _by_rule(score)):
        lines += ["", *even_lines(table)]
    if listing and score.unnoticed:
        lines += ["", "UNNOTICED", *(line for trial in score.unnoticed for line in _trial_lines(trial))]
    if listing and score.found_otherwise:
        lines += ["", "FOUND OTHERWISE, NOT TRIED", *(f"  {_where(trial)}" for trial in score.found_otherwise)]
    return harmless("\n".join(lines)) + "\n"


def score_json(score: MutationScore) -> dict[str, object]:
    """Return a score as plain data."""
    return {
        "subjects": score.subjects,
        "found_otherwise": [_plain(trial) for trial in score.found_otherwise],
        "total": _figures(score.total),
        "kinds": {kind.value: _figures(score.kinds[kind]) for kind in MutationKind if kind in score.kinds},
        "ways": [{"kind": kind.value, "way": way, **_figures(tally)} for kind, way, tally in score.ways],
        "rules": {rule: _figures(score.rules[rule]) for rule in sorted(score.rules)},
        "unnoticed": [_plain(trial) for trial in score.unnoticed],
    }


def share_json(share: Share) -> dict[str, object]:
    """Return a share with its interval as plain data."""
    return {"value": share.value, "interval": list(share.interval) if share.interval else None}


def _head(score: MutationScore) -> Iterator[str]:
    yield f"{score.subjects} contracts and rules that meet, {len(score.found_otherwise)} of them found otherwise"
    after = Counter(trial.status.value if trial.status else "none" for trial in score.found_otherwise)
    if after:
        yield f"Found: {', '.join(f'{number} {word}' for word, number in sorted(after.items()))}"


def _by_kind(score: MutationScore) -> Sequence[Sequence[str]]:
    rows: list[Sequence[str]] = [("KIND", *_COUNTS)]
    for kind in MutationKind:
        if kind in score.kinds:
            rows.append((kind.value, *_cells(score.kinds[kind])))
            ways = [(way, tally) for one, way, tally in score.ways if one is kind]
            rows += [(f"  {way}", *_cells(tally)) for way, tally in ways if len(ways) > 1]
    return [*rows, ("all", *_cells(score.total))]


def _by_rule(score: MutationScore) -> Sequence[Sequence[str]]:
    ordered = sorted(score.rules.items(), key=lambda item: (item[1].share.value or 0.0, item[0]))
    return [("RULE", *_COUNTS), *((rule, *_cells(tally)) for rule, tally in ordered)]


def _cells(tally: MutationTally) -> tuple[str, ...]:
    counts = (tally.share.whole, tally.noticed, tally.unnoticed, tally.elsewhere, tally.not_applicable)
    return (*map(str, counts), say_share(tally.share))


def _trial_lines(trial: Trial) -> Iterator[str]:
    yield f"  {trial.kind} ({trial.variant}): {_where(trial)}"
    yield f"    was: {clean_quote(trial.before)}"
    yield f"    now: {clean_quote(trial.after)}"


def _where(trial: Trial) -> str:
    status = f", found {trial.status}" if trial.kind is None else ""
    return f"{trial.rule_id}, {trial.source}{status}"


def _figures(tally: MutationTally) -> dict[str, object]:
    return {
        "tried": tally.share.whole,
        "noticed": tally.noticed,
        "unnoticed": tally.unnoticed,
        "elsewhere": tally.elsewhere,
        "not_applicable": tally.not_applicable,
        "share": share_json(tally.share),
    }


def _plain(trial: Trial) -> dict[str, object]:
    return {
        "rule_id": trial.rule_id,
        "source": trial.source,
        "kind": trial.kind.value if trial.kind else None,
        "way": trial.variant,
        "status": trial.status.value if trial.status else None,
        "before": trial.before,
        "after": trial.after,
    }
