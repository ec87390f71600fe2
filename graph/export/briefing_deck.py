"""A briefing as slides."""

from __future__ import annotations

from pathlib import Path

from graph.counted import counted
from graph.export.briefing_content import Briefing, method
from graph.export.briefing_words import MOST_COLUMNS, WORDS, declared_rows, role_rows, role_tables, target_rows, where
from graph.export.deck_network import draw_network, legible_picture
from graph.export.deck_sheet import ACCENT, PALE, Deck, Room, text_height
from graph.export.deck_table import draw_tables, evenly_filled
from graph.export.deck_targets import draw_targets
from graph.export.network_drawing import left_out_said
from graph.export.undated import undated
from graph.rdf import label
from graph.things import Quote

_LEAST = 9.0
"""Points below which the last slide's words are no longer read."""
_LONGEST_QUOTE = 160
"""Characters of a quote on a slide; its whole stands in the notes."""


def briefing_deck(briefing: Briefing, template: Path | None = None) -> bytes:
    """Return a .pptx; raises GraphError where python-pptx or Graphviz is not installed, or the template is none."""
    deck = Deck(template)
    words = WORDS[briefing.language]
    dates = sorted(filter(None, (one.issued for one in briefing.sources)))
    below = "\n".join(
        filter(None, (words["kind"], "、".join(one.title for one in briefing.sources[:3]), dates[-1] if dates else ""))
    )
    first = deck.title_slide(briefing.words.title, below)
    first.note(_notes(briefing))
    _finding(deck, briefing)
    _tasks(deck, briefing)
    _roles(deck, briefing)
    _answer(deck, briefing)
    _targets(deck, briefing)
    _declared(deck, briefing)
    _sources(deck, briefing)
    deck.name(briefing.words.title, f"{briefing.command} · {briefing.digest}")
    return undated(deck.content())


def _notes(briefing: Briefing) -> str:
    words = WORDS[briefing.language]
    told = [f"{words['again']}: {briefing.command}", f"{words['hash']}: {briefing.digest}"]
    return "\n\n".join([*told, *([f"SPARQL:\n{briefing.sparql}"] if briefing.sparql else [])])


def _finding(deck: Deck, briefing: Briefing) -> None:
    slide = deck.slide(WORDS[briefing.language]["finding"])
    height = slide.text(deck.room.left, deck.room.top, deck.room.width, briefing.words.finding, 15)
    room = Room(deck.room.left, deck.room.top + height + 0.1, deck.room.width, deck.room.height - height - 0.1)
    picture = legible_picture(briefing.selection, briefing.ends, briefing.language, room)
    if picture is not None:
        draw_network(slide, picture, room, briefing.language)
        if told := left_out_said(picture, len(briefing.selection.relations), briefing.language):
            slide.foot(told + WORDS[briefing.language]["more follows"])
    else:
        slide.foot(WORDS[briefing.language]["no picture"])
    quotes = [f"“{quote.exact}” {where(quote)}" for one in briefing.selection.relations for quote in one.quotes[:1]]
    slide.note("\n".join([*dict.fromkeys(quotes), "", _notes(briefing)]))


def _tasks(deck: Deck, briefing: Briefing) -> None:
    """Tasks by the sentence that backs them, which stands once below them."""
    quotes = {one.quote.sentence: one.quote for one in briefing.tasks}
    order = list(dict.fromkeys(one.quote.sentence for one in briefing.tasks))
    by_sentence: dict[str, list[str]] = {sentence: [] for sentence in order}
    for number, one in enumerate(sorted(briefing.tasks, key=lambda one: order.index(one.quote.sentence)), 1):
        told = f"{number}. {one.task.label}  [{label(one.grade, briefing.language)}]"
        by_sentence[one.quote.sentence].append(told)

    def height(sentence: str) -> float:
        titles = text_height(by_sentence[sentence], 15, deck.room.width)
        return titles + text_height([_shown(quotes[sentence])], 12, deck.room.width - 0.2) + 0.16

    for number, part in enumerate(evenly_filled(list(by_sentence), height, deck.room.height), 1):
        words = WORDS[briefing.language]
        slide = deck.slide(words["tasks"] + (words["page"].format(number) if number > 1 else ""))
        y = deck.room.top
        for sentence in part:
            y += slide.text(deck.room.left, y, deck.room.width, by_sentence[sentence], 15, bold=True, colour=ACCENT)
            y += (
                slide.text(deck.room.left + 0.2, y, deck.room.width - 0.2, _shown(quotes[sentence]), 12, colour=PALE)
                + 0.16
            )
        slide.note("\n".join(f"“{quotes[one].said}” {where(quotes[one])}" for one in part))
        if briefing.tasks_left_out and part[-1] == list(by_sentence)[-1]:
            told = counted(words["more tasks"], n=briefing.tasks_left_out)
            slide.foot(told)


