"""What all calls hold in memory together, as bytes of their messages and files: bounded, and more is refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from clause_auditor.server.refusal import Refusal
from clause_auditor.wire.statuses import crowded_status

RETRY_SECONDS = 1


class Share:
    """What one call holds."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self.size = 0

    def take(self, size: int) -> None:
        """Hold so many bytes more; Refusal if all calls together then hold too many and this is not the only one."""
        others = self._holdings.size - self.size
        if others and self._holdings.size + size > self._holdings.most:
            raise Refusal(crowded_status(RETRY_SECONDS))
        self.size += size
        self._holdings.size += size


class Holdings:
    """The shares of all calls; used on the loop only."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.size = 0

    @contextmanager
    def share(self) -> Iterator[Share]:
        """Give a call a share, and take back what it holds when it ends."""
        share = Share(self)
        try:
            yield share
        finally:
            self.size -= share.size
