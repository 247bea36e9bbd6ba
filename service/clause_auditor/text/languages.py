"""Languages: a small vote of stop words, and of scripts, over which language a document is written in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from types import MappingProxyType

_STOP_WORDS = {
    "en": "the of and to in shall is for by with any this that be or as not will on are which such a an between may"
    " must if only from its has have when where each all other than under no it",
    "de": "der die das und ist des den dem mit von zu im für auf nicht werden wird eine einer sind oder durch",
    "fr": "le la les des et du est dans pour par une sur au aux qui sont ou avec ce cette ne pas",
    "es": "el los las y del en que por para una con se al su como o lo no sus este",
    "it": "il di e che della per del dei delle con una dal nel alla sono gli al da si i",
    "nl": "de het een van en in op te dat voor met zijn door of aan worden is niet deze wordt",
    "pt": "o os as do da dos das e em para com uma por ao no na que não se pela",
    "pl": "w i z na do się o nie przez od oraz dla jest lub są po ze tego danych które",
    "sv": "och att som för av en är med till den det inte eller ska på enligt vid om ett har",
    "da": "og at som for af en er med til den det ikke eller skal på efter ved om et har",
    "nb": "og å som for av en er med til den det ikke eller skal på etter ved om et har",
    "fi": "ja on ei tai sekä että joka sen ovat mukaan tämän jos kun voi",
    "cs": "a v na je se že pro s o do nebo podle jsou které ke při z jako",
    "ro": "și de la în cu pe pentru care este din sau prin sunt nu al ale",
    "hu": "a az és hogy nem is vagy egy meg ha kell szerint",
    "tr": "ve bir bu için ile olarak veya olan de da",
}
_SETS = MappingProxyType({code: frozenset(words.split()) for code, words in _STOP_WORDS.items()})
_VOTES: dict[str, tuple[str, ...]] = {}
for _code, _set in _SETS.items():
    for _word in _set:
        _VOTES[_word] = (*_VOTES.get(_word, ()), _code)
_SCRIPTS = (
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x04FF, "ru"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x06FF, "ar"),
    (0x0E00, 0x0E7F, "th"),
    (0x3040, 0x30FF, "ja"),
    (0xAC00, 0xD7AF, "ko"),
    (0x4E00, 0x9FFF, "zh"),
)
_SAMPLE = 3000
_WORD = re.compile(r"[^\W\d_]{1,40}")
SHORT = 20
"""Texts of fewer words are English if no other language has more stop words in them, else undetermined."""


def detect_language(words: list[str] | tuple[str, ...]) -> str:
    """Return the ISO 639-1 code of the language that folded words are in, or "und"."""
    sample = list(words)
    script = _detect_script(sample)
    if script:
        return script
    votes: Counter[str] = Counter()
    for word, count in Counter(sample).items():
        for code in _VOTES.get(word, ()):
            votes[code] += count
    winner = _winner(votes, len(sample))
    return "und" if len(sample) < SHORT and winner != "en" else winner


def sample_words(masked: str) -> list[str]:
    """Return words from the beginning, the middle and the end of a text."""
    third = max(1, len(masked) // 3)
    reach = _SAMPLE * 3
    passages = (
        [masked] if len(masked) <= 3 * reach else [masked[at : at + reach] for at in (0, third, len(masked) - reach)]
    )
    return [word for passage in passages for word in _WORD.findall(passage.lower())]


def share_of(code: str, words: Iterable[str]) -> int:
    """Return how many of the words are stop words of a language."""
    stop = _SETS.get(code, frozenset())
    return sum(1 for word in words if word in stop)


def _winner(votes: Counter[str], size: int) -> str:
    if not votes:
        return "und"
    best = max(sorted(votes), key=lambda code: (votes[code], code == "en"))
    if best in ("da", "nb") and votes["da"] == votes["nb"]:
        best = "da"
    return best if votes[best] * 12 >= size else "und"


def _detect_script(sample: list[str]) -> str:
    counts: Counter[str] = Counter()
    letters = 0
    for word in sample[:2000]:
        letters += len(word)
        if word.isascii():
            continue
        for letter in word:
            code = next((name for low, high, name in _SCRIPTS if low <= ord(letter) <= high), "")
            if code:
                counts[code] += 1
    if not counts or sum(counts.values()) * 2 < letters:
        return ""
    if counts["ja"]:
        return "ja"
    return max(sorted(counts), key=lambda name: counts[name])
