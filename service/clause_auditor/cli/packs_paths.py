"""From a path that a user names (a folder of packs, a pack, a file of one) to its library and all faults in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from clause_auditor.domain.rule import Library
from clause_auditor.errors import ClauseAuditorError, Fault
from clause_auditor.packs import check_library, load_files, load_library
from clause_auditor.packs.source import read_folder


def check_paths(path: Path, root: Path | None = None) -> tuple[Library | None, list[Fault]]:
    """Return the library that stands at a path (None if it does not load) and its faults.

    An overlay is laid over the packs of `root` (default: the installed ones), and its own rules alone are checked.
    """
    try:
        library = _load_overlay(path, root) if _is_overlay(path) else _load(path.resolve())
    except ClauseAuditorError as error:
        return None, list(error.faults)
    return library, check_library(library)


def _is_overlay(path: Path) -> bool:
    # at the beginning of a line the word stands in no other file of packs
    return path.is_file() and any(line.startswith(b"extends:") for line in path.read_bytes().splitlines())


def _load_overlay(path: Path, root: Path | None) -> Library:
    library = load_library(root, overlays=[path])
    (overlay,) = library.overlays
    (pack,) = [pack for pack in library.packs if pack.name == overlay.extends]
    own = tuple(rule for rule in pack.rules if rule.overlays or rule.id.startswith(f"{overlay.name}."))
    return replace(library, packs=(replace(pack, rules=own),), concepts={})


def _load(path: Path) -> Library:
    folder = path.parent if path.is_file() else path
    if (folder / "pack.yaml").is_file():
        return _load_pack(folder)
    if (folder / "lexicons").is_dir():
        return load_library(folder)
    return load_files(read_folder(folder))


def _load_pack(folder: Path) -> Library:
    if (folder.parent / "lexicons").is_dir():
        return load_library(folder.parent, [folder.name])
    return load_files({f"{folder.name}/{name}": data for name, data in read_folder(folder).items()})
