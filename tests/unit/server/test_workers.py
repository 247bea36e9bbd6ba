from __future__ import annotations

import asyncio
import threading
import time

import pytest

from clause_auditor.errors import Cancelled
from clause_auditor.server.refusal import Refusal
from clause_auditor.server.workers import Workers


@pytest.fixture
def workers():
    made = Workers(workers=1, queue=1)
    yield made
    made.close()


def endless(token):
    while True:
        time.sleep(0.002)
        token.check()


async def test_work_is_done_beside_the_loop(workers):
    async with workers.seat(None) as seat:
        assert await seat.run(lambda _: threading.current_thread().name) != threading.current_thread().name
    assert workers.active == 0


async def test_one_call_too_many_is_refused_until_a_seat_is_free(workers):
    async with workers.seat(None):
        async with workers.seat(None):
            with pytest.raises(Refusal):
                async with workers.seat(None):
                    pass
        async with workers.seat(None) as seat:
            assert await seat.run(lambda _: 7) == 7


async def test_time_withdraws_the_work(workers):
    with pytest.raises(Cancelled):
        async with workers.seat(0.05) as seat:
            await seat.run(endless)
    assert workers.active == 0


async def test_a_cancelled_task_withdraws_its_work_and_keeps_its_seat_until_that_has_ended(workers):
    ended = threading.Event()

    def stubborn(token):
        while not token.cancelled:
            time.sleep(0.002)
        ended.wait(5)

    async def call():
        async with workers.seat(None) as seat:
            await seat.run(stubborn)

    task = asyncio.ensure_future(call())
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert workers.active == 1
    ended.set()
    while workers.active:
        await asyncio.sleep(0.002)


async def test_work_that_has_not_begun_is_never_begun(workers):
    begun = []

    async def call(work):
        async with workers.seat(None) as seat:
            await seat.run(work)

    first = asyncio.ensure_future(call(endless))
    await asyncio.sleep(0.02)
    second = asyncio.ensure_future(call(begun.append))
    await asyncio.sleep(0.02)
    second.cancel()
    await asyncio.sleep(0.02)
    first.cancel()
    await asyncio.gather(first, second, return_exceptions=True)
    while workers.active:
        await asyncio.sleep(0.002)
    assert begun == []


async def test_an_error_of_the_work_is_that_of_the_call(workers):
    with pytest.raises(ZeroDivisionError):
        async with workers.seat(None) as seat:
            await seat.run(lambda _: 1 // 0)
    assert workers.active == 0


async def test_closing_withdraws_everything():
    workers = Workers(workers=1, queue=0)
    with pytest.raises(Cancelled):
        async with workers.seat(None) as seat:
            work = asyncio.ensure_future(seat.run(endless))
            await asyncio.sleep(0.02)
            workers.close()
            await work
