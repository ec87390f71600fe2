"""A briefing as slides."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph.counted import counted
from graph.export.briefing_content import Briefing
from graph.export.briefing_words import (
    WORDS,
    declared_rows,
    made_again,
    role_rows,
    role_tables,
    roles_said,
    target_rows,
    where,
)
from graph.export.deck_network import draw_network, legible_picture
from graph.export.deck_shapes import ACCENT, PALE
from graph.export.deck_sheet import Deck, DeckSlide, Room, text_height
from graph.export.deck_sources import draw_sources
from graph.export.deck_table import draw_tables, evenly_filled
from graph.export.deck_targets import draw_targets
from graph.export.made_by import program
from graph.export.network_drawing import left_out_said
from graph.export.network_picture import NetworkPicture
from graph.export.shortened import shortened
from graph.export.sources import in_words
from graph.export.undated import undated
from graph.rdf import label
from graph.things import DocumentCard

_LONGEST_QUOTE, _LONGEST_CELL = 600, 240
"""Characters of a quote on a slide and in a cell of a table there; the whole stands in the notes."""


def briefing_deck(briefing: Briefing, template: Path | None = None) -> bytes:
    """Return a .pptx; raises GraphError where python-pptx or Graphviz is not installed, or the template is none."""
    deck = Deck(template, briefing.language)
    height = text_height([briefing.words.finding], 15, deck.room.width) + 0.1
    left, top, width, high = deck.room
    room = Room(left, top + height, width, high - height)
    picture = legible_picture(briefing.selection, briefing.ends, briefing.language, room)
    sources = briefing.sources([line.relation for line in picture.lines] if picture is not None else ())
    deck.title_slide(briefing.words.title, _below(briefing, sources)).note(_notes(briefing))
    _finding(deck, briefing, picture, room)
    _answer(deck, briefing)
    _tasks(deck, briefing)
    _roles(deck, briefing)
    _targets(deck, briefing)
    _declared(deck, briefing)
    draw_sources(deck, [("", sources)], made_again(briefing), _notes(briefing), briefing.language)
    deck.name(briefing.words.title, f"{briefing.command} · {briefing.digest}")
    return undated(deck.content())


def _below(briefing: Briefing, sources: Sequence[DocumentCard]) -> str:
    dates = [one.issued for one in sources if one.issued]
    titles = in_words([one.name or one.title for one in sources], briefing.language)
    return "\n".join(filter(None, (WORDS[briefing.language]["kind"], titles, max(dates, default=""))))


def _notes(briefing: Briefing) -> str:
    words = WORDS[briefing.language]
    told = [
        f"{words['again']}: {briefing.command}",
        f"{words['version']}: {program()}",
        f"{words['hash']}: {briefing.digest}",
    ]
    return "\n\n".join([*told, *([f"SPARQL:\n{briefing.sparql}"] if briefing.sparql else [])])


def _finding(deck: Deck, briefing: Briefing, picture: NetworkPicture | None, room: Room) -> None:
    words = WORDS[briefing.language]
    slide = deck.slide(words["finding"])
    slide.text(deck.room.left, deck.room.top, deck.room.width, briefing.words.finding, 15)
    if picture is not None:
        draw_network(slide, picture, room, briefing.language)
        if told := left_out_said(picture, len(briefing.selection.relations), briefing.language):
            slide.foot(told + words["more follows"])
    else:
        slide.foot(words["no picture"])
    quotes = [f"“{quote.exact}” {where(quote)}" for one in briefing.selection.relations for quote in one.quotes[:1]]
    slide.note("\n".join([*dict.fromkeys(quotes), "", _notes(briefing)]))


def _tasks(deck: Deck, briefing: Briefing) -> None:
    """Tasks by the sentence that backs them, which stands once below them."""
    words, (left, top, width, _) = WORDS[briefing.language], deck.room
    told = [
        ([f"{number}. {one.task.label}  [{label(one.grade, briefing.language)}]" for number, one in tasks], quote)
        for quote, tasks in briefing.tasks_by_sentence()
    ]
    shown = [f"“{shortened(quote.said, _LONGEST_QUOTE)}”" for _, quote in told]

    def height(at: int) -> float:
        return text_height(told[at][0], 15, width) + text_height([shown[at]], 12, width - 0.2) + 0.16

    for number, part in enumerate(evenly_filled(range(len(told)), height, deck.room.height), 1):
        slide = deck.slide(words["tasks"], number)
        y = top
        for at in part:
            y += slide.text(left, y, width, told[at][0], 15, bold=True, colour=ACCENT)
            y += slide.text(left + 0.2, y, width - 0.2, shown[at], 12, colour=PALE) + 0.16
        slide.note("\n".join(f"“{told[at][1].said}” {where(told[at][1])}" for at in part))
        if briefing.tasks_left_out and part[-1] == len(told) - 1:
            slide.foot(counted(words["more tasks"], n=briefing.tasks_left_out))


def _roles(deck: Deck, briefing: Briefing) -> None:
    words = WORDS[briefing.language]
    slides: list[tuple[DeckSlide, list[int]]] = []
    for rows, places in role_tables(briefing.roles.rows, briefing.roles.places):
        head, body = role_rows(rows, places, briefing.language)
        wide = deck.room.width * min(0.25, 0.6 / len(places))
        widths = [deck.room.width - wide * len(places), *(wide for _ in places)]
        slides += draw_tables(deck, words["roles"], head, body, widths, len(slides) + 1)
    told = roles_said(briefing.roles, briefing.language)
    if slides and told:
        slides[-1][0].foot(" ".join(told))


def _answer(deck: Deck, briefing: Briefing) -> None:
    if briefing.answer is None or not briefing.answer.lines:
        return
    head, rows = list(briefing.answer.heads()), briefing.answer.rows()
    body = [[shortened(" ".join(cell.split()), _LONGEST_CELL) for cell in row] for row in rows]
    widths = [deck.room.width / len(head)] * len(head)
    for slide, held in draw_tables(deck, WORDS[briefing.language]["answer"], head, body, widths):
        slide.note("\n".join(" | ".join(rows[at]) for at in held))


def _targets(deck: Deck, briefing: Briefing) -> None:
    if not briefing.targets:
        return
    words = WORDS[briefing.language]
    draw_targets(deck, briefing.targets, words["targets"], briefing.language)
    head, rows = target_rows(briefing.targets, briefing.language)
    body = [[*row[:-1], shortened(row[-1], _LONGEST_CELL)] for row in rows]
    title = words["targets"]
    if briefing.targets_left_out:
        title += f" ({counted(words['more targets'], n=briefing.targets_left_out)})"
    widths = [part * deck.room.width for part in (0.18, 0.28, 0.16, 0.08, 0.3)]
    for slide, held in draw_tables(deck, title, head, body, widths):
        quotes = dict.fromkeys(quote for at in held for quote in briefing.targets[at].quotes)
        slide.note("\n".join(f"“{quote.said}” {where(quote)}" for quote in quotes))


def _declared(deck: Deck, briefing: Briefing) -> None:
    head, body = declared_rows(briefing.reading, briefing.language)
    if body:
        widths = [part * deck.room.width for part in (0.55, 0.15, 0.15, 0.15)]
        draw_tables(deck, WORDS[briefing.language]["declared"], head, body, widths)
