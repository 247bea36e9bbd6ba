"""Small readings of small texts, for the operators' tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from clause_auditor.domain.contract import Contract, Document
from clause_auditor.domain.rule import Concept
from clause_auditor.engine.cancellation import CancelToken
from clause_auditor.engine.lexicon import Lexicon
from clause_auditor.engine.reading import Reading
from clause_auditor.text import split_contract

CONCEPTS = {
    "notify": ["(notify|notifies|notified|notifying)", "give ..3 notice"],
    "delete": ["(delete|deletes|deleted|deletion)", "erase*"],
    "return": ["return*"],
    "breach": ["(breach|breaches)", "security incident*"],
    "data": ["personal data"],
    "encrypt": ["encrypt*"],
    "request": ["(request|requests)"],
    "use": ["(use|uses|used|using)"],
}
PREAMBLE = 'This agreement is between Acme Ltd ("Processor") and Bolt SA ("Controller").\n\n'

ReadText = Callable[..., tuple[Reading, Lexicon]]


@pytest.fixture
def read() -> ReadText:
    """Return a function from text (and concepts) to a reading."""

    def build(
        text: str, concepts: Mapping[str, list[str]] = CONCEPTS, preamble: str = PREAMBLE
    ) -> tuple[Reading, Lexicon]:
        lexicon = Lexicon([Concept(n, tuple(p), definable=n in ("breach", "data")) for n, p in concepts.items()])
        contract = Contract(documents=(Document("main", preamble + text),))
        return Reading(split_contract(contract), lexicon, CancelToken()), lexicon

    return build
