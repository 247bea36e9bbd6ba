"""Who does something, and with which force: the frame around a verb.

The method is the lawyer's reading order: from the verb to the left, the nearest modal gives the force and the
nearest party before it bears it; a passive verb is borne by its agent ("by the Processor"), if one is named.
"""

from __future__ import annotations

from dataclasses import dataclass

from clause_auditor.domain.condition import Force
from clause_auditor.domain.party import Side
from clause_auditor.domain.provision import Mention, Provision
from clause_auditor.engine.releases import find_release
from clause_auditor.engine.subjects import (
    ABILITY_WORDS,
    FARTHEST,
    find_actor,
    find_agent,
    find_mentions,
    find_modal,
    find_own_subject,
    find_subject,
    is_inserted,
    is_joined,
)
from clause_auditor.text.words import word_set

_BE = word_set("be been being is are was were get")
_FINITE_BE = word_set("is are was were")
_NEGATIONS = word_set("not never neither nor")
_PARTICIPLES = word_set("bound set put done paid left lost found brought read met")
_ENDINGS = ("ed", "en", "ied", "wn", "ld", "de", "nt", "pt")
"""How the participles of contract verbs end: engaged, given, known, held, made, sent, kept."""
_NONE = word_set("no neither nor")
_CLAUSE_WORDS = word_set("that but if where when provided unless")
_NO_MEASURE = word_set("later less longer more fewer event case circumstances")
"""After "no", these make a measure or a manner, not a negative subject: "no later than"."""
_FREED = (
    ("required", "to"),
    ("obliged", "to"),
    ("obligated", "to"),
    ("bound", "to"),
    ("under", "any", "obligation"),
    ("have", "any", "obligation"),
    ("have", "an", "obligation"),
)
_ENTITLED = (
    ("entitled", "to"),
    ("right", "to"),
    ("permitted", "to"),
    ("allowed", "to"),
    ("authorized", "to"),
    ("free", "to"),
    ("reserves", "the"),
    ("reserve", "the"),
    ("option", "to"),
    ("elect", "to"),
    ("choose", "to"),
)
_BOUND = (
    ("obliged", "to"),
    ("required", "to"),
    ("obligated", "to"),
    ("responsible", "for"),
    ("duty", "to"),
    ("bound", "to"),
)
_NO_OBLIGATION = (("no", "obligation"), ("no", "duty"), ("need", "not"), ("without", "obligation"))
_NO_RIGHT = tuple(("no", word) for word in ("right", "rights", "authority", "power", "license", "permission", "title"))
_ASKING = word_set("require requires instruct instructs direct directs oblige obliges compel request ask order call")
"""Between a permission of one party and what the other then has to do: "Customer may require Vendor to delete"."""
_LETTING = word_set("let lets")
_TASKS = word_set("responsibility duty obligation task job")
_TASK_NOUNS = word_set("obligations duties responsibilities tasks commitments undertakings")
_NEAR = 8
_LONGEST_NAME = 40
"""Words that no name of a party exceeds."""
_BARRED = (
    ("refrain", "from"),
    ("refrains", "from"),
    ("abstain", "from"),
    ("prohibited", "from"),
    ("barred", "from"),
    ("precluded", "from"),
    ("forbidden", "to"),
    ("forbidden", "from"),
)
_PROMISES = word_set("undertake commit agree warrant covenant")
_DENIALS = (("does", "not"), ("do", "not"), ("did", "not"))
_LIMITS = (("later",), ("more",), ("longer",), ("less",), ("fewer",), ("exceeding",))
_BY_NO_MEANS = (("no", "event"), ("no", "case"), ("no", "circumstances"), ("no", "time"), ("no", "way"))


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb's bearer and force."""

    bearer: Side | None
    """None where the text does not tell."""
    force: Force
    start: int
    """First word of the frame: the modal, the bearer or the verb."""


