"""Messages: the attachments are the contract; without one, the message is."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from typing import Final

from clause_auditor.documents.containers.archive import ReadMember, add_remarks, read_members
from clause_auditor.documents.containers.zipped import Budget
from clause_auditor.documents.extraction import Paper
from clause_auditor.errors import InputError

_LETTER: Final = "The message itself was not judged: its attachments are."
_DAMAGED: Final = "Save the message again as .eml, or audit its attachments by themselves"


def read_mail(data: bytes, budget: Budget, read_member: ReadMember) -> list[Paper]:
    """Return the papers of a message: its attachments that can be read, or where there are none its own text.

    InputError if it has neither, or an attachment that should be a contract cannot be read.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        attached = list(_attachments(message, budget))
        body = _body(message)
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, KeyError):
        raise InputError.at("", "the message is damaged", _DAMAGED) from None
    if attached:
        return add_remarks(read_members(attached, read_member), [_LETTER] if body else [])
    if body is None:
        raise InputError.at("", "the message holds neither text nor attachments", _DAMAGED)
    return read_member(*body)


def _attachments(message: EmailMessage, budget: Budget) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of what is attached; pictures within the text are no attachments."""
    for part in message.walk():
        if part.is_multipart() or not _is_attached(part):
            continue
        content = part.get_payload(decode=True)
        if isinstance(content, bytes) and content.strip():
            budget.admit(1)
            budget.take(len(content))
            yield part.get_filename("attachment"), content


def _is_attached(part: EmailMessage) -> bool:
    if part.get_content_disposition() == "attachment":
        return True
    return bool(part.get_filename()) and part.get_content_maintype() != "image"


def _body(message: EmailMessage) -> tuple[bytes, str] | None:
    part = message.get_body(("html", "plain"))
    if part is None:
        return None
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return None
    text = _decoded(content, part.get_content_charset("utf-8"))
    return text.encode("utf-8", "replace"), "message.html" if part.get_content_subtype() == "html" else "message.txt"


def _decoded(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset, "replace")
    except LookupError:
        return content.decode("utf-8", "replace")
