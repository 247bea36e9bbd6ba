from __future__ import annotations

import asyncio

import pytest

from clause_auditor.server.calls import begin_call, current_call


@pytest.mark.parametrize("sound", ["7", "case.12-b_3", "x" * 64])
def test_a_sound_id_is_kept(sound):
    assert begin_call("/a/B", [("other", "1"), ("x-request-id", sound)]).request_id == sound


@pytest.mark.parametrize("unsound", ["", "two words", "x" * 65, "a\n", "é", b"bytes"])
def test_an_unsound_id_is_replaced(unsound):
    made = begin_call("/a/B", [("x-request-id", unsound)]).request_id
    assert len(made) == 32 and made != unsound


async def test_each_task_has_its_own_call():
    async def handle(name: str) -> str:
        begin_call(f"/service/{name}", [])
        await asyncio.sleep(0)
        return current_call().method

    assert await asyncio.gather(handle("One"), handle("Two")) == ["One", "Two"]
