"""Places: which part of a document a heading opens - definitions, recitals, an annex or the body."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clause_auditor.domain.provision import Place
from clause_auditor.text.blocks import Block, BlockKind

_DEFINITIONS = re.compile(r"\b(?:definitions?|interpretations?|defined terms|glossary|key terms)\b", re.IGNORECASE)
_GLOSSARY = re.compile(
    r"\W*(?:(?:article|section|clause|part|art\.?|\u00a7)\s*)?(?:[\dIVX]{1,5}(?:\.\d{1,2})?\W*)?"
    r"(?:(?:the |some |important )?(?:words?|terms|terminology|vocabulary|concepts|notions|expressions|jargon)"
    r"(?: (?:and (?:expressions|abbreviations|concepts|terms)|(?:that )?(?:we|are|is) used?"
    r"|used(?: (?:here|in|below)\b.{0,40})?"
    r"|explained|and their meanings?))?"
    r"|what (?:(?:the|these|those|our|some|certain) )?(?:words?|terms|expressions) means?"
    r"|what we mean(?: (?:by|when) .{0,40})?"
    r"|how we use (?:words|terms)|meanings?(?: of .{0,40})?|abbreviations(?: and .{0,30})?)\W*",
    re.IGNORECASE,
)
_RECITAL = re.compile(r"^(?:whereas|background|recitals?|preamble|preambles|witnesseth|erw[aä]gungen)\b", re.IGNORECASE)
_DETAILS = re.compile(
    r"^(?:details?|description|particulars) of (?:the )?(?:data )?(?:processing|transfers?)\b", re.IGNORECASE
)
_AGREED = re.compile(r"\b(?:now,? therefore|agree(?:d)? as follows|it is agreed)\b", re.IGNORECASE)
_WHOLE = re.compile(r"\b(?:agreement|addendum|contract)\b", re.IGNORECASE)


@dataclass(slots=True)
class PlaceFinder:
    """Remembers where the document stands."""

    _recital: bool = False
    _seen: int = 0
    _annex_level: int = 0
    _last_number: int = 0

    def at_heading(self, title: str, block: Block, above: Place) -> Place:
        """Return the place that a heading opens."""
        self._seen += 1
        if self._annex_level and self._leaves_annex(block):
            self._annex_level = 0
        place = self._read(title, block, above)
        if place is Place.ANNEX and not self._annex_level:
            self._annex_level = block.level
        elif place is not Place.ANNEX and block.label is not None and block.label.depth == 1:
            self._last_number = block.label.readings[0][1]
        return place

    def at_block(self, masked: str, block: Block, place: Place) -> Place:
        """Return the place of a block under a heading of that place: recitals also open and close by their words."""
        if block.kind is BlockKind.HEADING:
            self._recital = False
        elif place is Place.BODY:
            words = masked[block.start : min(block.end, block.start + 400)]
            if _opens_recitals(words):
                self._recital = True
            elif self._recital and _AGREED.search(words):
                self._recital = False
            return Place.RECITAL if self._recital else Place.BODY
        return place

    def _leaves_annex(self, block: Block) -> bool:
        if block.annex:
            return False
        if block.level < self._annex_level:
            return True
        numbered = block.label is not None and block.label.depth == 1 and self._last_number > 1
        return (
            block.level == self._annex_level
            and numbered
            and block.label is not None
            and (block.label.readings[0][1] == self._last_number + 1)
        )

    def _read(self, title: str, block: Block, above: Place) -> Place:
        if self._annex_level:
            return Place.ANNEX
        if block.annex and not (self._seen <= 3 and _WHOLE.search(title)) and self._seen > 1:
            return Place.ANNEX
        if _DETAILS.match(title) and block.label is None and self._seen > 3:
            return Place.ANNEX
        if len(title) < 80 and (_DEFINITIONS.search(title) or _GLOSSARY.fullmatch(title)):
            return Place.DEFINITIONS
        if _RECITAL.match(title):
            return Place.RECITAL
        if above is Place.DEFINITIONS and block.label is not None and block.label.depth > 1:
            return Place.DEFINITIONS
        return Place.BODY


def _opens_recitals(words: str) -> bool:
    return words[:8].upper().startswith("WHEREAS")
