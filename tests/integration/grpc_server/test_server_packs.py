"""RulePackService over a real connection."""

from __future__ import annotations

import grpc
import pytest

from clause_auditor.v1 import rule_pack_service_pb2

from .samples import fields_in, reason_in, status_from


async def test_packs_are_listed_without_rules(packs, auditor):
    response = await packs.ListPacks(rule_pack_service_pb2.ListPacksRequest())
    assert [pack.name for pack in response.packs] == sorted(pack.name for pack in auditor.library.packs)
    assert all(pack.rule_count and pack.digest and not pack.rules for pack in response.packs)
    assert response.next_page_token == ""


async def test_pages_together_are_the_list(packs, auditor):
    names, token = [], ""
    for _ in range(len(auditor.library.packs)):
        request = rule_pack_service_pb2.ListPacksRequest(page_size=1, page_token=token)
        response = await packs.ListPacks(request)
        names += [pack.name for pack in response.packs]
        token = response.next_page_token
    assert token == ""
    assert names == sorted(pack.name for pack in auditor.library.packs)


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        (rule_pack_service_pb2.ListPacksRequest(page_size=-1), "page_size"),
        (rule_pack_service_pb2.ListPacksRequest(page_token="page two"), "page_token"),
        (rule_pack_service_pb2.ListPacksRequest(page_token="YWRhbQ=="), "page_token"),
    ],
)
async def test_an_ill_formed_page_is_refused(packs, request_, field):
    with pytest.raises(grpc.RpcError) as caught:
        await packs.ListPacks(request_)
    assert fields_in(status_from(caught.value)) == [field]


async def test_a_pack_comes_with_its_rules_and_their_texts(packs, auditor):
    pack = (await packs.GetPack(rule_pack_service_pb2.GetPackRequest(name="gdpr"))).pack
    known = next(pack for pack in auditor.library.packs if pack.name == "gdpr")
    assert [rule.id for rule in pack.rules] == [rule.id for rule in known.rules]
    rule = next(rule for rule in pack.rules if rule.id == "gdpr.breach.notify-controller")
    assert rule.texts["en"].messages["missing"] and rule.texts["en"].remedy and rule.citations[0].url


async def test_an_unknown_pack_is_not_found(packs):
    with pytest.raises(grpc.RpcError) as caught:
        await packs.GetPack(rule_pack_service_pb2.GetPackRequest(name="atlantis"))
    assert caught.value.code() == grpc.StatusCode.NOT_FOUND
    assert reason_in(status_from(caught.value)) == "UNKNOWN_PACK"
    assert "gdpr" in caught.value.details()


PACK = b"""name: acme
version: 0.1.0
title: What Acme asks of its vendors
regime: Acme playbook
jurisdiction: EU
law_consulted: 2026-03-31
languages: [en]
"""
RULE = b"""id: acme.breach.told
title: Breaches are told
family: breach_notification
severity: high
basis: good_practice
citations: ["GDPR Art. 33(2)"]
facets:
  told:
    act: {verb: notify, by: processor, about: [breach]}
statuses:
  met: told
texts:
  en:
    message:
      missing: Nobody is told of a breach.
      met: The vendor tells of a breach.
    why: Acme wants to know.
    remedy: The vendor shall notify Acme of every personal data breach.
examples:
  - {name: a duty, status: met, text: The Processor shall notify the Controller of a personal data breach.}
  - {name: another, status: met, text: The Processor shall inform the Controller of each personal data breach.}
  - {name: silence, status: missing, text: The Processor shall keep the premises clean.}
"""
FILES = {"acme/pack.yaml": PACK, "acme/breach.told.yaml": RULE}


async def check(packs, files):
    return await packs.CheckPack(rule_pack_service_pb2.CheckPackRequest(files=files))


async def test_a_sound_pack_is_checked(packs):
    response = await check(packs, FILES)
    assert response.valid, response.faults
    assert (response.rule_count, len(response.digest)) == (1, 64)
    changed = await check(packs, FILES | {"acme/breach.told.yaml": RULE.replace(b"severity: high", b"severity: low")})
    assert changed.valid and changed.digest != response.digest


async def test_files_that_cannot_be_read_as_a_pack_are_answered_with_their_faults(packs):
    response = await check(packs, FILES | {"acme/breach.told.yaml": RULE.replace(b"severity: high", b"severity: dire")})
    assert (response.valid, response.rule_count, response.digest) == (False, 0, "")
    assert response.faults[0].place == "acme/breach.told.yaml:4"
    assert "high" in response.faults[0].cure


async def test_a_rule_without_examples_is_a_fault_too(packs):
    response = await check(packs, FILES | {"acme/breach.told.yaml": RULE.split(b"  - {name: another")[0]})
    assert (response.valid, response.rule_count) == (False, 1)
    assert all("example" in fault.problem for fault in response.faults)


async def test_no_files_are_a_fault_of_the_request(packs):
    with pytest.raises(grpc.RpcError) as caught:
        await packs.CheckPack(rule_pack_service_pb2.CheckPackRequest())
    assert fields_in(status_from(caught.value)) == ["files"]
