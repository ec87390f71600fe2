"""A network as a diagram in Markdown, as Mermaid writes it: the programs that show Markdown draw it themselves."""

from __future__ import annotations

from graph.basket.drawn_network import DrawnNetwork
from graph.rdf import Language, label
from graph.results import in_one_line

_MOST = 30
"""Things that a diagram in a page of text can hold."""
_UNBROKEN = ("Corrected", "Stated")


def mermaid(network: DrawnNetwork, language: Language) -> str:
    """Return a flow chart: things in boxes, what the picture is about in round ones, relations as named arrows.

    A relation that is not stated in so many words is a broken line. Whatever a name says stays text: each character that is neither
    a letter nor a number stands as its code.

    >>> from graph.basket.drawn_network import DrawnRelation, DrawnThing
    >>> held = DrawnNetwork((DrawnThing("甲", "City", True), DrawnThing('"', "Goal")), (DrawnRelation(0, "hasMember", 1, "Listed"),))
    >>> print(mermaid(held, "zh"))
    flowchart LR
      t0(["甲"])
      t1["#34;"]
      t0 -. "成员" .-> t1
    """
    shown = network.at_most(_MOST)
    lines = ["flowchart LR"]
    for at, thing in enumerate(shown.things):
        begin, end = ("([", "])") if thing.asked else ("[", "]")
        lines.append(f'  t{at}{begin}"{_plain(thing.label)}"{end}')
    for one in shown.relations:
        word = _plain(label(one.predicate, language))
        arrow = f'-- "{word}" -->' if one.grade in _UNBROKEN else f'-. "{word}" .->'
        lines.append(f"  t{one.subject} {arrow} t{one.object}")
    return "\n".join(lines)


def _plain(text: str) -> str:
    return "".join(char if char.isalnum() or char == " " else f"#{ord(char)};" for char in in_one_line(text)) or " "
