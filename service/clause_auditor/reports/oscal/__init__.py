"""OSCAL assessment results (JSON), by which compliance systems exchange what an assessment found."""

from clause_auditor.reports.oscal.document import write_oscal

__all__ = ["write_oscal"]
