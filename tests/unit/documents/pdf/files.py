"""PDF files of our own for tests: written by reportlab, or by hand."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from PIL import Image, ImageDraw
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from clause_auditor.documents.extraction import Extraction
from clause_auditor.documents.options import DEFAULTS, ReadingOptions
from clause_auditor.documents.pdf import extract

WIDTH, HEIGHT = 595.0, 842.0
STYLES = getSampleStyleSheet()
SENTENCE = "The Processor shall notify the Controller of every personal data breach without undue delay. "


def drawn(*pages: Callable[[Canvas], None], **settings: object) -> bytes:
    """A file of pages, each drawn by a function."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT), invariant=1, **settings)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def flowing(story: Sequence[Flowable], columns: int = 1, foot: str = "", height: float = HEIGHT) -> bytes:
    """A file of flowing text in columns, with a running head and a page number."""
    target = io.BytesIO()
    width = (WIDTH - 100) / columns - 10
    frames = [Frame(50 + number * (width + 20), 50, width, height - 130) for number in range(columns)]

    def furnish(canvas: Canvas, document: BaseDocTemplate) -> None:
        if foot:
            canvas.drawString(50, height - 40, foot)
            canvas.drawCentredString(WIDTH / 2, 25, f"Page {document.page}")

    document = BaseDocTemplate(target, pagesize=(WIDTH, height), invariant=1)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=furnish))
    document.build(list(story))
    return target.getvalue()


def body(text: str) -> Paragraph:
    """A paragraph of the text."""
    return Paragraph(text, STYLES["BodyText"])


def heading(text: str, level: int = 1) -> Paragraph:
    """A heading."""
    return Paragraph(text, STYLES[f"Heading{level}"])


def text_at(  # noqa: PLR0917 - as the canvas has them
    canvas: Canvas, x: float, y: float, text: str, size: float = 11, mode: int = 0, font: str = "Helvetica"
) -> None:
    """Write a line, in a render mode."""
    written = canvas.beginText(x, y)
    written.setFont(font, size)
    written._code.append(f"{mode} Tr")
    written.textLine(text)
    canvas.drawText(written)


def scan(lines: Sequence[str], ink: int = 0) -> ImageReader:
    """A picture of a page; line n stands 60 points below the one before."""
    picture = Image.new("L", (int(WIDTH * 2), int(HEIGHT * 2)), 255)
    draw = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        draw.text((100, 100 + 120 * number), line, fill=ink, font_size=40)
    return ImageReader(picture)


def read(data: bytes, options: ReadingOptions = DEFAULTS) -> Extraction:
    """Read a file."""
    return extract(data, options)


def blocks(data: bytes) -> list[str]:
    """The blocks of a file's text."""
    return read(data).text.split("\n\n")
