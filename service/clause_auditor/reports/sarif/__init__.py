"""SARIF 2.1.0, the format in which code scanners report: rules, results with their places, fixes, suppressions."""

from clause_auditor.reports.sarif.log import write_sarif

__all__ = ["write_sarif"]
