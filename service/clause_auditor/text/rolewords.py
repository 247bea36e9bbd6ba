"""Role words: the names that law and trade give to the two sides of a contract."""

from __future__ import annotations

from clause_auditor.domain.party import Side
from clause_auditor.text.words import fold_words

Phrase = tuple[str, ...]


def _phrases(text: str, side: Side) -> dict[Phrase, Side]:
    return {fold_words(phrase): side for phrase in text.split(";")}


LEGAL: dict[Phrase, Side] = {
    **_phrases(
        "controller; data controller; controllers; data controllers; covered entity; covered entities;"
        " data exporter; joint controller; personal information controller",
        Side.CUSTOMER,
    ),
    **_phrases(
        "processor; data processor; processors; data processors; business associate; business"
        " associates; service provider;"
        " data importer; data intermediary; personal information processor",
        Side.VENDOR,
    ),
}
"""Words of the law: their side never depends on the contract."""

COMMERCIAL: dict[Phrase, Side] = {
    **_phrases("customer; client; subscriber; licensee; merchant; purchaser; buyer; ce", Side.CUSTOMER),
    **_phrases("provider; vendor; supplier; contractor; consultant; service company; licensor; ba", Side.VENDOR),
}
"""Usual words of trade: their side holds unless the contract says otherwise."""

HINTED: dict[Phrase, Side] = {
    **_phrases(
        "school; university; city; creator; practice; practitioner; member; organization;"
        " institution; your institution;"
        " discloser; disclosing party; account owner; employer; district; school district; county;"
        " state agency; hospital;"
        " publisher; advertiser; registered user; data provider; local education agency; lea; agency;"
        " user; clinic; tenant; reseller; authority; contracting authority; awarding authority; awarding body;"
        " principal;"
        " contracting entity; contracting body; commissioning party; commissioning body; ordering party;"
        " instructing party;"
        " trust; trustee; trustees; sponsor; bank; regulated firm; regulated entity; council; ministry;"
        " department; fund;"
        " charity; foundation; insurer; scheme; service recipient; services recipient; data owner; responsible party;"
        " responsible body; beneficiary; outsourcing institution; public body; public authority; municipality; commune;"
        " region; government; state; study sponsor; health board; college; academy; cooperative; airline; retailer;"
        " health plan; plan; health system; health care provider; healthcare provider; group health plan;"
        " financial entity; financial institution; library; museum; housing association; association; hotel; broker",
        Side.CUSTOMER,
    ),
    **_phrases(
        "developer; seller; recipient; receiving party; data user; data recipient; partner; operator; freelancer;"
        " hosting provider; employee; third party service provider; agent; holder; contract holder;"
        " administrator; host;"
        " commissioned party; outsourcer; consultancy; integrator; system integrator; implementer; managed service"
        " provider; msp; software provider; platform provider; saas provider; solution provider; service bureau;"
        " bureau;"
        " laboratory; cro; fulfillment partner; economic operator; successful tenderer; tenderer; awardee; studio;"
        " adviser; advisor; ict service provider; ict provider; payroll provider; maintainer; outsourcing provider;"
        " hoster; external provider; implementation partner; registrar; translator; researcher",
        Side.VENDOR,
    ),
}
"""Words that speak of a party only where the contract itself gives them to one."""

OPEN: frozenset[Phrase] = frozenset(fold_words(word) for word in ("company", "user", "you", "we", "practitioner"))
"""Words that either side may bear: only the contract tells."""

NEUTRAL: dict[Phrase, Side] = {
    **_phrases("each party; either party; parties; both parties; other party; party", Side.EACH),
    **_phrases(
        "sub processor; sub processors; subprocessor; subprocessors; sub contractor; sub contractors; subcontractor;"
        " subcontractors; other processor; other processors; another processor; further processor; further processors;"
        " additional processor; additional processors; contracted processor; contracted processors;"
        " sub service provider; data subject;"
        " data subjects; individual; individuals; supervisory authority; supervisory authorities;"
        " third party; third parties;"
        " auditor; auditors; third party auditor; other service provider; other service providers;"
        " another service provider;"
        " downstream processor; downstream service provider; other controller; other controllers; another controller;"
        " third party controller; third party controllers; third party provider; third party"
        " providers; third party vendor;"
        " third party vendors; third party processor; third party processors; sub processing; end user; end users;"
        " consumer; consumers; independent auditor; independent controller; independent controllers; cloud provider;"
        " cloud providers; cloud service provider; cloud service providers; hosting provider; hosting providers;"
        " service providers; customers; clients; vendors; suppliers; contractors; providers; payment processor;"
        " payment processors; data protection authority; data protection authorities; competent authority; secretary;"
        " sub business associate; patient; patients; agents; affiliates; internet service provider; payment provider;"
        " infrastructure provider; infrastructure providers; hosting service provider; third party service provider;"
        " third party service providers; email provider; third party subprocessors; third party sub processors;"
        " business associate subcontractor; sub contracted processor; external processor; external service providers;"
        " external service provider; other business associate",
        Side.OTHER,
    ),
}
"""Words for both sides at once, and for those who are neither."""

FIRST_PERSON: frozenset[str] = frozenset(("we", "us", "our", "ours"))
SECOND_PERSON: frozenset[str] = frozenset(("you", "your", "yours"))
POSSESSIVE: frozenset[str] = frozenset(("our", "ours", "your", "yours"))
