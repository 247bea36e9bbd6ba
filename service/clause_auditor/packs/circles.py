"""Circles of references among named things, in time linear in their references."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_Edges = dict[str, set[str]]


def find_circle(needs: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the names that stand on a circle (or between two of them), sorted; unknown names are left out."""
    edges: _Edges = {name: {need for need in wants if need in needs} for name, wants in needs.items()}
    forward = _peel(edges)
    return sorted(_peel(_reverse(forward)))


def _peel(edges: _Edges) -> _Edges:
    """Remove, again and again, whatever needs nothing that is left."""
    users = _reverse(edges)
    open_needs = {name: len(wants) for name, wants in edges.items()}
    ready = [name for name, count in open_needs.items() if not count]
    while ready:
        name = ready.pop()
        del open_needs[name]
        for user in users[name]:
            open_needs[user] -= 1
            if not open_needs[user]:
                ready.append(user)
    return {name: edges[name] & open_needs.keys() for name in open_needs}


def _reverse(edges: _Edges) -> _Edges:
    reverse: _Edges = {name: set() for name in edges}
    for name, wants in edges.items():
        for want in wants:
            reverse[want].add(name)
    return reverse
