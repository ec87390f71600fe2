"""Draw what each form of export looks like: the lines of a text, a network as its program shows it."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Sequence
from html import escape
from pathlib import Path

import networkx as nx
import pandas

from graph import PolicyGraph
from graph.export import FORMS, export

SAMPLE = ("大连",)
"""What the files of the pictures are about."""
_MOST = 6
_LINES, _COLUMNS = 12, 96
_BEGINS = {"label-studio": '"result"', "web-annotations": '"type": "Annotation"'}
"""What the first line that is shown holds, where it is not what was asked for."""
_LETTER, _LINE = 7.3, 17.0
"""Pixels of a narrow letter and of a line."""
DRAWN_OTHERWISE = ("xlsx", "gexf")
"""Forms that are no text, which programs show as sheets and networks."""


def text_forms(graph: PolicyGraph, files: Path, pictures: Path) -> None:
    """Draw the first lines of each form that is text, or a table. Arguments: graph; files, pictures, folders to write into."""
    for name, form in FORMS.items():
        if name not in DRAWN_OTHERWISE:
            made = export(graph, files / f"dalian{form.suffixes[0]}", focus=SAMPLE, most=_MOST)
            (pictures / f"form-{name}.svg").write_text(
                text_picture(_shown(made, _BEGINS.get(name, SAMPLE[0]))), encoding="utf-8"
            )


def _shown(files: Sequence[Path], begin: str) -> list[str]:
    """The lines of files that show most: those from the first one that holds some words."""
    if files[0].suffix == ".parquet":
        table = pandas.read_parquet(files[1])[["SourceLabel", "Predicate", "TargetLabel", "Grade", "Start", "End"]]
        return ["pandas.read_parquet(…)", *table.to_string(index=False, max_rows=_LINES - 2).splitlines()]
    if files[0].suffix == ".csv":
        return [line for path in files[:2] for line in (path.name, *path.read_text("utf-8-sig").splitlines()[:5])]
    lines = files[0].read_text("utf-8").splitlines()
    first = next(at for at, line in enumerate(lines) if begin in line)
    return lines[max(0, min(first, len(lines) - _LINES)) :]


def text_picture(lines: Sequence[str]) -> str:
    """Return an SVG of lines; those that are longer than it is wide end in …, and so does what goes on.

    >>> text_picture(["a<b"]).count("a&lt;b")
    1
    """
    held = [_cut(line.expandtabs(2)) for line in lines[:_LINES]] + (["…"] if len(lines) > _LINES else [])
    width, height = _COLUMNS * _LETTER + 24, len(held) * _LINE + 20
    rows = "".join(
        f'<text x="12" y="{22 + at * _LINE:.0f}" xml:space="preserve">{escape(line)}</text>\n'
        for at, line in enumerate(held)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        'font-family="\'DejaVu Sans Mono\',\'Noto Sans Mono CJK SC\',monospace" font-size="12" fill="#1F2937">\n'
        f'<rect width="100%" height="100%" fill="#F8F9FA" stroke="#D1D5DB"/>\n{rows}</svg>\n'
    )


def _cut(line: str) -> str:
    wide = 0
    for at, char in enumerate(line):
        wide += 2 if unicodedata.east_asian_width(char) in "WF" else 1
        if wide > _COLUMNS - 1:
            return f"{line[:at]}…"
    return line


def network_form(graph: PolicyGraph, files: Path, pictures: Path) -> None:
    """Draw a GEXF with the colours and sizes that stand in it, as Gephi does. Arguments as for `text_forms`."""
    (path,) = export(graph, files / "core.gexf", focus=SAMPLE, most=30)
    told = [
        "graph { graph [K=1.1, overlap=prism, overlap_scaling=5, splines=false];",
        'node [shape=circle, fixedsize=true, style=filled, color="#FFFFFF", fontname="Noto Sans CJK SC", fontsize=11, label=""];',
    ]
    network = nx.read_gexf(path)
    for name, data in network.nodes(data=True):
        colour, size = data["viz"]["color"], data["viz"]["size"] / 22
        filled = "".join(f"{colour[part]:02x}" for part in "rgb")
        told.append(f'{_quoted(name)} [width={size:.2f}, xlabel={_quoted(data["label"])}, fillcolor="#{filled}"];')
    told += [f'{_quoted(one)} -- {_quoted(other)} [color="#B8BEC8"];' for one, other in network.edges()]
    command = ["sfdp", "-Tpng", "-Gdpi=72", "-o", str(pictures / "form-gexf.png")]
    subprocess.run(command, input="\n".join((*told, "}")).encode(), check=True)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
