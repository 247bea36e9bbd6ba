"""AuditDocument and ExtractContract over a real connection, with files that lawyers send."""

from __future__ import annotations

import base64

import pytest

from clause_auditor.documents import read_data
from clause_auditor.v1 import audit_pb2, audit_service_pb2, contract_pb2, files_pb2, finding_pb2

from .samples import GOOD
from .uploads import OPTIONS, audit_upload, extract_upload, packed, page, run, word, word_of

BREACH = "gdpr.breach.notify-controller"
PARTIES = 'This agreement is made between Brook GmbH ("Controller") and Tern SAS ("Processor").'
DUTY = "1. The Processor shall notify the Controller of any personal data breach within 48 hours of becoming aware."
WORD = word(PARTIES, DUTY)
HTML = page(f"<h1>Data Processing Agreement</h1><p>{PARTIES}</p><p>{DUTY}</p>")
MARKDOWN = f"# Data Processing Agreement\n\n{PARTIES}\n\n{DUTY}\n".encode()
MAIL = b"\r\n".join([
    b"From: a@brook.example", b"To: b@tern.example", b"Subject: Draft", b"Message-ID: <1@brook.example>",
    b"MIME-Version: 1.0", b'Content-Type: multipart/mixed; boundary="x"', b"",
    b"--x", b"Content-Type: text/plain", b"", b"Please sign.",
    b"--x", b"Content-Type: application/octet-stream", b"Content-Transfer-Encoding: base64",
    b'Content-Disposition: attachment; filename="dpa.docx"', b"", base64.encodebytes(WORD), b"--x--", b"",
])  # fmt: skip


def find(audit, rule_id=BREACH):
    return next(finding for finding in audit.findings if finding.rule_id == rule_id)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("dpa.docx", WORD),
        ("dpa.html", HTML),
        ("dpa.md", MARKDOWN),
        ("dpa.txt", MARKDOWN),
        ("dpa.zip", packed({"dpa.docx": WORD})),
        ("dpa.eml", MAIL),
        ("wrong-name.pdf", WORD),
        ("", HTML),
    ],
)
async def test_a_file_of_any_format_is_judged(audits, name, data):
    audit = (await audits.AuditDocument(audit_upload({name: data}))).audit
    finding = find(audit)
    assert finding.status == finding_pb2.STATUS_MET
    assert "within 48 hours" in finding.evidence[0].quote
    assert (audit.as_of, audit.scope.documents[0].role) == ("2026-03-31", "dpa")


async def test_the_size_of_the_chunks_changes_nothing(audits):
    answers = [await audits.AuditDocument(audit_upload({"a.docx": WORD}, step=step)) for step in (7, 500, len(WORD))]
    assert answers[0].audit == answers[1].audit == answers[2].audit


async def test_a_small_file_fits_into_one_message_without_a_header(audits):
    only = audit_service_pb2.AuditDocumentRequest(
        start=audit_service_pb2.AuditDocumentStart(options=OPTIONS, contract_key="k", vendor_key="v"), chunk=WORD
    )
    response = await audits.AuditDocument(iter([only]), metadata=[("x-request-id", "upload-1")])
    assert find(response.audit).status == finding_pb2.STATUS_MET
    assert (response.audit.contract_key, response.audit.vendor_key) == ("k", "v")
    assert response.request_id == "upload-1"


async def test_evidence_tells_the_paragraph_of_the_file(audits):
    audit = (await audits.AuditDocument(audit_upload({"a.docx": WORD}))).audit
    assert [passage.paragraph for passage in find(audit).evidence] == [3]


async def test_several_files_are_documents_of_one_contract(audits):
    files = {"terms.html": page(f"<h1>Services</h1><p>{PARTIES}</p>"), "b/dpa.docx": WORD}
    roles = {"terms.html": contract_pb2.DOCUMENT_ROLE_ORDER_FORM}
    audit = (await audits.AuditDocument(audit_upload(files, roles=roles))).audit
    assert [(one.id, one.role) for one in audit.scope.documents] == [("terms", "order_form"), ("dpa", "dpa")]
    assert find(audit).evidence[0].document_id == "dpa"


async def test_a_record_among_the_files_gives_the_facts(audits):
    files = {"dpa.docx": WORD, "facts.yaml": b"contract_key: from-record\nfacts: {breach_notice: 30 calendar_days}\n"}
    audit = (await audits.AuditDocument(audit_upload(files))).audit
    assert audit.contract_key == "from-record"
    assert any(one.rule_id == "record.mismatch.breach_notice" for one in audit.findings)


async def test_the_view_of_tracked_changes_is_chosen_and_said(audits):
    change = '<w:ins w:id="1" w:author="a"><w:r><w:t xml:space="preserve">not </w:t></w:r></w:ins>'
    rest = run("notify the Controller of a personal data breach.")
    data = word_of(f"<w:p>{run('The Processor shall ')}{change}{rest}</w:p>")
    texts = {}
    for view in (files_pb2.REVISIONS_ACCEPTED, files_pb2.REVISIONS_ORIGINAL):
        answer = await audits.ExtractContract(extract_upload({"a.docx": data}, revisions=view))
        assert answer.readings[0].revisions == view
        texts[view] = answer.contract.documents[0].text
    assert ["not notify" in text for text in texts.values()] == [True, False]
    reading = files_pb2.ReadOptions(revisions=files_pb2.REVISIONS_ORIGINAL)
    audit = (await audits.AuditDocument(audit_upload({"a.docx": data}, reading=reading))).audit
    assert any("before any tracked change" in sentence for sentence in audit.scope.views)


