"""The operators: does a condition hold of a provision, and on which words?

`candidates` bounds the provisions on which a condition can hold (never too small); `Judge.witness` decides one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import pairwise

from clause_auditor.domain.condition import (
    Act,
    All,
    AnnexAbsent,
    AnyOf,
    Blank,
    Cites,
    Condition,
    Group,
    Has,
    InOrder,
    Lacks,
    Named,
    Near,
    Not,
    Reach,
    Stands,
    Timed,
    UnderHeading,
    Unseen,
    Within,
)
from clause_auditor.domain.duration import Deadline
from clause_auditor.domain.party import Side
from clause_auditor.domain.provision import Mention, Provision
from clause_auditor.domain.rule import Instrument
from clause_auditor.engine.frames import Frame
from clause_auditor.engine.hedges import Promise, find_hedge
from clause_auditor.engine.lexicon import Lexicon
from clause_auditor.engine.masks import Mask, any_of, indexes, mask_of
from clause_auditor.engine.proximity import Spans, find_near, find_nearest, find_ordered
from clause_auditor.engine.reading import Reading
from clause_auditor.engine.witness import Mark, Step, Witness

_NO_PROMISE = Promise()


class Judge:
    """Judges the facets of one rule on one reading; each facet on each provision at most once."""

    def __init__(
        self,
        reading: Reading,
        facets: Mapping[str, Condition],
        lexicon: Lexicon,
        instruments: Sequence[Instrument] = (),
        as_of: str = "",
        *,
        promise: Promise = _NO_PROMISE,
    ) -> None:
        self._reading = reading
        self._facets = facets
        self._lexicon = lexicon
        self._instruments = instruments
        self._as_of = as_of
        self._promise = promise
        self._hedges: dict[str, dict[int, Mark]] = {}
        self._found: dict[str, dict[int, Witness]] = {}
        self._masks: dict[str, Mask] = {}
        self._candidates: dict[int, frozenset[int]] = {}
        self._first: dict[tuple[int, Reach, Hashable], Witness | None] = {}
        self._headed: dict[Group, frozenset[int]] = {}

    def facet(self, name: str) -> Mapping[int, Witness]:
        """Return, for every provision on which the facet holds, what it rests on."""
        if name not in self._found:
            self._found[name] = self._holding(self._facets[name])
        return self._found[name]

    def _facet_mask(self, name: str) -> Mask:
        if name not in self._masks:
            self._masks[name] = mask_of(self.facet(name))
        return self._masks[name]

    def hedges(self, name: str) -> Mapping[int, Mark]:
        """Return the provisions on which a facet holds by a promise that is hedged, with the words that hedge it."""
        if name not in self._hedges:
            found = self.facet(name).items()
            read = ((i, find_hedge(self._reading, witness, i, self._promise)) for i, witness in found)
            self._hedges[name] = {index: hedge for index, hedge in read if hedge}
        return self._hedges[name]

    def is_firm(self, name: str) -> bool:
        """Say whether a facet holds on a provision that hedges nothing."""
        return len(self.hedges(name)) < len(self.facet(name))

    def _holding(self, condition: Condition) -> dict[int, Witness]:
        candidates = indexes(self.candidates(condition))
        if self._is_silent(condition):
            return dict.fromkeys(candidates, ())
        found = {}
        for index in candidates:
            witness = self.witness(condition, index)
            if witness is not None:
                found[index] = witness
        return found

    def _is_silent(self, condition: Condition) -> bool:
        """Say whether a condition holds on every candidate by absence or by place alone, resting on no word."""
        match condition:
            case All(conditions):
                return all(map(self._is_silent, conditions))
            case Not(inner):
                return _is_exact(inner)
            case Named(name):
                return self._is_silent(self._facets[name])
            case _:
                return isinstance(condition, Lacks | Stands)

    def candidates(self, condition: Condition) -> Mask:
        """Return the provisions on which the condition may hold."""
        holding, everything = self._reading.holding, self._reading.everything
        match condition:
            case Has(groups) | Near(groups, _) | InOrder(groups, _):
                return _every(everything, (_any(holding, group) for group in groups))
            case Lacks(concepts):
                return everything & ~_any(holding, concepts)
            case UnderHeading(concepts):
                return _any(self._reading.headed, concepts)
            case Act(verb, about=about):
                return _every(everything, (_any(holding, group) for group in (verb, *about)))
            case Timed():
                return self._reading.timed
            case Cites():
                return _any(holding, self._cited(condition))
            case All(conditions):
                return _every(everything, (self.candidates(c) for c in conditions))
            case AnyOf(conditions):
                return any_of(self.candidates(c) for c in conditions)
            case Within(reach, inner):
                return self._reading.reach(reach, self.candidates(inner))
            case Named(name):
                return self._facet_mask(name)
            case Stands(places, kinds):
                return self._reading.standing(places, kinds)
            case Not(inner) if _is_exact(inner):
                return everything & ~self.candidates(inner)
            case _:
                return everything

    def witness(self, condition: Condition, index: int) -> Witness | None:
        """Return what the condition rests on in that provision, or None if it does not hold.

        The operators that packs use most come first: this is the busiest place of an audit.
        """
        match condition:
            case Named(name):
                return self.facet(name).get(index)
            case All(conditions):
                return self._all(conditions, index)
            case Has(groups):
                return self._has(groups, index)
            case Act():
                return self._act(condition, index)
            case AnyOf(conditions):
                return next((w for c in conditions if (w := self.witness(c, index)) is not None), None)
            case Not(inner):
                return () if self.witness(inner, index) is None else None
            case Lacks(concepts):
                return None if self._spans(concepts, index) else ()
            case Near(groups, within):
                return self._step(
                    "near", index, find_near(self._all_spans(groups, index), within, self._at(index).breaks)
                )
            case InOrder(groups, within):
                return self._step("in order", index, find_ordered(self._all_spans(groups, index), within))
            case UnderHeading(concepts):
                return self._heading(concepts, index)
            case Timed():
                return self._timed(condition, index)
            case Blank():
                return (Step("blank"),) if self._at(index).blank else None
            case Unseen():
                unseen = self._at(index).unseen
                return (Step("out of sight", words=unseen),) if unseen else None
            case Stands(places, kinds):
                here = self._at(index)
                return () if (not places or here.place in places) and (not kinds or here.kind in kinds) else None
            case Cites():
                return self._step("cites", index, self._spans(tuple(self._cited(condition)), index)[:1])
            case AnnexAbsent():
                return self._absent(index)
            case Within(reach, inner):
                return self._within(reach, inner, index)

    def _at(self, index: int) -> Provision:
        return self._reading.provisions[index]

    def _spans(self, group: Group, index: int) -> Spans:
        of = self._reading.hits.of
        found = [spans for concept in group if (spans := of(concept).get(index))]
        return sorted(set().union(*found)) if len(found) > 1 else found[0] if found else ()

    def _all_spans(self, groups: tuple[Group, ...], index: int) -> list[Spans]:
        return [self._spans(group, index) for group in groups]

    def _step(self, operator: str, index: int, spans: Spans | None) -> Witness | None:
        return (Step(operator, tuple((index, *span) for span in spans)),) if spans else None

    def _has(self, groups: tuple[Group, ...], index: int) -> Witness | None:
        spans = self._all_spans(groups, index)
        return self._step("has", index, [s[0] for s in spans]) if all(spans) else None

    def _heading(self, concepts: Group, index: int) -> Witness | None:
        if concepts not in self._headed:
            self._headed[concepts] = frozenset(indexes(_any(self._reading.headed, concepts)))
        return (Step("heading"),) if index in self._headed[concepts] else None

    def _all(self, conditions: tuple[Condition, ...], index: int) -> Witness | None:
        steps: list[Step] = []
        for condition in conditions:
            witness = self.witness(condition, index)
            if witness is None:
                return None
            steps.extend(witness)
        return tuple(steps)

    def _within(self, reach: Reach, inner: Condition, index: int) -> Witness | None:
        own = self.witness(inner, index)
        if own is not None:
            return own
        if reach is Reach.NEXT:
            return self._first_of(inner, self._reading.near(reach, index))
        key = (id(inner), reach, self._reading.group(reach, index))
        if key not in self._first:
            self._first[key] = self._first_of(inner, self._reading.near(reach, index))
        return self._first[key]

    def _first_of(self, condition: Condition, near: Sequence[int]) -> Witness | None:
        """Return what a condition rests on in the first of some provisions on which it holds."""
        if id(condition) not in self._candidates:
            self._candidates[id(condition)] = frozenset(indexes(self.candidates(condition)))
        among = (i for i in near if i in self._candidates[id(condition)])
        return next((w for i in among if (w := self.witness(condition, i)) is not None), None)

    def _act(self, act: Act, index: int) -> Witness | None:
        about = self._all_spans(act.about, index)
        if not all(about):
            return None
        for start, end in self._spans(act.verb, index):
            frame = self._reading.frame(index, start)
            near = [find_nearest(spans, start, end, act.within) for spans in about]
            if _borne(frame, act) and all(near) and self._towards(act.to, index, start, end):
                spans = [(min(frame.start, start), end), *(span for span in near if span)]
                return self._step(f"act: {frame.force}", index, spans)
        return None

    def _towards(self, side: Side | None, index: int, start: int, end: int) -> bool:
        if side is None:
            return True
        mentions = self._at(index).mentions
        first = bisect_left(mentions, start - 12, key=_start)
        last = bisect_left(mentions, end + 16, key=_start)
        return any(m.side in (side, Side.EACH) for m in mentions[first:last])

    def _timed(self, timed: Timed, index: int) -> Witness | None:
        spans = [(d.start, d.end) for d in self._at(index).deadlines if _fits(d, timed)]
        return self._step("time limit", index, spans[:1])

    def _cited(self, cites: Cites) -> frozenset[str]:
        named = (i for i in self._instruments if not cites.ids or i.id in cites.ids)
        standing = (i.id for i in named if i.status_on(self._as_of) is cites.status)
        return frozenset().union(*(self._lexicon.instruments.get(i, ()) for i in standing))

    def _absent(self, index: int) -> Witness | None:
        order = self._reading.absent_annexes
        pairs = enumerate(pairwise(self._at(index).words))
        first = min(((order[pair], at) for at, pair in pairs if pair in order), default=None)
        return self._step("annex absent", index, [(first[1], first[1] + 2)]) if first else None


def _any(sets: Callable[[str], Mask], concepts: Iterable[str]) -> Mask:
    return any_of(map(sets, concepts))


def _every(everything: Mask, masks: Iterable[Mask]) -> Mask:
    for mask in masks:
        everything &= mask
    return everything


def _is_exact(condition: Condition) -> bool:
    """Say whether a condition holds on every candidate, so that its opposite has candidates of its own."""
    match condition:
        case Has(groups):
            return len(groups) == 1
        case AnyOf(conditions):
            return all(map(_is_exact, conditions))
        case _:
            return isinstance(condition, Lacks | Stands | UnderHeading | Named)


def _borne(frame: Frame, act: Act) -> bool:
    right = act.by is None or frame.bearer in (None, act.by, Side.EACH)
    return right and frame.force in act.force


def _start(mention: Mention) -> int:
    return mention.start


def _fits(deadline: Deadline, timed: Timed) -> bool:
    if deadline.prior != timed.prior:
        return False
    if timed.promptness and deadline.promptness not in timed.promptness:
        return False
    hours = deadline.duration.longest_hours if deadline.duration else None
    if timed.at_most is not None and (hours is None or hours > timed.at_most.longest_hours):
        return False
    return timed.over is None or (hours is not None and hours > timed.over.longest_hours)