def _shown(quote: Quote) -> str:
    return f"“{_in_short(quote.said)}”"


def _in_short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "……"


def _roles(deck: Deck, briefing: Briefing) -> None:
    if not briefing.roles:
        return
    words, number = WORDS[briefing.language], 1
    for roles, places in role_tables(briefing.roles, briefing.places):
        head, body = role_rows(roles, places, briefing.language)
        wide = deck.room.width * min(0.25, 0.6 / len(places))
        widths = [deck.room.width - wide * len(places), *(wide for _ in places)]
        slides = draw_tables(deck, words["roles"], head, body, widths, number)
        number += len(slides)
    blank = [
        place.label for at, place in enumerate(briefing.places) if not any(one.places[at] for one in briefing.roles)
    ]
    if len(briefing.places) > MOST_COLUMNS and blank:
        slides[-1][0].foot(_in_short(words["none of"].format("、".join(blank))))


def _answer(deck: Deck, briefing: Briefing) -> None:
    if briefing.answer is None or not briefing.answer.lines:
        return
    head = list(briefing.answer.heads())
    body = [[_in_short(" ".join(cell.split())) for cell in row] for row in briefing.answer.rows()]
    draw_tables(deck, WORDS[briefing.language]["answer"], head, body, [deck.room.width / len(head)] * len(head))


def _targets(deck: Deck, briefing: Briefing) -> None:
    if not briefing.targets:
        return
    words = WORDS[briefing.language]
    draw_targets(deck, briefing.targets, words["targets"], briefing.language)
    head, body = target_rows(briefing.targets, briefing.language)
    title = words["targets"]
    if briefing.targets_left_out:
        title += f" ({counted(words['more targets'], n=briefing.targets_left_out)})"
    draw_tables(deck, title, head, body, [part * deck.room.width for part in (0.18, 0.28, 0.16, 0.08, 0.3)])


def _declared(deck: Deck, briefing: Briefing) -> None:
    head, body = declared_rows(briefing.reading, briefing.language)
    if body:
        draw_tables(
            deck,
            WORDS[briefing.language]["declared"],
            head,
            body,
            [part * deck.room.width for part in (0.55, 0.15, 0.15, 0.15)],
        )


def _sources(deck: Deck, briefing: Briefing) -> None:
    words = WORDS[briefing.language]
    told = [", ".join(filter(None, (one.title, one.publisher, one.issued))) for one in briefing.sources]
    share = f"{words['share']}: {briefing.reading.quoted} / {briefing.reading.sentences}"
    lines = [
        *(f"• {one}" for one in told[:12]),
        *([f"… {len(told) - 12}"] if len(told) > 12 else []),
        "",
        *method(briefing.language),
        share,
    ]
    lines += [f"{words['hash']}: {briefing.digest[:16]}", f"{words['again']}: {briefing.command}"]
    slide = deck.slide(words["sources"])
    size = 14.0
    while size > _LEAST and text_height(lines, size, deck.room.width) > deck.room.height:
        size -= 1
    slide.text(deck.room.left, deck.room.top, deck.room.width, lines, size)
    slide.note(_notes(briefing))