async def test_what_the_eye_does_not_see_is_shown_and_not_obeyed(audits):
    data = page(f"<h1>DPA</h1><p>{PARTIES}</p><p>Fees are due.</p><p style='display:none'>{DUTY}</p>")
    options = audit_pb2.AuditOptions(packs=["gdpr", "intake"], as_of="2026-03-31")
    audit = (await audits.AuditDocument(audit_upload({"a.html": data}, options=options))).audit
    assert find(audit).status == finding_pb2.STATUS_MISSING
    hidden = find(audit, "intake.hidden-text")
    assert hidden.status == finding_pb2.STATUS_CONTRARY
    assert any("within 48 hours" in words for step in hidden.reasons for words in step.words)
    assert any("as the eye sees it" in sentence for sentence in audit.scope.views)
    (reading,) = (await audits.ExtractContract(extract_upload({"a.html": data}))).readings
    assert [(one.kind, DUTY in one.text) for one in reading.hidden] == [(files_pb2.HIDDEN_KIND_HIDDEN_RUN, True)]


async def test_what_is_extracted_can_be_audited(audits):
    files = {"dpa.docx": WORD, "facts.yaml": b"facts: {breach_notice: 2 business_days, disposal: delete}\n"}
    taken = await audits.ExtractContract(extract_upload(files))
    assert [(one.id, one.role) for one in taken.contract.documents] == [("dpa", contract_pb2.DOCUMENT_ROLE_DPA)]
    assert taken.contract.facts["breach_notice"].text_value == "2 business_days"
    starts = [anchor.start for anchor in taken.readings[0].anchors]
    text = taken.contract.documents[0].text
    assert [text[start:].split("\n")[0][:12] for start in starts] == ["# Data Proce", PARTIES[:12], DUTY[:12]]
    request = audit_service_pb2.AuditContractRequest(contract=taken.contract, options=OPTIONS)
    again = (await audits.AuditContract(request)).audit
    first = (await audits.AuditDocument(audit_upload(files))).audit
    assert [(one.rule_id, one.status) for one in again.findings] == [
        (one.rule_id, one.status) for one in first.findings
    ]


async def test_clauses_and_parties_of_a_record_come_back_as_they_were(audits):
    record = (
        b"governing_law: Spain\nparties: [{name: Tern SAS, role: processor, jurisdiction: FR, aliases: [Tern]}]\n"
        b"documents:\n  - id: dpa\n    clauses: [{number: '4.2', heading: Care, text: Tern keeps it safe., page: 3}]\n"
        b"incorporated: [{name: Policy, supplied: false}]\n"
        b"facts: {audit_right: none, processing_locations: [DE, EEA], breach_notice: without_undue_delay}\n"
    )
    contract = (await audits.ExtractContract(extract_upload({"c.yaml": record}))).contract
    clause = contract.documents[0].clauses[0]
    assert (clause.number, clause.heading, clause.text, clause.page) == ("4.2", "Care", "Tern keeps it safe.", 3)
    assert (contract.parties[0].role, list(contract.parties[0].aliases)) == (
        contract_pb2.PARTY_ROLE_PROCESSOR,
        ["Tern"],
    )
    assert list(contract.facts["processing_locations"].set_value.values) == ["DE", "EEA"]
    assert contract.facts["breach_notice"].text_value == "without_undue_delay"
    assert (contract.governing_law, contract.incorporated[0].name) == ("Spain", "Policy")
    request = audit_service_pb2.AuditContractRequest(contract=contract, options=OPTIONS)
    assert (await audits.AuditContract(request)).audit.findings


async def test_the_media_type_tells_what_neither_name_nor_content_does(audits):
    data = b"<p>The fees are due.</p><p>The term is a year.</p>"
    plain = await audits.ExtractContract(extract_upload({"clause": data}))
    marked = await audits.ExtractContract(extract_upload({"clause": data}, content_type="text/html; charset=utf-8"))
    assert "<p>" in plain.contract.documents[0].text
    assert marked.contract.documents[0].text == "The fees are due.\n\nThe term is a year."


async def test_the_answer_is_that_of_the_library(audits, auditor):
    from clause_auditor.api import make_options
    from clause_auditor.wire.audits import View, audit_to_proto

    data = packed({"a/dpa.docx": WORD, "msa.md": GOOD, "logo.png": b"\x89PNG\r\n\x1a\n"})
    contract = read_data(data, "signed.zip")
    expected = audit_to_proto(auditor.audit(contract, make_options(["gdpr"], "2026-03-31")), View.FULL)
    audit = (await audits.AuditDocument(audit_upload({"signed.zip": data}))).audit
    assert audit == expected
    assert any("logo.png was not read" in sentence for sentence in audit.scope.not_judged)
