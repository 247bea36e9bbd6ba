"""Sentences: where one ends and the next begins in legal prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clause_auditor.text.words import word_set

Bounds = tuple[int, int]

_STOP = re.compile(r"[.?!][\"'\u201d\u2019)\]]*(?=\s)|[\u3002\uff01\uff1f]|\n[ \t]*\n")
_BRACKETS = re.compile(r"[()\[\]\u201c\u201d]")
_LAST_WORD = re.compile(r"([\w.&/]+)$")
_NEXT = re.compile(r"\s*[\"'\u201c\u2018(\[]*")
_ABBREVIATIONS = word_set(
    "art arts no nos sec secs para paras cf vs eg ie e.g i.e al viz approx est dept fig ca ch cl cls reg"
    " regs ss pt vol pp p.o mr mrs ms dr prof st sr messrs jan feb mar apr jun jul aug sep sept oct nov"
    " dec resp lit abs nr str z.b bzw u.a d.h ggf c.f.r u.s.c c.f stat cal civ bus gov tit ann"
)
_SOFT_ABBREVIATIONS = word_set(
    "inc ltd llc corp co etc gmbh plc bv b.v n.v s.a s.r.l s.l s.p.a l.l.c l.p u.s u.k e.u p.c d.b.a"
    " l.l.p pte pty a.s jr b.s.d seq u.s.a a.m p.m"
)
_STARTERS = word_set(
    "the this these those that if in it each any all upon where when such for no nothing neither both"
    " either such to at by as on an customer provider processor controller company vendor client supplier"
    " business our we you your they notwithstanding except however unless until once further furthermore"
    " under subject without during within after before please"
)
_LETTERED = word_set("schedule annex exhibit appendix attachment section part clause article module option table tier")
_BRACKET_REACH = 900


def split_sentences(masked: str, start: int, end: int) -> list[Bounds]:
    """Return the trimmed spans of the sentences of `masked[start:end]`, in order."""
    spans: list[Bounds] = []
    begin = start
    for stop in _stops(masked, start, end):
        _append(spans, masked, begin, stop)
        begin = stop
    _append(spans, masked, begin, end)
    return spans


def trim(masked: str, start: int, end: int) -> Bounds:
    """Return the bounds without the white space at either side."""
    passage = masked[start:end]
    lead = len(passage) - len(passage.lstrip())
    return start + lead, start + max(lead, len(passage.rstrip()))


def _append(spans: list[Bounds], masked: str, start: int, end: int) -> None:
    begin, stop = trim(masked, start, end)
    if any(mark.isalnum() or mark in "_[{" for mark in masked[begin : min(stop, begin + 400)]):
        spans.append((begin, stop))
    elif spans and stop > begin:
        spans[-1] = (spans[-1][0], stop)


def _stops(masked: str, start: int, end: int) -> Iterator[int]:
    brackets = _open_stretches(masked, start, end)
    place = 0
    begin = start
    for match in _STOP.finditer(masked, start, end):
        while place < len(brackets) and brackets[place][1] <= match.start():
            place += 1
        if place < len(brackets) and brackets[place][0] < match.start() < brackets[place][1] - 1:
            continue
        if masked[match.start()] != "." or _ends_sentence(masked, begin, match, end):
            begin = match.end()
            yield begin


def _open_stretches(masked: str, start: int, end: int) -> list[Bounds]:
    """Return the stretches inside brackets or curly quotes; one that never closes is no stretch."""
    closers = {"(": ")", "[": "]", "\u201c": "\u201d"}
    stack: list[tuple[str, int]] = []
    stretches: list[Bounds] = []
    for match in _BRACKETS.finditer(masked, start, end):
        mark = match[0]
        if mark in closers:
            if len(stack) < 8:
                stack.append((closers[mark], match.start()))
        elif any(closer == mark for closer, _ in stack):
            while stack[-1][0] != mark:
                stack.pop()
            opened = stack.pop()[1]
            if not stack and match.start() - opened < _BRACKET_REACH:
                stretches.append((opened, match.end()))
            elif match.start() - opened >= _BRACKET_REACH:
                stack.clear()
    return stretches


def _ends_sentence(masked: str, begin: int, match: re.Match[str], end: int) -> bool:
    following = _NEXT.match(masked, match.end(), end)
    place = following.end() if following else match.end()
    if place >= end:
        return True
    if masked[place].islower():
        return False
    before = _LAST_WORD.search(masked, max(begin, match.start() - 24), match.start())
    if before is None:
        return True
    return _word_ends(masked, begin, before, place, end)


def _word_ends(masked: str, begin: int, before: re.Match[str], place: int, end: int) -> bool:
    word = before[1].lower().rstrip(".")
    if before.start() <= begin and (word.isdigit() or len(word) == 1):
        return False
    if word in _ABBREVIATIONS:
        return False
    if word in _SOFT_ABBREVIATIONS:
        if "(" in masked[before.end() : place]:
            return False
        return _next_word(masked, place, end) in _STARTERS
    if len(word) == 1 and word.isalpha():
        previous = masked[max(begin, before.start() - 14) : before.start()].split()
        return bool(previous) and previous[-1].lower() in _LETTERED
    return not (re.fullmatch(r"(?:[a-z]\.)+[a-z]", word) and _next_word(masked, place, end) not in _STARTERS)


def _next_word(masked: str, place: int, end: int) -> str:
    stop = place
    while stop < min(end, place + 20) and masked[stop].isalpha():
        stop += 1
    return masked[place:stop].lower()
