"""Citations and the addresses where they lead: every place that the packs for GDPR, HIPAA and CCPA need."""

from __future__ import annotations

import pytest

from clause_auditor.packs.citation import cite

GDPR = "https://eur-lex.europa.eu/eli/reg/2016/679/art_{}/oj"
CFR45 = "https://www.ecfr.gov/current/title-45/section-{}"
CIVIL = "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum={}."
CCR = "https://cppa.ca.gov/regulations/"
ELI = "https://eur-lex.europa.eu/eli/"

GDPR_PLACES = """
4(7) 4(8) 6 7 12-22 13 14 24 28(2) 28(3) 28(3)(a) 28(3)(b) 28(3)(c) 28(3)(d) 28(3)(e) 28(3)(f) 28(3)(g) 28(3)(h)
28(4) 29 30(2) 32(1) 32(1)(a) 32(1)(b)-(d) 32(4) 33(2) 33(3) 33(3)(b) 35 36 37-39 44 45 46 94
"""
HIPAA_PLACES = """
164.308(b)(2) 164.312(a)(2)(iv) 164.312(e)(2)(ii) 164.314(a)(2)(i)(A) 164.314(a)(2)(i)(B) 164.314(a)(2)(i)(C)
164.410(a)-(b) 164.410(c) 164.502(a)(5)(ii) 164.502(b) 164.502(e)(1)(ii) 164.504(e)(2)(i) 164.504(e)(2)(ii)(A)
164.504(e)(2)(ii)(B) 164.504(e)(2)(ii)(C) 164.504(e)(2)(ii)(D) 164.504(e)(2)(ii)(E) 164.504(e)(2)(ii)(F)
164.504(e)(2)(ii)(G) 164.504(e)(2)(ii)(H) 164.504(e)(2)(ii)(I) 164.504(e)(2)(ii)(J) 164.504(e)(2)(iii)
164.504(e)(4)(ii) 164.506(b) 164.508 164.514(d) 164.522 164.524 164.526 164.528 164.530(f)
"""
CIVIL_PLACES = """
1798.81 1798.81.5 1798.81.5(c) 1798.82(a)(2)(A) 1798.82(b) 1798.100(a)(3) 1798.100(d)(1) 1798.100(d)(2)
1798.100(d)(3) 1798.100(d)(4) 1798.100(d)(5) 1798.100(e) 1798.105(c)(3) 1798.120 1798.121(c) 1798.130(a)(3)(A)
1798.135(f) 1798.140(e) 1798.140(h) 1798.140(ag)(1)(A) 1798.140(ag)(1)(B) 1798.140(ag)(1)(C) 1798.140(ag)(1)(D)
1798.140(ag)(2) 1798.140(j)(1)(A)(i) 1798.140(j)(1)(A)(ii) 1798.140(j)(1)(A)(iii) 1798.140(j)(1)(A)(iv)
1798.140(j)(1)(C) 1798.140(j)(2) 1798.150 1798.150(a)(1)
"""
CCR_PLACES = """
7050(c) 7050(h) 7051(a)(1) 7051(a)(2) 7051(a)(3)-(4) 7051(a)(5) 7051(a)(6) 7051(a)(6)-(7) 7051(a)(7) 7051(a)(8)
7051(a)(9) 7051(a)(10) 7051(b) 7051(c)
"""


def section(place: str) -> str:
    return place.partition("(")[0]


CITATIONS = [
    *((f"GDPR Art. {place}", GDPR.format(section(place).partition("-")[0])) for place in GDPR_PLACES.split()),
    *((f"45 CFR {place}", CFR45.format(section(place))) for place in HIPAA_PLACES.split()),
    *((f"Cal. Civ. Code {place}", CIVIL.format(section(place))) for place in CIVIL_PLACES.split()),
    *((f"11 CCR {place}", CCR) for place in CCR_PLACES.split()),
    ("11 CCR Articles 9 and 10", CCR),
    ("GDPR Art. 28(3), last subparagraph", GDPR.format(28)),
    ("GDPR Chapter V", GDPR.format(44)),
    ("Implementing Decision (EU) 2021/914", f"{ELI}dec_impl/2021/914/oj"),
    ("Implementing Decision (EU) 2021/914 Art. 4", f"{ELI}dec_impl/2021/914/art_4/oj"),
    ("Implementing Decision (EU) 2023/1795", f"{ELI}dec_impl/2023/1795/oj"),
    ("Directive 95/46/EC", f"{ELI}dir/1995/46/oj"),
    ("Decision 2010/87/EU", f"{ELI}dec/2010/87/oj"),
    ("CJEU C-311/18", "https://curia.europa.eu/juris/liste.jsf?num=C-311/18"),
    ("45 CFR Part 164 Subpart C", "https://www.ecfr.gov/current/title-45/part-164/subpart-C"),
    ("28 CFR Part 202", "https://www.ecfr.gov/current/title-28/part-202"),
    ("28 CFR 202.302", "https://www.ecfr.gov/current/title-28/section-202.302"),
    ("74 FR 19006", "https://www.federalregister.gov/citation/74-FR-19006"),
]


@pytest.mark.parametrize(("text", "url"), CITATIONS, ids=[text for text, _ in CITATIONS])
def test_a_citation_leads_to_its_address(text: str, url: str) -> None:
    citation = cite(text)
    assert (citation.text, citation.url) == (text, url)


@pytest.mark.parametrize("name", ["HHS guidance on unsecured PHI", "CMS guidance on offshore subcontracting"])
def test_guidance_leads_to_its_agency(name: str) -> None:
    assert cite(name).url.startswith(("https://www.hhs.gov/", "https://www.cms.gov/"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("GDPR Art. 28(3)(c), 32(1)", "several places"),
        ("GDPR Art. 94; CJEU C-311/18", "several places"),
        ("45 CFR 164.504(e)(2)(i), 164.502(b)", "several places"),
        ("GDPR Article 28", "no form of citation"),
        ("GDPR Art. 0", "Articles 1 to 99"),
        ("GDPR Art. 100", "Articles 1 to 99"),
        ("GDPR Chapter XX", "Chapters I to XI"),
        ("45 CFR 164", "no form of citation"),
        ("Some statute", "no form of citation"),
        ("GDPR Art. 28\n", "no form of citation"),
    ],
)
def test_ill_written_citations(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        cite(text)
