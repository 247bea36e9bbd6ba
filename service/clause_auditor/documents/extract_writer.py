"""What was read from files, to be looked at: as the structured form, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from clause_auditor.documents.record_writer import contract_json
from clause_auditor.domain.contract import Contract, Document, View


def extract_json(contract: Contract) -> dict[str, Any]:
    """Return the contract as JSON values, by the schema docs/schema/contract.schema.json, with all that readers found.

    Read again as a record, it is the same contract.
    """
    fields = contract_json(contract)
    for row, document in zip(fields["documents"], contract.documents, strict=True):
        row.update(_found(document))
    return fields | ({"unread": list(contract.unread)} if contract.unread else {})


def extract_markdown(contract: Contract) -> str:
    """Return the text of each document below a comment that says what it is and what of it the eye does not see."""
    unread = [_as_comment(contract.unread)] if contract.unread else []
    return "\n\n".join([*unread, *(part for document in contract.documents for part in _parts(document))]) + "\n"


def _found(document: Document) -> dict[str, Any]:
    found = {
        "anchors": [{"start": one.start, "page": one.page, "paragraph": one.paragraph} for one in document.anchors],
        "hidden": [{"kind": one.kind.value, "text": one.text, "offset": one.offset} for one in document.hidden],
        "view": document.view.value if document.view else None,
        "remarks": list(document.remarks),
    }
    return {name: value for name, value in found.items() if value}


def _parts(document: Document) -> Iterator[str]:
    yield _comment(document)
    yield document.text.strip("\n")


def _comment(document: Document) -> str:
    lines = [f"document {document.id}: {document.title or 'without title'} ({document.role.value})"]
    if document.view:
        how = "with all tracked changes accepted" if document.view is View.ACCEPTED else "before any tracked change"
        lines.append(f"read {how}")
    lines += document.remarks
    lines += [f"not seen ({one.kind.value}, before offset {one.offset}): {one.text}" for one in document.hidden]
    return _as_comment(lines)


def _as_comment(lines: Iterable[str]) -> str:
    return "<!-- " + "\n     ".join(line.replace("--", "- -") for line in lines) + " -->"
