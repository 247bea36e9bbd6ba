"""Words: how text becomes folded tokens. Lexicon phrases go through the same functions, so both sides agree."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

Token = tuple[str, int, int]
"""A folded word with the code points of its source, half open."""


class TokenRun(NamedTuple):
    """The tokens of a stretch of text, and the positions before which a break or a comma stands."""

    words: tuple[str, ...]
    offsets: tuple[tuple[int, int], ...]
    breaks: frozenset[int]
    commas: frozenset[int]


_TOKEN = re.compile(
    r"(?:[cC]an(?=not\b)|[^\W_]{1,80}+"
    r"|(?<=[^\W_])['\u2019](?:[stdSTD]|ll|re|ve)(?![^\W_])|(?<=[sS])['\u2019](?![^\W_]))"
    r"|([;:|?!]|(?<![\W_][A-Z])(?<!Inc)(?<!Ltd)(?<!Art)(?<!Sec)(?<!No)(?<!seq)\.(?=[\"'\u201d\u2019)\]]*\s+[\"'\u201c(]*[A-Z])|\u3002)"
    r"|([,()\[\]\u2013\u2014]|(?<=\s)-(?=\s))"
)

_IRREGULAR = {
    "'": "'s",
    "'t": "not",
    "don": "do",
    "doesn": "does",
    "didn": "did",
    "isn": "is",
    "aren": "are",
    "wasn": "was",
    "weren": "were",
    "haven": "have",
    "hasn": "has",
    "hadn": "had",
    "wouldn": "would",
    "shouldn": "should",
    "couldn": "could",
    "needn": "need",
    "mustn": "must",
    "won": "will",
    "shan": "shall",
    "'ll": "will",
    "'re": "are",
    "'ve": "have",
    "licence": "license",
    "licences": "licenses",
    "licenced": "licensed",
    "defence": "defense",
    "defences": "defenses",
    "offence": "offense",
    "offences": "offenses",
    "fulfil": "fulfill",
    "fulfils": "fulfills",
    "fulfilment": "fulfillment",
    "programme": "program",
    "programmes": "programs",
    "behaviour": "behavior",
    "behaviours": "behaviors",
    "behavioural": "behavioral",
    "favour": "favor",
    "favours": "favors",
    "favourable": "favorable",
    "honour": "honor",
    "honours": "honors",
    "honoured": "honored",
    "honouring": "honoring",
    "endeavour": "endeavor",
    "endeavours": "endeavors",
    "labour": "labor",
    "centre": "center",
    "centres": "centers",
    "judgement": "judgment",
    "cheque": "check",
    "enrol": "enroll",
    "enrolment": "enrollment",
    "instal": "install",
    "colour": "color",
    "neighbour": "neighbor",
    "analyse": "analyze",
    "analysed": "analyzed",
    "analyses": "analyzes",
    "analysing": "analyzing",
    "cancelled": "canceled",
    "cancelling": "canceling",
    "labelled": "labeled",
    "modelling": "modeling",
    "travelling": "traveling",
    "acknowledgement": "acknowledgment",
    "acknowledgements": "acknowledgments",
    "practise": "practice",
    "practised": "practiced",
    "thirdparty": "third",
}
_Z_SUFFIX = re.compile(r"is(ations?|ational|e|ed|es|ing|ers?|able)$")
_KEEPS_S = re.compile(
    r"(?:^|dis|re|pre|un)(?:advis|apprais|aris|bruis|cis|compris|compromis|concis|cruis|devis|disguis|enterpris"
    r"|excis|exercis|expertis|fals|franchis|guis|improvis|incis|merchandis|mis|nois|otherwis|pois|prais|precis|premis"
    r"|promis|rais|ris|revis|supervis|surmis|surpris|televis|treatis|vis|wis|likewis|clockwis|paradis|demis"
    r"|anis|bas|rinis|turquois|malais|chais|cerebris|pleas)$|ois$|ais$|uis$"
)


_NONE: frozenset[int] = frozenset()
"""Shared: most provisions have no break or no comma."""


def word_set(words: str) -> frozenset[str]:
    """Return the words of a line as a set."""
    return frozenset(words.split())


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Return the form under which a word is compared: lower case, straight quotes, American spelling."""
    folded = normalize("NFC", word.lower().replace("\u2019", "'"))
    if folded in _IRREGULAR:
        return _IRREGULAR[folded]
    return _fold_suffix(folded) if "is" in folded and len(folded) > 5 else folded


def _fold_suffix(word: str) -> str:
    match = _Z_SUFFIX.search(word)
    if match is None or match.start() < 3 or len(word) > 40:
        return word
    root = word[: match.start()]
    if match[1][0] != "a" and _KEEPS_S.search(root + "is"):
        return word
    return f"{root}iz{match[1]}"


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the folded words of `text[start:end]` with their code points in `text`; symbols are dropped."""
    run = read_tokens(text, start, len(text) if end is None else end)
    return [(word, *offset) for word, offset in zip(run.words, run.offsets, strict=True)]


def fold_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a phrase or title."""
    return tuple(token[0] for token in tokenize(text))


def read_tokens(text: str, start: int, end: int) -> TokenRun:
    """Return the tokens of `text[start:end]` and the positions of breaks and commas among them."""
    words: list[str] = []
    offsets: list[tuple[int, int]] = []
    breaks: set[int] = set()
    commas: set[int] = set()
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastindex
        if kind is None:
            words.append(fold(match[0]))
            offsets.append(match.span())
        else:
            (breaks if kind == 1 else commas).add(len(words))
    return TokenRun(tuple(words), tuple(offsets), frozenset(breaks) or _NONE, frozenset(commas) or _NONE)


def join_runs(runs: list[TokenRun]) -> TokenRun:
    """Return the runs one after another; where one ends and the next begins stands a break."""
    if len(runs) == 1:
        return runs[0]
    words: tuple[str, ...] = ()
    offsets: tuple[tuple[int, int], ...] = ()
    breaks: set[int] = set()
    commas: set[int] = set()
    for run in runs:
        base = len(words)
        breaks.update(base + place for place in run.breaks)
        commas.update(base + place for place in run.commas)
        words += run.words
        offsets += run.offsets
        breaks.add(len(words))
    breaks.discard(len(words))
    return TokenRun(words, offsets, frozenset(breaks), frozenset(commas))


def last_words(run: TokenRun, count: int) -> TokenRun:
    """Return the last `count` tokens of a run."""
    cut = len(run.words) - count
    if cut <= 0:
        return run
    shift = [frozenset(place - cut for place in places if place >= cut) for places in (run.breaks, run.commas)]
    return TokenRun(run.words[cut:], run.offsets[cut:], shift[0], shift[1])
