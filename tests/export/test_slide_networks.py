"""How much of a network a slide shows."""

from __future__ import annotations

import pytest

from graph import PolicyGraph
from graph.export import Shown, network_shown
from graph.export.deck_network import legible_picture
from graph.export.deck_sheet import Room


@pytest.mark.parametrize("room", [Room(0.6, 1.8, 12.1, 4.9), Room(0.6, 2.0, 8.8, 4.4)], ids=["16 to 9", "4 to 3"])
@pytest.mark.parametrize(("focus", "least"), [((), 9), (("沈阳", "大连"), 11), (("沈阳现代化都市圈",), 14)])
def test_the_room_of_a_slide_is_used(shipped: PolicyGraph, room: Room, focus: tuple[str, ...], least: int) -> None:
    selection, ends, _ = network_shown(shipped, Shown(focus=focus, most=1_000))
    drawn = legible_picture(selection, ends, "zh", room)
    assert drawn is not None
    assert len(drawn.boxes) >= least
