"""Contracts beyond the limits are refused by count: the same on every machine."""

from __future__ import annotations

import pytest

from clause_auditor.api import make_options
from clause_auditor.bootstrap import build_auditor
from clause_auditor.domain.contract import Contract, Document
from clause_auditor.errors import LimitError
from clause_auditor.settings import Settings

OPTIONS = make_options(as_of="2026-11-22")


@pytest.mark.parametrize("name", ["max_words", "max_provisions"])
def test_a_contract_beyond_a_limit_is_refused_with_the_setting_that_raises_it(name: str) -> None:
    contract = Contract((Document("main", "The Processor deletes all data. " * 40),))
    strict, roomy = (build_auditor(Settings(**{name: most}, packs=("intake",))) for most in (20, 1000))
    with pytest.raises(LimitError, match=name):
        strict.audit(contract, OPTIONS)
    assert roomy.audit(contract, OPTIONS).findings