def read_frame(provision: Provision, at: int) -> Frame:
    """Return the frame of the verb at word position `at`."""
    words = provision.words
    if _is_passive(words, at):
        return _passive(provision, at)
    if _is_finite(words[at]):
        return _finite(provision, at)
    release = find_release(provision, at)
    if release is not None:
        return Frame(release[0].side, release[1], release[0].start)
    modal = find_modal(provision, at)
    between = find_actor(provision, modal, at) if modal is not None else None
    if between is not None and modal is not None and (moved := _moved(provision, modal, between, at)):
        return moved
    if modal is None and (task := _task(provision, at)):
        return task
    if between is not None and modal is not None and between.start - modal <= 2:
        return Frame(between.side, _force(provision, modal, at), modal)
    if between is not None and not is_joined(provision, at) and not is_inserted(provision, between.start, at):
        return Frame(between.side, _plain_force(provision, between.end, at), between.start)
    subject = find_subject(provision, at, modal)
    force = _plain_force(provision, max(0, at - 10), at) if modal is None else _force(provision, modal, at)
    start = min(x for x in (modal, subject.start if subject else None, at) if x is not None)
    return Frame(subject.side if subject else None, force, start)


def _moved(provision: Provision, modal: int, between: Mention, at: int) -> Frame | None:
    """Return the frame of what one party may ask of the other, or lets it do; None if it is neither."""
    words = provision.words
    before = words[between.start - 1] if words[between.start - 1] != "the" else words[between.start - 2]
    if before in _LETTING and at - between.end <= 1:
        return Frame(between.side, Force.PERMISSION, modal)
    asked = before in _ASKING and words[between.end : between.end + 1] == ("to",) and words[modal] in ABILITY_WORDS
    if not asked or at - between.end > _NEAR:
        return None
    return Frame(
        between.side, Force.NO_DUTY if _NEGATIONS.intersection(words[modal + 1 : modal + 3]) else Force.DUTY, modal
    )


def _task(provision: Provision, at: int) -> Frame | None:
    """Return the frame of somebody's task: "it is the duty of the Vendor to", "Vendor's duties include"."""
    words = provision.words
    for number in reversed(find_mentions(provision, at - _NEAR - _LONGEST_NAME, at)):
        mention = provision.mentions[number]
        if not 0 <= at - mention.end <= _NEAR:
            continue
        before, after = words[max(0, mention.start - 3) : mention.start], words[mention.end : at]
        if "of" in before and _TASKS.intersection(before) and after[:1] == ("to",):
            return Frame(mention.side, Force.DUTY, mention.start)
        if after[:1] == ("'s",) and {"include", "includes"} & set(after) and _TASK_NOUNS.intersection(after):
            return Frame(mention.side, Force.DUTY, mention.start)
    return None


def _is_finite(word: str) -> bool:
    """Say whether a verb is of the third person: "informs" is never governed by a modal further left."""
    return len(word) > 3 and word.endswith("s") and not word.endswith("ss")


def _finite(provision: Provision, at: int) -> Frame:
    subject = find_own_subject(provision, at)
    if subject is None:
        return Frame(None, Force.STATEMENT, at)
    negative = _is_none(provision, subject.start + 1) or _is_none(provision, at)
    return Frame(subject.side, Force.PROHIBITION if negative else Force.STATEMENT, subject.start)


def _is_passive(words: tuple[str, ...], at: int) -> bool:
    if not (words[at].endswith(_ENDINGS) or words[at] in _PARTICIPLES):
        return False
    return bool(_BE.intersection(words[max(0, at - 3) : at])) or words[at + 1 : at + 2] == ("by",)


def _passive(provision: Provision, at: int) -> Frame:
    auxiliary = _BE.intersection(provision.words[max(0, at - 3) : at])
    modal = None if not auxiliary or auxiliary & _FINITE_BE else find_modal(provision, at)
    agent = find_agent(provision, at)
    bearer = agent.side if agent else None
    if modal is None and provision.words[max(0, at - 3) : at] in (("is", "to", "be"), ("are", "to", "be")):
        return Frame(bearer, Force.DUTY, at)
    if modal is None or at - modal > 8:
        return Frame(bearer, _plain_force(provision, max(0, at - 4), at), at)
    return Frame(bearer, _force(provision, modal, at), modal)


