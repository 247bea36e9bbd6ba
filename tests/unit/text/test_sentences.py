from __future__ import annotations

import pytest

from clause_auditor.text.inline import split_inline
from clause_auditor.text.sentences import split_sentences


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "It follows Art. 28 of the law.",
        "It follows Cal. Civ. Code 1798.81.5 and Cal. Bus. Code 3.",
        "See No. 5 and Nos. 6 below.",
        "Acme Inc. Security is a team.",
        "Under 45 C.F.R. Part 164 it applies.",
        "Measures (e.g. Encryption) apply.",
        "Other data, i.e. Names, count.",
        "Mr. Smith signs.",
        "Clause 4.2 applies to v. 3.1 now.",
        "The U.S. Department decides.",
        "Blanke GmbH & Co. KG is the vendor.",
        "He said (as agreed. Twice) that it holds.",
        "J. Doe signs.",
        "The word \u201cdata. And more\u201d is defined.",
        "It stores names, addresses, etc. for the customer.",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    assert _sentences(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Vendor deletes data.", "It keeps none."),
        ("Data is deleted (or returned).", "The term ends."),
        ('It is called "the list."', "Customer may object."),
        ("It is run by Acme Inc.", "The Processor shall act."),
        ("See Schedule A.", "The Vendor shall pay."),
        ("This ends under Section 4.", "The rest stays."),
        ("Is it lawful?", "Then do it."),
        ("It stores names, etc.", "The vendor deletes them."),
    ],
)
def test_two_sentences_are_split(first: str, second: str) -> None:
    assert _sentences(f"{first} {second}") == [first, second]


def _inline(text: str) -> tuple[str, list[str]]:
    stem, items = split_inline(text, 0, len(text))
    return (text[slice(*stem)] if stem else ""), [text[slice(*span)] for _, span in items]


@pytest.mark.parametrize(
    ("text", "stem", "items"),
    [
        (
            "Vendor shall (a) keep data safe; (b) delete old data; and (c) report leaks.",
            "Vendor shall",
            ["keep data safe;", "delete old data;", "report leaks."],
        ),
        (
            "Vendor may (i) use data for support, or (ii) share data with staff.",
            "Vendor may",
            ["use data for support,", "share data with staff."],
        ),
        ("It will 1) log access and 2) review logs.", "It will", ["log access", "review logs."]),
    ],
)
def test_lists_in_a_sentence_are_split(text: str, stem: str, items: list[str]) -> None:
    found_stem, found = _inline(text)
    assert found_stem == stem
    assert [item.rstrip(" ") for item in found] == [item if item in found else item.rstrip(";,") for item in items]


@pytest.mark.parametrize(
    "text",
    [
        "Under Article 28(3)(a) and (b) the duty holds.",
        "As paragraphs (a) and (b) say, it ends.",
        "Section 4 (a) applies with Section 5 (b) here.",
        "The agreement (a) is short.",
    ],
)
def test_citations_are_no_lists(text: str) -> None:
    assert _inline(text) == ("", [])
