from __future__ import annotations

import json
import logging
import sys

import pytest
import structlog

from clause_auditor.server.logs import LibraryFormatter, configure_logs, get_logger


@pytest.fixture(autouse=True)
def restore_logging():
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


def test_lines_are_json_from_the_level_up(capsys):
    configure_logs("warning")
    get_logger().info("unseen")
    get_logger().warning("seen", size=3)
    line = json.loads(capsys.readouterr().err)
    assert (line["event"], line["size"], line["level"]) == ("seen", 3, "warning")


def test_a_library_tells_its_fault_without_words_of_the_caller(capsys):
    configure_logs("debug")
    try:
        raise ValueError("Wintergreen Ltd")
    except ValueError:
        logging.getLogger("some.library").exception("while reading %s", "Wintergreen Ltd")
    text = capsys.readouterr().err
    line = json.loads(text)
    assert (line["logger"], line["fault"], line["level"]) == ("some.library", "ValueError", "error")
    assert "Wintergreen" not in text


def test_a_record_without_an_exception_has_no_fault():
    record = logging.LogRecord("grpc", logging.WARNING, __file__, 7, "Wintergreen", (), None)
    line = json.loads(LibraryFormatter().format(record))
    assert "fault" not in line and line["at"].endswith(":7")
    assert sys.exc_info() == (None, None, None)
