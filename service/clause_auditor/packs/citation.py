"""From the text of one citation to the public address where the law can be read."""

from __future__ import annotations

import re
from collections.abc import Callable

from clause_auditor.domain.finding import Citation

_ELI = "https://eur-lex.europa.eu/eli"
_Build = Callable[[re.Match[str]], str]

_CURE = (
    "write one place of one law, such as: GDPR Art. 28(3)(a); GDPR Chapter V; 45 CFR 164.504(e)(2)(i); "
    "Cal. Civ. Code 1798.100(d); 11 CCR 7051(a); Implementing Decision (EU) 2021/914; CJEU C-311/18; 74 FR 19006"
)
_TAIL = r"(?:\([0-9A-Za-z]{1,5}\))*(?:-\([0-9A-Za-z]{1,5}\))?(?:,? (?:first|second|last) (?:sub)?paragraph)?"
"""Paragraphs and points behind an article: they change nothing about the address."""
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI")
_CHAPTERS = dict(zip(_NUMERALS, (1, 5, 12, 24, 44, 51, 60, 77, 85, 92, 94), strict=True))
"""First article of each chapter of the GDPR."""
_ACTS = {"Implementing Decision": "dec_impl", "Decision": "dec", "Regulation": "reg", "Directive": "dir"}


def cite(text: str) -> Citation:
    """Return the citation with its address; ValueError if no known form matches the whole text."""
    for form, build in _FORMS:
        match = form.fullmatch(text)
        if match:
            return Citation(text, build(match))
    raise ValueError(_several(text) or f"no form of citation is known that reads so; {_CURE}")


def _several(text: str) -> str:
    commas = re.split(r"[;,] ", text)
    several = len(commas) > 1 and any(char.isdigit() for char in commas[1])
    return f"several places stand in one citation; write each as one of its own ({_CURE})" if several else ""


def _gdpr(match: re.Match[str]) -> str:
    article = int(match[1])
    if not 1 <= article <= 99:
        raise ValueError(f"the GDPR has Articles 1 to 99, none of number {article}")
    return f"{_ELI}/reg/2016/679/art_{article}/oj"


def _chapter(match: re.Match[str]) -> str:
    if match[1] not in _CHAPTERS:
        raise ValueError("the GDPR has Chapters I to XI")
    return f"{_ELI}/reg/2016/679/art_{_CHAPTERS[match[1]]}/oj"


def _eu_act(match: re.Match[str]) -> str:
    article = f"/art_{match[4]}" if match[4] else ""
    return f"{_ELI}/{_ACTS[match[1]]}/{match[2]}/{match[3]}{article}/oj"


def _old_eu_act(match: re.Match[str]) -> str:
    year = match[2] if len(match[2]) == 4 else f"19{match[2]}"
    return f"{_ELI}/{_ACTS[match[1]]}/{year}/{match[3]}/oj"


def _court(match: re.Match[str]) -> str:
    return f"https://curia.europa.eu/juris/liste.jsf?num={match[1]}"


def _cfr(match: re.Match[str]) -> str:
    return f"https://www.ecfr.gov/current/title-{match[1]}/section-{match[2]}"


def _cfr_part(match: re.Match[str]) -> str:
    subpart = f"/subpart-{match[3]}" if match[3] else ""
    return f"https://www.ecfr.gov/current/title-{match[1]}/part-{match[2]}{subpart}"


def _register(match: re.Match[str]) -> str:
    return f"https://www.federalregister.gov/citation/{match[1]}-FR-{match[2]}"


def _civil_code(match: re.Match[str]) -> str:
    page = "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml"
    return f"{page}?lawCode=CIV&sectionNum={match[1]}."


def _ccr(_: re.Match[str]) -> str:
    return "https://cppa.ca.gov/regulations/"


def _hhs_guidance(_: re.Match[str]) -> str:
    return "https://www.hhs.gov/hipaa/for-professionals/breach-notification/guidance/index.html"


def _cms_guidance(_: re.Match[str]) -> str:
    return "https://www.cms.gov/medicare/health-drug-plans/managed-care-marketing"


_FORMS: tuple[tuple[re.Pattern[str], _Build], ...] = (
    (re.compile(rf"GDPR Art\. (\d{{1,3}})(?:-\d{{1,2}})?{_TAIL}"), _gdpr),
    (re.compile(r"GDPR Chapter ([IVX]{1,4})"), _chapter),
    (re.compile(rf"({'|'.join(_ACTS)}) \(EU\) (\d{{4}})/(\d{{1,4}})(?: Art\. (\d{{1,3}}){_TAIL})?"), _eu_act),
    (re.compile(r"(Decision|Directive) (\d{2,4})/(\d{1,4})/(?:EC|EU)"), _old_eu_act),
    (re.compile(r"CJEU ([CT]-\d{1,4}/\d{2})"), _court),
    (re.compile(rf"(45|28|42) CFR (\d{{1,3}}\.\d{{1,4}}){_TAIL}"), _cfr),
    (re.compile(r"(45|28|42) CFR Part (\d{1,3})(?: Subpart ([A-Z]))?"), _cfr_part),
    (re.compile(r"(\d{2,3}) FR (\d{1,6})"), _register),
    (re.compile(rf"Cal\. Civ\. Code (\d{{1,4}}(?:\.\d{{1,3}}){{0,2}}){_TAIL}"), _civil_code),
    (re.compile(rf"11 CCR (?:\d{{4}}{_TAIL}|Articles? \d{{1,2}}(?: and \d{{1,2}})?)"), _ccr),
    (re.compile(r"HHS guidance on unsecured PHI"), _hhs_guidance),
    (re.compile(r"CMS guidance on offshore subcontracting"), _cms_guidance),
)
