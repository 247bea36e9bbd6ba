"""PDF files of our own for tests: written by reportlab, or by hand."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence

from PIL import Image, ImageDraw
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from clause_auditor.documents.extraction import Extraction
from clause_auditor.documents.options import DEFAULTS, ReadingOptions
from clause_auditor.documents.pdf import extract
from clause_auditor.domain.contract import HiddenKind

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


def assemble(objects: Sequence[bytes]) -> bytes:
    """A file of these objects, the first of which is its catalogue."""
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        size, table, size, len(data),
    )  # fmt: skip


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream with these entries in its dictionary."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def line(y: int, text: str, font: str = "F1") -> bytes:
    """Operators that draw a line of 11 points."""
    return f"BT /{font} 11 Tf 50 {y} Td ({text}) Tj ET\n".encode("latin-1")


def by_hand(  # noqa: PLR0917 - the parts of a file in their order
    content: bytes,
    objects: Sequence[bytes] = (),
    font: bytes = b"",
    page: bytes = b"",
    catalogue: bytes = b"",
    resources: bytes = b"",
) -> bytes:
    """A page that begins with lines of text; `objects` are numbered from 7, /F1 is Helvetica, /F2 has the entries."""
    lead = b"".join(line(780 - 14 * place, f"{SENTENCE} Line {place}.") for place in range(4))
    return assemble([
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R/F2 6 0 R>>%s>>%s>>" % (resources, page),
        stream(lead + content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica%s>>" % (font or b"/Encoding/WinAnsiEncoding"),
        *objects,
    ])  # fmt: skip


def to_unicode(said: Mapping[int, str]) -> bytes:
    """The stream that tells which letters the codes of a font mean."""
    pairs = b"".join(b"<%02X> <%s>\n" % (code, text.encode("utf-16-be").hex().encode()) for code, text in said.items())
    return stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n%d beginbfchar\n%sendbfchar endcmap end end"
        % (len(said), pairs)
    )


def last_block(data: bytes) -> tuple[str, list[tuple[HiddenKind, str]]]:
    """What stands below the lines that a page made by hand begins with, and what is hidden on it."""
    taken = read(data)
    text = taken.text.rpartition("Line 3.")[2].strip()
    return text, [(passage.kind, passage.text) for passage in taken.hidden]


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
