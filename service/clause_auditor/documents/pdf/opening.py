"""Bytes to an open PDF file, or a clear word on why it cannot be read."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pypdfium2.raw as pdfium

from clause_auditor.documents.options import ReadingOptions
from clause_auditor.errors import Fault, InputError, LimitError, ProtectedError

Handle = Any
"""A handle of the PDF library; it has no Python type."""
_DYNAMIC_FORM: Final = 2
_AGAIN: Final = "Fetch or export it again, or save it as plain text, and audit that file"


def address(pointer: Handle) -> int:
    """Return the address that a pointer of the library holds."""
    return ctypes.c_void_p.from_buffer(pointer).value or 0


@contextmanager
def open_file(data: bytes, options: ReadingOptions) -> Iterator[tuple[Handle, int]]:
    """Give the file and its number of pages; InputError if it is damaged or locked, LimitError if it has too many."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise _refusal(data)
    try:
        pages = pdfium.FPDF_GetPageCount(document)
        _check(document, pages, options)
        yield document, pages
    finally:
        pdfium.FPDF_CloseDocument(document)


def _check(document: Handle, pages: int, options: ReadingOptions) -> None:
    if pages > options.max_pages:
        problem = f"it has {pages} pages, more than the limit of {options.max_pages}"
        raise LimitError.at("", problem, "Split it into files of fewer pages, and audit them together as one contract")
    if pdfium.FPDF_GetFormType(document) == _DYNAMIC_FORM:
        problem = "it is a dynamic form (XFA), whose text only Adobe's own program puts on the page"
        raise InputError.at("", problem, "Open it there, print it to a new PDF, and audit that file")
    if pages < 1:
        raise InputError.at("", "the PDF file has no page that can be read: it is damaged or cut off", _AGAIN)


def _refusal(data: bytes) -> InputError:
    code = pdfium.FPDF_GetLastError()
    if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        cure = "Open it with the password, save it without one, and audit that file"
        return ProtectedError([Fault("", "the file is protected by a password", cure)])
    cut = b"%%EOF" not in data[-2048:]
    return InputError([Fault("", f"the PDF file is {'cut off or ' if cut else ''}damaged", _AGAIN)])
