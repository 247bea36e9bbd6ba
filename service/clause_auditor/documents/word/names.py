"""The names of Word's XML that are read here."""

from __future__ import annotations

from typing import Final

from lxml import etree

Element = etree._Element
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V: Final = "{urn:schemas-microsoft-com:vml}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M[1:-1].encode()),
)
"""The names of the strict form, and those by which they are read here."""
VAL: Final = f"{W}val"
_OFF: Final = frozenset({"0", "false", "off", "none"})


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of that name in Word's namespace."""
    return None if element is None else element.find(W + name)


def value(element: Element | None, name: str, attribute: str = "val") -> str:
    """Return an attribute of the first child of that name, or an empty string."""
    found = child(element, name)
    return "" if found is None else found.get(W + attribute, "")


def whole(text: str, otherwise: int = 0) -> int:
    """Return a whole number from an attribute, or `otherwise` where it holds none."""
    try:
        return int(text) if len(text) < 12 else otherwise
    except ValueError:
        return otherwise


def flag(element: Element | None, name: str) -> bool | None:
    """Return whether a property is switched on or off; None where nothing is said of it."""
    found = child(element, name)
    return None if found is None else found.get(VAL, "1") not in _OFF
