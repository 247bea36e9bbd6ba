"""PDF files by hand for the fuzzing run: words in the place of others, layers, fonts that name their letters, notes."""

from __future__ import annotations

from collections.abc import Sequence

_SENTENCE = "The Processor shall notify the Controller of every breach within 24 hours."


def _assemble(objects: Sequence[bytes]) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(objects) + 1, len(data)
    tail = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + tail


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def _to_unicode(digits: int, shift: int) -> bytes:
    """A map of codes to letters; figures are said to be others."""
    pairs = [(code, code + shift if 48 <= code < 57 else code) for code in range(32, 123)]
    lines = b"".join(b"<%0*X> <%04X>\n" % (digits, code, said) for code, said in pairs)
    return _stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        b"1 begincodespacerange <%s> <%s> endcodespacerange\n"
        % (b"0" * digits, b"F" * digits)
        + b"%d beginbfchar\n%sendbfchar endcmap end end" % (len(pairs), lines)
    )


def _line(y: int, text: str, font: str = "F1", lead: str = "", tail: str = "") -> bytes:
    return f"{lead}\nBT\n/{font} 11 Tf\n50 {y} Td\n({text}) Tj\nET\n{tail}\n".encode()


def _claims() -> bytes:
    """One page with everything that says something else than it draws."""
    wide = "".join(f"{ord(letter):04X}" for letter in _SENTENCE)
    content = b"".join((
        *(_line(760 - 14 * row, f"{_SENTENCE} {row}") for row in range(6)),
        _line(660, _SENTENCE, lead="/Span <</ActualText (within 99 hours)>>\nBDC", tail="EMC"),
        _line(646, _SENTENCE, lead="/Span /P0\nBDC", tail="EMC"),
        _line(632, _SENTENCE, lead="/OC /L0\nBDC", tail="EMC"),
        _line(618, _SENTENCE, "F2"),
        f"BT\n/F3 11 Tf\n50 604 Td\n<{wide}> Tj\nET\n".encode(),
        _line(590, "ab ba", "F4"),
        b"BT\n/F1 11 Tf\n5 Tz\n50 576 Td\n(squeezed words) Tj\n100 Tz\nET\n",
        b"1 w\n45 665 m\n250 665 l\nS\n/X0 Do\n",
    ))  # fmt: skip
    return _assemble([
        b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[7 0 R]/D<</OFF[7 0 R]>>>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Annots[8 0 R 9 0 R]/Resources<<"
        b"/Font<</F1 5 0 R/F2 6 0 R/F3 10 0 R/F4 14 0 R>>/XObject<</X0 16 0 R>>"
        b"/Properties<</L0 7 0 R/P0<</ActualText<FEFF006E006F0074>>>>>>>>>",
        _stream(content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding<</Differences[65/B/C/D 97/b/c]>>/ToUnicode 12 0 R>>",
        b"<</Type/OCG/Name(layer)>>",
        b"<</Type/Annot/Subtype/Square/F 4/Rect[40 560 400 575]/AP<</N 17 0 R>>>>",
        b"<</Type/Annot/Subtype/StrikeOut/F 4/Rect[50 600 300 620]/QuadPoints[50 620 250 620 50 600 250 600]>>",
        b"<</Type/Font/Subtype/Type0/BaseFont/Arial/Encoding/Identity-H/DescendantFonts[11 0 R]/ToUnicode 13 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Arial/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/DW 600/W[32[300 300] 65 90 700]>>",
        _to_unicode(2, 1),
        _to_unicode(4, 1),
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 97/LastChar 98"
        b"/Widths[900 900]/Encoding<</Differences[97/a/b]>>/CharProcs<</a 15 0 R/b 15 0 R>>/Resources<<>>>>",
        _stream(b"900 0 0 0 800 800 d1\n0 0 800 800 re\nf"),
        _stream(_line(540, _SENTENCE), b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/OC 7 0 R"
                b"/Resources<</Font<</F1 5 0 R>>>>"),
        _stream(b"1 g 0 0 360 15 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 360 15]"),
    ])  # fmt: skip


CLAIMS = _claims()
