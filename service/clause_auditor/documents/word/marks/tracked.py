"""Tracked changes: runs taken out, runs and paragraphs put in, marks of paragraphs taken out."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Final

from clause_auditor.documents.word.marks.stamp import Stamp
from clause_auditor.documents.word.marks.writing import empty_like, letters_of, make_run, mark_of
from clause_auditor.documents.word.names import Element, W, child

_INS: Final = f"{W}ins"
_GONE: Final = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}
_BETWEEN: Final = frozenset(
    W + name
    for name in (
        *("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd"),
        *("commentRangeStart", "commentRangeEnd"),
    )
)
_NOT_OLD: Final = tuple(W + name for name in ("rPr", "sectPr", "pPrChange"))


def following_block(block: Element) -> Element | None:
    """Return what follows a paragraph or a table among its like, marks of bookmarks and the like passed over."""
    found = block.getnext()
    while found is not None and found.tag in _BETWEEN:
        found = found.getnext()
    return None if found is None or found.tag == f"{W}sectPr" else found


class Tracker:
    """Writes tracked changes into one file."""

    def __init__(self, stamp: Stamp) -> None:
        self._stamp = stamp
        self._ends: dict[Element, Element] = {}
        """For a paragraph or table the last of the paragraphs put in behind it."""
        self._handed: set[Element] = set()

    def take_out(self, runs: Sequence[Element]) -> list[Element]:
        """Mark runs as deleted; return the changes made, one for each stretch of runs that follow each other."""
        changes: list[Element] = []
        for run in runs:
            if not changes or changes[-1].getnext() is not run:
                changes.append(self._stamp.tracked("del"))
                run.addprevious(changes[-1])
            changes[-1].append(run)
            for node in run:
                node.tag = _GONE.get(str(node.tag), node.tag)
        return changes

    def take_out_mark(self, paragraph: Element) -> None:
        """Mark the end of a paragraph as deleted: it runs on into the next."""
        mark = mark_of(paragraph)
        if child(mark, "del") is None:
            mark.insert(0, self._stamp.tracked("del"))

    def put_in(self, text: str, beside: Element, like: Element, *, behind: bool) -> None:
        """Put a text before or behind a run or a change, in the letters of the run `like`."""
        change = self._stamp.tracked("ins")
        change.append(make_run(text, letters_of(like)))
        beside, behind = self._outside(beside, behind)
        if behind:
            beside.addnext(change)
        else:
            beside.addprevious(change)

    def put_in_paragraphs(self, paragraphs: Sequence[Element], behind: Element) -> None:
        """Put paragraphs, of which all runs are new, behind a paragraph or table."""
        place = self._ends.get(behind, behind)
        closes = place.tag == f"{W}p" and following_block(place) is None
        for paragraph in paragraphs:
            self._wrap(paragraph)
            place.addnext(paragraph)
            if closes and place.tag == f"{W}p":
                self._hand_on(place, paragraph)
            else:
                mark_of(paragraph).insert(0, self._stamp.tracked("ins"))
            place = paragraph
        self._ends[behind] = place

    def _outside(self, beside: Element, behind: bool) -> tuple[Element, bool]:
        """Return a place outside the insertion of another author, which is cut in two where it must be."""
        change = beside.getparent()
        if change is None or change.tag != _INS:
            return beside, behind
        moved = list(beside.itersiblings()) if behind else [beside, *beside.itersiblings()]
        if len(moved) == len(change):
            return change, False
        if moved:
            rest = empty_like(change)
            rest.set(f"{W}id", self._stamp.number())
            rest.extend(moved)
            change.addnext(rest)
        return change, True

    def _wrap(self, paragraph: Element) -> None:
        change = self._stamp.tracked("ins")
        change.extend(paragraph.findall(f"{W}r"))
        paragraph.append(change)

    def _hand_on(self, last: Element, paragraph: Element) -> None:
        """Let a new paragraph end what the last one did: the last mark of a body or cell can never be taken out.

        So the mark of the one before is the new one, and the new paragraph has its properties where all is rejected.
        """
        old = child(last, "pPr")
        mark_of(last).insert(0, self._stamp.tracked("ins"))
        change = self._stamp.tracked("pPrChange")
        former = child(old, "pPrChange")
        given = child(former, "pPr") if former is not None else old
        kept = [deepcopy(each) for each in (given if given is not None else ()) if each.tag not in _NOT_OLD]
        change.append(change.makeelement(f"{W}pPr"))
        change[0].extend(kept)
        mark_of(paragraph).addnext(change)
        if old is not None and former is not None and former in self._handed:
            old.remove(former)
        self._handed.add(change)
