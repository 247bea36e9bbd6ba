"""Mentions: where in a provision a party is spoken of, as one that acts or as one whose data it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clause_auditor.domain.party import Side
from clause_auditor.domain.provision import Mention
from clause_auditor.text.roles import RoleTable
from clause_auditor.text.rolewords import POSSESSIVE
from clause_auditor.text.words import tokenize, word_set

_BELONGINGS = word_set(
    "data personal content contents confidential materials information account accounts instructions"
    " systems property proprietary relevant phi controlled affiliate affiliates agreement"
)
_HEAD_WORDS = 7
_DUTY_WORDS = word_set(
    "the a of for by 's duty duties obligation obligations commitment commitments task tasks responsibility"
    " responsibilities undertaking undertakings role what does must shall will do undertakes commits to promises"
)
_BUSINESS = ("business",)
_LEGAL_HEADS = frozenset(
    ("processor", "processors", "controller", "controllers", "provider", "providers", "vendor", "vendors")
)


class MentionTagger:
    """Finds the phrases of a role table among folded words, the longest first."""

    def __init__(self, roles: RoleTable) -> None:
        self._capital = roles.capital
        self._sides = {_BUSINESS: Side.CUSTOMER, **roles.sides}
        self._lengths: dict[str, list[int]] = {}
        """How long the phrases are that begin with a word, the longest first: each length is one look-up."""
        for first, length in sorted({(phrase[0], -len(phrase)) for phrase in self._sides}):
            self._lengths.setdefault(first, []).append(-length)

    def heads_column(self, text: str) -> bool:
        """True if the head of a column says whose duties stand below: "The Supplier", "Duties of the Supplier"."""
        tokens = tokenize(text, 0, len(text))
        words = [word for word, _, _ in tokens]
        if not 0 < len(words) <= _HEAD_WORDS:
            return False
        found = self.find(text, words, [(start, end) for _, start, end in tokens])
        if len(found) != 1 or found[0].side not in (Side.CUSTOMER, Side.VENDOR):
            return False
        return set(words[: found[0].start] + words[found[0].end :]) <= _DUTY_WORDS

    def find(self, text: str, words: Sequence[str], offsets: Sequence[tuple[int, int]]) -> tuple[Mention, ...]:
        """Return the mentions among the words, in order; `text` is the source, for capitals."""
        found: list[Mention] = []
        place = 0
        while place < len(words):
            lengths = self._lengths.get(words[place])
            mention = self._read(text, words, offsets, place, lengths) if lengths else None
            if mention is None:
                place += 1
            else:
                found.append(_after_other(found, mention, words))
                place = mention.end
        return tuple(found)

    def _read(
        self,
        text: str,
        words: Sequence[str],
        offsets: Sequence[tuple[int, int]],
        place: int,
        lengths: list[int],
    ) -> Mention | None:
        for length in lengths:
            phrase = tuple(words[place : place + length])
            end = place + len(phrase)
            side = self._sides.get(phrase)
            if side is None:
                continue
            if phrase == _BUSINESS and not _is_the_business(text, words, offsets, place):
                continue
            if phrase in self._capital and text[slice(*offsets[place])].islower():
                continue
            return Mention(place, end, side, _is_possessive(words, place, end))
        return None


def _after_other(found: list[Mention], mention: Mention, words: Sequence[str]) -> Mention:
    """A "third-party data processor" is none of the parties."""
    if not found or found[-1].end != mention.start or found[-1].side is not Side.OTHER:
        return mention
    if words[mention.end - 1] not in _LEGAL_HEADS:
        return mention
    return replace(mention, side=Side.OTHER)


def _is_the_business(text: str, words: Sequence[str], offsets: Sequence[tuple[int, int]], place: int) -> bool:
    if (
        not text[offsets[place][0]].isupper()
        or place == 0
        or words[place - 1] not in ("the", "a", "by", "with", "to", "of")
    ):
        return False
    return words[place + 1 : place + 2] not in (
        ["day"],
        ["days"],
        ("day",),
        ("days",),
        ("purpose",),
        ("purposes",),
        ("hours",),
    )


def _is_possessive(words: Sequence[str], place: int, end: int) -> bool:
    if words[place] in POSSESSIVE:
        return True
    following = words[end] if end < len(words) else ""
    if following == "'s" or following in _BELONGINGS:
        return True
    before = tuple(words[max(0, place - 4) : place])
    return before[-3:] == ("on", "behalf", "of") or before == ("on", "behalf", "of", "the")
