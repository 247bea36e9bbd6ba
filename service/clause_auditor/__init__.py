"""Tells which data-protection obligations a contract meets, weakens, lacks or contradicts.

`from clause_auditor import audit, compare, extract` gives the library, loaded when first asked for: the command
starts fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clause_auditor.api import audit, compare, extract

__all__ = ["audit", "compare", "extract"]


def __getattr__(name: str) -> object:
    if name in __all__:
        from clause_auditor import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
