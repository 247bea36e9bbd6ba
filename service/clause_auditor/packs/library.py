"""The library of all packs: files to nodes, nodes to law, lexicons, packs and rules; every fault raised at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from clause_auditor.domain.rule import Concept, Instrument, Library, Pack, Rule, WordWeights
from clause_auditor.errors import PackError
from clause_auditor.notation import Faults, Node, parse_yaml, show_word, suggest
from clause_auditor.packs.digest import digest
from clause_auditor.packs.law import read_law
from clause_auditor.packs.layout import LAW, Layout, PackFiles, lay_out
from clause_auditor.packs.lexicon import LexiconReader, check_lexicon
from clause_auditor.packs.names import Vocabulary
from clause_auditor.packs.pack import read_applies, read_pack
from clause_auditor.packs.rule import RuleScope, read_rule
from clause_auditor.packs.second_reader import read_second_reader
from clause_auditor.packs.source import MOST_FILES, read_folder, rulepacks_root

if TYPE_CHECKING:
    from clause_auditor.packs.overlaid import Overlays

MOST_BYTES = 8 << 20
"""Of all files of a set together."""


def load_library(
    root: Path | None = None, packs: Sequence[str] | None = None, overlays: Sequence[Path] = ()
) -> Library:
    """Return the packs of a folder (default: the installed ones), or only those named, with lexicons and law.

    `overlays` are files that are laid over the packs in this order: a later one holds against an earlier one.
    Raises PackError with every fault found, each with file, line and cure.
    """
    files = read_folder(root or rulepacks_root())
    return _Loader(files, packs, overlays).load()


def load_files(files: Mapping[str, bytes]) -> Library:
    """Return the packs of a set of files by relative path ("acme/pack.yaml"); installed lexicons and law are at hand.

    A file of the same path as an installed one takes its place. Raises PackError with every fault found.
    """
    if sum(map(len, files.values())) > MOST_BYTES or len(files) > MOST_FILES:
        raise PackError.at("", f"the files are more than {MOST_FILES}, or larger than {MOST_BYTES} bytes", "Send fewer")
    installed = read_folder(rulepacks_root())
    shared = {path: data for path, data in installed.items() if path == LAW or path.startswith("lexicons/")}
    return _Loader({**shared, **files}, None).load()


@dataclass(slots=True)
class _Loader:
    files: Mapping[str, bytes]
    names: Sequence[str] | None
    overlay_paths: Sequence[Path] = ()
    faults: Faults = field(default_factory=lambda: Faults(PackError))
    nodes: dict[str, Node] = field(default_factory=dict)
    lexicons: LexiconReader = field(init=False)
    overlays: Overlays | None = None
    _asked: int = 0

    def __post_init__(self) -> None:
        self.lexicons = LexiconReader(self.faults)

    def load(self) -> Library:
        layout = lay_out(self.files, self.faults)
        instruments = self._law(layout)
        shared = self._shared(layout)
        chosen = self._chosen(layout)
        own = {name: self._own(found) for name, found in chosen.items()}
        if len(self.nodes) < self._asked:
            # a lexicon that cannot be read would make every rule look ill-written
            self.faults.refuse()
        self._check_concepts(shared, own, instruments)
        self._read_overlays(chosen)
        packs = [self._pack(name, chosen[name], shared, own[name], instruments) for name in chosen]
        readers = {rule: words for found in chosen.values() for rule, words in self._second_reader(found).items()}
        _check_ids(packs, self.faults)
        self.faults.refuse()
        return replace(self._library(packs, shared, own, instruments, layout), second_readers=readers)

    def _parse(self, path: str) -> Node | None:
        if path not in self.nodes:
            self._asked += 1
            try:
                self.nodes[path] = parse_yaml(self.files[path], path, error=PackError)
            except PackError as error:
                self.faults.extend(error.faults)
        return self.nodes.get(path)

    def _law(self, layout: Layout) -> tuple[Instrument, ...]:
        node = self._parse(layout.law) if layout.law else None
        return read_law(node, self.faults) if node else ()

    def _concepts(self, paths: Iterable[str]) -> tuple[Concept, ...]:
        nodes = [node for path in paths if (node := self._parse(path))]
        return tuple(concept for node in nodes for concept in self.lexicons.read(node))

    def _shared(self, layout: Layout) -> dict[str, tuple[Concept, ...]]:
        shared = {language: self._concepts(paths) for language, paths in layout.lexicons.items()}
        for concepts in shared.values():
            _check_twice(concepts, self.faults)
        return shared

    def _own(self, found: PackFiles) -> dict[str, tuple[Concept, ...]]:
        return {language: self._concepts([path]) for language, path in found.lexicons.items()}

    def _chosen(self, layout: Layout) -> dict[str, PackFiles]:
        for name in self.names or ():
            if name not in layout.packs:
                self.faults.add("", f"unknown pack {show_word(name)}", suggest(name, layout.packs))
        return {name: found for name, found in layout.packs.items() if self.names is None or name in self.names}

    def _read_overlays(self, packs: Collection[str]) -> None:
        if self.overlay_paths:
            # most runs have none
            from clause_auditor.packs.overlaid import Overlays

            self.overlays = Overlays(self.overlay_paths, packs, self.faults)

    def _check_concepts(
        self,
        shared: Mapping[str, tuple[Concept, ...]],
        own: Mapping[str, Mapping[str, tuple[Concept, ...]]],
        instruments: tuple[Instrument, ...],
    ) -> None:
        ids = [instrument.id for instrument in instruments]
        for concepts in shared.values():
            check_lexicon(concepts, _names(concepts), ids, self.lexicons, self.faults)
        for lexicons in own.values():
            for language, concepts in lexicons.items():
                together = (*concepts, *shared.get(language, ()))
                check_lexicon(concepts, _names(together), ids, self.lexicons, self.faults)

    def _pack(
        self,
        name: str,
        found: PackFiles,
        shared: Mapping[str, tuple[Concept, ...]],
        own: Mapping[str, tuple[Concept, ...]],
        instruments: tuple[Instrument, ...],
    ) -> Pack:
        node = self._parse(found.pack) if found.pack else None
        if node is None:
            return Pack(name, "", "", "", "", "", (), (), None, {})
        pack = read_pack(node, name, self.faults)
        known = [_names((*shared.get(tongue, ()), *own.get(tongue, ()))) for tongue in pack.languages]
        concepts = frozenset.intersection(*known) if known else frozenset()
        vocabulary = Vocabulary(concepts, frozenset(instrument.id for instrument in instruments))
        pack = read_applies(pack, node, vocabulary, self.faults)
        return replace(pack, rules=self._rules(pack, found, vocabulary))

    def _second_reader(self, found: PackFiles) -> Mapping[str, WordWeights]:
        node = self._parse(found.second_reader) if found.second_reader else None
        return read_second_reader(node, self.faults) if node else {}

    def _rules(self, pack: Pack, found: PackFiles, vocabulary: Vocabulary) -> tuple[Rule, ...]:
        scope = RuleScope(pack.name, pack.languages, vocabulary)
        nodes = [node for path in found.rules if (node := self._parse(path))]
        if self.overlays:
            return self.overlays.rules(scope, nodes)
        return tuple(read_rule(node, scope, self.faults) for node in nodes)

    def _library(
        self,
        packs: Sequence[Pack],
        shared: Mapping[str, tuple[Concept, ...]],
        own: Mapping[str, Mapping[str, tuple[Concept, ...]]],
        instruments: tuple[Instrument, ...],
        layout: Layout,
    ) -> Library:
        concepts = dict(shared)
        for lexicons in own.values():
            for language, added in lexicons.items():
                concepts[language] = (*concepts.get(language, ()), *added)
        dated = tuple(replace(pack, digest=self._digest(pack, layout)) for pack in packs)
        whole = digest({pack.name: pack.digest for pack in dated})
        return Library(dated, concepts, instruments, whole, self.overlays.uses() if self.overlays else ())

    def _digest(self, pack: Pack, layout: Layout) -> str:
        found = layout.packs[pack.name]
        shared = [path for tongue in pack.languages for path in layout.lexicons.get(tongue, ())]
        paths = [LAW, found.pack, *shared, *found.lexicons.values(), found.second_reader]
        parsed = [self.nodes[path].plain() for path in paths if path in self.nodes]
        overlays = self.overlays.digests(pack.name) if self.overlays else []
        rules = sorted([rule.id, rule.digest] for rule in pack.rules)
        return digest([parsed, rules, overlays] if overlays else [parsed, rules])


def _names(concepts: Iterable[Concept]) -> frozenset[str]:
    return frozenset(concept.name for concept in concepts)


def _check_twice(concepts: Collection[Concept], faults: Faults) -> None:
    places: dict[str, str] = {}
    for concept in concepts:
        if concept.name in places:
            problem = f'the concept "{concept.name}" stands at {places[concept.name]} too'
            faults.add(concept.place, problem, "Put its phrases together in one place")
        places.setdefault(concept.name, concept.place)


def _check_ids(packs: Iterable[Pack], faults: Faults) -> None:
    places: dict[str, str] = {}
    for rule in (rule for pack in packs for rule in pack.rules if rule.id):
        if rule.id in places:
            faults.add(
                rule.place, f'the id "{rule.id}" stands at {places[rule.id]} too', "Ids are unique over all packs"
            )
        places.setdefault(rule.id, rule.place)
