"""The second reader's weights of a pack from `second-reader.yaml`, a file that training writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from clause_auditor.domain.rule import WordWeights
from clause_auditor.notation import Faults, Node

_CURE: Final = "Write the file anew: python -m clause_auditor.evaluation.training"


def read_second_reader(node: Node, faults: Faults) -> Mapping[str, WordWeights]:
    """Return the weights by rule id: `base` and `words`, a text of words each followed by its weight."""
    fields = node.mapping(faults, ("about", "rules"), ("rules",))
    entries = fields["rules"].value if "rules" in fields else {}
    if not isinstance(entries, Mapping):
        faults.add(fields["rules"].place, "no weights by rule id", _CURE)
        return {}
    return dict(_models(entries, faults))


def _models(entries: Mapping[str, Node], faults: Faults) -> Iterator[tuple[str, WordWeights]]:
    for rule_id, node in entries.items():
        fields = node.mapping(faults, ("base", "words"), ("base", "words"))
        base, words = (fields[key].value if key in fields else None for key in ("base", "words"))
        weights = _weights(words) if isinstance(words, str) else None
        if not isinstance(base, int) or weights is None:
            faults.add(node.place, "these are no words with whole-number weights", _CURE)
        else:
            yield rule_id, WordWeights(base, weights)


def _weights(text: str) -> dict[str, int] | None:
    parts = text.split()
    try:
        return dict(zip(parts[::2], map(int, parts[1::2]), strict=True))
    except ValueError:
        return None
