"""The phrase notation of lexicons: words, stems, bounded gaps, choices, options, references. No regular expressions.

    notif* (to)? ..3 (customer|the client) <breach>

A phrase is parsed to plain sequences: every choice and option written out, at most `MOST_SEQUENCES` of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clause_auditor.text.words import fold

MOST_SEQUENCES = 4096
LONGEST_GAP = 20


@dataclass(frozen=True, slots=True)
class Word:
    """One folded word."""

    word: str


@dataclass(frozen=True, slots=True)
class Stem:
    """Every word that begins so."""

    stem: str


@dataclass(frozen=True, slots=True)
class Gap:
    """None to `most` words."""

    most: int


@dataclass(frozen=True, slots=True)
class Reference:
    """Another concept, by name."""

    concept: str


Element = Word | Stem | Gap | Reference
Sequence = tuple[Element, ...]
Phrase = tuple[Sequence, ...]

_TOKEN = re.compile(r"\s+|\.\.(\d+)|<([A-Za-z0-9_.-]+)>|(\()|(\)\?)|(\))|(\|)|([^\W_]+\*?)|(')s\b|([-/])", re.UNICODE)


def parse_phrase(text: str) -> Phrase:
    """Return the sequences that a phrase stands for; ValueError says what is wrong with it."""
    tokens = list(_tokens(text))
    sequences, rest = _choice(tokens, 0)
    if rest < len(tokens):
        raise ValueError("a closing bracket has no opening one")
    for sequence in sequences:
        _require_sound(sequence)
    return tuple(dict.fromkeys(sequences))


def references(phrase: Phrase) -> frozenset[str]:
    """Return the names of the concepts that a phrase refers to."""
    return frozenset(e.concept for sequence in phrase for e in sequence if isinstance(e, Reference))


def _tokens(text: str) -> Iterator[Element | str]:
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if not found:
            raise ValueError(f"the character {text[at]!r} at place {at + 1} has no meaning in a phrase")
        at = found.end()
        yield from _element(found)


def _element(found: re.Match[str]) -> Iterator[Element | str]:
    gap, concept, opening, option, closing, bar, word, possessive, _ = found.groups()
    if gap is not None:
        if int(gap) > LONGEST_GAP:
            raise ValueError(f"a gap is at most {LONGEST_GAP} words")
        yield Gap(int(gap))
    elif concept:
        yield Reference(concept)
    elif mark := opening or option or closing or bar:
        yield mark
    elif word:
        yield Stem(fold_stem(word[:-1])) if word.endswith("*") else Word(fold(word))
    elif possessive:
        yield Word("'s")


def fold_stem(stem: str) -> str:
    """Fold the beginning of a word: as `fold`, for "organis" too."""
    folded = fold(stem)
    for ending in ("is", "ys"):
        if folded.endswith(ending) and fold(stem + "ation") == folded[: -len(ending)] + ending[0] + "zation":
            return folded[: -len(ending)] + ending[0] + "z"
    return folded


def _choice(tokens: list[Element | str], at: int) -> tuple[list[Sequence], int]:
    """Read alternatives up to a closing bracket or the end."""
    done: list[Sequence] = []
    current: list[Sequence] = [()]
    while at < len(tokens) and tokens[at] not in (")", ")?"):
        element = tokens[at]
        at += 1
        if element == "|":
            done, current = done + current, [()]
        elif element == "(":
            inner, at = _group(tokens, at)
            current = _product(current, inner)
        elif not isinstance(element, str):
            current = [(*sequence, element) for sequence in current]
    return done + current, at


def _group(tokens: list[Element | str], at: int) -> tuple[list[Sequence], int]:
    inner, at = _choice(tokens, at)
    if at >= len(tokens):
        raise ValueError("an opening bracket is never closed")
    if tokens[at] == ")?":
        inner = [*inner, ()]
    return inner, at + 1


def _product(heads: list[Sequence], tails: list[Sequence]) -> list[Sequence]:
    if len(heads) * len(tails) > MOST_SEQUENCES:
        raise ValueError(f"the choices of one phrase stand for more than {MOST_SEQUENCES} sequences: split it")
    return [(*head, *tail) for head in heads for tail in tails]


def _require_sound(sequence: Sequence) -> None:
    if not sequence:
        raise ValueError("a phrase (or one of its choices) is empty")
    if isinstance(sequence[0], Gap) or isinstance(sequence[-1], Gap):
        raise ValueError("a gap stands at the beginning or the end, where it means nothing")
    if any(isinstance(e, Stem) and len(e.stem) < 2 for e in sequence):
        raise ValueError("a stem needs at least two letters before its *")
