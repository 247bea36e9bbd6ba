"""Aliases: the names under which a contract speaks of its parties, and the words that stand together for one party."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clause_auditor.text.rolewords import COMMERCIAL, LEGAL
from clause_auditor.text.words import fold_words

Phrase = tuple[str, ...]

_OPENING = 14_000
_QUOTED = re.compile(r"[\"\u201c\u201d]([^\"\u201c\u201d\n()]{1,60}?),?[\"\u201d\u201c]")
_GROUP = re.compile(r"\(([^()\n]{0,60}[\"\u201c\u201d][^()\n]{1,200})\)")
_BARE_GROUP = re.compile(
    r"\((?:(?:(?i:the|hereinafter|hereafter|referred to as|called|as)[ ,]+){0,4})"
    r"((?i:data controller|controller|data processor|processor|client|customer"
    r"|supplier|vendor|provider|covered entity|business associate)|[A-Z][\w&-]{2,30}(?: [A-Z][\w&-]{1,30}){0,2})[.,]?\)"
)
_PARTIES = re.compile(r"\b(?:between|parties|party|hereinafter|hereafter)\b", re.IGNORECASE)
_HEREINAFTER = re.compile(
    r"[ ,\u2013\u2014-](?:hereinafter|hereafter|henceforth|below)[ ,:]+(?:also |jointly |referred to as "
    r"|called |named )?"
    r"(?:the )?[\"\u201c\u201e]?([A-Z][\w&-]{2,30}(?: [A-Z][\w&-]{1,30}){0,2}"
    r"|(?<=[\"\u201c\u201e])[a-z]{4,20})[\"\u201d\u201c]?"
)
_UNQUOTED = re.compile(
    r"\b(?:(?:data )?controller|(?:data )?processor|business associate|covered entity|service provider"
    r"|we|us|our|you|your)\b",
    re.IGNORECASE,
)
_REFERRED = re.compile(r"\b(?:referred to|known|designated) as(?: the)? [\"\u201c']([^\"\u201d\n]{2,40})[\"\u201d']")
_REFERRED_LEAD = re.compile(r"[ ,(]+(?:hereinafter|hereafter|from now on|below|also|collectively|[ ,])*$")
_MEANS = re.compile(
    r"[\"\u201c]([^\"\u201c\u201d\n()]{1,60}?),?[\"\u201d]((?:\s{0,3}(?:,|or|and|/|, or"
    r"|, and)\s{0,3}[\"\u201c][^\"\u201c\u201d\n()]{1,60}?,?[\"\u201d]){0,6})"
    r"\s{0,4}(?:\([^()\n]{0,60}\)\s{0,4})?(?:means|refers? to|shall mean|is defined as|is|:)\s{1,4}([^.;\n]{1,240})",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"^[ \t]{0,12}+(?:[-*\u2022|][ \t]{0,4}+)?(?:the )?((?:data )?(?:controller|processor|exporter|importer)"
    r"|client|customer|supplier|vendor|provider|business associate|covered entity"
    r"|(?:contracting |awarding )?authority|holder|contractor|principal|buyer|purchaser|agency|institution|employer"
    r"|contracting party|awarding body|service provider|trustees?|sponsor|consultant|operator|company|administrator)"
    r"(?:[ \t]{0,4}\([^()\n]{0,40}\))?[ \t]{0,4}[:|][ \t]{0,4}([^\n]{2,160})",
    re.IGNORECASE | re.MULTILINE,
)
_ENTITY = re.compile(
    r"\b(?:inc|ltd|llc|limited|gmbh|corp|corporation|b\.v|bv|ag|plc|s\.r\.l|srl|sas|sa|aps|ab|oy|pty"
    r"|ug|kg|s\.l|company)\b\.?",
    re.IGNORECASE,
)


_TRAILER = re.compile(
    r",?\s(?:a|an|having|with|located|whose|incorporated|registered|represented|operating|acting"
    r"|the operator|operator)\s"
)
_DESCRIBED = re.compile(
    r"\b(?:the|an?|any|each|every)\s(?:\w+\s){0,3}(?:entity|company|person|individual|organi[sz]ation|customer|client"
    r"|party|user|business|firm|one)\s(?:\w+\s){0,2}(?:that|which|who|identified|named|signing|accepting|agreeing|using"
    r"|listed|specified|registering|entering)\b"
)
"""A party told by what it does has no name: "the entity that accepted the Terms"."""
_PARTIES_NAMED = 3_000
_COMPANY = ("company",)
_ADJOINING = re.compile(r"\(([\"\u201cA-Z][^()\n]{1,60})\)[ ]?$")
_TRADING = re.compile(r",?\s(?:d/b/a|dba|doing business as|trading as|t/a)\s", re.IGNORECASE)
_LEADING = re.compile(r"^(?:(?:and|of|the|by|between|this)\s)+", re.IGNORECASE)
_CONNECTING = frozenset(("of", "d/b/a", "dba", "&", "du", "de", "the", "for"))


@dataclass(frozen=True, slots=True)
class AliasGroup:
    """Folded phrases that one parenthesis or definition says are the same party; `about` is what is said of it."""

    phrases: frozenset[Phrase]
    about: tuple[str, ...] = ()
    at: int = 0
    party: bool = False
    """True where a parenthesis names a party, not a definition."""
    company: bool = False
    """True where the name bears a legal form: "Acme Inc."."""


def find_alias_groups(masked: str) -> list[AliasGroup]:
    """Return the alias groups in the opening of a document, and those that definitions state, in reading order."""
    opening = masked[:_OPENING]
    groups = [_parenthesis(opening, match) for match in _GROUP.finditer(opening)]
    groups += [_bare(opening, match) for match in _BARE_GROUP.finditer(opening)]
    groups += [_referred(opening, match) for match in _REFERRED.finditer(opening)]
    groups += [_referred(opening, match) for match in _HEREINAFTER.finditer(opening)]
    groups += [_definition(match) for match in _MEANS.finditer(masked[: _OPENING * 3])]
    groups += [_labelled(match) for match in _LABELLED.finditer(opening)]
    return sorted((group for group in groups if group.phrases), key=lambda group: group.at)


def _parenthesis(text: str, match: re.Match[str]) -> AliasGroup:
    inside = match[1]
    terms = _QUOTED.findall(inside)
    rest = _QUOTED.sub(" ", inside)
    terms += _UNQUOTED.findall(rest)
    if re.search(r"\b(?:each|collectively|together|individually)\b", rest, re.IGNORECASE):
        return AliasGroup(frozenset())
    before = text[max(0, match.start() - 160) : match.start()]
    if adjoining := _ADJOINING.search(before):
        terms += [adjoining[1], *_QUOTED.findall(adjoining[1])]
        before = before[: adjoining.start()]
    return _make([*terms, *_names(before)], _about(before), match.start(), before)


def _bare(text: str, match: re.Match[str]) -> AliasGroup:
    before = text[max(0, match.start() - 160) : match.start()]
    if match[1].lower() == match[1] or fold_words(match[1]) in LEGAL or fold_words(match[1]) in COMMERCIAL:
        return _make([match[1], *_names(before)], (), match.start(), before)
    if match.start() > _PARTIES_NAMED or not _PARTIES.search(text[max(0, match.start() - 400) : match.start()]):
        return AliasGroup(frozenset())
    return _make([match[1], *_names(before)], (), match.start(), before)


def _definition(match: re.Match[str]) -> AliasGroup:
    terms = [match[1], *_QUOTED.findall(match[2])]
    means = match[3]
    named = re.match(r"(?:the )?([A-Z][\w&.'-]*(?: [A-Z][\w&.'-]*){0,4})", means)
    if named:
        terms += _names(named[1])
    return _make(terms, fold_words(means)[:30], match.start())


def _labelled(match: re.Match[str]) -> AliasGroup:
    line = match[2]
    terms = [match[1], *_QUOTED.findall(line)]
    named = re.match(r"([A-Z][\w&.'-]*(?:,? [A-Z][\w&.'-]*){0,5})", line.strip())
    return _make([*terms, *(_names(named[1]) if named else [])], (), match.start())


def _make(terms: list[str], about: tuple[str, ...], at: int, before: str = "") -> AliasGroup:
    phrases: set[Phrase] = set()
    for term in terms:
        for part in re.split(r"\s*(?:/|,)\s*", term):
            folded = fold_words(part)
            if folded[:1] in (("the",), ("a",), ("an",)):
                folded = folded[1:]
            if 0 < len(folded) <= 7 and (folded == _COMPANY or not _ENTITY.fullmatch(part.strip())):
                phrases.add(folded)
    return AliasGroup(frozenset(phrases), about, at, bool(before), any(_bears_form(term) for term in terms))


def _referred(text: str, match: re.Match[str]) -> AliasGroup:
    before = _REFERRED_LEAD.sub("", text[max(0, match.start() - 160) : match.start()])
    return _make([match[1], *_names(before)], (), match.start(), before)


def _names(before: str) -> list[str]:
    """Return the names at the end of a passage, whole, without their legal form, and on either side of "d/b/a"."""
    before = before[before.rfind(")") + 1 :]
    if _DESCRIBED.search(before):
        return []
    clean = _TRAILER.split(before)[0] if _TRAILER.search(before[-120:]) else before
    kept: list[str] = []
    for word in reversed(clean.replace("\n", " ").rstrip(" ,").split()[-12:]):
        if kept and word.endswith((",", ";", ":", ".")) and not _ENTITY.search(word) and not _ENTITY.match(kept[0]):
            break
        if "[" in word or "]" in word:
            return []
        if not (any(mark.isupper() for mark in word[:5]) or word[0].isdigit() or word in _CONNECTING or word == "plc"):
            break
        kept.insert(0, word)
    trading = [part for part in _TRADING.split(before[-80:])[1:] if "(" not in part and ")" not in part]
    return [*_forms(" ".join(kept)), *(form for part in trading[-1:] for form in _forms(part.strip(" ,")))]


def _forms(name: str) -> list[str]:
    parts = [part for part in _TRADING.split(name) if part]
    forms: list[str] = []
    for part in parts:
        bare = _LEADING.sub("", part.strip(" ,"))
        forms += [bare, _ENTITY.sub("", bare).strip(" ,.")]
    return [one for one in dict.fromkeys(forms) if (len(one) > 2 and one[0].isupper()) or one[:1].isdigit()]


def _bears_form(term: str) -> bool:
    form = _ENTITY.search(term)
    return form is not None and form[0].lower() != "company" and form.start() > 0


def _about(before: str) -> tuple[str, ...]:
    """Return the words that describe the party before its parenthesis."""
    return fold_words(re.split(r"[();]|\band\b|\bbetween\b", before)[-1])[-14:]