def _plain_force(provision: Provision, start: int, at: int) -> Force:
    """Return the force of a verb with no modal of its own."""
    part = provision.words[start:at]
    if _holds(part, _NO_RIGHT):
        return Force.PROHIBITION
    if _holds(part, _NO_OBLIGATION) or _is_freed(provision, start, at):
        return Force.NO_DUTY
    if _is_negated(provision, max(start, at - 3), at) or "without" in part[-2:] or _holds(part, _BARRED):
        return Force.PROHIBITION
    if _holds(part, _ENTITLED):
        return Force.PERMISSION
    return Force.DUTY if _holds(part, _BOUND) else Force.STATEMENT


def _force(provision: Provision, modal: int, at: int) -> Force:
    """Return the force that a modal gives to the verb at `at`."""
    words = provision.words
    part = words[modal:at]
    negated = bool(_NEGATIONS.intersection(part[1:4])) or _is_negated(provision, max(modal, at - 2), at)
    before = 12 if find_mentions(provision, modal + 1, modal + 3) else 5
    negated = negated or _holds(part, _BARRED) or _holds(part, _NO_RIGHT)
    negated = negated or _is_excluded(words[max(0, modal - before) : at])
    if _holds(part, _NO_OBLIGATION) or (negated and _holds(part, _FREED)) or _is_undone(words, modal):
        return Force.NO_DUTY
    if negated or _is_none(provision, modal):
        return Force.PROHIBITION
    if words[modal] in ABILITY_WORDS or _holds(part, _ENTITLED):
        return Force.PERMISSION
    return Force.DUTY


def _is_freed(provision: Provision, start: int, at: int) -> bool:
    """Say whether an obligation before the verb is negated: "is not obliged to"."""
    words = provision.words
    found = (p for p in range(start, at) if any(words[p : p + len(freed)] == freed for freed in _FREED))
    return any(_is_negated(provision, start, p) for p in found)


def _is_undone(words: tuple[str, ...], modal: int) -> bool:
    """Say whether a promise is denied: "does not undertake to"."""
    return words[modal] in _PROMISES and words[max(0, modal - 2) : modal] in _DENIALS


def _is_excluded(part: tuple[str, ...]) -> bool:
    """Say whether a verb is ruled out by "in no event" and the like; "in no event later than" sets a limit only."""
    return any(part[i : i + 2] in _BY_NO_MEANS and part[i + 2 : i + 3] not in _LIMITS for i in range(len(part) - 1))


def _is_negated(provision: Provision, first: int, at: int) -> bool:
    """Say whether a "not" from `first` on belongs to the verb: one before a comma belongs to an insertion."""
    words, commas = provision.words, provision.commas
    if words[at - 1 : at] == ("not",) and at in commas and "not" in words[max(0, at - FARTHEST) : at - 1]:
        return True  # "shall not, and shall ensure that its staff do not, use"
    inserted = next((p for p in range(at, first, -1) if p in commas), first)
    return not _NEGATIONS.isdisjoint(words[inserted:at])


def _is_none(provision: Provision, modal: int) -> bool:
    """Say whether the subject is negative: "no sub-processor shall", "neither party may"; nothing stands between."""
    words = provision.words
    for place in range(modal - 1, max(0, modal - 6) - 1, -1):
        if words[place] in _NONE:
            return words[place + 1] not in _NO_MEASURE
        if words[place] in _CLAUSE_WORDS or place in provision.commas:
            return False
    return False


def _holds(part: tuple[str, ...], patterns: tuple[tuple[str, ...], ...]) -> bool:
    return any(
        part[i : i + len(p)] == p
        for p in patterns
        if p[0] in part
        for i in range(part.index(p[0]), len(part) - len(p) + 1)
    )
