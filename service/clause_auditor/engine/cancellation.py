"""A token by which the caller withdraws an audit that runs."""

from __future__ import annotations

from clause_auditor.errors import Cancelled


class CancelToken:
    """Set from any thread, looked at by the engine between steps; a plain flag needs no lock."""

    __slots__ = ("_cancelled",)

    def __init__(self) -> None:
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        """True once `cancel` was called."""
        return self._cancelled

    def cancel(self) -> None:
        """Withdraw the audit; it stops at its next step."""
        self._cancelled = True

    def check(self) -> None:
        """Raise `Cancelled` if the audit was withdrawn."""
        if self._cancelled:
            raise Cancelled.at("", "the audit was withdrawn")
