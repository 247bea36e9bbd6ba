"""What an overlay changes in one rule: figures, severity, basis, texts, examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from clause_auditor.domain.duration import Duration
from clause_auditor.domain.rule import Threshold
from clause_auditor.notation import Faults, Node, show_word, suggest
from clause_auditor.packs.thresholds import read_thresholds

_FIELDS = ("thresholds", "severity", "basis", "texts", "examples")
_KNOWN = ("off", *_FIELDS)
_EMPTY = Node({}, "")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that an overlay sets in a rule."""

    what: str
    before: str
    after: str
    is_text: bool = False

    @property
    def changes(self) -> bool:
        """False if the rule says so already."""
        return self.before != self.after

    @property
    def told(self) -> str:
        """The change in words, without a full stop."""
        return f"{self.what} is worded anew" if self.is_text else f"{self.what} {self.before} becomes {self.after}"


def change_rule(rule: Node, wanted: Node, overlay: str, faults: Faults) -> tuple[Node, list[Change]]:
    """Return the node of the rule with what an overlay wants in it, and each thing that it sets.

    The values keep the places where the overlay gives them, so that reading the rule finds their faults there.
    """
    fields = wanted.mapping(faults, _KNOWN)
    if not fields and isinstance(wanted.value, Mapping) and not wanted.value.keys() - set(_KNOWN):
        faults.add(wanted.place, "the overlay changes nothing in the rule", f"Give one of: {', '.join(_KNOWN)}")
    if not isinstance(rule.value, Mapping):
        return rule, []
    values = dict(rule.value)
    changes: list[Change] = []
    for key in ("severity", "basis"):
        if key in fields:
            changes.append(Change(key, _word(values.get(key)), _word(fields[key])))
            values[key] = fields[key]
    if "texts" in fields:
        changes += _text_changes(values.get("texts", _EMPTY), fields["texts"], "")
        values["texts"] = _merge(values.get("texts", _EMPTY), fields["texts"])
    if "thresholds" in fields:
        values["thresholds"], set_ = _change_thresholds(values.get("thresholds"), fields["thresholds"], overlay, faults)
        changes += set_
        if any(change.changes for change in set_):
            # they show the line that was, not this one
            values.pop("examples", None)
    if "examples" in fields:
        values["examples"] = fields["examples"]
    return replace(rule, value=values), changes


def _change_thresholds(rule: Node | None, wanted: Node, overlay: str, faults: Faults) -> tuple[Node, list[Change]]:
    values = dict(rule.value) if rule and isinstance(rule.value, Mapping) else {}
    changes: list[Change] = []
    for name, node in wanted.entries(faults).items():
        if name not in values:
            cure = suggest(name, values) or "The rule has no thresholds: add a rule of your own"
            faults.add(node.place, f"unknown threshold {show_word(name)}", cure)
            continue
        before, after = _figure(name, values[name], Faults()), _figure(name, node, faults)
        if before and after and _agree(before, after, node, faults):
            changes.append(Change(name, str(before.value), str(after.value)))
            values[name] = _threshold(before, after, node, overlay)
    return replace(rule or wanted, value=values), changes


def _figure(name: str, node: Node, faults: Faults) -> Threshold | None:
    told = len(faults.found)
    (threshold,) = read_thresholds(Node({name: node}, node.name, node.line), faults)
    return threshold if len(faults.found) == told else None


def _agree(before: Threshold, after: Threshold, node: Node, faults: Faults) -> bool:
    if isinstance(before.value, Duration) is isinstance(after.value, Duration):
        return True
    wanted = "an amount of time" if isinstance(before.value, Duration) else "a whole number"
    faults.add(node.place, f"the threshold is {wanted}", f"Write it as the rule does: {before.value}")
    return False


def _threshold(before: Threshold, after: Threshold, node: Node, overlay: str) -> Node:
    """The threshold with the sentence that the line is the company's, and what the rule says without it."""
    if before.value == after.value and not after.ours:
        said = before.ours
    else:
        own = f" {after.ours}" if after.ours else ""
        rest = before.ours or f"{before.value}."
        said = f"{after.value} is the line of {overlay}.{own} Without the overlay: {rest}"
    value = node.value["value"] if isinstance(node.value, Mapping) else node
    entries = {"value": value} | ({"ours": Node(said, node.name, node.line)} if said else {})
    return Node(entries, node.name, node.line)


def _merge(rule: Node, wanted: Node) -> Node:
    """What is wanted laid over what is there, mapping by mapping."""
    if not isinstance(rule.value, Mapping) or not isinstance(wanted.value, Mapping):
        return wanted
    given = {key: node for key, node in wanted.value.items() if node.value is not None}
    merged = {key: _merge(rule.value[key], node) if key in rule.value else node for key, node in given.items()}
    return replace(rule, value={**rule.value, **merged})


def _text_changes(rule: Node, wanted: Node, path: str) -> Iterator[Change]:
    if isinstance(wanted.value, Mapping):
        inner = rule.value if isinstance(rule.value, Mapping) else {}
        for key, node in wanted.value.items():
            yield from _text_changes(inner.get(key, _EMPTY), node, f"{path}.{key}" if path else key)
    elif wanted.value is not None:
        yield Change(f"texts {path}", _word(rule), _word(wanted), is_text=True)


def _word(node: Node | None) -> str:
    return str(node.value) if node is not None and isinstance(node.value, str) else ""
