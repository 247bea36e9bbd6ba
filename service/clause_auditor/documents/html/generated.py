"""Texts that style sheets write before and after an element."""

from __future__ import annotations

from typing import Final

import tinycss2

from clause_auditor.documents.html.parsing import Element

_LONGEST: Final = 2_000
_QUOTES: Final = {"open-quote": "\u201c", "close-quote": "\u201d"}


def read_content(value: str, element: Element) -> tuple[str, bool]:
    """Return the words that a value of `content` writes, and whether it writes something that is not read.

    Signs alone (bullets, arrows, letters of fonts of signs) are decoration; counters and pictures are not read.
    """
    text = ""
    unread = False
    for token in tinycss2.parse_component_value_list(value, skip_comments=True):
        if token.type == "string":
            text += token.value
        elif token.type == "ident":
            text += _QUOTES.get(token.lower_value, "")
        elif token.type == "function" and token.lower_name == "attr":
            name = next((each.value for each in token.arguments if each.type == "ident"), "")
            text += element.get(name, "") if name and name[0] != "{" else ""
        elif token.type == "function":
            unread = unread or token.lower_name in ("counter", "counters")
        elif token.type == "literal" and token.value == "/":
            break
    return (text[:_LONGEST] if any(map(str.isalnum, text)) else ""), unread
