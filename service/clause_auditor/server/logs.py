"""Structured logs: JSON lines on stderr, with no word of a contract at any level."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import cast

import structlog
from structlog.types import FilteringBoundLogger


def configure_logs(level: str) -> None:
    """Send logs to stderr as JSON lines from this level up; those of libraries from warning up."""
    number = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(LibraryFormatter())
    logging.basicConfig(level=max(number, logging.WARNING), handlers=[handler], force=True)


def get_logger() -> FilteringBoundLogger:
    """Return the logger of the server."""
    return cast(FilteringBoundLogger, structlog.get_logger())


class LibraryFormatter(logging.Formatter):
    """Records of libraries as JSON lines, without their arguments and exceptions: these may hold a caller's words."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line: event, level, logger, time, and the type of the exception if there is one."""
        fault = record.exc_info[0] if record.exc_info else None
        line = {
            "event": "library",
            "logger": record.name,
            "at": f"{record.module}:{record.lineno}",
            "level": record.levelname.lower(),
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(),
        }
        return json.dumps(line | ({"fault": fault.__name__} if fault else {}))
