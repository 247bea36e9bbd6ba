"""No file, however written, raises anything but a PackError, or takes long."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clause_auditor.errors import PackError
from clause_auditor.packs.circles import find_circle
from clause_auditor.packs.library import _Loader
from packs.conftest import RULE, SOUND

PATHS = [path for path in SOUND if path != "law.yaml"]
WORDS = ["status", "met", "when", "tell", "mishap", "in_time", "$deadline", "a|b", "72 hours", "{x", "EEA", "yes", ""]
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-5, 99), st.sampled_from(WORDS), st.text(max_size=6))


def load_or_refuse(files: dict[str, bytes]) -> None:
    try:
        _Loader(files, None).load()
    except PackError as error:
        assert error.faults


def sound_bytes() -> dict[str, bytes]:
    return {path: text.encode() for path, text in SOUND.items()}


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(SOUND)), st.binary(max_size=200))
def test_random_bytes(path: str, data: bytes) -> None:
    load_or_refuse({**sound_bytes(), path: data})


def trees(keys: list[str]) -> st.SearchStrategy[object]:
    return st.recursive(
        SCALARS,
        lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(keys), inner, max_size=3)),
        max_leaves=6,
    )


KEYS = [
    "act",
    "has",
    "near",
    "within",
    "timed",
    "any",
    "all",
    "not",
    "facet",
    "verb",
    "by",
    "is",
    "in",
    "at_most",
    "value",
    "status",
    "when",
    "en",
    "message",
    "text",
    "cites",
]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(yaml.safe_load(RULE))), trees(KEYS))
def test_any_value_in_any_field_of_a_rule(key: str, value: object) -> None:
    rule = {**yaml.safe_load(RULE), key: value}
    data = yaml.safe_dump(rule, allow_unicode=True).encode()
    load_or_refuse({**sound_bytes(), "acme/breach.notice.yaml": data})


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(["tell", "mishap", "harm", "x"]), trees(["about", "phrases", "definable"])))
def test_any_lexicon(lexicon: object) -> None:
    data = yaml.safe_dump(lexicon, allow_unicode=True).encode()
    load_or_refuse({**sound_bytes(), "lexicons/en/general.yaml": data})


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(PATHS), st.integers(0, 2000), st.integers(0, 40), st.text(max_size=5))
def test_any_cut_into_a_sound_file(path: str, start: int, length: int, text: str) -> None:
    sound = SOUND[path]
    spoiled = sound[:start] + text + sound[start + length :]
    load_or_refuse({**sound_bytes(), path: spoiled.encode("utf-8", "surrogatepass")})


COSTLY = {
    "unknown words in thousands": ("acme/breach.notice.yaml", "".join(f"field{n}: 1\n" for n in range(50_000))),
    "choices that multiply": (
        "lexicons/en/more.yaml",
        "".join(f"c{n}: [{'(a|b c)' * 11} w{n}]\n" for n in range(3000)),
    ),
    "a chain of references": ("lexicons/en/more.yaml", "".join(f"c{n}: [<c{n + 1}> x]\n" for n in range(30_000))),
    "brackets in brackets": ("lexicons/en/more.yaml", "c: ['" + "(" * 900 + "']\n"),
    "lists in lists": ("acme/breach.notice.yaml", "[" * 500_000),
    "conditions in conditions": (
        "acme/breach.notice.yaml",
        RULE.replace("- facet: notice", "- " + "{not: " * 60 + "tell" + "}" * 60),
    ),
}


@pytest.mark.parametrize("name", COSTLY)
def test_a_costly_file_is_refused_soon(name: str) -> None:
    path, text = COSTLY[name]
    start = time.process_time()
    with pytest.raises(PackError) as caught:
        _Loader({**sound_bytes(), path: text.encode()}, None).load()
    assert time.process_time() - start < 8
    assert len(caught.value.faults) <= 250


@given(st.dictionaries(st.sampled_from("abcdef"), st.frozensets(st.sampled_from("abcdefz"), max_size=3)))
def test_circles_are_found_where_they_are(needs: dict[str, frozenset[str]]) -> None:
    def reach(name: str) -> set[str]:
        seen: set[str] = set()
        ready = list(needs.get(name, ()))
        while ready:
            step = ready.pop()
            if step not in seen:
                seen.add(step)
                ready += needs.get(step, ())
        return seen

    on_circles = {name for name in needs if name in reach(name)}
    found = set(find_circle(needs))
    assert on_circles <= found
    assert bool(found) == bool(on_circles)
