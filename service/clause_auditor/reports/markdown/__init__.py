"""Audits as Markdown of GitHub's flavour: for a pull request, a job's summary or a wiki."""

from clause_auditor.reports.markdown.report import write_markdown

__all__ = ["write_markdown"]
