"""A small sound set of pack files, from which each test spoils one thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from clause_auditor.domain.rule import Library
from clause_auditor.errors import Fault, PackError
from clause_auditor.packs.library import load_library

RULE = """\
id: acme.breach.notice
title: Breaches are told
family: breach_notification
severity: high
basis: law
citations: [GDPR Art. 33(2)]
thresholds:
  deadline: {value: 72 hours, ours: Our figure.}
facets:
  notice:
    act: {verb: tell, by: processor, about: [mishap]}
  in_time:
    - facet: notice
    - timed: {at_most: $deadline}
statuses:
  met: in_time
  weak: notice
facts:
  - {status: met, when: {breach_notice: {at_most: $deadline}}}
texts:
  en:
    message: {met: Told in time., weak: Told late., missing: Not told.}
    why: Somebody has to know.
    remedy: "{vendor} shall tell {customer}."
examples:
  - name: in time
    status: met
    text: The Processor shall tell the Controller of every mishap within 24 hours.
    evidence: shall tell
  - name: in two days
    status: met
    text: Within 48 hours the Processor shall tell the Controller of a mishap.
    evidence: Within 48 hours
  - {name: whenever, status: weak, text: The Processor shall tell the Controller of every mishap., evidence: shall tell}
  - {name: silent, status: missing, text: The Processor processes personal data for the Controller.}
"""
PACK = """\
name: acme
version: 1.2.0
title: The house rules of Acme
regime: Acme playbook
jurisdiction: everywhere
law_consulted: 2026-01-31
languages: [en]
applies:
  facets: {names: mishap}
  when: names
  facts: [breach_notice]
"""
LEXICON = """\
tell:
  about: to let somebody know
  phrases: [tell*, (inform|alert)]
mishap:
  definable: true
  phrases:
    - mishap*
    - <harm> ..2 data
harm: [harm to]
old_law: {instrument: old-act, phrases: [old act]}
"""
LAW = """\
instruments:
  - {id: old-act, name: The Old Act, status: lapsed, from: 1990-01-01, until: 1999-12-31, url: "https://law.example/old"}
  - {id: new-act, name: The New Act, status: in_force, from: 2000-01-01, url: "https://law.example/new"}
"""
SOUND: Mapping[str, str] = {
    "law.yaml": LAW,
    "lexicons/en/general.yaml": LEXICON,
    "acme/pack.yaml": PACK,
    "acme/breach.notice.yaml": RULE,
}

Write = Callable[[Mapping[str, str]], Path]
Load = Callable[..., Library]
Spoil = Callable[[str, str, str], list[Fault]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files by relative path to a fresh folder and return it."""

    def write_files(files: Mapping[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write_files


@pytest.fixture
def load(write: Write) -> Load:
    """Load the sound set with some of its files replaced or added."""

    def load_changed(changes: Mapping[str, str] | None = None) -> Library:
        return load_library(write({**SOUND, **(changes or {})}))

    return load_changed


@pytest.fixture
def spoil(load: Load) -> Spoil:
    """Replace a passage of one sound file and return the faults that loading finds."""

    def faults_after(path: str, old: str, new: str) -> list[Fault]:
        assert old in SOUND[path], "the passage to spoil is not in the sound file"
        with pytest.raises(PackError) as caught:
            load({path: SOUND[path].replace(old, new, 1)})
        return list(caught.value.faults)

    return faults_after
