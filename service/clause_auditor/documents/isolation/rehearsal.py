"""Read one small file of each kind before any is confined: what readers load late is loaded then."""

from __future__ import annotations

import contextlib
import io
import zipfile
from email.message import EmailMessage

from clause_auditor.documents.isolation.dispatch import Dispatcher
from clause_auditor.documents.options import DEFAULTS

_PAGE = b"<!DOCTYPE html><html><head><title>x</title></head><body><p>x &eacute;</p></body></html>"


def rehearse() -> None:
    """Read a message and an archive that hold one another, a web page and a text."""
    texts = (("x.txt", "Löschung".encode("cp1252")), ("x.txt", "łącznie z żądaniem".encode("cp1250")))
    for name, data in (("x.eml", _message()), ("x.html", _PAGE), *texts):
        with contextlib.suppress(Exception):
            Dispatcher(DEFAULTS).read(data, name)


def _message() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Jérôme <a@b.example>", "c@d.example", "Löschung – Prüfung"
    mail["Message-ID"], mail["Date"] = "<1@b.example>", "Mon, 02 Feb 2026 10:00:00 +0100"
    mail.set_content("Grüße")
    mail.add_alternative("<p>Grüße</p>", subtype="html")
    mail.add_attachment(_archive(), maintype="application", subtype="zip", filename="Verträge.zip")
    return mail.as_bytes()


def _archive() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Verträge.md", "# x")
    return data.getvalue()
