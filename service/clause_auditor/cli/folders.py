"""What of a folder is a contract: by its name or by what is in it; and what is passed over, but not in silence."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from clause_auditor.cli.faults import note
from clause_auditor.documents.bystanders import PICTURE, is_dropping
from clause_auditor.documents.sniffing import BystanderError, Format, UnreadFormatError, is_empty, sniff
from clause_auditor.errors import InputError
from clause_auditor.settings import SETTINGS_FILE

READ: Final = ".docx .docm .dotx .pdf .html .htm .xhtml .mht .mhtml .md .markdown .txt .zip .eml .json .yaml .yml"
_REFUSED: Final = ".doc .rtf .odt .msg .pages"
SUFFIXES: Final = frozenset(f"{READ} {_REFUSED}".split())
"""What is taken from a folder. Contracts in forms that are not read are taken too, and refused: none goes unnoticed."""
_PASSED: Final = {
    suffix: what
    for what, suffixes in (
        (PICTURE[0], ".png .jpg .jpeg .gif .tif .tiff .bmp .webp .heic"),
        ("a spreadsheet, which is not read", ".xlsx .xlsm .xlsb .xls .ods .csv .tsv .numbers"),
        ("a presentation, which is not read", ".pptx .ppt .odp .key"),
        ("an archive of a kind that is not read", ".7z .rar .tar .gz .tgz .bz2 .xz"),
    )
    for suffix in suffixes.split()
}
_HEAD: Final = 4096
_TAIL: Final = 65_536
"""Where an archive lists its members."""
_MOST_NAMED: Final = 10


@dataclass(frozen=True, slots=True)
class Passed:
    """A file of a folder in which something may stand that matters, and which is not read."""

    path: Path
    what: str

    def __str__(self) -> str:
        return f"{self.path.as_posix()} was not read: it is {self.what}."


def files_below(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and of those in it, without hidden ones."""
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not is_dropping(name)]
        yield from (Path(root) / name for name in files if not is_dropping(name))


def sort_out(paths: Iterable[Path]) -> tuple[list[Path], list[Passed]]:
    """Return the contracts among files, and what is passed over; what is neither, as programs are, is left out."""
    looks = [(path, _look(path)) for path in sorted(paths) if path.name != SETTINGS_FILE and path.is_file()]
    taken = [path for path, look in looks if look is True]
    return taken, [Passed(path, look) for path, look in looks if isinstance(look, str)]


def note_passed(passed: Iterable[Passed]) -> None:
    """Name on stderr the files that were passed over, if there are any."""
    names = [each.path.as_posix() for each in passed]
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    if names:
        note(f"passed over, as no contract is read from files of these kinds: {', '.join(names[:_MOST_NAMED])}{more}")


def _look(path: Path) -> bool | str:
    """Return whether a file is taken for a contract; where it is not, but may matter, what it is."""
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return True
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
            tail = file.read() if head.startswith(b"PK") else b""
    except OSError:
        return _PASSED.get(suffix, False)
    return not is_empty(head) and _judge(head, tail, path.name, suffix)


def _judge(head: bytes, tail: bytes, name: str, suffix: str) -> bool | str:
    try:
        form = sniff(head, name)
    except BystanderError:
        return False
    except UnreadFormatError as error:
        return error.faults[0].problem
    except InputError:
        return _PASSED.get(suffix, True)
    if form is Format.ZIP and suffix and b"word/" not in head + tail:
        return _PASSED.get(suffix, "an archive of a kind that is not read")
    return _PASSED.get(suffix, False) if form is Format.TEXT else True
