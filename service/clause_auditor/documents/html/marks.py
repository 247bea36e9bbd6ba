"""What is taken of an element as a whole: fields of a form, signs of notes, words that nobody sees."""

from __future__ import annotations

import re
from itertools import islice

from clause_auditor.documents.html.parsing import Element


def read_mark(element: Element) -> str | None:
    """Return what such an element shows, nothing for a way back from a note; None for any other element."""
    role, names = element.get("role"), element.get("class", "")
    if element.tag == "input":
        return _field(element)
    if role == "doc-backlink" or "footnote-back" in names:
        return ""
    if role == "doc-noteref" or "footnote-ref" in names.split():
        mark = "".join(str(part) for part in islice(element.itertext(), 20)).strip().strip("[]()")
        return f"[{mark[:8]}]"
    return None


def note_label(item: Element, label: str) -> str:
    """Return the label of an item; notes at the end of a page are named as their marks are."""
    name = item.get("id", "")
    return f"[{label.rstrip('.')}]" if re.match(r"fn:?\d|footnote-?\d", name) and label[:1].isdigit() else label


def words_within(element: Element, most: int) -> str:
    """Return the words of an element without scripts and styles, cut off after about so many characters."""
    texts = [element.text or ""]
    size = len(texts[0])
    for part in element.iterdescendants():
        inside = "" if part.tag in ("script", "style") or not isinstance(part.tag, str) else part.text or ""
        texts += [inside, part.tail or ""]
        size += len(inside) + len(texts[-1])
        if size > most:
            break
    return " ".join(" ".join(texts).split())


def _field(element: Element) -> str:
    kind = element.get("type", "text").lower()
    if kind in ("checkbox", "radio"):
        return "\u2612" if element.get("checked") is not None else "\u2610"
    return f" {element.get('value', '')} " if kind in ("text", "email", "date", "number", "tel", "url") else ""
