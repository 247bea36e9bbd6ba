"""What can be set for the server."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from clause_auditor.domain.audit import AuditOptions


@dataclass(frozen=True, slots=True)
class ServerConfig:
    """Address, limits and patience of a server."""

    listen: str = "127.0.0.1:50051"
    """Host and port, or `unix:` and a path; port 0 takes a free one."""
    max_text_bytes: int = 16 * 1024 * 1024
    """Text of one contract, in bytes of UTF-8."""
    max_message_bytes: int = 20 * 1024 * 1024
    """One message, received or sent."""
    workers: int = min(4, os.cpu_count() or 1)
    """Threads that audit."""
    queue: int = 64
    """Calls that may wait for a worker; one more is refused with RESOURCE_EXHAUSTED."""
    grace_seconds: float = 25.0
    """How long a stopping server lets calls run."""
    defaults: AuditOptions = field(default_factory=AuditOptions)
    """Options where a request gives none; its packs and its day are not looked at."""
