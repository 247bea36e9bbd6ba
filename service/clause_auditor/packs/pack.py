"""A pack from pack.yaml; its rules come from their own files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from clause_auditor.domain.condition import Condition
from clause_auditor.domain.fact import FACT_TYPES
from clause_auditor.domain.formula import Formula, names_in
from clause_auditor.domain.rule import Pack
from clause_auditor.notation import Faults, Node, show_word, suggest
from clause_auditor.packs.facets import facets_in, read_facets, read_formula
from clause_auditor.packs.names import Vocabulary
from clause_auditor.packs.thresholds import Figures
from clause_auditor.packs.values import read_date, read_language, read_prose, read_version

_REQUIRED = ("name", "version", "title", "regime", "jurisdiction", "law_consulted", "languages")


def read_pack(node: Node, folder: str, faults: Faults) -> Pack:
    """Return a pack without its rules and without `applies`, which need the vocabulary of its languages."""
    fields = node.mapping(faults, (*_REQUIRED, "applies"), _REQUIRED)
    prose = {key: read_prose(fields[key], faults) for key in ("title", "regime", "jurisdiction") if key in fields}
    _check_folder(fields, folder, faults)
    return Pack(
        name=folder,
        version=read_version(fields["version"], faults) if "version" in fields else "",
        title=prose.get("title", ""),
        regime=prose.get("regime", ""),
        jurisdiction=prose.get("jurisdiction", ""),
        law_consulted=read_date(fields["law_consulted"], faults) if "law_consulted" in fields else "",
        rules=(),
        languages=_read_languages(fields["languages"], faults) if "languages" in fields else (),
        applies=None,
        applies_facets={},
    )


def _check_folder(fields: Mapping[str, Node], folder: str, faults: Faults) -> None:
    name = fields["name"].text(faults) if "name" in fields else folder
    if name and name != folder:
        problem = f"the name {show_word(name)} does not agree with the folder"
        faults.add(fields["name"].place, problem, f'Write "name: {folder}", or rename the folder')


def _read_languages(node: Node, faults: Faults) -> tuple[str, ...]:
    languages = tuple(read_language(item, faults) for item in node.items(faults))
    if not languages and isinstance(node.value, tuple):
        faults.add(node.place, "the pack knows no language", "Name at least one: [en]")
    return languages


def read_applies(pack: Pack, node: Node, vocabulary: Vocabulary, faults: Faults) -> Pack:
    """Return the pack with when it applies by itself, from the same node as the pack."""
    entry = node.value.get("applies") if isinstance(node.value, Mapping) else None
    if entry is None or entry.value is None:
        return pack
    fields = entry.mapping(faults, ("facets", "when", "facts"))
    facets: dict[str, Condition] = {}
    if "facets" in fields:
        facets = read_facets(fields["facets"], vocabulary, Figures((), faults), faults)
    when = read_formula(fields["when"], facets, faults) if "when" in fields else None
    _check_use(entry, facets, when, faults)
    return replace(
        pack,
        applies=when,
        applies_facets=facets,
        applies_facts=_read_facts(fields["facts"], faults) if "facts" in fields else (),
    )


def _check_use(node: Node, facets: Mapping[str, Condition], when: Formula | None, faults: Faults) -> None:
    used = names_in(when) if when else frozenset()
    used |= frozenset().union(*(facets_in(condition) for condition in facets.values())) if facets else frozenset()
    for name in sorted(facets.keys() - used):
        faults.add(node.place, f'the facet "{name}" is used by no formula', "Name it in when:, or remove it")


def _read_facts(node: Node, faults: Faults) -> tuple[str, ...]:
    for item in node.items(faults):
        name = item.text(faults)
        if name and name not in FACT_TYPES:
            faults.add(item.place, f"unknown fact {show_word(name)}", suggest(name, FACT_TYPES))
    return tuple(str(item.value) for item in node.items(faults))
