"""A condition in the notation in which an author writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clause_auditor.domain.condition import (
    Act,
    All,
    AnnexAbsent,
    AnyOf,
    Blank,
    Cites,
    Condition,
    Force,
    Group,
    Has,
    InOrder,
    Lacks,
    Named,
    Near,
    Not,
    Stands,
    Timed,
    UnderHeading,
    Unseen,
    Within,
)

_USUAL = frozenset({Force.DUTY, Force.STATEMENT})


def say_condition(condition: Condition) -> str:
    """Return a condition on one line; lists in brackets mean all of their members."""
    match condition:
        case Has(groups):
            return f"has {_groups(groups)}"
        case Lacks(concepts):
            return f"lacks {', '.join(concepts)}"
        case Near(groups, within):
            return f"near {_groups(groups)} within {within}"
        case InOrder(groups, within):
            return f"order {_groups(groups)} within {within}"
        case UnderHeading(concepts):
            return f"heading {', '.join(concepts)}"
        case Act() | Timed() | Stands() | Cites():
            return " ".join(_fields(condition))
        case Blank():
            return "blank"
        case Unseen():
            return "unseen"
        case AnnexAbsent():
            return "annex_absent"
        case All(parts):
            return f"[{'; '.join(map(say_condition, parts))}]"
        case AnyOf(parts):
            return f"any [{'; '.join(map(say_condition, parts))}]"
        case Not(part):
            return f"not {say_condition(part)}"
        case Within(reach, part):
            return f"{reach.value}: {say_condition(part)}"
        case Named(name):
            return f"facet {name}"


def _fields(condition: Act | Timed | Stands | Cites) -> Iterator[str]:
    match condition:
        case Act():
            yield from _act(condition)
        case Timed():
            yield from _timed(condition)
        case Stands(places, kinds):
            yield f"stands {_words([*places, *kinds])}"
        case Cites(status, ids):
            yield f"cites {status.value}"
            if ids:
                yield _words(ids)


def _act(act: Act) -> Iterator[str]:
    yield f"act {'|'.join(act.verb)}"
    if act.by:
        yield f"by {act.by.value}"
    if act.force != _USUAL:
        yield f"force {_words(act.force)}"
    if act.about:
        yield f"about {_groups(act.about)} within {act.within}"
    if act.to:
        yield f"to {act.to.value}"


def _timed(timed: Timed) -> Iterator[str]:
    parts = [f"at_most {timed.at_most}"] if timed.at_most else []
    parts += [f"over {timed.over}"] if timed.over else []
    parts += [f"promptness {_words(timed.promptness)}"] if timed.promptness else []
    parts += ["prior"] if timed.prior else []
    yield f"timed {' '.join(parts) or 'any'}"


def _groups(groups: Iterable[Group]) -> str:
    return ", ".join("|".join(group) for group in groups)


def _words(words: Iterable[str]) -> str:
    return ", ".join(sorted(str(word) for word in words))
