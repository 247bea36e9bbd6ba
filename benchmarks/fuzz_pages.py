"""Sound web pages and PDF files, and the ways in which they are damaged."""

from __future__ import annotations

import io
import random
import re
import zlib
from collections.abc import Callable

from pdf_seeds import CLAIMS
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen import canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

Change = Callable[[random.Random, bytes], bytes]
_SENTENCE = "The Processor shall notify the Controller of every personal data breach without undue delay. "
_PAGE = (
    "<!doctype html><html><head><meta charset=utf-8><title>DPA</title><style>.x{display:none} p > b{color:#fff}"
    "@media print{p{display:none}} #n{font-size:0} :root{--a:none;--b:var(--a,hsl(0 0% 100%))} .v{display:var(--b)}"
    "li:not(.x,#n):nth-child(2n+1)::before{content:'see ' attr(id) counter(c)} [id^='n' i]{color:oklch(100% 0 0)}"
    ".w{& > b{filter:opacity(0)} &:is(p,td) + p{font:0/0 a}} @layer l{s:has(> b){zoom:.01!important}}"
    "@media (400px<=width<2000px){.u{letter-spacing:-2em;line-height:0;overflow:hidden}}</style></head><body>"
    "<header><h1>DPA</h1></header><nav>Home</nav>"
    f"<h2>1. Breach</h2><p>{_SENTENCE}<span class=x>not</span> <b>seen</b>&nbsp;&euro; caf\u00e9</p><ol type=a start=3>"
    "<li>one<li>two<ol type=i><li value=4>deep</ol></ol><ul><li>dot</ul><table><tr><th>A<th>B<tr><td rowspan=2>1<td>2"
    "<tr><td colspan=3>3</table>"
    "<p class=v>v</p><div class='w u'><b>w</b></div><p>u</p><s id=n1>struck<b>b</b></s>"
    "<dl><dt>Term<dd>means</dl><pre>a\n\nb</pre><del>old</del><ins>new</ins>"
    "<p style='position:absolute;left:-9999px'>far</p><!-- a comment of some six words here --><details>x</details>"
    "<template>t</template><footer>f</footer></body></html>"
)
HTML_SEEDS = (
    _PAGE.encode(),
    _PAGE.replace("utf-8", "iso-8859-1").encode("cp1252"),
    _PAGE.encode("utf-16"),
    ("<html>" + "<div><table><tr><td>" * 60 + _SENTENCE + "</html>").encode(),
)
_TAG = re.compile(rb"<[^<>]{1,200}>")
_VALUE = re.compile(rb"=[\"']?[^\s\"'<>]{1,40}")
_VALUES = (
    b"=-1",
    b"=99999999999",
    b"=''",
    b'="',
    b"=%s",
    b"='color:rgb(1,2'",
    b"=\xff\xfe",
    b"=0",
    b"='display:none'",
    b"='--a:var(--a)'",
    b"='font:0/0 a'",
    b"='color:hsl(1e999 none -1%)'",
    b"='zoom:.1;scale:0 1'",
)
_TAGS = b"p div table tr td th ol ul li h1 span pre br del ins style script template nav header a svg input".split()


