"""Least figures that a score must reach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clause_auditor.evaluation.figures import Tally


@dataclass(frozen=True, slots=True)
class Gate:
    """A figure of all labels together beside the least that was asked for."""

    name: str
    """precision, recall or status."""
    least: float
    """From 0 to 1."""
    value: float | None
    """None where there is no case to measure it by."""

    @property
    def passed(self) -> bool:
        """True if the figure is there and not below; what cannot be measured never passes."""
        return self.value is not None and self.value >= self.least


def check_gates(total: Tally, least: Mapping[str, float | None]) -> tuple[Gate, ...]:
    """Return a gate for each name (precision, recall, status) for which a least figure is given."""
    shares = {"precision": total.precision, "recall": total.recall, "status": total.status}
    return tuple(Gate(name, asked, shares[name].value) for name, asked in least.items() if asked is not None)
