"""Whatever a contract looks like: every quote is the text at its offsets, and no audit ends in an error."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clause_auditor.api import audit, read_source
from clause_auditor.documents import ClauseInput, compose_document
from clause_auditor.domain.contract import Contract, DocumentRole
from clause_auditor.domain.finding import Status

EXAMPLES = Path(__file__).parents[2] / "examples"
LINES = [
    line
    for name in ("good-dpa.md", "weak-vendor-dpa.md")
    for line in (EXAMPLES / name).read_text().splitlines()
    if line.strip()
]
ODD = ["", "😀 ", "\u202e", "e\u0301", "|", "* ", "(a) ", "7.1 ", "\t", "[●]", "ﬁ", "İ", "ß", "\u00a0", "\r\n", "## "]
piece = (
    st.sampled_from(LINES) | st.sampled_from(ODD) | st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=9)
)
joints = st.sampled_from(["\n", "\n\n", " ", "\n- ", "; ", "\r\n\r\n"])
SLOWLY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(contract: Contract) -> None:
    for finding in audit(contract, packs=["gdpr"], as_of="2026-11-22").findings:
        assert finding.status is not Status.ERROR, finding.reasons
        for passage in finding.evidence:
            text = contract.document(passage.document_id).text
            assert text[passage.start : passage.end] == passage.quote
            assert re.search(r"\S", passage.quote)


@SLOWLY
@given(st.lists(st.tuples(piece, joints), min_size=1, max_size=25))
def test_quotes_of_any_text(parts: list[tuple[str, str]]) -> None:
    text = "Terms" + "".join(joint + part for part, joint in parts)
    check(read_source(text))


@SLOWLY
@given(st.lists(st.builds(ClauseInput, number=st.sampled_from(["", "1", "4.2(b)", "A.1"]), heading=piece, text=piece),
                min_size=1, max_size=8))  # fmt: skip
def test_quotes_of_any_clauses(clauses: list[ClauseInput]) -> None:
    first = compose_document("a", "DPA", DocumentRole.DPA, 1, "en", [*clauses, ClauseInput(text="The end.")])
    second = compose_document("b", "MSA", DocumentRole.MAIN, 2, "en", clauses[::-1])
    check(Contract(documents=(first, second)))
