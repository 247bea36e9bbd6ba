"""Typed reading of nodes: what is ill-typed is a fault with a cure, and reading goes on."""

from __future__ import annotations

from enum import StrEnum

import pytest

from clause_auditor.errors import InputError, PackError
from clause_auditor.notation import Faults, Node, node_of, parse_yaml, show_word, suggest
from clause_auditor.notation.faults import MOST_FAULTS


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


def read(text: str) -> Node:
    return parse_yaml(text.encode(), "f")


def told(faults: Faults) -> list[str]:
    return [str(fault) for fault in faults.found]


def test_sound_values_are_returned_without_faults() -> None:
    faults = Faults()
    assert read("a text").text(faults) == "a text"
    assert read("true").flag(faults) is True
    assert read("7").integer(faults, least=1, most=9) == 7
    assert read("[a, b]").texts(faults) == ("a", "b")
    assert read("a").texts(faults, single=True) == ("a",)
    assert read("green").choice(faults, Colour) is Colour.GREEN
    assert [item.value for item in read("[1, x]").items(faults)] == [1, "x"]
    assert list(read("{b: 1, a: 2}").entries(faults)) == ["b", "a"]
    faults.refuse()


@pytest.mark.parametrize(
    ("text", "method", "empty", "words"),
    [
        ("12", "text", "", 'a text is expected here, not a number. Put it in quotes: "12"'),
        ("[a]", "text", "", "a text is expected here, not a list"),
        ("' '", "text", " ", "the text is empty"),
        ("yes", "flag", False, "true or false is expected here, not a text"),
        ("1", "flag", False, "true or false is expected here, not a number"),
        ("true", "integer", 0, "a whole number is expected here, not a flag"),
        ("{a: 1}", "items", (), "a list is expected here, not a mapping"),
        ("[a]", "entries", {}, "a mapping of names to values is expected here, not a list"),
        ("null", "entries", {}, "a mapping of names to values is expected here, not nothing"),
    ],
)
def test_ill_typed_values(text: str, method: str, empty: object, words: str) -> None:
    faults = Faults()
    assert getattr(read(text), method)(faults) == empty
    assert len(told(faults)) == 1
    assert told(faults)[0].startswith(f"f:1: {words}")


def test_numbers_out_of_range() -> None:
    faults = Faults()
    read("0").integer(faults, least=1)
    read("10").integer(faults, least=1, most=9)
    assert told(faults) == [
        "f:1: the number is out of range: from 1 is possible",
        "f:1: the number is out of range: from 1 to 9 is possible",
    ]


def test_fields_unknown_missing_and_null() -> None:
    faults = Faults()
    fields = read("name: a\nstatsu: b\nnote: null\n").mapping(faults, ("name", "status", "note"), ("name", "status"))
    assert list(fields) == ["name"]
    assert told(faults) == [
        'f:2: unknown field "statsu". Did you mean "status"?',
        'f:1: the field "status" is missing. Add "status:"',
    ]


def test_an_unknown_word_is_told_with_the_nearest_one() -> None:
    faults = Faults()
    assert read("gren").choice(faults, Colour) is None
    assert told(faults) == ['f:1: unknown word "gren". Did you mean "green"?']


def test_plain_values_become_nodes_with_field_paths() -> None:
    node = node_of({"facts": {"sets": ["a", 1]}})
    faults = Faults()
    items = node.entries(faults)["facts"].entries(faults)["sets"].items(faults)
    items[1].text(faults)
    assert faults.found[0].place == "facts.sets[1]"
    assert node.plain() == {"facts": {"sets": ["a", 1]}}
    with pytest.raises(TypeError):
        node_of({"a": 1.5})


def test_faults_are_raised_together_and_never_without_end() -> None:
    faults = Faults(PackError)
    faults.add("a", "one")
    faults.add("b", "two")
    with pytest.raises(PackError, match="a: one\nb: two"):
        faults.refuse()
    with pytest.raises(InputError) as caught:
        many = Faults()
        for number in range(MOST_FAULTS * 2):
            many.add(str(number), "wrong")
    assert len(caught.value.faults) == MOST_FAULTS


def test_longer_texts_are_never_shown() -> None:
    assert show_word("some words of a contract") == "(a text)"
    assert show_word("w" * 61) == "(a text)"
    assert show_word("breach_notice") == '"breach_notice"'


def test_suggestions() -> None:
    assert suggest("breech", ["breach", "notice"]) == 'Did you mean "breach"?'
    assert suggest("zzz", ["breach", "notice"]) == "Known: breach, notice"
    assert suggest("zzz", [f"word{n}" for n in range(50)]) == ""
    assert suggest("some words", ["some"]) == ""
