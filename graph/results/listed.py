"""What Python returns in a row, as a plain prompt shows it: its first, one a line, and how many more there are."""

from __future__ import annotations

from typing import TypeVar

from graph.results.display import in_one_line

Item = TypeVar("Item", covariant=True)

_FIRST = 10
"""Items that a prompt shows."""


class Listed(tuple[Item, ...]):
    """A tuple that fits a window at a plain prompt; else it is as any tuple.

    >>> Listed(range(12))
    12:
      0
      1
      2
      3
      4
      5
      6
      7
      8
      9
      … 2 more: take them by their place or in a loop
    >>> Listed()
    ()
    """

    __slots__ = ()

    def __repr__(self) -> str:
        if not self:
            return "()"
        lines = [f"{len(self)}:", *(f"  {in_one_line(repr(one))}" for one in self[:_FIRST])]
        if len(self) > _FIRST:
            lines.append(f"  … {len(self) - _FIRST} more: take them by their place or in a loop")
        return "\n".join(lines)
