"""Audits to a report; one module a format."""

from clause_auditor.reports.interface import Outcome, Report, ReportStyle

__all__ = ["Outcome", "Report", "ReportStyle"]
