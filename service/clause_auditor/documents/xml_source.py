"""XML of unknown origin to a tree: no document type, no entities, no outside references, no depth without end."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from clause_auditor.errors import InputError

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WIDE: Final = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_AGAIN: Final = "Fetch or save it again and audit that file"


def parse_xml(data: bytes) -> etree._Element:
    """Return the root of an XML text.

    `InputError.at("", ...)` if it declares a document type (entities could unfold to gigabytes) or is ill-formed;
    MemoryError if there is not enough for its tree.
    """
    if _DOCTYPE.search(_narrow(data)):
        problem = "its XML declares a document type, which no word processor writes and which can do harm"
        raise InputError.at("", problem, "Open it in a word processor, save it as .docx, and audit that file")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", 0) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from None
        problem = "its XML is damaged, or nested without measure"
    except ValueError:
        problem = "its XML is damaged"
    raise InputError.at("", problem, _AGAIN)


def _narrow(data: bytes) -> bytes:
    """Return XML in an encoding that has ASCII's bytes for ASCII's characters."""
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return data.decode(encoding, "replace").encode("ascii", "replace")
    return data
