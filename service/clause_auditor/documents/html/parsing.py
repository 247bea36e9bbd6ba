"""Bytes of a web page to a tree, in the encoding that they are really in."""

from __future__ import annotations

import codecs
import re
from typing import Final

from lxml import etree

from clause_auditor.documents.encodings import MARKS, find_encoding
from clause_auditor.errors import ClauseAuditorError, InputError, LimitError

Element = etree._Element
_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_MOST_ATTRIBUTES: Final = 1_000
_LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{2 * _MOST_ATTRIBUTES},}}")
_GIVEN = re.compile(r"""=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""")
_ATTRIBUTE = re.compile(r"[\s/]+[^\s/]+")
_HEAD: Final = 4096
_AGAIN: Final = "Save the page again as UTF-8, or as plain text, and audit that file"
_PRINT: Final = "Open it in a browser, save what is shown as PDF, and audit that file"


def parse_page(data: bytes) -> Element:
    """Return the root of a page; `InputError.at("", ...)` if its bytes are in no known encoding, or hold no page."""
    source = decode_page(data).replace("\0", "")
    _check_tags(source)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_pis=True)
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        root = None
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise LimitError.at("", "it is nested too deeply", "Save it as plain text and audit that file")
    if root is None:
        raise InputError.at("", "there is no page in it", _AGAIN)
    return root


def _check_tags(source: str) -> None:
    """Refuse a tag of many attributes: the parser compares each with all others."""
    for tag in _LONG_TAG.finditer(source):
        if len(_ATTRIBUTE.findall(_GIVEN.sub("", tag[0]))) > _MOST_ATTRIBUTES:
            raise LimitError.at("", f"a tag in it has more than {_MOST_ATTRIBUTES} attributes", _PRINT)


def too_involved(problem: str) -> ClauseAuditorError:
    """Return the refusal of a page of which cannot be told within bounds what is seen."""
    return LimitError.at("", problem, _PRINT)


def decode_page(data: bytes) -> str:
    """Return the source of a page."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    declared = _DECLARED.search(data[:_HEAD])
    encoding = find_encoding(data, declared[1].decode("ascii", "replace") if declared else "")
    if not encoding and b"\0" in data and b"\0" not in data[:_HEAD]:
        encoding = find_encoding(data.replace(b"\0", b""))
    if not encoding:
        raise InputError.at("", "its letters are in no known encoding", _AGAIN)
    return codecs.decode(data, encoding, "replace")
