"""Bytes to text before any parsing: bounded, UTF-8, one kind of line end."""

from __future__ import annotations

from clause_auditor.errors import ClauseAuditorError

MAX_BYTES = 1 << 20
MAX_DEPTH = 40


def decode_source(data: bytes, name: str, most: int, error: type[ClauseAuditorError]) -> str:
    """Return the text of a file without byte order mark; raise `error` if it is too large or not UTF-8."""
    if len(data) > most:
        raise error.at(name, f"the file is larger than {most} bytes", "Split it")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise error.at(f"{name}:{line}", "the file is not UTF-8", "Save it as UTF-8") from None
