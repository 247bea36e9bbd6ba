"""Words that bind: where a stretch says that somebody shall, shall not, may or does something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from clause_auditor.domain.party import Side
from clause_auditor.domain.provision import Mention
from clause_auditor.evaluation.mutation_stretch import Stretch
from clause_auditor.text.words import word_set

_PLAIN = word_set("shall will must")
_PROMISES = word_set("agrees agree undertakes undertake commits commit covenants covenant")
_BE = word_set("is are")
_BOUND = word_set("obliged obligated required bound")
_NEGATIONS = word_set("not never")
_LIMITS = word_set("only solely exclusively")
_OPENERS = word_set("that which who whom whose if when where whether while because unless until as before after")
_NONE = word_set("no neither nor none")
_MEASURES = word_set("later less longer more fewer event case circumstances way time")
_BY_NO_MEANS = word_set("event case circumstances way time account")
_NOUNS = word_set("at free good own last")
"""Before "will", they make it a noun."""
_REACH = 12
"""Words between a verb and the "only" that limits it."""
_DEFINES = word_set("mean have")


class Voice(StrEnum):
    """How the words bind."""

    MODAL = "modal"
    """shall, will, must."""
    PROMISE = "promise"
    """agrees to, undertakes to."""
    BOUND = "bound"
    """is obliged to."""
    PERMISSION = "permission"
    """may."""


@dataclass(frozen=True, slots=True)
class Modal:
    """Binding words, by word positions of their provision, half open; a "not" beside them is one of them."""

    start: int
    end: int
    voice: Voice
    negation: int = -1
    """Position of "not", or -1."""
    none: int = -1
    """Position of "no" in a negative subject, or in "in no event"; -1 if there is none."""
    limit: int = -1
    """Position of "only" in the same part of the sentence, or -1."""
    passive: bool = False
    subordinate: bool = False
    """True if it stands in a clause that depends on another: "data that will be processed"."""


def find_modals(stretch: Stretch) -> list[Modal]:
    """Return the binding words among the positions of a stretch, in order."""
    inside = set(stretch.positions)
    return [modal for place in stretch.positions if (modal := _read(stretch, place)) and modal.end - 1 in inside]


def find_duties(stretch: Stretch) -> list[Modal]:
    """Return the binding words that are no permission; "may not" binds too."""
    return [m for m in find_modals(stretch) if m.voice is not Voice.PERMISSION or m.negation >= 0]


def leading(modals: list[Modal]) -> list[Modal]:
    """Return those of main clauses, or all if none stands in one."""
    return [modal for modal in modals if not modal.subordinate] or modals


def _read(stretch: Stretch, place: int) -> Modal | None:
    word = stretch.word(place)
    if word in _PLAIN and not _is_other_word(stretch, place):
        return _finish(stretch, place, place + 1, Voice.MODAL)
    if word == "may":
        return _finish(stretch, place, place + 1, Voice.PERMISSION)
    if word in _PROMISES:
        return _read_infinitive(stretch, place, place + 1, Voice.PROMISE)
    if word in _BE and stretch.word(place + 1) in _BOUND:
        return _read_infinitive(stretch, place, place + 2, Voice.BOUND)
    return None


def _is_other_word(stretch: Stretch, place: int) -> bool:
    noun = stretch.word(place) == "will" and stretch.word(place - 1) in _NOUNS
    return noun or (stretch.word(place + 1) in _DEFINES and stretch.word(place + 2) in ("the", "an", "a", "any"))


def _read_infinitive(stretch: Stretch, start: int, end: int, voice: Voice) -> Modal | None:
    """Read "agrees to", "agrees not to", "agrees to not"."""
    if stretch.words[end : end + 2] in (("not", "to"), ("to", "not")):
        return _finish(stretch, start, end + 2, voice, end)
    return _finish(stretch, start, end + 1, voice) if stretch.word(end) == "to" else None


def find_limit(stretch: Stretch, place: int) -> int:
    """Return the position of "only" and the like in the part of the sentence around a position, or -1."""
    first, last = stretch.part(place)
    return next((p for p in range(first, last) if stretch.word(p) in _LIMITS), -1)


def is_near(stretch: Stretch, place: int, limit: int) -> bool:
    """Tell whether "only" limits what is said at a position: it follows soon, and no further clause opens between."""
    if abs(limit - place) > _REACH:
        return False
    return not any(stretch.word(p) in _OPENERS for p in range(min(place, limit) + 1, max(place, limit)))


def _finish(stretch: Stretch, start: int, end: int, voice: Voice, negation: int = -1) -> Modal:
    if negation < 0 and stretch.word(end) in _NEGATIONS and voice in (Voice.MODAL, Voice.PERMISSION):
        negation, end = end, end + 1
    return Modal(
        start=start,
        end=end,
        voice=voice,
        negation=negation,
        none=_find_none(stretch, start, end),
        limit=find_limit(stretch, start),
        passive="be" in stretch.words[end : end + 2],
        subordinate=any(stretch.word(p) in _OPENERS for p in range(stretch.clause_start(start), start)),
    )


def _find_none(stretch: Stretch, start: int, end: int) -> int:
    """Return the position of what makes the statement negative: "no sub-processor shall", "shall in no event"."""
    for place in range(start - 1, max(stretch.clause_start(start), start - 8) - 1, -1):
        if stretch.word(place) in _NONE:
            return place if stretch.word(place + 1) not in _MEASURES or _rules_out(stretch, place) else -1
    return next((p for p in range(end, end + 4) if stretch.word(p) == "no" and _rules_out(stretch, p)), -1)


def _rules_out(stretch: Stretch, place: int) -> bool:
    following = stretch.word(place + 1) in _BY_NO_MEANS
    return following and stretch.word(place + 2) not in ("later", "more", "longer", "less")


def find_statements(stretch: Stretch) -> Iterator[int]:
    """Yield the positions of verbs by which a party says in a main clause what it does: "Acme encrypts"."""
    for mention in stretch.mentions():
        verb = mention.end
        if mention.possessive or verb >= len(stretch.words) or verb in stretch.provision.breaks:
            continue
        if stretch.word(mention.start - 1) in _GOVERNED or verb in stretch.provision.commas:
            continue
        if _is_verb(stretch.word(mention.start), stretch.word(verb)) and is_main_subject(stretch, mention):
            yield verb


def find_states(stretch: Stretch) -> Iterator[int]:
    """Yield the positions of "is" and "are" in main clauses."""
    for place in stretch.positions:
        if stretch.word(place) in _BE and stretch.word(place + 1) not in _NEGATIONS:
            opened = range(stretch.clause_start(place), place)
            if not any(stretch.word(p) in _OPENERS for p in opened):
                yield place


def is_main_subject(stretch: Stretch, mention: Mention) -> bool:
    """Tell whether a party can be the subject of a main clause: nothing opens a clause that depends on another."""
    start = stretch.clause_start(mention.start)
    if any(stretch.word(p) in _OPENERS for p in range(start, mention.start)):
        return False
    return stretch.word(mention.start) not in ("we", "you") or is_subject(stretch, mention)


def is_subject(stretch: Stretch, mention: Mention) -> bool:
    """Tell whether a pronoun is a subject: it begins a part of the sentence, or follows what joins or opens one."""
    place = mention.start
    opens = place == 0 or place in stretch.provision.breaks | stretch.provision.commas
    return opens or stretch.word(place - 1) in _OPENERS | _JOINS


def find_bearer(stretch: Stretch, place: int) -> Side | None:
    """Return the side of the party that stands nearest before a position in its part of the sentence."""
    first, _ = stretch.part(place)
    near = [m for m in stretch.provision.mentions if first <= m.start < place and not m.possessive]
    return near[-1].side if near else None


_JOINS = word_set("and or but than once what")
_GOVERNED = word_set("to by of for with from against behalf on between upon")
_NO_VERBS = word_set(
    "and or shall will must may can to of for in is are was were have not who which that as on only 's"
)


def _is_verb(subject: str, word: str) -> bool:
    if word in _NO_VERBS or not word.isalpha():
        return False
    if subject in ("we", "you"):
        return len(word) > 2 and not word.endswith("ly")
    return word == "has" or (len(word) > 3 and word.endswith("s") and not word.endswith("ss"))
