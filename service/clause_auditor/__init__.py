"""Tells which data-protection obligations a contract meets, weakens, lacks or contradicts.

`from clause_auditor import audit` gives the library, loaded when first asked for so that the command starts fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clause_auditor.api import audit

__all__ = ["audit"]


def __getattr__(name: str) -> object:
    if name == "audit":
        from clause_auditor.api import audit

        return audit
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
