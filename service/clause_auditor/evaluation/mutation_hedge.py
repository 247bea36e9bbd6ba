"""Hedges: a promise is left to efforts, to what a party holds to be appropriate, to its discretion."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from clause_auditor.domain.party import Side
from clause_auditor.engine.subjects import find_actor, find_left
from clause_auditor.evaluation.mutation_edits import Edit
from clause_auditor.evaluation.mutation_force import infinitive
from clause_auditor.evaluation.mutation_modals import Modal, Voice, find_duties, find_statements, find_states
from clause_auditor.evaluation.mutation_stretch import Stretch

_OWN = {"we": ("we consider", "our"), "you": ("you consider", "your")}
_EFFORTS = "commercially reasonable efforts"


@dataclass(frozen=True, slots=True)
class Hedged:
    """Whose promises may be hedged."""

    bearers: frozenset[Side] = frozenset()
    """Promises of another side are left: to hedge them takes nothing from what the rule asks. Empty: any."""
    duties_only: bool = False
    """True: statements are left, since who may do something loses nothing by a hedge."""

    def admits(self, stretch: Stretch, place: int) -> bool:
        """Tell whether the promise at a word is one of theirs."""
        actor = find_actor(stretch.provision, find_left(stretch.provision, place), place)
        return actor is None or not self.bearers or actor.side in self.bearers | {Side.EACH}


_ANYONE = Hedged()


def hedge_by_efforts(stretch: Stretch, whose: Hedged = _ANYONE) -> list[Edit]:
    """Return edits by which a party shall only use commercially reasonable efforts."""
    duties = _duties(stretch, whose)
    if duties or whose.duties_only:
        return [_try(stretch, modal) for modal in duties]
    return [_try_verb(stretch, verb) for verb in find_statements(stretch) if whose.admits(stretch, verb)]


def hedge_by_judgement(stretch: Stretch, whose: Hedged = _ANYONE) -> list[Edit]:
    """Return edits by which a party keeps its promise only where it considers that appropriate."""
    return _insert(stretch, lambda own: f"where {own[0]} it appropriate", whose)


def hedge_by_discretion(stretch: Stretch, whose: Hedged = _ANYONE) -> list[Edit]:
    """Return edits by which a party keeps its promise at its sole discretion."""
    return _insert(stretch, lambda own: f"at {own[1]} sole discretion", whose)


def _duties(stretch: Stretch, whose: Hedged) -> list[Modal]:
    found = (modal for modal in find_duties(stretch) if modal.none < 0 and modal.voice is not Voice.PERMISSION)
    return [modal for modal in found if whose.admits(stretch, modal.start)]


def _try(stretch: Stretch, modal: Modal) -> Edit:
    start, end = stretch.span(modal.start, modal.end)
    if modal.passive and modal.voice is Voice.MODAL:
        return _between(stretch, modal.start + 1, "to the extent commercially reasonable")
    if modal.voice is Voice.MODAL:
        first = stretch.source(modal.start, modal.start + 1)
        return Edit(start, end, f"{first} use {_EFFORTS} {'not ' * (modal.negation >= 0)}to")
    return Edit(end, end, f" use {_EFFORTS} to")


def _try_verb(stretch: Stretch, verb: int) -> Edit:
    start, end = stretch.span(verb, verb + 1)
    word = stretch.text[start:end]
    if stretch.word(verb - 1) in _OWN:
        return Edit(start, end, f"use {_EFFORTS} to {word}")
    return Edit(start, end, f"uses {_EFFORTS} to {infinitive(word)}")


def _insert(stretch: Stretch, words: Callable[[tuple[str, str]], str], whose: Hedged) -> list[Edit]:
    """Put words between commas behind "shall", before the verb of a statement, or behind "is"."""
    places = [modal.start + 1 for modal in _duties(stretch, whose)]
    if not places and not whose.duties_only:
        stated = list(find_statements(stretch)) or [state + 1 for state in find_states(stretch)]
        places = [place for place in stated if whose.admits(stretch, place)]
    return [_between(stretch, place, words(_own(stretch, place))) for place in places]


def _own(stretch: Stretch, place: int) -> tuple[str, str]:
    """Return how the one who promises speaks of its judgement and its discretion."""
    near = (stretch.word(p) for p in range(place - 1, max(0, place - 4) - 1, -1))
    return next((_OWN[word] for word in near if word in _OWN), ("it considers", "its"))


def _between(stretch: Stretch, place: int, words: str) -> Edit:
    """Put words between commas behind the word before `place`."""
    end = stretch.provision.offsets[place - 1][1]
    closed = place >= len(stretch.words) or place in stretch.provision.breaks | stretch.provision.commas
    return Edit(end, end, f", {words}" if closed else f", {words},")
