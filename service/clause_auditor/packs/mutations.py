"""What a rule file says of mutations: `must` and `need_not`, as docs/rules.md describes them."""

from __future__ import annotations

from clause_auditor.domain.mutation import MutationKind, MutationNeeds
from clause_auditor.notation import Faults, Node, show_word, suggest
from clause_auditor.packs.values import read_prose

_ALL = "all"
"""Stands for every kind but `drop`: what a contract does not say, no rule can find there."""
_BUT_DROP = tuple(kind for kind in MutationKind if kind is not MutationKind.DROP)


def read_mutations(node: Node, faults: Faults) -> MutationNeeds:
    """Return the needs of a rule; an unknown kind, a kind on both sides and a missing reason are faults."""
    fields = node.mapping(faults, ("must", "need_not"))
    members = fields["must"].items(faults) if "must" in fields else ()
    must = {kind for member in members if (kind := member.choice(faults, MutationKind))}
    need_not = _read_exempt(fields["need_not"], faults) if "need_not" in fields else {}
    for kind in sorted(must & need_not.keys()):
        faults.add(node.place, f'"{kind.value}" stands under must and under need_not', "Keep one of them")
    return MutationNeeds(frozenset(must), need_not)


def _read_exempt(node: Node, faults: Faults) -> dict[MutationKind, str]:
    exempt: dict[MutationKind, str] = {}
    known = [_ALL, *(kind.value for kind in MutationKind)]
    for word, reason in node.entries(faults).items():
        if word not in known:
            faults.add(reason.place, f"unknown kind of mutation {show_word(word)}", suggest(word, known))
            continue
        for kind in _BUT_DROP if word == _ALL else (MutationKind(word),):
            exempt[kind] = read_prose(reason, faults)
    return exempt
