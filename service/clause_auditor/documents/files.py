"""Files to bytes, bounded, with faults that say what to do."""

from __future__ import annotations

import stat
from pathlib import Path

from clause_auditor.documents.decoding import check_size
from clause_auditor.errors import InputError


def read_bytes(path: Path, name: str, limit: int, setting: str = "max_text_bytes") -> bytes:
    """Return a file's bytes; InputError if it is absent, no plain file, unreadable, or over the limit of a setting."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise InputError.at(name, "this is no file", "Name a file that holds the text of a contract")
        check_size(found.st_size, name, limit, setting)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise InputError.at(name, "there is no such file", "Check the name and the folder") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "the name is ill-formed"
        raise InputError.at(name, f"the file cannot be read: {reason}", "Check the name and its permissions") from None
    check_size(len(data), name, limit, setting)
    return data
