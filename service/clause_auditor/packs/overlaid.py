"""The overlays of one library: each pack's rules read as its overlays leave them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from clause_auditor.domain.overlay import OverlayUse
from clause_auditor.domain.rule import Rule
from clause_auditor.notation import Faults, Node
from clause_auditor.packs.overlay import read_overlays
from clause_auditor.packs.overlay_ledger import lay_over
from clause_auditor.packs.rule import RuleScope, read_rule


class Overlays:
    """Reads overlay files, lays them over packs and keeps what each did."""

    def __init__(self, paths: Sequence[Path], packs: Collection[str], faults: Faults) -> None:
        self._faults = faults
        self._overlays = read_overlays(paths, packs, faults)
        self._uses: dict[str, OverlayUse] = {}
        if not all(overlay.name and overlay.extends for overlay in self._overlays):
            # without its name every rule that it adds would look ill-named
            faults.refuse()

    def rules(self, scope: RuleScope, nodes: Iterable[Node]) -> tuple[Rule, ...]:
        """Return the rules of the pack of `scope` that are not switched off, changed and added ones included."""
        overlays = [overlay for overlay in self._overlays if overlay.extends == scope.pack]
        entries, uses = lay_over(scope.pack, nodes, overlays, self._faults)
        self._uses |= {use.name: use for use in uses}
        scopes = [replace(scope, prefix=entry.prefix, overlays=entry.overlays) for entry in entries]
        return tuple(self._read(entry.node, own) for entry, own in zip(entries, scopes, strict=True))

    def digests(self, pack: str) -> list[str]:
        """Return the digests of all overlays of a pack, in order."""
        return [overlay.digest for overlay in self._overlays if overlay.extends == pack]

    def uses(self) -> tuple[OverlayUse, ...]:
        """Return what each overlay did, in order."""
        return tuple(self._uses[overlay.name] for overlay in self._overlays if overlay.name in self._uses)

    def _read(self, node: Node, scope: RuleScope) -> Rule:
        """The rule; a fault that shows in its own file is told with the overlay that changed it last."""
        found = self._faults.found
        before = len(found)
        rule = read_rule(node, scope, self._faults)
        blame = f"It may come from what the overlay {scope.overlays[-1]} changes" if scope.overlays else ""
        for index in range(before, len(found)):
            if blame and found[index].place.startswith(f"{node.name}:"):
                found[index] = replace(found[index], cure=f"{found[index].cure}. {blame}".lstrip(". "))
        return rule
