"""The library: `from clause_auditor import audit, compare, extract`."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Sequence, Set
from pathlib import Path

from clause_auditor.bootstrap import build_auditor
from clause_auditor.documents import ReadingOptions
from clause_auditor.documents.bundle import GivenFile, find_given, find_path, join_found
from clause_auditor.documents.found import gather
from clause_auditor.domain.audit import Audit, AuditOptions, Perspective
from clause_auditor.domain.comparison import Comparison
from clause_auditor.domain.contract import Contract, View
from clause_auditor.domain.finding import Severity
from clause_auditor.engine import Auditor
from clause_auditor.engine.drafts import compare_contracts
from clause_auditor.errors import InputError
from clause_auditor.notation import is_day
from clause_auditor.settings import FAIL_ON, Settings

Source = str | Path | bytes | Contract | Sequence[Path]
"""A text, a file, its bytes, a contract, or the files of one contract."""


def audit(
    source: Source,
    *,
    packs: Sequence[str] = (),
    as_of: str | datetime.date | None = None,
    perspective: str = "customer",
    fail_on: str = "high",
    strict: bool = False,
    announced: bool = False,
    overlays: Sequence[str | Path] = (),
    revisions: str = "accepted",
    skip_unreadable: bool = False,
) -> Audit:
    """Return the audit of one contract by the installed packs.

    `source` is the text of a contract (str), a file of any format as `Path` or bytes, a list of paths whose files are
    one contract, or a `Contract`. Of tracked changes `revisions` reads the "accepted" or the "original" view.
    `packs` are names ("gdpr"); with none, packs apply by themselves. `as_of` is the day on which the law is judged
    (ISO date; default today). `fail_on` is "critical", "high", "medium" or "low".
    With `announced` the audit names the law that is coming; it changes no finding.
    `overlays` are files that are laid over the packs, in this order; they are read once.
    With `skip_unreadable` papers of the contract that cannot be read are left out: what is missing is then unknown,
    and the decision never "pass".
    Raises `InputError`, which names the fault and the cure.
    """
    options = make_options(packs, as_of, perspective, fail_on, strict, announced=announced)
    contract = read_source(source, revisions, skip_unreadable=skip_unreadable)
    return _auditor(tuple(map(Path, overlays))).audit(contract, options)


def compare(
    old: Source,
    new: Source,
    *,
    packs: Sequence[str] = (),
    as_of: str | datetime.date | None = None,
    perspective: str = "customer",
    fail_on: str = "high",
    strict: bool = False,
    overlays: Sequence[str | Path] = (),
    revisions: str = "accepted",
) -> Comparison:
    """Return what the new draft of a contract gains, loses or leaves, finding by finding.

    Both drafts are what `audit` takes, and so are the options. A draft with tracked changes is compared with itself by
    `compare(extract(path, revisions="original"), path)`. Raises `InputError`, which names the fault and the cure.
    """
    options = make_options(packs, as_of, perspective, fail_on, strict)
    auditor = _auditor(tuple(map(Path, overlays)))
    return compare_contracts(auditor, read_source(old, revisions), read_source(new, revisions), options)


def extract(source: Source, *, revisions: str = "accepted", skip_unreadable: bool = False) -> Contract:
    """Return the contract that files hold, with anchors and hidden passages, without judging it; as `audit` reads it.

    Raises `InputError`, which names the file, the fault and the cure; `ProtectedError` where a password is asked for,
    `LimitError` where a file is too large, both of them such errors.
    """
    return read_source(source, revisions, skip_unreadable=skip_unreadable)


def read_source(source: Source, revisions: str = "accepted", *, skip_unreadable: bool = False) -> Contract:
    """Return the contract that a text, files or bytes hold; InputError if they hold none."""
    options = ReadingOptions(revisions=View(_one_of("revisions", revisions, tuple(View))))
    match source:
        case Contract():
            return source
        case Path():
            found = find_path(source, options=options)
        case bytes():
            found = find_given(GivenFile("contract", source), options)
        case str():
            found = find_given(GivenFile("contract", _encoded(source)), options)
        case list() | tuple() if source and all(isinstance(path, Path) for path in source):
            found = gather(find_path(path, options=options) for path in source)
        case _:
            raise InputError.at("source", "neither text, bytes, path nor contract", "Give a str, bytes, Path, Contract")
    return join_found(found, options, skip=skip_unreadable)


def make_options(
    packs: Sequence[str] = (),
    as_of: str | datetime.date | None = None,
    perspective: str = "customer",
    fail_on: str = "high",
    strict: bool = False,
    *,
    announced: bool = False,
) -> AuditOptions:
    """Return checked options; today is the default of `as_of`. InputError names the option that is ill-typed."""
    return AuditOptions(
        packs=_names(packs),
        as_of=_day(as_of),
        perspective=Perspective(_one_of("perspective", perspective, tuple(Perspective))),
        fail_on=Severity(_one_of("fail_on", fail_on, FAIL_ON)),
        strict=strict,
        announced=announced,
    )


def _names(packs: Sequence[str]) -> tuple[str, ...]:
    if isinstance(packs, str):
        return (packs,)
    if not isinstance(packs, Sequence | Set) or not all(isinstance(name, str) for name in packs):
        raise InputError.at("packs", "no list of names", "Give the names of packs, as in ['gdpr']")
    return tuple(dict.fromkeys(packs))


def _day(as_of: str | datetime.date | None) -> str:
    if as_of is None:
        return datetime.date.today().isoformat()
    if isinstance(as_of, datetime.date):
        return as_of.isoformat()[:10]
    if not isinstance(as_of, str) or not is_day(as_of):
        raise InputError.at("as_of", "no date", "Write year, month and day: 2026-11-22")
    return as_of


def _one_of(name: str, value: str, words: Sequence[str]) -> str:
    if value not in words:
        raise InputError.at(name, "unknown word", f"Write one of: {', '.join(words)}")
    return str(value)


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        offset = error.start
    raise InputError.at("contract", f"half a surrogate pair at offset {offset}", "Supply valid Unicode text")


@functools.lru_cache(maxsize=4)
def _auditor(overlays: tuple[Path, ...]) -> Auditor:
    return build_auditor(Settings(overlays=overlays))
