"""Messages taken apart: the letter's own words, what is attached to it, and the messages forwarded with it."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import MIMEPart
from typing import Final

from clause_auditor.documents.containers.zipped import Budget
from clause_auditor.documents.sniffing import Format, UnreadFormatError, sniff
from clause_auditor.errors import InputError, LimitError

_MOST_DEEP: Final = 20
_MESSAGES: Final = frozenset({"message/rfc822", "message/global"})
_TEXTS: Final = {"text/html": "message.html", "text/plain": "message.txt"}
"""Forms in which a letter is written, the better one first."""
_DOCUMENTS: Final = frozenset({Format.PDF, Format.ZIP, Format.MAIL})


@dataclass(frozen=True, slots=True)
class Letter:
    """One message."""

    texts: tuple[tuple[str, bytes], ...]
    """Its own words, as files in UTF-8; of several versions of the same the best."""
    attached: tuple[tuple[str, bytes | Letter], ...]
    """Names and bytes of what is attached, messages forwarded with it taken apart too."""


def open_letter(data: bytes, budget: Budget) -> Letter:
    """Return the message of these bytes; InputError if it is damaged, LimitError if it is too large or too deep."""
    try:
        return _open(email.message_from_bytes(data, policy=email.policy.default), budget, _MOST_DEEP)
    except (ValueError, LookupError, TypeError, AttributeError):
        cure = "Save the message again as .eml, or audit its attachments by themselves"
        raise InputError.at("", "the message is damaged", cure) from None


def _open(message: MIMEPart, budget: Budget, deep: int) -> Letter:
    if not deep:
        problem = f"messages lie more than {_MOST_DEEP} deep within each other"
        raise LimitError.at("", problem, "Open it yourself and audit the messages that matter")
    texts: list[tuple[str, bytes]] = []
    attached: list[tuple[str, bytes | Letter]] = []
    for part in _leaves(message):
        name = part.get_filename("attachment")
        if part.get_content_type() in _MESSAGES and part.is_multipart():
            inner = _open(part.get_payload(0), budget, deep - 1)  # type: ignore[arg-type]
            attached.append((part.get_filename("message.eml"), inner))
        elif _is_text(part):
            texts += _words(part)
        elif (content := _content(part, budget)) is not None and not _is_picture_in_text(part, content):
            attached.append((name, content))
    return Letter(tuple(texts), tuple(attached))


def _leaves(part: MIMEPart) -> Iterator[MIMEPart]:
    """Yield the parts of a message, in order, each that is said in several versions once."""
    kind = part.get_content_maintype()
    if kind != "multipart":
        yield part
    elif not part.is_multipart():
        if str(part.get_payload()).strip():
            raise ValueError("a message of several parts, without them")
    else:
        parts = list(part.iter_parts())
        chosen = _best(parts) if part.get_content_type() == "multipart/alternative" else parts
        for each in chosen:
            yield from _leaves(each)


def _best(versions: list[MIMEPart]) -> list[MIMEPart]:
    """Return of the versions of a letter the richest, and what is none: a version as a file counts as attached."""
    written = [each for each in versions if _forms(each)]
    best = min(reversed(written), key=lambda each: min(_forms(each)), default=None)
    return [each for each in versions if each is best or not _forms(each)]


def _forms(version: MIMEPart) -> list[int]:
    """The ranks of the forms in which a version is written: none for a file."""
    order = list(_TEXTS)
    return [order.index(each.get_content_type()) for each in version.walk() if _is_text(each)]


def _is_text(part: MIMEPart) -> bool:
    attached = part.get_content_disposition() == "attachment" or part.get_filename()
    return part.get_content_type() in _TEXTS and not attached


def _words(part: MIMEPart) -> Iterator[tuple[str, bytes]]:
    content = part.get_payload(decode=True)
    if isinstance(content, bytes) and content.strip():
        text = _decoded(content, part.get_content_charset("utf-8"))
        yield _TEXTS[part.get_content_type()], text.encode("utf-8", "replace")


def _decoded(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset, "replace")
    except LookupError:
        return content.decode("utf-8", "replace")


def _content(part: MIMEPart, budget: Budget) -> bytes | None:
    """Return the bytes of what is attached; None for the notes of mail servers."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return None
    budget.admit(1)
    budget.take(len(content))
    return content


def _is_picture_in_text(part: MIMEPart, content: bytes) -> bool:
    """Tell whether this is drawn within the letter; a contract that is only called a picture is none."""
    if part.get_content_maintype() != "image" or part.get_content_disposition() == "attachment":
        return False
    try:
        return sniff(content) not in _DOCUMENTS
    except InputError as error:
        return isinstance(error, UnreadFormatError) or not content.strip()
