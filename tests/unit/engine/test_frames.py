"""Who bears a duty, and with which force: a table of the ways in which lawyers say it."""

from __future__ import annotations

import pytest

from clause_auditor.domain.condition import Force
from clause_auditor.domain.party import Side

from .conftest import ReadText

VENDOR, CUSTOMER, EACH = Side.VENDOR, Side.CUSTOMER, Side.EACH

TABLE = [
    ("The Processor has no right to notify anyone but the Controller.", VENDOR, Force.PROHIBITION),
    ("The Processor is not entitled to notify the press.", VENDOR, Force.PROHIBITION),
    ("The Controller may require the Processor to notify its customers.", VENDOR, Force.DUTY),
    ("The Controller may not require the Processor to notify its customers.", VENDOR, Force.NO_DUTY),
    ("It is the duty of the Processor to notify the Controller.", VENDOR, Force.DUTY),
    ("The Processor shall ensure that no employee notifies the press.", VENDOR, Force.PROHIBITION),
    ("The Processor (and its agents or subcontractors) shall notify the Controller.", VENDOR, Force.DUTY),
    ("The Processor warrants that it, its agents and its subcontractors shall notify us.", VENDOR, Force.DUTY),
    ("The Processor shall not, and shall ensure that its staff do not, notify the press.", VENDOR, Force.PROHIBITION),
    ("The Processor shall notify the Controller.", VENDOR, Force.DUTY),
    ("The Processor will promptly notify the Controller.", VENDOR, Force.DUTY),
    ("The Processor must, without undue delay, notify the Controller.", VENDOR, Force.DUTY),
    ("The Processor notifies the Controller.", VENDOR, Force.STATEMENT),
    ("The Processor undertakes to notify the Controller.", VENDOR, Force.DUTY),
    ("The Processor is obliged to notify the Controller.", VENDOR, Force.DUTY),
    ("The Processor may notify the Controller.", VENDOR, Force.PERMISSION),
    ("The Processor shall be entitled to notify the authority.", VENDOR, Force.PERMISSION),
    ("The Processor reserves the right to notify the authority.", VENDOR, Force.PERMISSION),
    ("The Processor shall not notify the press.", VENDOR, Force.PROHIBITION),
    ("The Processor may not notify the press.", VENDOR, Force.PROHIBITION),
    ("The Processor does not notify the press.", VENDOR, Force.PROHIBITION),
    ("The Processor is not obliged to notify the Controller.", VENDOR, Force.NO_DUTY),
    ("The Processor shall have no obligation to notify the Controller.", VENDOR, Force.NO_DUTY),
    ("The Processor need not notify the Controller.", VENDOR, Force.NO_DUTY),
    ("The Processor shall not be required to notify the Controller.", VENDOR, Force.NO_DUTY),
    ("The Controller shall notify the Processor.", CUSTOMER, Force.DUTY),
    ("Each party shall notify the other.", EACH, Force.DUTY),
    ("The Controller shall be notified by the Processor.", VENDOR, Force.DUTY),
    ("The authority is notified by the Controller.", CUSTOMER, Force.STATEMENT),
    ("The Controller shall be notified.", None, Force.DUTY),
    ("At the Controller's request, the Processor shall notify the data subjects.", VENDOR, Force.DUTY),
    ("The Processor shall, if the Controller so asks, notify the data subjects.", VENDOR, Force.DUTY),
    ("The Processor shall, on behalf of the Controller, notify the data subjects.", VENDOR, Force.DUTY),
    ("If the Controller must report, the Processor shall notify it.", VENDOR, Force.DUTY),
    ("Where the Processor learns of it, the Controller shall notify the authority.", CUSTOMER, Force.DUTY),
    ("Acme shall notify Bolt.", VENDOR, Force.DUTY),
    ("The Processor shall, in no event later than two days, notify the Controller.", VENDOR, Force.DUTY),
    ("The Processor and its subcontractors shall notify the Controller.", VENDOR, Force.DUTY),
    ("The Processor tells the Controller of requests and notifies the authority.", VENDOR, Force.STATEMENT),
    ("Under no circumstances may the Processor notify the press.", VENDOR, Force.PROHIBITION),
    ("In no event shall Acme notify the press.", VENDOR, Force.PROHIBITION),
    ("The Processor will neither use nor notify anything.", VENDOR, Force.PROHIBITION),
    ("The Processor shall refrain from notifying the press.", VENDOR, Force.PROHIBITION),
    ("If the Processor hears from a data subject, it shall notify the Controller.", VENDOR, Force.DUTY),
    ("The Processor shall keep no copies, provided that the Processor may notify its bank.", VENDOR, Force.PERMISSION),
    ("The Processor shall, if that is not possible, notify the Controller.", VENDOR, Force.DUTY),
    ("The Processor shall keep data secret; and notify the Controller.", VENDOR, Force.DUTY),
    ("The Processor shall not sell data; or notify the press.", VENDOR, Force.PROHIBITION),
    ("The Processor and the Controller shall notify the authority.", EACH, Force.DUTY),
    ("No later than the next day the Processor shall notify the Controller.", VENDOR, Force.DUTY),
    ("The Processor shall in no event notify the press.", VENDOR, Force.PROHIBITION),
    ("Neither the Processor nor its staff may notify the press.", VENDOR, Force.PROHIBITION),
    ("The Processor is not obliged to, at the choice of the Controller, notify it.", VENDOR, Force.NO_DUTY),
    ("The Controller keeps a list of persons notified by the Processor.", VENDOR, Force.STATEMENT),
    ("The Processor is not obliged to immediately notify the Controller.", VENDOR, Force.NO_DUTY),
    ("The Processor shall help the Controller and the Processor shall notify the authority.", VENDOR, Force.DUTY),
    ("The Processor shall tell the Controller of requests and shall notify the authority.", VENDOR, Force.DUTY),
    ("The Processor shall help the Controller and promptly notify the authority.", VENDOR, Force.DUTY),
    ("The Processor may appoint others, provided that it notifies the Controller.", VENDOR, Force.STATEMENT),
    ("The Processor may act and the Controller notifies the authority.", CUSTOMER, Force.STATEMENT),
    ("The Processor shall:\n\n(a) keep records; and\n\n(b) notify the Controller.", VENDOR, Force.DUTY),
    ("The Controller shall:\n\n(a) keep records; and\n\n(b) notify the Processor.", CUSTOMER, Force.DUTY),
    ("The Processor shall not:\n\n(a) keep records; or\n\n(b) notify the press.", VENDOR, Force.PROHIBITION),
    ("Nothing in this agreement requires the Processor to notify the Controller.", VENDOR, Force.NO_DUTY),
    ("Nothing in clause 4 shall be read to oblige the Processor to notify the Controller.", VENDOR, Force.NO_DUTY),
    ("The preceding clause does not require the Processor to notify the Controller.", VENDOR, Force.NO_DUTY),
    ("Nothing herein obliges the Controller to notify the Processor.", CUSTOMER, Force.NO_DUTY),
    ("No provision of this agreement obliges the Processor to tell or notify anybody.", VENDOR, Force.NO_DUTY),
    ("Nothing in this agreement prevents the Processor from notifying the press.", VENDOR, Force.PERMISSION),
    ("Nothing limits the Processor's right to notify the press.", VENDOR, Force.PERMISSION),
    ("The Processor does not undertake to notify the Controller.", VENDOR, Force.NO_DUTY),
    ("In no event and despite clause 3 will the Processor notify the press.", VENDOR, Force.PROHIBITION),
    ("Nothing requires a seal, but the Processor shall notify the Controller.", VENDOR, Force.DUTY),
    ("If the law does not forbid it, the Processor is required to notify the Controller.", VENDOR, Force.DUTY),
]


