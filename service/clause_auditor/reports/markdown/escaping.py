"""Text that shows literally in GitHub-flavoured Markdown, and links that lead nowhere but to the web.

Marks of Markdown take a backslash (CommonMark, "Backslash escapes"). Mentions, references to issues, emoji and
addresses are found in the text after that, where a backslash is gone: an empty comment takes them apart, unseen.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from clause_auditor.reports.escaping import leads_to_web
from clause_auditor.reports.rows import flat

_APART = "<!-- -->"
_MARKS: Final = str.maketrans({**{mark: f"\\{mark}" for mark in r"\`*_[]<>|~#!"}, "&": "&amp;", "$": "&dollar;"})
_AT_START: Final = re.compile(r"^(\d{0,9})([-+=.):])")
_FIRES: Final = re.compile(
    r"(?<=@)(?=\w)"  # mentions, addresses of mail
    r"|(?<=#)(?=\w)|(?<=!)(?=\d)|(?<=gh-)(?=\d)"  # issues, merge requests
    r"|(?<=:)(?=[\w+-]+:|//)"  # emoji, addresses of the web
    r"|(?<=www)(?=\.)",
    re.IGNORECASE,
)
_URL_MARKS = ":/?#[]@!$&'*+,;=%~"


def literal(text: str) -> str:
    """Return the text on one line as Markdown that shows it literally, wherever it stands."""
    marked = _AT_START.sub(r"\1\\\2", flat(text).translate(_MARKS))
    return _FIRES.sub(_APART, marked)


def link(text: str, url: str) -> str:
    """Return a link with a literal text; the text alone if the address is none of the web."""
    if not leads_to_web(url):
        return literal(text)
    return f"[{literal(text)}]({quote(url, safe=_URL_MARKS).replace('&', '&amp;')})"
