"""The texts of a rule: a message for each status that it can give, why it matters, and the remedy."""

from __future__ import annotations

from collections.abc import Collection

from clause_auditor.domain.finding import Status
from clause_auditor.domain.rule import RuleText
from clause_auditor.notation import Faults, Node, show_word, suggest
from clause_auditor.packs.values import LANGUAGE, read_prose

_REQUIRED = ("message", "why", "remedy")
_FIELDS = (*_REQUIRED, "facets")
_TOLD_BY_ENGINE = frozenset({Status.UNKNOWN, Status.ERROR})
"""Statuses for which the engine has its own message where the rule gives none."""


def read_texts(
    node: Node, languages: Collection[str], statuses: Collection[Status], facets: Collection[str], faults: Faults
) -> dict[str, RuleText]:
    """Return the texts by language; each language of the pack needs one, and each status a message."""
    texts = {}
    for language, entry in node.entries(faults).items():
        if not LANGUAGE.match(language):
            faults.add(entry.place, f"{show_word(language)} is no language", "Write its code of two letters: en")
        texts[language] = _read_text(entry, statuses, facets, faults)
    for language in languages:
        if language not in texts:
            faults.add(node.place, f'the texts in "{language}" are missing', f'Add "{language}:"')
    return texts


def _read_text(node: Node, statuses: Collection[Status], facets: Collection[str], faults: Faults) -> RuleText:
    fields = node.mapping(faults, _FIELDS, _REQUIRED)
    messages = _read_messages(fields["message"], statuses, faults) if "message" in fields else {}
    prose = {key: read_prose(fields[key], faults) for key in ("why", "remedy") if key in fields}
    said = _read_facets(fields["facets"], facets, faults) if "facets" in fields else {}
    return RuleText(messages, prose.get("why", ""), prose.get("remedy", ""), said)


def _read_facets(node: Node, facets: Collection[str], faults: Faults) -> dict[str, str]:
    said: dict[str, str] = {}
    for name, entry in node.entries(faults).items():
        if name not in facets:
            faults.add(entry.place, f"the rule has no facet {show_word(name)}", suggest(name, facets))
        said[name] = read_prose(entry, faults)
    return said


def _read_messages(node: Node, statuses: Collection[Status], faults: Faults) -> dict[Status, str]:
    possible = {status.value for status in (*statuses, *_TOLD_BY_ENGINE)}
    messages: dict[Status, str] = {}
    for word, entry in node.entries(faults).items():
        if word not in {status.value for status in Status}:
            faults.add(entry.place, f"unknown status {show_word(word)}", suggest(word, possible))
        elif word not in possible:
            faults.add(
                entry.place, f'the rule never gives "{word}"', "Remove the message, or add a formula or fact case"
            )
        else:
            messages[Status(word)] = read_prose(entry, faults)
    for status in sorted(set(statuses) - _TOLD_BY_ENGINE - messages.keys()):
        faults.add(node.place, f'the message for "{status.value}" is missing', f'Add "{status.value}:"')
    return messages
