"""How the two sides word a letter: the customer asks for changes, the vendor offers them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from clause_auditor.domain.audit import Perspective
from clause_auditor.domain.party import Side


@dataclass(frozen=True, slots=True)
class Voice:
    """The phrases of one side. `{draft}` is the title of the draft, `{day}` a date, `{points}` says how many follow."""

    writer: Side
    reader: Side
    do: str
    """What stands before a verb: "Please change …"."""
    label: str
    """What stands before what is asked."""
    propose: str
    """Said of a point for which no wording was shown to hold."""
    propose_more: str
    """The same beside wording for the rest of the point; `{titles}` is what is left to say."""
    subject: str
    opening: str
    points: str
    good_subject: str
    open_subject: str
    questions: str
    closing: str


VOICES: Final = {
    Perspective.CUSTOMER: Voice(
        writer=Side.CUSTOMER,
        reader=Side.VENDOR,
        do="Please",
        label="What we ask",
        propose="Please propose wording that settles this point.",
        propose_more="Please propose wording that settles this as well: {titles}.",
        subject="{draft}: points to settle before signature",
        opening="Thank you for the draft of “{draft}”. We have read it against the data-protection law that applies "
        "to it, as it stands on {day}.",
        points="We would like to settle {points} with you before we sign. We say what the draft says now, what we ask "
        "and why, and where we can we offer wording that you can take over as it is.",
        good_subject="{draft}: no changes requested",
        open_subject="{draft}: points to clarify",
        questions="The draft does not tell us how it stands on the following. Please tell us, or send us the papers "
        "that do.",
        closing="If you believe that the draft or another paper already settles a point, please show us where. We are "
        "glad to discuss other wording that comes to the same, and look forward to your revised draft by [date].",
    ),
    Perspective.VENDOR: Voice(
        writer=Side.VENDOR,
        reader=Side.CUSTOMER,
        do="We offer to",
        label="What we offer",
        propose="We would be glad to agree with you on wording that settles this point.",
        propose_more="We would be glad to agree with you on wording that settles this as well: {titles}.",
        subject="{draft}: amendments that we offer",
        opening="We have read our draft of “{draft}” again, against the data-protection law that applies to it, as "
        "it stands on {day}.",
        points="We would like to amend it on {points}. We say what the draft says now, what we offer and why, and "
        "where we can we add wording that can be taken over as it is.",
        good_subject="{draft}: no amendments needed",
        open_subject="{draft}: points to clarify",
        questions="The draft alone does not tell how it stands on the following. We will gladly clarify it with you.",
        closing="If you would rather have other wording that comes to the same, please tell us. We will send you an "
        "amended draft as soon as you have confirmed these points, and would be glad to hear from you by [date].",
    ),
}
ALL_MET: Final = "It meets every point that we checked, and we see no need to change it."
NO_CHANGE: Final = "We have no change to propose."
NO_OPINION: Final = "This letter speaks of the points that we checked and of no others. It is no legal opinion."
