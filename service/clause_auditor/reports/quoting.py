"""Contract text made fit for a terminal: markup gone, control characters harmless, long passages shortened."""

from __future__ import annotations

import html
import re
import unicodedata

_LONGEST = 360
_MARKUP = (
    (re.compile(r"<!--.{0,2000}?-->", re.DOTALL), ""),
    (re.compile(r"</?[a-zA-Z][^<>]{0,200}>"), " "),
    (re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,300}\)"), r"\1"),
    (re.compile(r"(?m)^[ \t]*(?:#{1,6}|>|[-*+](?=[ \t]))[ \t]*"), ""),
    (re.compile(r"(?m)^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*\|?[ \t]*$"), ""),
    (re.compile(r"(\*{1,3}|_{2})(?=\S)([^*_]{1,400}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"`"), ""),
    (re.compile(r"\\(?=[!-/:-@\[-`{-~])"), ""),
    (re.compile(r"[ \t]*\|[ \t]*"), " | "),
)
UNUSUAL = re.compile(r"[^\n -~]")
"""What may do harm: most text holds little of it."""
_JOINERS = "\u200c\u200d"


def clean_quote(quote: str, longest: int = _LONGEST) -> str:
    """Return a passage on one line without Markdown or HTML marks, shortened in its middle to about `longest`."""
    quote = shorten(quote, longest * 8)  # bounds the work, whatever the passage holds
    for pattern, put in _MARKUP:
        quote = pattern.sub(put, quote)
    words = " ".join(html.unescape(quote).split()).strip("| ")
    return shorten(words, longest)


def shorten(text: str, longest: int) -> str:
    """Return the text, or its beginning and its end with an ellipsis between, cut at words."""
    if len(text) <= longest:
        return text
    head = text[: longest * 2 // 3].rsplit(" ", 1)[0]
    tail = text[-(longest // 3) :].split(" ", 1)[-1]
    return f"{head} […] {tail}"


def harmless(text: str) -> str:
    """Return the text with control, bidi and invisible characters written out: `<U+202E>`."""
    return UNUSUAL.sub(lambda found: _shown(found[0]), text)


def _shown(char: str) -> str:
    if char == "\t":
        return " "
    if char == "\u00ad":
        return ""
    return f"<U+{ord(char):04X}>" if does_harm(char) else char


def does_harm(char: str) -> bool:
    """Tell whether a character is invisible, reorders its neighbours, steers a terminal, or is no character at all."""
    if char in _JOINERS:
        return False
    return unicodedata.category(char) in _RISKY or ord(char) & 0xFFFE == 0xFFFE or "\ufdd0" <= char <= "\ufdef"


_RISKY = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
