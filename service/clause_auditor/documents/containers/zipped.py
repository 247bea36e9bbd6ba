"""ZIP archives, opened with every bound that keeps a bomb from going off."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from clause_auditor.documents.options import MIB, ReadingOptions
from clause_auditor.errors import ClauseAuditorError, InputError, LimitError, ProtectedError

_CHUNK: Final = 256 * 1024
_DIRECTORY: Final = b"PK\x05\x06"
_MOST_DIRECTORY: Final = 16 * MIB
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_AGAIN: Final = "Fetch or save it again and audit that file"
_ODD = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class SpentError(LimitError):
    """Nothing more is unpacked: what the file as a whole may cost is spent."""


class Budget:
    """What the archives within one file may unpack to, all together."""

    def __init__(self, options: ReadingOptions) -> None:
        self._options = options
        self._bytes = 0
        self._members = 0

    def take(self, size: int) -> None:
        """Count bytes unpacked; LimitError when they are too many."""
        self._bytes += size
        if self._bytes > self._options.max_unpacked_bytes:
            raise _too_large(f"it unpacks to more than {self._options.max_unpacked_bytes} bytes")

    def admit(self, members: int) -> None:
        """Count members; LimitError when they are too many."""
        self._members += members
        if self._members > self._options.max_members:
            raise _too_large(f"it holds more than {self._options.max_members} files")

    def weigh(self, size: int, packed: int) -> None:
        """LimitError if a member is a bomb: far larger than its packed form."""
        if size > MIB and size > packed * self._options.max_ratio:
            raise _too_large(f"a part of it unpacks to more than {self._options.max_ratio} times its size")


class Archive:
    """One archive; every member is read at most once, in pieces, against the budget."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self._budget = budget
        _check_directory(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error, LookupError):
            raise InputError.at("", "the file is damaged or cut off: it has no list of its parts", _AGAIN) from None
        budget.admit(len(members))
        files = [member for member in members if not member.is_dir()]
        self._members = {member.filename: member for member in files}
        if len(self._members) < len(files):
            raise _ambiguous([member.filename for member in files])

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def read(self, name: str) -> bytes:
        """Return a member's bytes; InputError if it is protected or damaged, LimitError if it is too large."""
        member = self._members[name]
        if member.flag_bits & 0x1:
            cure = "Save it without one and audit that file"
            raise ProtectedError.at("", "the file is protected by a password", cure)
        if member.compress_type not in _METHODS:
            raise InputError.at("", "a part of the file is packed in an unusual way", "Pack it again as a plain ZIP")
        try:
            return b"".join(self._chunks(member))
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError, struct.error):
            raise InputError.at("", "the file is damaged: a part of it cannot be unpacked", _AGAIN) from None

    def _chunks(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        size = 0
        with self._zip.open(member) as file:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                self._budget.take(len(chunk))
                self._budget.weigh(size, member.compress_size)
                yield chunk


def shown_name(name: str) -> str:
    """Return the name of a member as it may stand in messages: no control characters, not too long."""
    parts = [part for part in _ODD.sub("", name.replace("\\", "/")).split("/") if part not in ("", ".", "..")]
    return "/".join(parts)[-160:] or "unnamed"


def _check_directory(data: bytes) -> None:
    """Refuse a list of members so long that reading it alone would be the harm."""
    place = data.rfind(_DIRECTORY, max(0, len(data) - 66_000))
    if place >= 0 and len(data) >= place + 16:
        size = int.from_bytes(data[place + 12 : place + 16], "little")
        if size != 0xFFFFFFFF and size > _MOST_DIRECTORY:
            raise _too_large("it holds too many files")


def _ambiguous(names: list[str]) -> ClauseAuditorError:
    twice = next(name for at, name in enumerate(names) if name in names[:at])
    problem = f"two of its files have one name ({shown_name(twice)}), and programs differ in which of them they show"
    return InputError.at("", problem, "Find out which is meant, give each a name of its own, and pack it again")


def _too_large(problem: str) -> ClauseAuditorError:
    return SpentError.at("", problem, "Unpack it yourself if you trust it, and audit the files that matter")
