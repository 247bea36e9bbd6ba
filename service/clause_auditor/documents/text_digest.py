"""The digest by which a canonical text is known again."""

from __future__ import annotations

import hashlib


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text, hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
