"""Audits as an Excel workbook: summary, findings, rules, and what the workbook rests on."""

from clause_auditor.reports.excel.workbook import write_excel

__all__ = ["write_excel"]
