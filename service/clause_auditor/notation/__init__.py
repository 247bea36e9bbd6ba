"""Strict readers of YAML and JSON: text to nodes that know their line. Imports nothing of ours but errors."""

from __future__ import annotations

from clause_auditor.notation.days import is_day
from clause_auditor.notation.faults import Faults, show_word, suggest
from clause_auditor.notation.node import Node, node_of
from clause_auditor.notation.strict_json import parse_json
from clause_auditor.notation.strict_yaml import parse_yaml

__all__ = ["Faults", "Node", "is_day", "node_of", "parse_json", "parse_yaml", "show_word", "suggest"]
