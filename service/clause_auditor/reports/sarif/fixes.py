"""A remedy that holds as a SARIF fix: what is deleted from the file, and what is put in."""

from __future__ import annotations

from clause_auditor.reports.escaping import without_links
from clause_auditor.reports.json_report import Json
from clause_auditor.reports.quoting import harmless
from clause_auditor.reports.sarif.places import Places


def fix_json(places: Places, rule_id: str) -> Json | None:
    """Return the fix of a rule's finding; None if there is no remedy, or the file's own text is not at hand.

    Regions are told by lines and columns alone: they hold whatever line ends the file has.
    """
    remedy = places.outcome.remedies.get(rule_id)
    if remedy is None or not remedy.edits:
        return None
    changes: dict[str, Json] = {}
    for edit in remedy.edits:
        region = places.region(edit.document_id, edit.start, edit.end)
        if region is None or harmless(edit.text) != edit.text:
            return None
        deleted = {name: number for name, number in region.items() if not name.startswith("char")}
        artifact = places.artifact(edit.document_id)
        change = changes.setdefault(artifact["uri"], {"artifactLocation": artifact, "replacements": []})
        change["replacements"].append({"deletedRegion": deleted, "insertedContent": {"text": edit.text}})
    return {"description": {"text": without_links(remedy.wording)}, "artifactChanges": list(changes.values())}
