"""Texts made fit for Markdown, for messages with links, and for XML."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from clause_auditor.reports.escaping import escape_markdown, one_line, without_links
from clause_auditor.reports.quoting import harmless


@given(st.text(st.characters()))
def test_any_text_becomes_well_formed_xml(text: str) -> None:
    element = ElementTree.Element("a")
    element.text = harmless(text)
    assert ElementTree.fromstring(ElementTree.tostring(element, "utf-8")).text in (harmless(text), None)


def test_what_is_forbidden_or_misleading_is_written_out() -> None:
    assert harmless("a\x00\x1b\u202e\ufffe\ud800b") == "a<U+0000><U+001B><U+202E><U+FFFE><U+D800>b"
    assert one_line(" a\n\tb ") == "a b"
    assert one_line("\n") == "–"
    assert escape_markdown("<b> [x](y) *_`") == r"\<b\> \[x\](y) \*\_\`"
    assert without_links("see [here](1)") == "see [here] (1)"
