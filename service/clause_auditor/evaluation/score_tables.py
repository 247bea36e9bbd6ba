"""Tables of a score as lines of even columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from clause_auditor.evaluation.calibration import BANDS, Calibration, Group
from clause_auditor.evaluation.columns import even_lines
from clause_auditor.evaluation.figures import Share, Tally

_COUNTS: Final = ("labels", "tp", "fp", "fn", "tn")
_SHARES: Final = ("precision", "recall", "F1", "accuracy", "status", "evidence", "not judged")


def figure_lines(title: str, groups: Iterable[tuple[str, Tally]]) -> list[str]:
    """Return a table with a row for each group, its title over the names."""
    return even_lines([(title, *_COUNTS, *_SHARES), *((name, *_cells(tally)) for name, tally in groups)])


def calibration_lines(found: Calibration) -> list[str]:
    """Return the table of confidence by bands, and below it those that need review against the others."""
    rows = [("CONFIDENCE", "findings", "right", "mean confidence")]
    rows += [_band(f"{least}–{most} %", group) for (least, most), group in zip(BANDS, found.bands, strict=True)]
    rows += [_band("needs review", found.review), _band("others", found.others)]
    return [*even_lines(rows), f"Of the findings {say_share(found.share_for_review)} per cent need review."]


def say_share(share: Share) -> str:
    """Return a share in per cent with its interval, "98.3 97–99", or a dash."""
    if share.value is None or share.interval is None:
        return "–"
    low, high = share.interval
    return f"{100 * share.value:.1f} {100 * low:.0f}–{100 * high:.0f}"


def _cells(tally: Tally) -> tuple[str, ...]:
    f1 = "–" if tally.f1 is None else f"{100 * tally.f1:.1f}"
    counts = (tally.labels, tally.hits, tally.false_alarms, tally.misses, tally.rejections)
    shares = (tally.accuracy, tally.status, tally.evidence)
    return (
        *map(str, counts),
        say_share(tally.precision),
        say_share(tally.recall),
        f1,
        *map(say_share, shares),
        str(tally.not_judged),
    )


def _band(name: str, group: Group) -> tuple[str, str, str, str]:
    mean = "–" if group.mean_confidence is None else f"{group.mean_confidence:.1f}"
    return name, str(group.number), say_share(group.share_right), mean
