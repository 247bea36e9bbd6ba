"""The phrase notation of lexicons: words, stems, bounded gaps, choices, options, references. No regular expressions.

    notif* (to)? ..3 (customer|the client) <breach>

A phrase is parsed to plain sequences: a choice among single words is one element, every other choice and option is
written out, at most `MOST_SEQUENCES` of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from clause_auditor.text.words import fold

MOST_SEQUENCES = 1024
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
class Choice:
    """Any one of these words and stems."""

    among: frozenset[Word | Stem]


@dataclass(frozen=True, slots=True)
class Gap:
    """None to `most` words."""

    most: int


@dataclass(frozen=True, slots=True)
class Reference:
    """Another concept, by name."""

    concept: str


Element = Word | Stem | Choice | Gap | Reference
Sequence = tuple[Element, ...]
Phrase = tuple[Sequence, ...]

_TOKEN = re.compile(
    r"\s+|\.\.(\d+)|<([A-Za-z0-9_.-]+)>|(\()|(\)\?)|(\))|(\|)|([^\W_]+\*?)(\?)?|(')s\b|([-/])", re.UNICODE
)


@lru_cache(maxsize=1 << 15)
def parse_phrase(text: str) -> Phrase:
    """Return the sequences that a phrase stands for; ValueError says what is wrong with it.

    Kept, because a phrase is read when its pack is checked and again when its lexicon is compiled.
    """
    tokens = list(_tokens(text))
    sequences, rest = _choice(tokens, 0)
    if rest < len(tokens):
        raise ValueError("a closing bracket has no opening one")
    for sequence in sequences:
        _require_sound(sequence)
    return tuple(dict.fromkeys(_join_gaps(sequence) for sequence in sequences))


def _join_gaps(sequence: Sequence) -> Sequence:
    """Make one gap of gaps that follow each other, as they do where what stands between them is optional."""
    joined: list[Element] = []
    for element in sequence:
        last = joined[-1] if joined else None
        if isinstance(element, Gap) and isinstance(last, Gap):
            joined[-1] = Gap(min(last.most + element.most, LONGEST_GAP))
        else:
            joined.append(element)
    return tuple(joined)


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
    gap, concept, opening, option, closing, bar, word, maybe, possessive, _ = found.groups()
    if gap is not None:
        if int(gap) > LONGEST_GAP:
            raise ValueError(f"a gap is at most {LONGEST_GAP} words")
        yield Gap(int(gap))
    elif concept:
        yield Reference(concept)
    elif mark := opening or option or closing or bar:
        yield mark
    elif word:
        element = Stem(fold_stem(word[:-1])) if word.endswith("*") else Word(fold(word))
        yield from ("(", element, ")?") if maybe else (element,)
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
    inner = _gather(inner)
    if tokens[at] == ")?":
        inner = [*inner, ()]
    return inner, at + 1


def _gather(alternatives: list[Sequence]) -> list[Sequence]:
    """Make one element of all alternatives that are a single word: they need not be written out."""
    single = [s[0] for s in alternatives if len(s) == 1 and isinstance(s[0], Word | Stem | Choice)]
    if len(single) < 2:
        return alternatives
    among = frozenset[Word | Stem]().union(*(e.among if isinstance(e, Choice) else {e} for e in single))
    rest = [s for s in alternatives if not (len(s) == 1 and isinstance(s[0], Word | Stem | Choice))]
    return [(Choice(among),), *rest]


def _product(heads: list[Sequence], tails: list[Sequence]) -> list[Sequence]:
    if len(heads) * len(tails) > MOST_SEQUENCES:
        raise ValueError(f"the choices of one phrase stand for more than {MOST_SEQUENCES} sequences: split it")
    return [(*head, *tail) for head in heads for tail in tails]


def _require_sound(sequence: Sequence) -> None:
    if not sequence:
        raise ValueError("a phrase (or one of its choices) is empty")
    if isinstance(sequence[0], Gap) or isinstance(sequence[-1], Gap):
        raise ValueError("a gap stands at the beginning or the end, where it means nothing")
    words = [w for e in sequence for w in (e.among if isinstance(e, Choice) else (e,))]
    if any(isinstance(w, Stem) and len(w.stem) < 2 for w in words):
        raise ValueError("a stem needs at least two letters before its *")
