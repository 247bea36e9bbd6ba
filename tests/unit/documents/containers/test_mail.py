"""Messages: the attachments are the contract; without one, the message is."""

from __future__ import annotations

import binascii
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


BODY = "# Data Processing Agreement\n\nThe Processor shall notify.\n"
BESIDE = [
    (b"BEGIN:VCARD\nEND:VCARD\n", "text", "vcard", "anna.vcf"),
    (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "text", "calendar", "invite.ics"),
    (b"\x89PNG\r\n\x1a\n", "image", "png", "logo.png"),
    (b"0\x82\1\n" + bytes(range(256)), "application", "pkcs7-signature", "smime.p7s"),
]


@pytest.mark.parametrize(("content", "main", "sub", "name"), BESIDE)
def test_where_no_attachment_can_be_a_contract_the_message_is(content: bytes, main: str, sub: str, name: str) -> None:
    mail = message(BODY)
    mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
    (document,) = read_data(mail.as_bytes(), "m.eml").documents
    assert document.text.startswith("# Data Processing Agreement")
    assert [remark.split(" was")[0] for remark in document.remarks] == [name]


@pytest.mark.parametrize(("content", "main", "sub", "name"), BESIDE)
def test_what_is_attached_beside_a_contract_is_named(content: bytes, main: str, sub: str, name: str) -> None:
    mail = message()
    mail.add_attachment(DPA, maintype="application", subtype="octet-stream", filename="dpa.docx")
    mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
    (document,) = read_data(mail.as_bytes(), "m.eml").documents
    assert document.title == "Data Processing Agreement"
    assert document.remarks[0].startswith(f"{name} was not read")


def test_a_forwarded_message_is_read_whether_its_words_are_the_contract_or_its_attachments() -> None:
    outer, inner = message("FYI"), message(BODY)
    outer.add_attachment(inner)
    outer.add_attachment("# Annex", subtype="markdown", filename="annex.md")
    contract = read_data(outer.as_bytes(), "m.eml")
    assert [document.text.strip() for document in contract.documents] == [BODY.strip(), "# Annex"]
    assert [name for name, _ in read_parts(outer.as_bytes(), "m.eml")] == [
        "m.eml/message.eml/message.txt",
        "m.eml/annex.md",
    ]


def test_messages_may_be_forwarded_often_but_not_without_end() -> None:
    mail = message(BODY)
    for _ in range(10):
        outer = message("FYI")
        outer.add_attachment(mail)
        mail = outer
    assert read_data(mail.as_bytes(), "m.eml").documents[0].title.endswith("Data Processing Agreement")
    data = b"MIME-Version: 1.0\nContent-Type: message/rfc822\n\n" * 40 + mail.as_bytes()
    with pytest.raises(InputError, match="deep"):
        read_data(data, "m.eml")


@pytest.mark.parametrize("kind", ["image/png", "text/x-word", "application/octet-stream"])
def test_what_is_attached_is_told_by_its_content(kind: str) -> None:
    mail = message()
    mail.add_attachment(DPA, maintype="image", subtype="png", disposition="inline")
    data = mail.as_bytes().replace(b"Content-Disposition: inline\n", b"").replace(b"image/png", kind.encode())
    assert read_data(data, "m.eml").documents[0].title == "Data Processing Agreement"


def test_pictures_within_the_words_are_passed_over() -> None:
    mail = message(BODY)
    mail.add_related(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", cid="<logo>")
    (document,) = read_data(mail.as_bytes(), "m.eml").documents
    assert document.remarks == ()


def test_of_several_versions_of_a_message_the_best_is_read() -> None:
    mail = message("plain")
    mail.add_alternative("<html><body><p>rich</p></body></html>", subtype="html")
    (document,) = read_data(mail.as_bytes(), "m.eml").documents
    assert document.text == "rich"
    mail.add_alternative(DPA, maintype="application", subtype="octet-stream", filename="dpa.docx")
    assert read_data(mail.as_bytes(), "m.eml").documents[0].title == "Data Processing Agreement"


def test_all_attachments_that_cannot_be_read_are_named() -> None:
    mail = message(BODY)
    for name, content in (("a.docx", DPA[:300]), ("winmail.dat", b"\x78\x9f\x3e\x22\1\0\2"), ("s.p7m", b"0\x80x")):
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    with pytest.raises(InputError) as caught:
        read_data(mail.as_bytes(), "m.eml")
    assert [fault.place for fault in caught.value.faults] == ["m.eml, a.docx", "m.eml, winmail.dat", "m.eml, s.p7m"]
    assert "winmail.dat" in caught.value.faults[1].problem


def test_a_mailbox_of_several_messages_is_refused() -> None:
    one = b"From a@b.example Mon Nov  2 10:00:00 2026\n" + message(BODY).as_bytes()
    assert read_data(one, "one.mbox").documents
    with pytest.raises(InputError, match="mailbox of several messages"):
        read_data(one + b"\n\n" + one, "all.mbox")


def test_a_file_written_into_the_words_is_named() -> None:
    lines = [binascii.b2a_uu(BODY.encode()[at : at + 45]).decode() for at in range(0, len(BODY), 45)]
    mail = message("See\n\nbegin 644 dpa.md\n" + "".join(lines) + "`\nend\n")
    with pytest.raises(InputError, match=r"dpa\.md: .*uuencoded"):
        read_data(mail.as_bytes(), "m.eml")


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
