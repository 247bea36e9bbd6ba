"""Digests: of contracts and of findings, the same on every machine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass

from clause_auditor.domain.contract import Contract


def digest_contract(contract: Contract) -> str:
    """Return the SHA-256 of everything that a contract says, hexadecimal."""
    return _sha256(json.dumps(_plain(contract), sort_keys=True, ensure_ascii=False, separators=(",", ":")))


def fingerprint(rule_id: str, rule_digest: str, words: Iterable[str], contract_key: str = "") -> str:
    """Return a finding's fingerprint: over the folded words of its evidence, or the contract's key if it has none."""
    return _sha256("\n".join((rule_id, rule_digest, " ".join(words) or contract_key)))[:32]


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


_WHERE_GIVEN = frozenset({"anchors", "hidden", "view", "remarks", "unread"})
"""Fields that are no part of the digest where they are empty, so that a bare text has the digest that it always had."""


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        given = {f.name: getattr(value, f.name) for f in fields(value)}
        return {name: _plain(each) for name, each in given.items() if each or name not in _WHERE_GIVEN}
    if isinstance(value, (frozenset, set)):
        return sorted(str(v) for v in value)
    if isinstance(value, (tuple, list)):
        return [_plain(v) for v in value]
    return {str(k): _plain(v) for k, v in value.items()} if hasattr(value, "items") else value
