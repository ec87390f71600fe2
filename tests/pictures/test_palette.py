"""The palette: what is told apart by a colour is told apart by a shape or a line too."""

from __future__ import annotations

import re
from pathlib import Path

from pptx import Presentation
from pptx.oxml.ns import qn

from graph import PolicyGraph
from graph.connections import GRADES as RANKED
from graph.export import Shown, Wanted, briefing, picture
from graph.pictures import GRADES, LINES, underline


def test_every_grade_has_a_line_of_its_own_on_screens_and_on_slides() -> None:
    lines = [LINES[style] for style in GRADES.values()]
    assert set(GRADES) >= set(RANKED)
    assert len({line.dashes for line in lines}) == len({line.preset for line in lines}) == len(RANKED) == 6
    assert len({underline(grade) for grade in RANKED}) == 6


def test_slides_draw_the_lines_of_the_palette(tmp_path: Path) -> None:
    with PolicyGraph.build("corpus") as graph:
        path = briefing(graph, tmp_path / "deck.pptx", Wanted(("沈阳市", "大连市")))
    lines = [one for slide in Presentation(str(path)).slides for one in slide.element.iter(qn("a:prstDash"))]
    assert {one.get("val") for one in lines} >= {LINES[GRADES[name]].preset for name in ("Listed", "Inherited")}


def test_pictures_draw_the_lines_of_the_palette(tmp_path: Path) -> None:
    with PolicyGraph.build("corpus") as graph:
        path = picture(graph, tmp_path / "picture.svg", Shown(focus=("沈阳市", "大连市")))
    drawn = set(re.findall(r'stroke-dasharray="([\d ]+)"', path.read_text(encoding="utf-8")))
    assert {" ".join(map(str, LINES[GRADES[name]].dashes)) for name in ("Listed", "Expanded")} <= drawn
