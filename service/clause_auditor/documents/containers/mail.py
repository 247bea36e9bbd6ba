"""Messages: the attachments are the contract; where none of them can be one, the message is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from clause_auditor.documents.containers.archive import ReadMember
from clause_auditor.documents.containers.letters import Letter, open_letter
from clause_auditor.documents.containers.zipped import Budget, shown_name
from clause_auditor.documents.extraction import Contents, merge
from clause_auditor.errors import InputError

_LETTER: Final = "The message itself was not judged: its attachments are."
_FORWARDED: Final = "A forwarded message itself was not judged: its attachments are."
_MAILBOX = re.compile(rb"\n\r?\nFrom [^\r\n]{1,200}\d{4}\r?\n[A-Za-z][A-Za-z0-9-]{0,40}:")
_UUENCODED = re.compile(rb"^begin [0-7]{3,4} ([^\r\n]{1,200})\r?\n(?:[ -`]{1,70}\r?\n)++end\b", re.MULTILINE)


def read_mail(data: bytes, budget: Budget, read_member: ReadMember) -> Contents:
    """Return what the attachments of a message hold, or where none of them can be a contract, its own words.

    InputError if the message is damaged, or a mailbox of several.
    """
    if data.startswith(b"From ") and _MAILBOX.search(data):
        cure = "Save each message by itself as .eml, and audit those that hold a contract"
        raise InputError.at("", "a mailbox of several messages, which is not read", cure)
    return _read_letter(open_letter(data, budget), read_member, _LETTER)


def _read_letter(letter: Letter, read_member: ReadMember, remark: str) -> Contents:
    texts = [(name, _UUENCODED.sub(b"", text)) for name, text in letter.texts]
    found = merge([
        *(_read_attached(name, each, read_member) for name, each in letter.attached),
        *(read_member(name, _refuse_uuencoded) for name in _uuencoded(letter)),
    ])  # fmt: skip
    words = [(name, text) for name, text in texts if text.strip()]
    if found.papers:
        return merge([found, Contents(remarks=(remark,) if words else ())])
    return merge([found, *(read_member(name, _giving(text)) for name, text in words)])


def _read_attached(name: str, content: bytes | Letter, read_member: ReadMember) -> Contents:
    shown = shown_name(name)
    if isinstance(content, bytes):
        return read_member(shown, _giving(content))
    return _read_letter(content, lambda inner, load: read_member(f"{shown}/{inner}", load), _FORWARDED)


def _giving(content: bytes) -> Callable[[], bytes]:
    return lambda: content


def _uuencoded(letter: Letter) -> Iterator[str]:
    """Yield the names of files that stand within the words of a letter, as mail programs wrote them before MIME."""
    for _, text in letter.texts:
        for match in _UUENCODED.finditer(text):
            yield shown_name(match[1].decode("utf-8", "replace"))


def _refuse_uuencoded() -> bytes:
    cure = "Save the attachment by itself from the mail program, and audit it"
    raise InputError.at("", "it is written into the words of the message (uuencoded), which is not read", cure)
