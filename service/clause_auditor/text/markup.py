"""Markup: Markdown, HTML and JSX marks blanked out, so that the rest reads as plain text of the same length."""

from __future__ import annotations

import re
from collections.abc import Callable

from clause_auditor.text.words import word_set

_HTML = word_set(
    "a abbr article aside b big blockquote body br button caption center cite code col colgroup dd del"
    " details dfn div dl dt em figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i img input"
    " ins kbd label li link main mark meta nav ol p path pre q s samp script section small span strike"
    " strong style sub summary sup svg table tbody td tfoot th thead time title tr tt u ul var wbr"
)
_BREAKING = word_set(
    "address article aside blockquote body br caption center dd details div dl dt footer form header hr"
    " main nav ol p pre section summary table tbody tfoot thead title tr ul"
)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:(?!---[ \t]*\n)[^\n]*\n){0,200}?---[ \t]*(?:\n|\Z)")
_MDX_LINE = re.compile(
    r"^(?:import [^\n]{0,400}?['\"];?|export (?:const|default|let|function|async)[^\n]*)$", re.MULTILINE
)
_TAG = re.compile(r"<(/?)([A-Za-z][\w.:-]{0,60}+)([^<>]*+)>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,10}\d?);")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\](?:\([^()\n]*\)|\[[^\[\]\n]{0,80}\])")
_BARE_LINK = re.compile(r"\((?:https?://|mailto:|www\.)[^()\s]*\)")
_MARKS = re.compile(r"\*+|_+|`+|~~|\\[.\[\]()*_#~>`+!$&\"'-]|\{\s?['\"]\s?['\"]\s?\}")
_MAX_INDENT = 40
_ENTITIES = {"&quot;": '"', "&ldquo;": "\u201c", "&rdquo;": "\u201d", "&rsquo;": "\u2019", "&lsquo;": "\u2018"}


def mask(text: str) -> str:
    """Return a text of equal length in which markup is blanked by spaces; line breaks stay, block tags become some."""
    masked = _FRONT_MATTER.sub(_blank, text)
    masked = _MDX_LINE.sub(_blank, masked)
    masked = _blank_between(_blank_between(masked, "<!--", "-->"), "{/*", "*/}")
    if "<" in masked:
        masked = _TAG.sub(_tag_reader(masked), masked)
    masked = _ENTITY.sub(lambda match: _pad(_ENTITIES.get(match[0], ""), match[0]), masked)
    masked = _LINK.sub(_keep_link_text, masked)
    masked = _BARE_LINK.sub(_blank, masked)
    return _MARKS.sub(_blank_mark, masked)


def _blank(match: re.Match[str]) -> str:
    return _spaces(match[0])


def _spaces(passage: str) -> str:
    if "\n" not in passage:
        return " " * len(passage)
    return "\n".join(" " * len(line) for line in passage.split("\n"))


def _pad(lead: str, source: str) -> str:
    return lead + _spaces(source[len(lead) :])


def _blank_between(text: str, opening: str, closing: str) -> str:
    pieces: list[str] = []
    place = 0
    while (start := text.find(opening, place)) >= 0:
        end = text.find(closing, start + len(opening))
        if end < 0:
            break
        end += len(closing)
        pieces += [text[place:start], _spaces(text[start:end])]
        place = end
    return "".join([*pieces, text[place:]])


def _tag_reader(text: str) -> Callable[[re.Match[str]], str]:
    closed = set(re.findall(r"</([A-Z][\w.]{0,60})", text))

    def read(match: re.Match[str]) -> str:
        slash, name, rest = match[1], match[2], match[3]
        if name.lower() in _HTML:
            return _html_tag(match[0], slash, name.lower())
        if name[0].isupper() and (name in closed or "=" in rest or rest.rstrip().endswith("/")):
            return _spaces(match[0])
        return match[0]

    return read


def _html_tag(tag: str, slash: str, name: str) -> str:
    if slash:
        breaks = name in _BREAKING or name == "li" or _is_heading_tag(name)
        return _pad("\n" if breaks else "", tag)
    if name == "li":
        return _pad("\n-", tag)
    if _is_heading_tag(name):
        return _pad("\n" + "#" * min(int(name[1]), len(tag) - 2), tag)
    if name in ("td", "th"):
        return _pad("|", tag)
    return _pad("\n" if name in _BREAKING else "", tag)


def _is_heading_tag(name: str) -> bool:
    return len(name) == 2 and name[0] == "h" and name[1].isdigit()


def _keep_link_text(match: re.Match[str]) -> str:
    whole, words = match[0], match[1]
    if whole.startswith("!"):
        return _spaces(whole)
    return " " + words + " " * (len(whole) - 1 - len(words))


def _blank_mark(match: re.Match[str]) -> str:
    mark = match[0]
    if mark[0] == "\\":
        return mark[1] + " "
    if mark == "*" and _is_bullet(match.string, match.start()):
        return mark
    if mark[0] == "_" and not _is_emphasis(match):
        return mark
    return _spaces(mark)


def _is_bullet(text: str, place: int) -> bool:
    """True for an asterisk at the head of a line, before a space."""
    if text[place + 1 : place + 2] not in (" ", "\t"):
        return False
    lead = text[max(0, place - _MAX_INDENT) : place]
    return not lead.rsplit("\n", 1)[-1].strip(" \t>")


def _is_emphasis(match: re.Match[str]) -> bool:
    """True for one or two underscores at the edge of a word, not within one."""
    if len(match[0]) > 2:
        return False
    text = match.string
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    opens = not before.isalnum() and after.strip() != ""
    return opens or (before.strip() != "" and not after.isalnum())
