"""A corpus: a folder of contracts (`documents/`) and of what careful readers say of them (`labels/`).

`open_corpus` checks every sheet before anything is audited; `Corpus.contracts` then reads one contract after the other,
so that a folder of any size costs the memory of one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from clause_auditor.domain.rule import Library
from clause_auditor.errors import InputError
from clause_auditor.evaluation.sheet import Sheet, read_sheet
from clause_auditor.notation import Faults, parse_yaml, show_word, suggest

DOCUMENTS: Final = "documents"
LABELS: Final = "labels"
_SUFFIXES: Final = (".yaml", ".yml")
_FORM: Final = "A corpus is a folder with documents/ and labels/<contract>.<pack>.yaml: docs/evaluation.md"


@dataclass(frozen=True, slots=True)
class LabelledContract:
    """One document with every sheet that labels it."""

    document: str
    """Path below `documents/`, with slashes."""
    path: Path
    sheets: tuple[Sheet, ...]
    """Sorted by their file names."""

    @property
    def packs(self) -> tuple[str, ...]:
        """The packs that it is labelled by, each once, sorted."""
        return tuple(sorted({sheet.pack for sheet in self.sheets}))


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus whose sheets were found to be sound; holds names alone, no labels."""

    root: Path
    index: Mapping[str, tuple[str, ...]]
    """By document the file names of its sheets; both sorted."""

    @property
    def sheets(self) -> int:
        """How many sheets there are."""
        return sum(map(len, self.index.values()))

    def contracts(self) -> Iterator[LabelledContract]:
        """Yield each document once with its sheets, sorted by name; InputError if a sheet was changed meanwhile."""
        for document, names in self.index.items():
            faults = Faults()
            sheets = tuple(_read(self.root, name, faults) for name in names)
            faults.refuse()
            yield LabelledContract(document, self.root / DOCUMENTS / document, sheets)


def open_corpus(root: Path, library: Library, packs: Collection[str] = ()) -> Corpus:
    """Return the corpus in a folder with the sheets of these packs (default: all), each of them checked.

    InputError lists every fault with the file below the folder, the line and the cure: a sheet of another form, an
    unknown pack, rule or status, a document that is not there; also a corpus in which there is nothing to judge.
    """
    names = [name for name in _sheet_names(root) if not packs or _split(name)[1] in packs]
    if not names:
        raise InputError.at(str(root), _nothing(packs), _FORM)
    faults = Faults()
    index: dict[str, list[str]] = {}
    for name in names:
        sheet = _check(root, name, library, faults)
        if sheet:
            index.setdefault(sheet.document, []).append(name)
    faults.refuse()
    return Corpus(root, {document: tuple(index[document]) for document in sorted(index)})


def _nothing(packs: Collection[str]) -> str:
    return f"there is no label sheet for {', '.join(sorted(packs))} here" if packs else "there is no label sheet here"


def _sheet_names(root: Path) -> list[str]:
    folder = root / LABELS
    if not folder.is_dir():
        raise InputError.at(str(root), f"there is no folder {LABELS}/ here", _FORM)
    files = sorted(path.name for path in folder.iterdir() if path.suffix in _SUFFIXES and path.is_file())
    faults = Faults()
    for name in files:
        if name.endswith(".yml") or not all(_split(name)):
            faults.add(f"{LABELS}/{name}", "a sheet has no such name", "Name it <contract>.<pack>.yaml")
    faults.refuse()
    return files


def _split(name: str) -> tuple[str, str]:
    """Return the contract's short name and the pack of a sheet's file name."""
    contract, _, pack = name.removesuffix(".yaml").rpartition(".")
    return contract, pack


def _check(root: Path, name: str, library: Library, faults: Faults) -> Sheet | None:
    """Return a sheet if it can be read; faults of every kind are noted."""
    own = Faults()
    try:
        sheet = _read(root, name, own)
    except InputError as error:
        faults.extend(error.faults)
        return None
    _check_document(root, sheet, own)
    _check_rules(sheet, library, own)
    faults.extend(own.found)
    return sheet


def _read(root: Path, name: str, faults: Faults) -> Sheet:
    place = f"{LABELS}/{name}"
    try:
        data = (root / LABELS / name).read_bytes()
    except OSError:
        raise InputError.at(place, "the sheet cannot be read", "Check its permissions") from None
    return read_sheet(parse_yaml(data, place), *_split(name), faults)


def _check_document(root: Path, sheet: Sheet, faults: Faults) -> None:
    if sheet.document and not (root / DOCUMENTS / sheet.document).is_file():
        cure = f"Put the file into {DOCUMENTS}/, or mend its name here"
        faults.add(sheet.document_place, f"the document is not in {DOCUMENTS}/", cure)


def _check_rules(sheet: Sheet, library: Library, faults: Faults) -> None:
    rules = {pack.name: {rule.id for rule in pack.rules} for pack in library.packs}
    if sheet.pack not in rules:
        cure = suggest(sheet.pack, rules) or "Name the folder of your packs with --root"
        faults.add(sheet.pack_place or sheet.place, f"no pack is called {show_word(sheet.pack)}", cure)
        return
    known = rules[sheet.pack] | switched_off(library)
    for label in sheet.labels.values():
        if label.rule_id not in known:
            problem = f"the pack {sheet.pack} has no rule {show_word(label.rule_id)}"
            faults.add(label.place, problem, suggest(label.rule_id, rules[sheet.pack]) or "Mend the name")


def switched_off(library: Library) -> set[str]:
    """Return the ids of the rules that an overlay switches off: labels for them are no fault, and are not judged."""
    return {sentence.partition(" ")[0] for use in library.overlays for sentence in use.switched_off}
