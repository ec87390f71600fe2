"""One name for two things: on a class it opens, on what was opened it is a method."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, Generic, ParamSpec, Protocol, Self, TypeVar, overload

P = ParamSpec("P")
R = TypeVar("R", covariant=True)
T = TypeVar("T", bound="Opens")


class Opens(Protocol):
    """A class that opens things by one word."""

    @classmethod
    def open(cls, where: str) -> Self:
        """Open one."""
        ...


class AlsoOpens(Generic[T, P, R]):
    """A method that, called on its class, is the class's `open`.

    Arguments: method. So ``PolicyGraph.connect("http://…")`` opens a server, and ``g.connect("沈阳", "大连")`` ties two
    things.

    >>> class Door:
    ...     @classmethod
    ...     def open(cls, where): return f"{where} is open"
    ...     @AlsoOpens
    ...     def connect(self, *rooms): return " and ".join(rooms)
    >>> Door.connect("http://localhost"), Door().connect("hall", "attic")
    ('http://localhost is open', 'hall and attic')
    """

    def __init__(self, method: Callable[Concatenate[T, P], R]) -> None:
        self._method = method
        self.__doc__ = method.__doc__

    @overload
    def __get__(self, thing: None, owner: type[T]) -> Callable[[str], T]: ...
    @overload
    def __get__(self, thing: T, owner: type[T]) -> Callable[P, R]: ...
    def __get__(self, thing: T | None, owner: type[T]) -> Callable[[str], T] | Callable[P, R]:
        """Return the class's `open`, or the method of a thing."""
        return owner.open if thing is None else self._method.__get__(thing, owner)