def flip_bytes(chance: random.Random, data: bytes) -> bytes:
    """Change a few bytes anywhere."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 16)):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def cut_off(chance: random.Random, data: bytes) -> bytes:
    """End too early, or lack a stretch."""
    at = chance.randrange(1, len(data))
    return data[:at] if chance.random() < 0.5 else data[:at] + data[at + chance.randint(1, 400) :]


def move_tags(chance: random.Random, data: bytes) -> bytes:
    """Take out, double, rename and swap tags."""
    for _ in range(chance.randint(1, 8)):
        tags = list(_TAG.finditer(data))
        if not tags:
            break
        one, other = chance.choice(tags), chance.choice(tags)
        new = chance.choice((b"", one[0] * chance.choice((2, 2, 50)), other[0], b"<" + chance.choice(_TAGS) + b">"))
        data = data[: one.start()] + new + data[one.end() :]
    return data


def change_value(chance: random.Random, data: bytes) -> bytes:
    """Give an attribute another value."""
    values = list(_VALUE.finditer(data))
    if not values:
        return data
    one = chance.choice(values)
    return data[: one.start()] + chance.choice(_VALUES) + data[one.end() :]


def _flowing() -> bytes:
    """Headings, paragraphs and a ruled table, with feet."""
    target = io.BytesIO()
    styles = getSampleStyleSheet()
    story = [
        Paragraph("1. Breach", styles["Heading1"]),
        *(Paragraph(_SENTENCE * 4, styles["BodyText"]) for _ in range(9)),
    ]
    story.append(Table([["Purpose", "Term"], ["Hosting", "1 year"]], style=[("GRID", (0, 0), (-1, -1), 1, "black")]))

    def foot(page: canvas.Canvas, document: SimpleDocTemplate) -> None:
        page.drawString(72, 30, f"Page {document.page}")

    SimpleDocTemplate(target, pageCompression=0, pagesize=(400, 300)).build(story, onFirstPage=foot, onLaterPages=foot)
    return target.getvalue()


def _columns() -> bytes:
    """Two columns, hidden words, a turned word, written from the bottom up."""
    target = io.BytesIO()
    page = canvas.Canvas(target, pageCompression=0)
    for number in range(30, 0, -1):
        for x in (60, 320):
            page.drawString(x, 60 + 14 * number, f"Line {number} of a column that goes on, as such")
    page.setFillColorRGB(1, 1, 1)
    page.drawString(60, 700, "white words")
    page.setFillColorRGB(0, 0, 0.4)
    page.rect(50, 640, 200, 30, fill=1)
    page.rotate(30)
    page.drawString(300, 300, "DRAFT")
    page.save()
    return target.getvalue()


PDF_SEEDS = (_flowing(), _columns(), CLAIMS)
_FIGURE = re.compile(rb"-?\d+(?:\.\d+)?")
_FIGURES = (b"0", b"-1", b"1e9", b"99999999999", b"0.0001", b"-2147483648", b"nan", b"3", b"")
_NAME = re.compile(rb"/[A-Za-z0-9]{1,16}")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_OPERATORS = (
    b"Tj",
    b"TJ",
    b"Td",
    b"Tm",
    b"Tf",
    b"Tr",
    b"cm",
    b"re",
    b"f",
    b"W",
    b"n",
    b"q",
    b"Q",
    b"BT",
    b"ET",
    b"Do",
    b"BDC",
    b"EMC",
    b"Tz",
)


def change_figures(chance: random.Random, data: bytes) -> bytes:
    """Give a few numbers other values: lengths, places, objects, sizes."""
    found = list(_FIGURE.finditer(data))
    for match in sorted(chance.sample(found, min(len(found), chance.randint(1, 12))), key=lambda m: -m.start()):
        data = data[: match.start()] + chance.choice(_FIGURES) + data[match.end() :]
    return data


def change_names(chance: random.Random, data: bytes) -> bytes:
    """Swap names: types, keys, fonts."""
    for _ in range(chance.randint(1, 5)):
        found = list(_NAME.finditer(data))
        one, other = chance.choice(found), chance.choice(found)
        data = data[: one.start()] + other[0] + data[one.end() :]
    return data


def change_content(chance: random.Random, data: bytes) -> bytes:
    """Change what a page draws: operators swapped, lines doubled or dropped."""
    streams = list(_STREAM.finditer(data))
    if not streams:
        return data
    match = chance.choice(streams)
    lines = match[1].split(b"\n")
    for _ in range(chance.randint(1, 20)):
        at = chance.randrange(len(lines))
        words = lines[at].split(b" ")
        words[chance.randrange(len(words))] = chance.choice((*_OPERATORS, *_FIGURES, b"(x)", b"[", b"<<"))
        lines[at] = b" ".join(words)
        if chance.random() < 0.3:
            lines.insert(chance.randrange(len(lines)), lines[at])
    body = b"\n".join(lines)
    if chance.random() < 0.1:
        body = zlib.compress(body)
    return data[: match.start(1)] + body + data[match.end(1) :]


HTML_CHANGES: tuple[Change, ...] = (move_tags, move_tags, change_value, change_value, flip_bytes, cut_off)
PDF_CHANGES: tuple[Change, ...] = (
    *(change_content,) * 4,
    change_figures,
    change_figures,
    change_names,
    flip_bytes,
    cut_off,
)
