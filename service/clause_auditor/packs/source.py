"""Where packs are kept, and the files of a folder of packs as bytes by relative path."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from clause_auditor.errors import PackError

MOST_FILES = 2000
_FORMS = ("*.y*ml", "*/*.y*ml", "lexicons/*/*.y*ml")
_CHECKOUT = Path(__file__).parents[3] / "rulepacks"


def rulepacks_root() -> Path:
    """Return the folder of the installed packs: inside the wheel, or beside `service/` in a checkout."""
    packaged = files("clause_auditor") / "rulepacks"
    return Path(str(packaged)) if packaged.is_dir() else _CHECKOUT


def read_folder(root: Path) -> dict[str, bytes]:
    """Return the YAML files of a folder of packs by relative path with slashes, sorted.

    PackError if the folder is none, cannot be read, or holds more than `MOST_FILES` files.
    """
    if not root.is_dir():
        raise PackError.at(root.name, "there is no such folder", "Give the folder that holds the packs")
    paths = sorted(path for form in _FORMS for path in root.glob(form) if path.is_file())
    if len(paths) > MOST_FILES:
        raise PackError.at(
            root.name, f"the folder holds more than {MOST_FILES} files", "Give the folder of packs itself"
        )
    return {path.relative_to(root).as_posix(): _read(path, root) for path in paths}


def _read(path: Path, root: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise PackError.at(path.relative_to(root).as_posix(), "the file cannot be read") from None
