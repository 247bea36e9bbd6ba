"""`packs mutate [CORPUS]`: do rules notice when the passage that meets them is changed?"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clause_auditor.cli.faults import FAIL, PASS
from clause_auditor.cli.packs_options import OVERLAYS, ROOT, find_named
from clause_auditor.cli.progress import show_progress
from clause_auditor.domain.mutation import MutationKind
from clause_auditor.domain.rule import Library, Pack, Rule
from clause_auditor.packs import load_library

if TYPE_CHECKING:
    from clause_auditor.evaluation.corpus import Corpus
    from clause_auditor.evaluation.mutation_run import PackPaths
    from clause_auditor.evaluation.mutation_subject import Selection

_KINDS = [kind.value for kind in MutationKind]
_SHARE = click.FloatRange(0, 1)


@click.command()
@click.argument("corpus", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="Try this kind alone; may be repeated.")
@click.option("--pack", "packs", multiple=True, metavar="NAME", help="Try this pack alone; may be given again.")
@click.option("--rule", "rules", multiple=True, metavar="ID", help="Try this rule alone; may be given again.")
@click.option("--limit", type=click.IntRange(1), help="Try the first contracts only, so many a rule.")
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, show_default="cores", help="Processes.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Judge by the law of this day; default today.")
@click.option("--invariance", is_flag=True, help="Change what must not matter instead: no status may move.")
@click.option("--min-noticed", type=_SHARE, metavar="SHARE", help="Fail if less is noticed; from 0 to 1.")
@click.option("--max-moved", type=_SHARE, metavar="SHARE", help="With --invariance: fail if more statuses move.")
@click.option("--list/--no-list", "listing", default=True, help="List what was not noticed, or moved, in the text.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@ROOT
@OVERLAYS
@click.pass_context
def mutate(  # noqa: PLR0917 - click passes one argument an option
    ctx: click.Context,
    corpus: Path | None,
    kinds: tuple[str, ...],
    packs: tuple[str, ...],
    rules: tuple[str, ...],
    limit: int | None,
    jobs: int,
    as_of: datetime | None,
    invariance: bool,
    min_noticed: float | None,
    max_moved: float | None,
    listing: bool,
    form: str,
    root: Path | None,
    overlays: tuple[Path, ...],
) -> None:
    """Change the passages that meet rules, audit again, and tell which rules do not notice.

    Without CORPUS the examples of the rules are changed; CORPUS is a folder with documents/ and
    labels/<contract>.<pack>.yaml, whose labels "met" are. Exit codes: 0 done, 1 a gate fails, 2 usage or input error.
    """
    from clause_auditor.evaluation.mutation_run import PackPaths

    if invariance and (kinds or min_noticed is not None):
        raise click.UsageError("--kind and --min-noticed do not go with --invariance", ctx)
    if max_moved is not None and not invariance:
        raise click.UsageError("--max-moved goes with --invariance alone", ctx)
    library = load_library(root, overlays=overlays)
    selection = _select(ctx, library, packs, rules, limit)
    day = (as_of.date() if as_of else date.today()).isoformat()
    plan = _Plan(library, PackPaths(root, overlays), corpus, selection, day, jobs, form, listing)
    if invariance:
        share = plan.compare()
        ctx.exit(FAIL if max_moved is not None and (share is None or share > max_moved) else PASS)
    share = plan.mutate(frozenset(map(MutationKind, kinds)) or frozenset(MutationKind))
    ctx.exit(FAIL if min_noticed is not None and (share is None or share < min_noticed) else PASS)


def _select(
    ctx: click.Context, library: Library, packs: tuple[str, ...], rules: tuple[str, ...], limit: int | None
) -> Selection:
    from clause_auditor.evaluation.mutation_subject import Selection

    for names, wanted in ((packs, Pack), (rules, Rule)):
        for name in names:
            if not isinstance(find_named(ctx, library, name), wanted):
                raise click.UsageError(f"{name} is no {wanted.__name__.lower()}", ctx)
    return Selection(packs, rules, limit or 0)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is tried, with what, and how it is shown."""

    library: Library
    paths: PackPaths
    corpus: Path | None
    selection: Selection
    day: str
    jobs: int
    form: str
    listing: bool

    def mutate(self, kinds: frozenset[MutationKind]) -> float | None:
        """Print the score; return the share of mutations that were noticed, None if none could be tried."""
        from clause_auditor.evaluation.mutation_run import run_trials
        from clause_auditor.evaluation.mutation_score import score_trials
        from clause_auditor.evaluation.mutation_subject import from_corpus, from_examples
        from clause_auditor.evaluation.mutation_text import render_score, score_json

        corpus = self._open()
        if corpus:
            subjects = from_corpus(corpus, self.library, self.selection, self.day)
        else:
            subjects = from_examples(self.library, self.selection, self.day)
        found = run_trials(self.library, self.paths, subjects, kinds, self.jobs)
        with show_progress(found, len(subjects), "Trying") as trials:
            score = score_trials(trials)
        self._show(score_json(score) if self.form == "json" else render_score(score, listing=self.listing))
        return score.total.share.value

    def compare(self) -> float | None:
        """Print the score; return the share of statuses that moved, None if none could be compared."""
        from clause_auditor.evaluation.invariance_score import invariance_json, render_invariance, score_comparisons
        from clause_auditor.evaluation.invariance_subject import whole_contracts, whole_examples
        from clause_auditor.evaluation.mutation_run import run_comparisons

        corpus = self._open()
        if corpus:
            contracts = whole_contracts(corpus, self.selection, self.day)
        else:
            contracts = whole_examples(self.library, self.selection, self.day)
        found = run_comparisons(self.library, self.paths, contracts, self.jobs)
        with show_progress(found, len(contracts), "Trying") as comparisons:
            score = score_comparisons(comparisons)
        self._show(invariance_json(score) if self.form == "json" else render_invariance(score, listing=self.listing))
        return score.total.value

    def _open(self) -> Corpus | None:
        from clause_auditor.evaluation.corpus import open_corpus

        packs = set(self.selection.packs)
        return open_corpus(self.corpus, self.library, packs) if self.corpus else None

    def _show(self, report: str | dict[str, object]) -> None:
        """JSON is UTF-8 whatever the terminal's encoding."""
        from clause_auditor.reports.json_report import pretty_json

        click.echo(report if isinstance(report, str) else pretty_json(report).encode(), nl=False)
