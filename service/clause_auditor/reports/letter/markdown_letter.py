"""The letter as Markdown: CommonMark that shows contract text as text, whatever it holds."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from clause_auditor.domain.finding import Citation
from clause_auditor.reports.interface import Outcome, ReportStyle
from clause_auditor.reports.letter.composition import compose_letter
from clause_auditor.reports.letter.letter import Letter, Quotation, Request
from clause_auditor.reports.letter.voices import VOICES
from clause_auditor.reports.quoting import harmless

_SPECIAL: Final = re.compile(r"[\\`*_<>&|~#]|\](?=[(\[:])")
_LIST_MARK: Final = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=]))")
_DASHES: Final = re.compile(r"-(?=-)")
"""Two of them could end a comment."""
_HARD_BREAK = "  \n"


def write_letter_markdown(outcome: Outcome, style: ReportStyle) -> bytes:
    """Return the letter as UTF-8; the note to the sender is a comment at the top, which no rendered page shows."""
    letter = compose_letter(outcome)
    label = VOICES[outcome.audit.perspective].label if outcome.audit else ""
    return ("\n\n".join(filter(None, _blocks(letter, label))) + "\n").encode("utf-8", "backslashreplace")


def _blocks(letter: Letter, label: str) -> Iterator[str]:
    yield _comment(letter.note)
    yield from map(_lines, letter.head)
    yield f"# {_text(letter.subject)}"
    yield _text(letter.salutation)
    yield from map(_text, letter.opening)
    numbers = itertools.count(1)
    for section in letter.sections:
        yield f"## {_text(section.heading)}"
        for request in section.requests:
            yield f"### {next(numbers)}. {_text(request.title)}"
            yield from _request(request, label)
    if letter.questions:
        yield f"## {_text(letter.questions.heading)}"
        yield _text(letter.questions.lead)
        yield "\n".join(f"- {_text(point)}" for point in letter.questions.points)
    yield from map(_text, letter.closing)
    yield _lines(letter.signature)


def _lines(lines: Iterable[str]) -> str:
    return _HARD_BREAK.join(map(_text, lines))


def _request(request: Request, label: str) -> Iterator[str]:
    yield f"**The draft now.** {_text(' '.join(request.faults))}"
    yield _quote(map(_quotation, request.draft))
    for wording in request.wordings:
        yield f"**{label}.** {_text(wording.ask)}"
        yield _quote(wording.paragraphs)
    if request.reasons:
        yield f"**Why.** {_text(' '.join(request.reasons))}"
    if request.law:
        yield f"**Law.** {'; '.join(map(_link, request.law))}"


def _quotation(quotation: Quotation) -> str:
    return f"{quotation.place}: “{quotation.words}”"


def _quote(paragraphs: Iterable[str]) -> str:
    return "\n>\n".join(f"> {_text(paragraph)}" for paragraph in paragraphs)


def _link(citation: Citation) -> str:
    return f"[{_text(citation.text)}](<{citation.url}>)" if citation.url else _text(citation.text)


def _comment(note: Iterable[str]) -> str:
    lines = ("Note to the sender", *(f"* {line}" for line in note))
    return "<!--\n" + "\n".join(_DASHES.sub("- ", harmless(" ".join(line.split()))) for line in lines) + "\n-->"


def _text(text: str) -> str:
    """Return a text on one line that Markdown shows as it is: no markup, no HTML, no link, no list."""
    line = _SPECIAL.sub(r"\\\g<0>", harmless(" ".join(text.split())))
    return _LIST_MARK.sub(r"\1\\", line)
