"""Read one small file of each kind before any is confined: what readers load late is loaded then."""

from __future__ import annotations

import contextlib
import io
import zipfile
from email.message import EmailMessage

from clause_auditor.documents.isolation.dispatch import Dispatcher
from clause_auditor.documents.options import DEFAULTS

_SHEET = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj "
    b"4 0 obj<</Length 29>>stream\nBT /F 9 Tf 9 9 Td (x) Tj ET \nendstream endobj "
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)
_PAGE = b"<!DOCTYPE html><html><head><title>x</title></head><body><p>x &eacute;</p></body></html>"


def rehearse() -> None:
    """Read a message and an archive that hold one another, a web page, a PDF page and a text."""
    texts = (("x.txt", "Löschung".encode("cp1252")), ("x.txt", "łącznie z żądaniem".encode("cp1250")))
    for name, data in (("x.eml", _message()), ("x.html", _PAGE), ("x.pdf", _SHEET), *texts):
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
