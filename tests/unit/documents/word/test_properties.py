"""What holds of every Word file, however it is put together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clause_auditor.errors import InputError

from .word_files import ORIGINAL, cell, p, r, read_body, row, table, tracked


@dataclass(frozen=True)
class Word:
    """A word and how it is written: seen, hidden, inserted or deleted."""

    text: str
    fate: str

    def xml(self) -> str:
        """The word as a run."""
        match self.fate:
            case "seen":
                return r(f"{self.text} ")
            case "hidden":
                return r(f"{self.text} ", "<w:vanish/>")
            case _:
                return tracked(self.fate, r(f"{self.text} "))


fates = st.sampled_from(("seen", "seen", "hidden", "ins", "del", "moveTo", "moveFrom"))
counter = st.integers(0, 10_000)
words = st.lists(st.builds(lambda number, fate: Word(f"word{number}", fate), counter, fates), max_size=8)
wrap = st.sampled_from(("{}", "<w:hyperlink>{}</w:hyperlink>", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"))
Block = tuple[list[Word], str]


@st.composite
def paragraphs(draw: st.DrawFn) -> Block:
    found = draw(words)
    return found, p(draw(wrap).format("".join(word.xml() for word in found)))


@st.composite
def tables(draw: st.DrawFn, inner: st.SearchStrategy[Block]) -> Block:
    rows = draw(st.lists(st.lists(inner, min_size=1, max_size=3), min_size=1, max_size=3))
    found = [word for line in rows for block in line for word in block[0]]
    return found, table(*(row(*(cell(inside=xml + "<w:p/>") for _, xml in line)) for line in rows))


@st.composite
def controls(draw: st.DrawFn, inner: st.SearchStrategy[Block]) -> Block:
    blocks = draw(st.lists(inner, max_size=3))
    inside = "".join(xml for _, xml in blocks)
    return [word for block in blocks for word in block[0]], f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


blocks = st.recursive(paragraphs(), lambda inner: st.one_of(tables(inner), controls(inner)), max_leaves=6)
bodies = st.lists(blocks, max_size=4)


def words_in(text: str) -> list[str]:
    return [word.strip("|;*") for word in text.split() if word.strip("|;*-")]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(bodies)
def test_each_view_holds_exactly_its_words_in_order(body: list[Block]) -> None:
    every = [word for found, _ in body for word in found]
    for options, fates_shown in ((None, ("seen", "ins", "moveTo")), (ORIGINAL, ("seen", "del", "moveFrom"))):
        wanted = [word.text for word in every if word.fate in fates_shown]
        xml = "".join(xml for _, xml in body)
        try:
            found = read_body(xml, options) if options else read_body(xml)
        except InputError:
            assert not wanted
            continue
        assert words_in(found.text) == wanted
        hidden = [word for passage in found.hidden for word in passage.text.split()]
        assert hidden == [word.text for word in every if word.fate == "hidden"]
        starts = [anchor.start for anchor in found.anchors]
        assert starts == sorted(set(starts))
        assert all(found.text[start : start + 1].strip() for start in starts)


@given(st.text(st.sampled_from("ab ,.-"), min_size=1).filter(str.strip), st.lists(st.integers(0, 40), max_size=5))
def test_how_a_line_is_cut_into_runs_does_not_matter(text: str, cuts: list[int]) -> None:
    places = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    runs = "".join(r(text[start:end]) for start, end in pairwise(places))
    assert read_body(p(runs)).text == read_body(p(r(text))).text


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_cure(data: bytes) -> None:
    from clause_auditor.documents.options import DEFAULTS
    from clause_auditor.documents.word import extract

    try:
        extract(b"PK\x03\x04" + data, DEFAULTS)
    except InputError as error:
        assert all(fault.problem and fault.cure for fault in error.faults)
