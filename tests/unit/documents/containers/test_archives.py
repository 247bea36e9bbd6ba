"""Archives of contracts, and archives that are made to do harm."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Mapping

import pytest

from clause_auditor.documents import ReadingOptions, read_data, read_parts
from clause_auditor.documents.containers.zipped import Archive, Budget, shown_name
from clause_auditor.documents.options import DEFAULTS, MIB
from clause_auditor.errors import InputError, LimitError, ProtectedError

from ..word.word_files import p, r, word_file

PNG = b"\x89PNG\r\n\x1a\n...."


def packed(members: Mapping[str, bytes | str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


DPA = word_file(p(r("Data Processing Agreement")) + p(r("The Processor shall notify.")))


def test_all_papers_of_an_archive_are_one_contract() -> None:
    data = packed(
        {
            "dpa.docx": DPA,
            "terms/msa.md": "# Master Agreement",
            "facts.yaml": "contract_key: k\nfacts: {term: 1 year}\n",
        }
    )
    contract = read_data(data, "signed.zip")
    assert [(document.id, document.title) for document in contract.documents] == [
        ("dpa", "Data Processing Agreement"),
        ("msa", "Master Agreement"),
    ]
    assert contract.contract_key == "k"


def test_or_each_is_one_by_itself() -> None:
    parts = read_parts(packed({"a.md": "# One", "b.txt": "Two"}), "signed.zip")
    assert [(name, contract.documents[0].text) for name, contract in parts] == [
        ("signed.zip/a.md", "# One"),
        ("signed.zip/b.txt", "Two"),
    ]


def test_what_no_contract_comes_in_is_named_and_passed_over() -> None:
    data = packed(
        {"logo.png": PNG, "__MACOSX/x.md": "junk", "inner.zip": packed({"a.md": "# One", "photo.jpg": b"\xff\xd8\xff"})}
    )
    (document,) = read_data(data, "signed.zip").documents
    assert document.text == "# One"
    assert [remark.split(" was")[0] for remark in document.remarks] == ["logo.png", "inner.zip/photo.jpg"]


def test_a_contract_that_cannot_be_read_is_no_thing_to_pass_over() -> None:
    with pytest.raises(InputError) as caught:
        read_data(packed({"a.md": "# One", "b.docx": DPA[:300]}), "signed.zip")
    (fault,) = caught.value.faults
    assert fault.place == "signed.zip, b.docx"
    assert "cut off" in fault.problem


def test_all_members_that_cannot_be_read_are_named_at_once() -> None:
    members = {
        "a.md": "# One",
        "b.docx": DPA[:300],
        "old.rtf": "{\\rtf1 x}",
        "deep.zip": packed({"c.pdf": "%PDF-1.7 x"}),
    }
    with pytest.raises(InputError) as caught:
        read_data(packed(members), "signed.zip")
    places = [fault.place for fault in caught.value.faults]
    assert places == ["signed.zip, b.docx", "signed.zip, old.rtf", "signed.zip, deep.zip/c.pdf"]
    assert all(fault.problem and fault.cure for fault in caught.value.faults)


def test_the_error_of_members_that_all_want_a_password_says_so() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(ProtectedError):
        read_data(packed({"a.md": "# One", "b.docx": locked, "c.docx": locked}), "signed.zip")


def test_bystanders_are_named_and_passed_over() -> None:
    beside = {
        "v.mp4": b"\0\0\0\x20ftypisom" + bytes(range(256)),
        "page_files/f.woff2": b"wOF2" + bytes(range(256)),
        "page_files/style.css": "/* drawn by us */ body{color:#000}",
        "page_files/a.js": "var x=1;",
        "empty.txt": b"",
        "package.json": '{"name": "x", "version": 1}',
        "compose.yaml": "services:\n  web: {}\n",
        "anna.vcf": "BEGIN:VCARD\nEND:VCARD\n",
        "nothing.zip": packed({}),
        "pictures.zip": packed({"a.png": PNG}),
    }
    (document,) = read_data(packed({"dpa.docx": DPA} | beside), "signed.zip").documents
    assert document.title == "Data Processing Agreement"
    named = [remark.split(" was not read")[0] for remark in document.remarks]
    assert sorted(named) == sorted([*(name for name in beside if name != "pictures.zip"), "pictures.zip/a.png"])


def test_what_systems_leave_behind_is_passed_over_without_a_word() -> None:
    left = dict.fromkeys((".DS_Store", "a/Thumbs.db", "Desktop.ini", "__MACOSX/._a.md", "~$a.docx"), b"\x00\x01\x02")
    (document,) = read_data(packed({"a.md": "# One"} | left), "signed.zip").documents
    assert document.remarks == ()


def test_a_record_that_is_ill_written_is_no_bystander() -> None:
    with pytest.raises(InputError, match=r"facts\.yaml:1"):
        read_data(packed({"a.md": "# One", "facts.yaml": "facts: {terms: 1}\n"}), "signed.zip")


def test_remarks_are_bounded() -> None:
    pictures = {f"{number}.png": PNG for number in range(50)}
    (document,) = read_data(packed({"a.md": "# One"} | pictures), "signed.zip").documents
    assert len(document.remarks) == 21
    assert document.remarks[-1] == "30 more files were not read."


def test_two_members_of_one_name_are_refused() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("dpa.md", "# First")
        archive.writestr("dpa.md", "# Second")
    with pytest.raises(InputError, match=r"two of its files have one name \(dpa\.md\)"):
        read_data(data.getvalue(), "x.zip")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (packed({"logo.png": PNG}), "no contract in it"),
        (packed({}), "no contract in it"),
        (packed({"xl/workbook.xml": "<x/>"}), "Excel"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), ".odt"),
        (packed({"mimetype": "application/epub+zip"}), "not read"),
        (DPA[:-40], "damaged or cut off"),
        (b"PK\x03\x04" + bytes(300), "damaged or cut off"),
    ],
)
def test_archives_without_a_contract(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read_data(data, "x.zip")
    assert all(fault.cure for fault in caught.value.faults)


def test_protected_archives() -> None:
    data = bytearray(packed({"a.md": "# One"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    with pytest.raises(InputError, match="password"):
        read_data(bytes(data), "x.zip")


def test_damaged_members() -> None:
    data = bytearray(packed({"a.md": "# One" * 500}))
    data[data.index(b"a.md") + 4 + 6] ^= 0xFF
    with pytest.raises(InputError, match="damaged"):
        read_data(bytes(data), "x.zip")


@pytest.mark.parametrize(
    ("data", "options", "words"),
    [
        (packed({"a.txt": b"A" * (40 * MIB)}), DEFAULTS, "250 times"),
        (
            packed({"a.txt": b"A" * MIB, "b.txt": b"B" * MIB}),
            ReadingOptions(max_unpacked_bytes=MIB + 1),
            "unpacks to more",
        ),
        (
            packed({f"n{number}.txt": "x" for number in range(30)}),
            ReadingOptions(max_members=29),
            "more than 29",
        ),
        (packed({"a.zip": packed({"b.zip": packed({"c.zip": packed({"d.md": "x"})})})}), DEFAULTS, "3 deep"),
    ],
)
def test_bombs(data: bytes, options: ReadingOptions, words: str) -> None:
    with pytest.raises(LimitError, match=words) as caught:
        read_data(data, "x.zip", options=options)
    assert all(fault.cure for fault in caught.value.faults)


def test_the_budget_is_one_for_all_archives_within_each_other() -> None:
    budget = Budget(ReadingOptions(max_members=3))
    Archive(packed({"a": "x", "b": "y"}), budget)
    with pytest.raises(LimitError):
        Archive(packed({"a": "x", "b": "y"}), budget)


@pytest.mark.parametrize(
    ("name", "shown"),
    [("a/b.md", "a/b.md"), ("..\\..\\etc/x.md", "etc/x.md"), ("/x\n\x1b[31m.md", "x[31m.md"), ("", "unnamed"),
     ("\u202egpj.exe", "gpj.exe"), ("a" * 500, "a" * 160)],
)  # fmt: skip
def test_names_are_made_fit_for_messages(name: str, shown: str) -> None:
    assert shown_name(name) == shown
