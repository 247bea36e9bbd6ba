"""Changes of force: duties become permissions, promises are denied, nobody is bound any more."""

from __future__ import annotations

from clause_auditor.domain.party import Side
from clause_auditor.evaluation.mutation_edits import Edit
from clause_auditor.evaluation.mutation_modals import (
    Modal,
    Voice,
    find_bearer,
    find_duties,
    find_limit,
    find_modals,
    find_statements,
    find_states,
    is_near,
    leading,
)
from clause_auditor.evaluation.mutation_stretch import Stretch


def permit(stretch: Stretch) -> list[Edit]:
    """Return edits by which "shall" and "shall not" become "may".

    Where "only", "no" or "in no event" limits the statement it is left: "may only" binds as much as "shall only".
    """
    duties = [m for m in find_duties(stretch) if m.limit < 0 and m.none < 0 and not _goes_on(stretch, m)]
    return [_put(stretch, modal.start, modal.end, "may") for modal in duties]


def deny(stretch: Stretch, permission: bool = False) -> list[Edit]:
    """Return edits that turn statements into their contrary: "shall" to "shall not", "shall not" to "shall".

    With `permission` the customer's permissions are denied too: to deny the vendor's takes nothing from anybody. Where
    nothing binds, what a party does or what is so is denied.
    """
    modals = find_duties(stretch)
    if permission:
        modals += [m for m in find_modals(stretch) if m not in modals and _is_customers(stretch, m)]
    if modals:
        return [_deny(stretch, modal) for modal in leading(modals)]
    verbs = [_deny_verb(stretch, verb) for verb in find_statements(stretch)]
    return [*verbs, *(_deny_state(stretch, place) for place in find_states(stretch))]


def release(stretch: Stretch) -> list[Edit]:
    """Return edits by which nobody is bound: "shall not be obliged to", "need not be", "is not obliged to"."""
    duties = [m for m in leading(find_duties(stretch)) if m.negation < 0 and m.none < 0]
    return [_put(stretch, modal.start, modal.end, _released(stretch, modal)) for modal in duties]


def _goes_on(stretch: Stretch, modal: Modal) -> bool:
    """Tell whether "nor" carries a prohibition on: it would stay if "not" went."""
    return modal.negation >= 0 and "nor" in stretch.words[modal.end : stretch.part(modal.start)[1]]


def _is_customers(stretch: Stretch, modal: Modal) -> bool:
    return find_bearer(stretch, modal.start) not in (Side.VENDOR, Side.OTHER)


def _deny(stretch: Stretch, modal: Modal) -> Edit:
    if modal.none >= 0:
        return _put(stretch, modal.none, modal.none + 1, "any")
    if modal.limit >= 0 and modal.negation < 0 and is_near(stretch, modal.start, modal.limit):
        return _deny_limit(stretch, modal.limit)
    return _put(stretch, modal.start, modal.end, _denied(stretch, modal))


def _denied(stretch: Stretch, modal: Modal) -> str:
    first = stretch.source(modal.start, modal.start + 1)
    match modal.voice:
        case Voice.MODAL | Voice.PERMISSION:
            return stretch.word(modal.start) if modal.negation >= 0 else f"{first} not"
        case Voice.PROMISE if modal.negation >= 0:
            return f"{first} to"
        case Voice.PROMISE:
            bare = first.removesuffix("s")
            return f"{'does' if bare != first else 'do'} not {bare} to"
        case Voice.BOUND:
            bound = stretch.word(modal.start + 1)
            return f"{first} {bound} to" if modal.negation >= 0 else f"{first} not {bound} to"


def _released(stretch: Stretch, modal: Modal) -> str:
    first = stretch.word(modal.start)
    match modal.voice:
        case Voice.PROMISE:
            return f"{'is' if first.endswith('s') else 'are'} not obliged to"
        case Voice.BOUND:
            return f"{first} not obliged to"
        case _ if modal.passive:
            return "need not"
        case _:
            return "shall not be obliged to"


def _deny_state(stretch: Stretch, place: int) -> Edit:
    limit = find_limit(stretch, place)
    limited = limit >= 0 and is_near(stretch, place, limit)
    return _deny_limit(stretch, limit) if limited else _put(stretch, place, place + 1, f"{stretch.word(place)} not")


def _deny_limit(stretch: Stretch, limit: int) -> Edit:
    return _put(stretch, limit, limit + 1, f"not {stretch.source(limit, limit + 1)}")


def _deny_verb(stretch: Stretch, verb: int) -> Edit:
    limit = find_limit(stretch, verb)
    if limit >= 0 and is_near(stretch, verb, limit):
        return _deny_limit(stretch, limit)
    word = stretch.source(verb, verb + 1)
    if stretch.word(verb - 1) in ("we", "you"):
        return _put(stretch, verb, verb + 1, f"do not {word}")
    return _put(stretch, verb, verb + 1, f"does not {infinitive(word)}")


def infinitive(word: str) -> str:
    """Return the infinitive of a verb of the third person: "applies" gives "apply", "has" gives "have"."""
    if word == "has":
        return "have"
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "oes")):
        return word[:-2]
    return word[:-1]


def _put(stretch: Stretch, first: int, last: int, text: str) -> Edit:
    start, end = stretch.span(first, last)
    source = stretch.text[start:end]
    loud = source.isupper() and len(source) > 2
    if source[:1].isupper() and text[:1].islower():
        text = text[0].upper() + text[1:]
    return Edit(start, end, text.upper() if loud else text)
