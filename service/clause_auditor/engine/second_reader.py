"""A second reader: does a provision speak of an obligation, by its bare words?

A linear model over words with fixed whole-number weights, trained from labels (`evaluation.training`). It decides no
status. Where the rules find nothing and it finds a passage, a person is asked to look there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from clause_auditor.domain.provision import Provision, ProvisionKind
from clause_auditor.domain.rule import WordWeights
from clause_auditor.text.words import tokenize

_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "s")
_SHORTEST = 4
"""Letters that stay when an ending is taken off."""
_COMMON = frozenset(
    "the a an of to in and or for by with on at as is are be been any all such that this shall will may must its it"
    " their they from which not no under other than if has have".split()
)
_HEADINGS = 2
"""The nearest headings, whose words are features of their own, marked with a #."""


def features(provision: Provision) -> frozenset[str]:
    """Return the stems of a provision's words, its stems' words among them, and those of its nearest headings."""
    titles = provision.headings[-_HEADINGS:]
    named = {f"#{stem}" for title in titles for stem in _stems(_words(title))}
    return frozenset(_stems(provision.words)) | named


@lru_cache(maxsize=1 << 14)
def _words(title: str) -> tuple[str, ...]:
    return tuple(word for word, _, _ in tokenize(title, 0, len(title)))


def _stems(words: Sequence[str]) -> Iterator[str]:
    return (_stem(word) for word in words if word.isalpha() and word not in _COMMON)


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


class SecondReader:
    """Ranks the provisions of one contract for one obligation after the other."""

    def __init__(self, provisions: Sequence[Provision]) -> None:
        self._provisions = provisions

    def best(self, model: WordWeights) -> tuple[int, int] | None:
        """Return the highest score, in hundredths of a logit, and the provision that has it; None without text."""
        scores = self.scores(model)
        if not scores:
            return None
        index = min(scores, key=lambda i: (-scores[i], i))
        return scores[index], index

    def scores(self, model: WordWeights) -> dict[int, int]:
        """Return the score of every provision that has a word of the model."""
        scores: dict[int, int] = {}
        for feature, weight in model.weights.items():
            for index in self._places.get(feature, ()):
                scores[index] = scores.get(index, model.base) + weight
        return scores

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The provisions that have each feature; headings alone speak of nothing."""
        found: dict[str, list[int]] = {}
        for provision in self._provisions:
            if provision.kind is not ProvisionKind.HEADING:
                for feature in features(provision):
                    found.setdefault(feature, []).append(provision.index)
        return found
