from __future__ import annotations

import pytest

from .splitting import own, split


@pytest.mark.parametrize(
    ("text", "term", "meaning"),
    [
        ('"Data Leak" means any loss of data.', "data leak", "any"),
        ("\u201c**Data Leak**\u201d means any loss of data.", "data leak", "any"),
        ('**"Leak"** shall mean any loss of data.', "leak", "any"),
        ('"Leak" refers to any loss of data.', "leak", "any"),
        ('"Leak" has the meaning given in the law.', "leak", "given"),
        ("## Definitions\n\n**Leak** means any loss of data.", "leak", "any"),
        ("## Definitions\n\n- Leak: any loss of data.", "leak", "any"),
        ('## Definitions\n\n1.1 "Leak" is defined as any loss of data.', "leak", "any"),
        ("## Words we use\n\n- **Leak** \u2013 any loss of data.", "leak", "any"),
        ("# 1. Terms\n\n*Leak*: any loss of data.", "leak", "any"),
        ("# Definitions\n\nLeak = any loss of data.", "leak", "any"),
        ("# Scope\n\n| Word | What it means |\n|---|---|\n| Leak | any loss of data |", "leak", "any"),
        ("# Glossary\n\n| a | b |\n|---|---|\n| Leak or Spill | any loss of data |", "spill", "any"),
        ("Here: *Leak* = any loss of data; *Helper* = a firm that helps.", "helper", "a"),
        ('By "Leak" we mean any loss of data.', "leak", "any"),
        ("When we say Leak, we mean any loss of data.", "leak", "any"),
        ('"Leak" stands for any loss of data.', "leak", "any"),
        ("\u201cLeak\u201d \u2013 any loss of data.", "leak", "any"),
        ("\u201eLeak\u201c means any loss of data.", "leak", "any"),
        ("\u00abLeak\u00bb means any loss of data.", "leak", "any"),
        ("'Leak' means any loss of data.", "leak", "any"),
        ('Any loss of data is bad; we call this a "Leak".', "leak", "any"),
        ('Any loss of data is bad. We call it a "Leak".', "leak", "any"),
        ('The firms that help us, hereinafter "Helpers", keep it safe.', "helpers", "the"),
        ('We tell you of any loss (what we call a "Leak").', "leak", "we"),
        ('Vendor reports any loss of data (a "Leak").', "leak", "vendor"),
        ('Vendor holds names and numbers (collectively, "Client Data").', "client data", "vendor"),
    ],
)
def test_terms_and_their_meanings_are_found(text: str, term: str, meaning: str) -> None:
    result = split(text)
    found = {" ".join(one.term): one for one in result.definitions}
    assert term in found
    provision = result.provisions[found[term].provision]
    assert provision.words[found[term].body] == meaning


def test_two_terms_share_a_meaning() -> None:
    result = split('"Leak" or "Breach" means any loss of data.')
    assert {one.term for one in result.definitions} == {("leak",), ("breach",)}


def test_a_term_in_a_heading_is_defined_by_the_words_below() -> None:
    text = '# Terms\n\n## 1.1 "Affiliate"\n\nmeans a firm under common control.\n'
    result = split(text)
    (one,) = result.definitions
    assert one.term == ("affiliate",)
    assert own(text, result.provisions[one.provision]).startswith("means")


def test_a_meaning_before_its_name_ends_there() -> None:
    result = split('Vendor reports any loss of data (a "Leak") at once.')
    (one,) = result.definitions
    assert result.provisions[one.provision].words[one.body : one.end][-3:] == ("loss", "of", "data")


@pytest.mark.parametrize(
    "text",
    [
        "The Controller determines the purposes and the means and is free.",
        "This means a lot of work.",
        "It may not process data by any means other than these.",
        "| Firm | Seat |\n|---|---|\n| Leak GmbH | Berlin |",
    ],
)
def test_not_every_mean_is_a_meaning(text: str) -> None:
    assert split(text).definitions == ()
