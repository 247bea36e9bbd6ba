"""A score with what it was made with: everything that a report of it says."""

from __future__ import annotations

from dataclasses import dataclass

from clause_auditor.domain.overlay import OverlayUse
from clause_auditor.domain.rule import Library, Pack
from clause_auditor.engine import engine_version
from clause_auditor.evaluation.gates import Gate
from clause_auditor.evaluation.score import Score


@dataclass(frozen=True, slots=True)
class Run:
    """The same corpus, packs, date and engine give the same run."""

    score: Score
    as_of: str
    packs: tuple[Pack, ...]
    """Those that were scored."""
    overlays: tuple[OverlayUse, ...]
    rules: tuple[str, ...]
    """Ids of the rules that were asked for; empty: all."""
    gates: tuple[Gate, ...]
    engine_version: str


def describe_run(score: Score, library: Library, as_of: str, rules: tuple[str, ...], gates: tuple[Gate, ...]) -> Run:
    """Return the run that a score comes from."""
    packs = tuple(pack for pack in library.packs if pack.name in score.by_pack)
    overlays = tuple(use for use in library.overlays if use.extends in score.by_pack)
    return Run(score, as_of, packs, overlays, tuple(sorted(set(rules))), gates, engine_version())
