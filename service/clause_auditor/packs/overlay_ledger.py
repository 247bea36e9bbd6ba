"""Overlays laid over the rules of one pack, one after the other: what holds in the end, and who changed what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from clause_auditor.domain.overlay import OverlayUse
from clause_auditor.notation import Faults, Node, show_word, suggest
from clause_auditor.packs.overlay import Overlay
from clause_auditor.packs.overlay_change import Change, change_rule
from clause_auditor.packs.values import read_prose

_OFF_CURE = "Say why: the reason stands in every audit"


@dataclass(slots=True)
class RuleEntry:
    """The node of a rule as the overlays left it."""

    node: Node
    prefix: str = ""
    """Of a rule that an overlay adds: its name, with which the id begins."""
    overlays: tuple[str, ...] = ()
    """Names of those that changed it."""


@dataclass(slots=True)
class _Notes:
    changes: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)


class Ledger:
    """The rules of one pack by id, and everything that overlays said of them."""

    def __init__(self, pack: str, nodes: Iterable[Node], faults: Faults) -> None:
        self.entries: dict[str, RuleEntry] = {}
        for node in nodes:
            rule_id = _id_of(node, pack)
            # an id given twice is a fault that the library tells: keep both
            self.entries[rule_id if rule_id not in self.entries else f"{rule_id} in {node.name}"] = RuleEntry(node)
        self._faults = faults
        self._off: dict[str, tuple[str, str]] = {}
        self._set: dict[tuple[str, str], tuple[str, str]] = {}
        self._notes: dict[str, _Notes] = {}
        self._overlays: list[Overlay] = []

    def lay(self, overlay: Overlay) -> None:
        """Lay one more overlay over the rules; faults in it are noted."""
        self._overlays.append(overlay)
        self._notes[overlay.name] = _Notes()
        for rule_id, node in overlay.rules.items():
            if rule_id in self.entries:
                self._change(rule_id, node, overlay)
            else:
                self._faults.add(node.place, f"unknown rule {show_word(rule_id)}", suggest(rule_id, self.entries))
        for node in overlay.added:
            self._add(node, overlay)

    def rules(self) -> list[RuleEntry]:
        """Return the rules that are not switched off, in order."""
        return [entry for rule_id, entry in self.entries.items() if rule_id not in self._off]

    def uses(self) -> list[OverlayUse]:
        """Return what each overlay did, in the order in which they were laid."""
        return [self._use(overlay) for overlay in self._overlays]

    def _use(self, overlay: Overlay) -> OverlayUse:
        off = [(rule_id, reason) for rule_id, (name, reason) in self._off.items() if name == overlay.name]
        notes = self._notes[overlay.name]
        return OverlayUse(
            overlay.name,
            overlay.version,
            overlay.title,
            overlay.extends,
            overlay.digest,
            changes=tuple(notes.changes),
            switched_off=tuple(f"{one} is switched off by overlay {overlay.name}: {why}" for one, why in off),
            conflicts=tuple(notes.conflicts),
        )

    def _change(self, rule_id: str, node: Node, overlay: Overlay) -> None:
        entries = node.entries(self._faults)
        if "off" in entries:
            self._switch_off(rule_id, entries, overlay)
            return
        entry = self.entries[rule_id]
        entry.node, changes = change_rule(entry.node, node, overlay.name, self._faults)
        entry.overlays = (*entry.overlays, overlay.name)
        self._switch_on(rule_id, overlay)
        for change in changes:
            self._note(rule_id, change, overlay)

    def _switch_off(self, rule_id: str, entries: Mapping[str, Node], overlay: Overlay) -> None:
        node = entries["off"]
        if len(entries) > 1:
            problem = "the rule is switched off and changed at once"
            self._faults.add(node.place, problem, "Remove off:, or everything beside it")
        if not isinstance(node.value, str):
            self._faults.add(node.place, f"the reason is expected here, not {node.kind}", _OFF_CURE)
            return
        reason = " ".join(read_prose(node, self._faults).split())
        notes = self._notes[overlay.name]
        for other in self._others(rule_id, overlay):
            notes.conflicts.append(f"{rule_id}: {other} changes it, {overlay.name} switches it off, and this holds.")
        self._off[rule_id] = (overlay.name, reason)

    def _switch_on(self, rule_id: str, overlay: Overlay) -> None:
        if rule_id in self._off:
            other, _ = self._off.pop(rule_id)
            told = f"{rule_id}: {other} switches it off, {overlay.name} changes it, and this holds."
            self._notes[overlay.name].conflicts.append(told)

    def _others(self, rule_id: str, overlay: Overlay) -> list[str]:
        entry = self.entries[rule_id]
        names = [*entry.overlays, *([entry.prefix] if entry.prefix else [])]
        return sorted(name for name in set(names) if name != overlay.name)

    def _note(self, rule_id: str, change: Change, overlay: Overlay) -> None:
        notes = self._notes[overlay.name]
        key = (rule_id, change.what)
        other, value = self._set.get(key, ("", change.after))
        if value != change.after:
            notes.conflicts.append(f"{rule_id}: {_conflict(change, value, other, overlay.name)}, and this holds.")
        if change.changes:
            notes.changes.append(f"{rule_id}: {change.told}.")
        self._set[key] = (overlay.name, change.after)

    def _add(self, node: Node, overlay: Overlay) -> None:
        rule_id = _id_of(node, overlay.name)
        if rule_id in self.entries:
            problem = f"a rule with the id {show_word(rule_id)} is there already"
            self._faults.add(node.place, problem, "Change it under rules:, or give the new rule an id of its own")
            return
        self.entries[rule_id] = RuleEntry(node, prefix=overlay.name)
        self._notes[overlay.name].changes.append(f"{rule_id}: added.")


def lay_over(
    pack: str, nodes: Iterable[Node], overlays: Iterable[Overlay], faults: Faults
) -> tuple[list[RuleEntry], list[OverlayUse]]:
    """Return the rules of a pack under its overlays, and what each overlay did."""
    ledger = Ledger(pack, nodes, faults)
    for overlay in overlays:
        ledger.lay(overlay)
    return ledger.rules(), ledger.uses()


def _id_of(node: Node, pack: str) -> str:
    value = node.value.get("id") if isinstance(node.value, Mapping) else None
    if value is not None and isinstance(value.value, str):
        return value.value
    return f"{pack}.{PurePosixPath(node.name).stem}:{node.line}"


def _conflict(change: Change, value: str, other: str, name: str) -> str:
    if change.is_text:
        return f"{change.what} is worded one way in {other}, another way in {name}"
    return f"{change.what} is {value} in {other}, {change.after} in {name}"
