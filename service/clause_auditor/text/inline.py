"""Lists inside a sentence: "shall (a) do x; (b) do y; and (c) do z"."""

from __future__ import annotations

import re

from clause_auditor.text.sentences import Bounds, trim

_MARK = re.compile(
    r"(?<![\w)\]])(?:\(([a-z]{1,2}|[ivx]{1,5}|\d{1,2}|[A-Z])\)|(?<=[\s])(\d{1,2}|[a-z]"
    r"|[ivx]{1,4})\))[ \t\n]*(?=[\w\"\u201c(\[\u201d'])"
)
_CITED = re.compile(
    r"(?:\b(?:sections?|articles?|art|arts|clauses?|paras?|paragraphs?|subsections?|points?"
    r"|letters?)\.?|[\d\u00a7])\s*$",
    re.IGNORECASE,
)
_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"]
_WORD = re.compile(r"[^\W_]{2,}")


def split_inline(masked: str, start: int, end: int) -> tuple[Bounds | None, list[tuple[str, Bounds]]]:
    """Return the stem of an inline list and its items as (mark, span); (None, []) if the sentence holds none."""
    marks = _run_of_marks(masked, start, end)
    if len(marks) < 2:
        return None, []
    items: list[tuple[str, Bounds]] = []
    stops = [mark[1] for mark in marks[1:]] + [end]
    for (name, _, body), stop in zip(marks, stops, strict=True):
        items.append((name, _trim_item(masked, body, stop)))
    if any(len(_WORD.findall(masked, *span)) < 2 for _, span in items[:-1]):
        return None, []
    stem = trim(masked, start, marks[0][1])
    return (stem if stem[1] > stem[0] else None), items


def _run_of_marks(masked: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Return (name, start, end) of the first run (a), (b), (c) or (i), (ii) or 1), 2) that counts up from one."""
    runs: dict[str, list[tuple[str, int, int]]] = {}
    for match in _MARK.finditer(masked, start, end):
        name = match[1] or match[2]
        if _CITED.search(masked, max(start, match.start() - 16), match.start()):
            continue
        for kind, value in _counts(name):
            run = runs.setdefault(kind, [])
            if value == len(run) + 1:
                run.append((name, match.start(), match.end()))
                break
    ready = [run for run in runs.values() if len(run) >= 2]
    return min(ready, key=lambda run: run[0][1]) if ready else []


def _counts(name: str) -> list[tuple[str, int]]:
    if name.isdigit():
        return [("decimal", int(name))]
    counts = [("roman", _ROMAN.index(name) + 1)] if name in _ROMAN else []
    if len(name) == 1:
        kind = "upper" if name.isupper() else "alpha"
        counts.append((kind, ord(name.lower()) - 96))
    return counts


def _trim_item(masked: str, start: int, stop: int) -> Bounds:
    begin, end = trim(masked, start, stop)
    tail = re.search(r"[;,]?\s+(?:and/or|and|or)$", masked[max(begin, end - 12) : end])
    if tail and stop > end:
        end = max(begin, end - (len(tail[0])))
    return trim(masked, begin, end)
