"""An overlay in use: what somebody's own playbook changed in a pack, so that every audit can say so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OverlayUse:
    """One overlay and what it did to the pack that it extends."""

    name: str
    version: str
    title: str
    extends: str
    """Name of the pack."""
    digest: str
    """SHA-256 of the parsed overlay and of the rules that it adds, hexadecimal."""
    changes: tuple[str, ...] = ()
    """What differs from the pack, as sentences."""
    switched_off: tuple[str, ...] = ()
    """Rules that give no finding because of it, as sentences with the reason."""
    conflicts: tuple[str, ...] = ()
    """Where an earlier overlay says otherwise, as sentences: the later one holds."""
