"""British and American spelling, the one for the other."""

from __future__ import annotations

import re

from clause_auditor.evaluation.mutation_edits import Edit
from clause_auditor.text.revisions import Revision

_WORD = re.compile(r"(?<![\w@/.-])[A-Za-z]{5,24}(?![\w@/])")
_STEMS = (
    "authoris organis recognis utilis minimis maximis anonymis pseudonymis finalis summaris categoris characteris"
    " harmonis standardis customis optimis prioritis realis jeopardis scrutinis specialis centralis capitalis"
    " materialis synchronis emphasis apologis monetis tokenis randomis unauthoris reorganis penalis memoris"
).split()
_ENDINGS = "e ed es er ers ing ation ations ational".split()
_PAIRS = {
    "analyse": "analyze",
    "analysed": "analyzed",
    "analysing": "analyzing",
    "programme": "program",
    "programmes": "programs",
    "behaviour": "behavior",
    "behavioural": "behavioral",
    "favour": "favor",
    "favourable": "favorable",
    "honour": "honor",
    "honours": "honors",
    "honoured": "honored",
    "endeavour": "endeavor",
    "endeavours": "endeavors",
    "labour": "labor",
    "colour": "color",
    "centre": "center",
    "centres": "centers",
    "licence": "license",
    "licences": "licenses",
    "defence": "defense",
    "offence": "offense",
    "fulfil": "fulfill",
    "fulfils": "fulfills",
    "fulfilment": "fulfillment",
    "judgement": "judgment",
    "cancelled": "canceled",
    "cancelling": "canceling",
    "labelled": "labeled",
    "enrol": "enroll",
    "enrolment": "enrollment",
    "acknowledgement": "acknowledgment",
}
_TO_AMERICAN = {f"{stem}{end}": f"{stem[:-1]}z{end}" for stem in _STEMS for end in _ENDINGS} | _PAIRS
_TO_BRITISH = {
    american: british for british, american in _TO_AMERICAN.items() if american not in ("license", "program")
}


def americanise(text: str) -> str | None:
    """Return the text in American spelling; None if nothing changes."""
    return _spell(text, _TO_AMERICAN)


def anglicise(text: str) -> str | None:
    """Return the text in British spelling; None if nothing changes. "License" and "program" are left as they are."""
    return _spell(text, _TO_BRITISH)


def _spell(text: str, words: dict[str, str]) -> str | None:
    edits = [Edit(*m.span(), _like(m[0], words[m[0].lower()])) for m in _WORD.finditer(text) if m[0].lower() in words]
    return Revision(edits).apply(text) if edits else None


def _like(source: str, word: str) -> str:
    if source.isupper():
        return word.upper()
    return word.capitalize() if source[0].isupper() else word
