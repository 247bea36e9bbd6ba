"""An audit to a report; one module a format."""

from clause_auditor.reports.interface import Report, ReportStyle

__all__ = ["Report", "ReportStyle"]
