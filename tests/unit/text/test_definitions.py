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
