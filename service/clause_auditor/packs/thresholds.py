"""Thresholds of a rule: named figures that an overlay may change, and references to them (`$deadline`)."""

from __future__ import annotations

from collections.abc import Mapping

from clause_auditor.domain.duration import Duration
from clause_auditor.domain.rule import Threshold
from clause_auditor.notation import Faults, Node, show_word, suggest
from clause_auditor.packs.values import check_word, parse_duration, read_prose

_REFUSED = -1
"""Stands for a figure that is a fault already, so that its use is not another one."""
_SAMPLE = 'Write a whole number, or amount and unit: "72 hours", "3 calendar_days", "2 business_days"'


def read_thresholds(node: Node, faults: Faults) -> tuple[Threshold, ...]:
    """Return the thresholds of a rule; each is a figure alone or a mapping of `value` and `ours`."""
    return tuple(_read_threshold(name, entry, faults) for name, entry in node.entries(faults).items())


def _read_threshold(name: str, node: Node, faults: Faults) -> Threshold:
    check_word(name, node, faults)
    if not isinstance(node.value, Mapping):
        return Threshold(name, read_figure(node, faults))
    fields = node.mapping(faults, ["value", "ours"], ["value"])
    value = read_figure(fields["value"], faults) if "value" in fields else _REFUSED
    return Threshold(name, value, read_prose(fields["ours"], faults) if "ours" in fields else "")


def read_figure(node: Node, faults: Faults) -> Duration | int:
    """Return a whole number or a duration."""
    if type(node.value) is int:
        return node.integer(faults, least=0)
    try:
        return parse_duration(node.text(faults)) if isinstance(node.value, str) else _ill_typed(node, faults)
    except ValueError as error:
        problem, _, cure = str(error).removesuffix(")").partition(" (")
        faults.add(node.place, f"ill-written figure: {problem}", cure[:1].upper() + cure[1:])
        return _REFUSED


def _ill_typed(node: Node, faults: Faults) -> int:
    faults.add(node.place, f"a figure is expected here, not {node.kind}", _SAMPLE)
    return _REFUSED


class Figures:
    """Reads figures that may be references to the thresholds of the rule; notes which thresholds were used."""

    def __init__(self, thresholds: tuple[Threshold, ...], faults: Faults) -> None:
        self._values = {threshold.name: threshold.value for threshold in thresholds}
        self._faults = faults
        self.used: set[str] = set()

    def read(self, node: Node) -> Duration | int:
        """Return the figure, or the value of the threshold that it names."""
        if not isinstance(node.value, str) or not node.value.startswith("$"):
            return read_figure(node, self._faults)
        name = node.value[1:]
        if name not in self._values:
            self._faults.add(node.place, f"unknown threshold {show_word(node.value)}", suggest(name, self._values))
            return _REFUSED
        self.used.add(name)
        return self._values[name]

    def duration(self, node: Node) -> Duration | None:
        """Return a duration; a mere number is a fault."""
        value = self.read(node)
        if isinstance(value, Duration):
            return value
        if value != _REFUSED:
            self._faults.add(node.place, "a duration is needed here, not a mere number", "Write its unit: 72 hours")
        return None

    def number(self, node: Node, least: int, most: int) -> int:
        """Return a whole number in bounds; a duration is a fault."""
        value = self.read(node)
        if value == _REFUSED:
            return least
        if isinstance(value, int) and least <= value <= most:
            return value
        self._faults.add(node.place, f"a whole number from {least} to {most} is needed here")
        return least
