"""Turns: queries of many clients take their places one client after the other, and no client takes all."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Turns:
    """So many places, dealt out in a circle of clients; one client never has all of them where there are two or more.

    Arguments: places, how many queries run at once.
    """

    def __init__(self, places: int) -> None:
        self._free = places
        self._most_of_one = max(1, places - 1)
        self._running: Counter[str] = Counter()
        self._waiting: dict[str, deque[asyncio.Future[None]]] = {}

    @asynccontextmanager
    async def taken(self, client: str, seconds: float) -> AsyncIterator[None]:
        """Hold a place for the length of a block.

        Arguments: client, by whom places are shared out; seconds, how long to wait. Raises TimeoutError.
        """
        if self._may_run(client) and client not in self._waiting:
            self._start(client)
        else:
            await self._wait(client, seconds)
        try:
            yield
        finally:
            self._free += 1
            self._running[client] -= 1
            self._running += Counter()
            self._deal()

    def _may_run(self, client: str) -> bool:
        return self._free > 0 and self._running[client] < self._most_of_one

    def _start(self, client: str) -> None:
        self._free -= 1
        self._running[client] += 1

    async def _wait(self, client: str, seconds: float) -> None:
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(client, deque()).append(turn)
        try:
            async with asyncio.timeout(seconds):
                await turn
        except (TimeoutError, asyncio.CancelledError):
            if turn.done() and not turn.cancelled():  # it came at the last moment
                self._free += 1
                self._running[client] -= 1
                self._deal()
            raise
        finally:
            self._forget(client, turn)

    def _forget(self, client: str, turn: asyncio.Future[None]) -> None:
        queue = self._waiting.get(client)
        if queue is not None and turn in queue:
            queue.remove(turn)
        if queue is not None and not queue:
            self._waiting.pop(client, None)

    def _deal(self) -> None:
        """Give free places to whoever waits; the client that got one goes to the end of the circle."""
        for client in list(self._waiting):
            queue = self._waiting[client]
            while queue and queue[0].done():
                queue.popleft()
            if queue and self._may_run(client):
                self._start(client)
                queue.popleft().set_result(None)
                del self._waiting[client]
                if queue:
                    self._waiting[client] = queue
