"""Messages: the attachments are the contract; without one, the message is."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from clause_auditor.documents import read_data, read_parts
from clause_auditor.errors import InputError

from ..word.word_files import p, r, word_file

DPA = word_file(p(r("Data Processing Agreement")) + p(r("The Processor shall notify.")))


def message(body: str = "Please find attached.", *, html: bool = False) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@vendor.example", "b@customer.example", "DPA"
    mail["Message-ID"] = "<1@vendor.example>"
    mail.set_content(body, subtype="html" if html else "plain")
    return mail


def test_attachments_are_the_contract_and_the_letter_is_not() -> None:
    mail = message()
    mail.add_attachment(DPA, maintype="application", subtype="octet-stream", filename="DPA final.docx")
    mail.add_attachment("# Annex I", subtype="markdown", filename="annex.md")
    mail.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="sig.png")
    contract = read_data(mail.as_bytes(), "mail.eml")
    assert [document.id for document in contract.documents] == ["DPA final", "annex"]
    remarks = " ".join(contract.documents[0].remarks)
    assert "sig.png was not read" in remarks
    assert "message itself was not judged" in remarks


def test_a_message_without_attachments_is_read_itself() -> None:
    mail = message("The Processor shall notify. – Müller")
    (document,) = read_data(mail.as_bytes(), "mail.eml").documents
    assert document.text.strip() == "The Processor shall notify. – Müller"


def test_each_attachment_may_be_one_contract() -> None:
    mail = message()
    mail.add_attachment("# One", subtype="markdown", filename="one.md")
    mail.add_attachment("# Two", subtype="markdown", filename="two.md")
    assert [name for name, _ in read_parts(mail.as_bytes(), "m.eml")] == ["m.eml/one.md", "m.eml/two.md"]


def test_a_message_within_a_message() -> None:
    outer, inner = message("fwd"), message("see annex")
    inner.add_attachment("# Annex", subtype="markdown", filename="annex.md")
    outer.add_attachment(inner)
    assert read_data(outer.as_bytes(), "m.eml").documents[0].text == "# Annex\n"


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\nFrom: a@b.example\n\n",
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n--x--\n",
        b"MIME-Version: 1.0\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n!!!!",
        b"MIME-Version: 1.0\n" + b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 2000,
    ],
)
def test_messages_with_nothing_in_them(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read_data(data, "m.eml")
    assert all(fault.place and fault.cure for fault in caught.value.faults)