@pytest.mark.parametrize(("text", "bearer", "force"), TABLE, ids=[row[0][:60] for row in TABLE])
def test_frame(read: ReadText, text: str, bearer: Side | None, force: Force) -> None:
    reading, _ = read(text)
    last = reading.provisions[-1].index
    frame = reading.frame(last, reading.hits.of("notify")[last][0][0])
    assert (frame.bearer, frame.force) == (bearer, force)


def test_an_irregular_participle_is_passive(read: ReadText) -> None:
    text = "The Processor may share data with staff who are bound by secrecy."
    reading, _ = read(text, {"bind": ["bound"]})
    last = reading.provisions[-1].index
    frame = reading.frame(last, reading.hits.of("bind")[last][0][0])
    assert (frame.bearer, frame.force) == (None, Force.STATEMENT)


def test_we_and_you(read: ReadText) -> None:
    preamble = 'These terms bind you (the "Customer", a controller) and Acme ("we", "us", the processor).\n\n'
    reading, _ = read("We will notify you.\n\nYou will notify us.", preamble=preamble)
    hits = reading.hits.of("notify")
    bearers = [reading.frame(p.index, hits[p.index][0][0]).bearer for p in reading.provisions[-2:]]
    assert bearers == [VENDOR, CUSTOMER]
