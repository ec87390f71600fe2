"""When a query runs: in its client's turn, and past its first second only among the long ones, which never hold all places."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from threading import Event
from typing import TypeVar

from starlette.concurrency import run_in_threadpool

from graph.sandbox import QueryError
from graph.server.turns import Turns

_SHORT = 1.0
"""Seconds after which a query is a long one: most questions on a graph of a province are answered in a tenth of that."""

Answer = TypeVar("Answer")


class Wanted:
    """Whether the answer to a query is still wanted, told to the thread that waits for it."""

    def __init__(self) -> None:
        self.stop = Event()
        self._is_gone = False

    def client_is_gone(self) -> None:
        """End the query for good."""
        self._is_gone = True
        self.stop.set()

    def again(self) -> None:
        """Let the query begin anew after it was stopped, unless its client has gone."""
        if not self._is_gone:
            self.stop.clear()


class Schedule:
    """Places for queries, of which long ones hold all but one where there are two or more.

    A query that is not answered within a second goes on where a long one may, and else gives up its place and begins anew when one
    of those is free: so whoever asks briefly waits for a second of each other client, never for the end of their queries.

    Arguments: places, how many queries run at once; seconds, how long one waits for a place.
    """

    def __init__(self, places: int, seconds: float) -> None:
        self._all, self._long = Turns(places), Turns(max(1, places - 1))
        self._seconds = seconds

    async def run(self, client: str, ask: Callable[[Event], Answer], wanted: Wanted) -> Answer:
        """Return what `ask` returns, run in a thread when it is the client's turn.

        Arguments: client, by whom places are shared out; ask, which ends with a QueryError soon after the event that it is
        given is set; wanted, which sets it. Raises TimeoutError where no place is free in time, and what `ask` raises.
        """
        async with AsyncExitStack() as held:
            await held.enter_async_context(self._all.taken(client, self._seconds))
            running = asyncio.ensure_future(run_in_threadpool(ask, wanted.stop))
            done, _ = await asyncio.wait({running}, timeout=_SHORT)
            if done or await self._goes_on(client, held):
                return await running
            wanted.stop.set()
            with suppress(QueryError):
                return await running
        wanted.again()
        async with self._long.taken(client, self._seconds), self._all.taken(client, self._seconds):
            return await run_in_threadpool(ask, wanted.stop)

    async def _goes_on(self, client: str, held: AsyncExitStack) -> bool:
        """Take a place among the long ones if one is free, for as long as `held` is."""
        try:
            await held.enter_async_context(self._long.taken(client, 0))
        except TimeoutError:
            return False
        return True
