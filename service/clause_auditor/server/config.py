"""What can be set for the server."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from clause_auditor.domain.audit import DEFAULT_LIMITS, AuditOptions


@dataclass(frozen=True, slots=True)
class ServerConfig:
    """Address, limits and patience of a server."""

    listen: str = "127.0.0.1:50051"
    """Host and port, or `unix:` and a path; port 0 takes a free one."""
    max_text_bytes: int = 16 * 1024 * 1024
    """Text of one contract, in bytes of UTF-8."""
    max_words: int = DEFAULT_LIMITS.max_words
    """Words of one contract, as the engine bounds them: how large a contract is judged alone."""
    max_held_bytes: int = 64 * 1024 * 1024
    """Messages and files of all calls together; a call that would pass it is refused with RESOURCE_EXHAUSTED."""
    max_message_bytes: int = 20 * 1024 * 1024
    """One message, received or sent."""
    max_file_bytes: int = 64 * 1024 * 1024
    """The files of one upload together."""
    readers: int = min(4, os.cpu_count() or 1)
    """Files that are read at a time, each in a process of its own."""
    uploads: int = 8
    """Uploads that are taken in at a time: so many times `max_file_bytes` is the most that they hold in memory."""
    upload_seconds: float = 120.0
    """How long the bytes of an upload may take to come."""
    workers: int = min(4, os.cpu_count() or 1)
    """Threads that audit."""
    queue: int = 64
    """Calls that may wait for a worker; one more is refused with RESOURCE_EXHAUSTED."""
    grace_seconds: float = 25.0
    """How long a stopping server lets calls run."""
    defaults: AuditOptions = field(default_factory=AuditOptions)
    """Options where a request gives none; its packs and its day are not looked at."""
