"""CSV that reads back as it was, and in which no program finds a formula."""

from __future__ import annotations

import csv
import dataclasses
import io

import pytest
from tests.unit.reports.portfolio import HOSTILE, hostile_finding, portfolio

from clause_auditor.domain.audit import Audit
from clause_auditor.reports import Outcome, ReportStyle
from clause_auditor.reports.csv_report import write_csv
from clause_auditor.reports.rows import COLUMNS, rows_of


def read(outcomes: list[Outcome]) -> list[dict[str, str]]:
    data = write_csv(outcomes, ReportStyle())
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_the_form_is_that_of_the_standard(sample: Audit) -> None:
    data = write_csv(portfolio(sample), ReportStyle())
    assert data.startswith(b'\xef\xbb\xbf"contract","decision",')
    assert data.endswith(b'"\r\n')
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert data.count(b"\r\n") == 1 + len(read(portfolio(sample)))
    assert data == write_csv(portfolio(sample), ReportStyle())


def test_it_reads_back_as_the_rows_are(sample: Audit) -> None:
    rows = [row for outcome in portfolio(sample) for row in rows_of(outcome)]
    found = read(portfolio(sample))
    assert len(found) == len(rows)
    for line, row in zip(found, rows, strict=True):
        for name, value in dataclasses.asdict(row).items():
            plain = " ".join(str(value or "").split())
            assert line[name].replace("'", "") == plain.replace("'", "")


@pytest.mark.parametrize("text", HOSTILE[:9], ids=range(9))
def test_a_formula_is_text(sample: Audit, text: str) -> None:
    audit = dataclasses.replace(sample, findings=(hostile_finding(text),))
    line = read([Outcome("a", audit=audit)])[0]
    for name in ("title", "message", "why", "remedy"):
        assert line[name][0] in "'<"
        assert line[name].lstrip("'").strip()


def test_a_formula_behind_a_semicolon_is_text(sample: Audit) -> None:
    audit = dataclasses.replace(sample, findings=(hostile_finding("fine; =1+1;@x"),))
    assert read([Outcome("=a", audit=audit)])[0]["message"] == "fine; '=1+1;'@x"


def test_what_is_no_formula_stays(sample: Audit) -> None:
    audit = dataclasses.replace(sample, findings=(hostile_finding("a = b; c - d"),))
    assert read([Outcome("a", audit=audit)])[0]["message"] == "a = b; c - d"


def test_no_contract_gives_the_head_alone() -> None:
    assert write_csv([], ReportStyle()).decode("utf-8-sig") == ",".join(f'"{n}"' for n in COLUMNS) + "\r\n"
