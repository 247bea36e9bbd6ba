"""The encoding of a text without a byte order mark: found, and accents, quotes and euro signs come out right."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clause_auditor.documents.decoding import decode, read_text
from clause_auditor.documents.encodings import Found, find_encoding, known_encoding, tell_encoding
from clause_auditor.documents.reading import read_data
from clause_auditor.errors import InputError

FRENCH = (
    "Le sous-traitant s’engage à notifier « sans délai » toute violation – coût : 5 € ; œuvre, où, Ça, créée, ÉTAT."
)
GERMAN = "Der Auftragsverarbeiter löscht „alle“ Daten – binnen 30 Tagen; Größe, Maßnahmen, ÜBERPRÜFUNG, Äußerung: 5 €"
ENGLISH = "The Processor’s “Personal Data” costs € 5 under § 4 – see the café"
SPANISH = "El encargado del tratamiento notificará al señor responsable: ¿qué? mañana, años, público"
NORDIC = "Databehandleren sørger for, at øvrige blåbær, ærlig talt, går til Ålesund"
PLAIN_EURO = "Le coût est de 5 € par année, frais payés à l'éditeur"
POLISH = (
    "Administrator powierza podmiotowi przetwarzającemu przetwarzanie danych osobowych: źródło, łącznie, świadczenie"
)
CZECH = (
    "Zpracovatel se zavazuje zajistit, že osobní údaje budou zpracovávány podle pokynů správce; příloha č. 1, řízení"
)
RUSSIAN = "Обработчик обязан уведомить оператора о нарушении без промедления. Персональные данные."


@pytest.mark.parametrize("text", [FRENCH, GERMAN, ENGLISH, SPANISH, NORDIC, "Straße", "café"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-16"])
def test_western_text_reads_as_it_was_written(text: str, encoding: str) -> None:
    text = f"{text} {text}"  # of a few letters nothing can be told
    assert decode(text.encode(encoding), "dpa.txt") == text


def test_the_euro_sign_of_iso_8859_15_is_told_from_the_currency_sign_of_windows() -> None:
    assert decode(PLAIN_EURO.encode("iso8859-15"), "dpa.txt") == PLAIN_EURO
    assert decode("5 ¤ – “x”".encode("cp1252"), "dpa.txt") == "5 ¤ – “x”"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (POLISH, "cp1250"),
        (CZECH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (GERMAN.replace("€", "EUR"), "mac_roman"),
        (FRENCH.replace("€", "EUR"), "mac_roman"),
    ],
)
def test_other_encodings_are_told_by_what_they_say(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "dpa.txt") == text


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman", "cp1252"])
def test_a_few_accents_are_enough_where_only_one_encoding_reads_like_words(encoding: str) -> None:
    text = "Agreement with Société Générale. The Processor shall notify the Controller of a breach."
    read = read_text(text.encode(encoding), "dpa.txt")
    assert read.text == text
    assert bool(read.remarks) is (encoding != "cp1252")


def test_a_guess_is_said_to_be_one_and_what_is_told_is_not() -> None:
    assert tell_encoding(POLISH.encode("cp1250")) == Found("cp1250", sure=False)
    assert tell_encoding(b"\x85 \xe0 la carte").sure is False
    for text, encoding in ((FRENCH, "cp1252"), (GERMAN, "utf-8"), (PLAIN_EURO, "iso8859-15"), (RUSSIAN, "utf-16-le")):
        assert tell_encoding(text.encode(encoding)).sure
    (document,) = read_data("größer, größer".encode("cp850"), "dpa.txt").documents
    assert document.remarks == (
        "Its encoding is not told and was taken to be CP850: its accents and signs may be others.",
    )


def test_utf_8_with_a_wrong_byte_is_refused_and_not_read_letter_for_letter_wrong() -> None:
    with pytest.raises(InputError, match="byte 23 cannot be decoded as UTF-8"):
        decode("Löschung, Prüfung".encode() + b" caf\xe9", "dpa.txt")


def test_a_declaration_decides_where_the_bytes_allow_it() -> None:
    assert find_encoding("größer".encode("cp850"), "ibm850") == "cp850"
    assert find_encoding("größer".encode(), "iso-8859-1") == "utf-8"
    assert find_encoding(b"caf\xe9", "no-such-encoding") == "cp1252"


@pytest.mark.parametrize("name", ["idna", "unicode_escape", "utf-7", "base64", "x-nothing", "raw_unicode_escape", ""])
def test_what_is_no_encoding_of_texts_is_not_taken_for_one(name: str) -> None:
    assert known_encoding(name) == ""


def test_browsers_read_latin_1_as_windows_1252() -> None:
    assert known_encoding("ISO-8859-1") == known_encoding("latin1") == known_encoding("US-ASCII") == "cp1252"


@settings(deadline=None, max_examples=60)
@given(st.text(st.sampled_from("abcdefgh éèàçùêäöüß’“”–€§ \n"), min_size=1).filter(str.strip))
def test_marked_text_of_any_width_comes_back(text: str) -> None:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF32_BE, "utf-32-be")):
        assert decode(mark + text.encode(encoding), "x.txt") == text


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=400), st.sampled_from(["", "cp1250", "utf-16", "shift_jis", "hz"]))
def test_an_encoding_that_is_found_decodes_the_bytes(data: bytes, declared: str) -> None:
    if encoding := find_encoding(data, declared):
        data.decode(encoding)
