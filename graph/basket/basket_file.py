"""A basket as a file: JSON that is read again, Markdown to write from."""

from __future__ import annotations

import json

from graph.basket.basket import Basket
from graph.basket.drawn_network import DrawnNetwork
from graph.basket.item import Item, item_of, said_of
from graph.basket.kept_view import KeptLine, KeptView
from graph.basket.mermaid import mermaid
from graph.counted import counted
from graph.errors import GraphError
from graph.rdf import Language, label
from graph.results import markdown_code, markdown_table, markdown_text

FILE_NAME = "policygraph-basket.json"
_FORMAT = "policygraph basket"
_LARGEST = 5_000_000
"""Bytes of a file that is read."""
BASKET_WORDS: dict[Language, dict[str, str]] = {
    "zh": {
        "title": "篮子",
        "briefing": "政策摘编",
        "quote": "原文",
        "answer": "回答",
        "picture": "图",
        "source": "出处",
        "sources": "来源",
        "note": "说明",
        "passages": "原文",
        "more lines": "另有{n}行未列出。",
        "more passages": "另有{n}处原文未列出。",
    },
    "en": {
        "title": "Basket",
        "briefing": "Policy notes",
        "quote": "Quote",
        "answer": "Answer",
        "picture": "Picture",
        "source": "Source",
        "sources": "Sources",
        "note": "Note",
        "passages": "quotes",
        "more lines": "{n:more line is|more lines are} not listed.",
        "more passages": "{n:more quote is|more quotes are} not listed.",
    },
}


def to_json(basket: Basket) -> bytes:
    """Return a basket as a file that `from_json` reads; raises GraphError where it would be too large.

    >>> to_json(Basket()).decode().splitlines()[1]
    ' "format": "policygraph basket",'
    """
    said = {"format": _FORMAT, "version": 1, "items": [said_of(item) for item in basket.items]}
    written = (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()
    if len(written) > _LARGEST:
        raise GraphError("basket", f"it would be a file of more than {_LARGEST:,} bytes", "take some out first")
    return written


def from_json(data: bytes, name: str = FILE_NAME) -> Basket:
    """Return the basket of a file.

    Arguments: data; name, of the file, for what is told of it. Raises GraphError where it is no basket of ours.

    >>> from_json(to_json(Basket((Item("quote", "方案", "沈阳。"),)))).items[0].title
    '方案'
    """
    remedy = "choose a file that this page gave you"
    if len(data) > _LARGEST:
        raise GraphError(name, "too large for a basket", remedy)
    try:
        said = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise GraphError(name, "no JSON", remedy) from error
    if not isinstance(said, dict) or said.get("format") != _FORMAT or not isinstance(said.get("items"), list):
        raise GraphError(name, "no basket", remedy)
    if said.get("version") != 1:
        raise GraphError(name, "a basket of a later version", "open it with that version")
    try:
        return Basket().put_all(item_of(one) for one in said["items"])
    except GraphError as error:
        raise GraphError(name, error.reason, error.remedy) from error


def to_markdown(basket: Basket, language: Language = "zh") -> str:
    """Return a basket as a page of Markdown, in its order: each item with its text, its source and its note.

    The network of a picture is a diagram, a page is a table; the sentences behind them stand below. Whatever a text says stays text.

    >>> print(to_markdown(Basket((Item("quote", "方案", "沈阳*打造*中心。", note="要点"),))))
    # 篮子
    <BLANKLINE>
    ## 1. 原文：方案
    <BLANKLINE>
    要点
    <BLANKLINE>
    > 沈阳\\*打造\\*中心。
    <BLANKLINE>
    """
    words = BASKET_WORDS[language]
    lines = [f"# {words['title']}", ""]
    for number, item in enumerate(basket.items, 1):
        lines += [f"## {number}. {markdown_text(head_of(item, language))}", ""]
        for line in filter(str.strip, item.note.splitlines()):
            lines += [markdown_text(line), ""]
        lines += [*(f"> {markdown_text(line)}" for line in item.text.splitlines() if line.strip()), ""]
        if item.network is not None and item.network.things:
            backed = [f"- {markdown_text(one)}" for one in relations_said(item.network, language)]
            lines += [markdown_code(mermaid(item.network, language), "mermaid"), "", *backed, *([""] if backed else [])]
        if item.view is not None:
            lines += _view(item.view, language)
        if item.source:
            lines += [f"{words['source']}{_colon(language)}{markdown_text(item.source)}", ""]
    return "\n".join(lines)


def _view(view: KeptView, language: Language) -> list[str]:
    """Return a page as lines of Markdown: its table, what is left out, and the passages of each line."""
    if not view.lines:
        return []
    lines = [markdown_table(view.head, [line.cells for line in view.lines]), ""]
    if told := lines_left_out_said(view, language):
        lines += [markdown_text(told), ""]
    for line in view.lines:
        if line.passages:
            lines.append(f"- {markdown_text(line.cells[0])}")
            lines += [f"    - {markdown_text(said)}" for said in passages_said(line, language)]
    return [*lines, ""] if lines[-1] else lines


def lines_left_out_said(view: KeptView, language: Language) -> str:
    """Return how many lines of a page are not listed; nothing where all are.

    >>> lines_left_out_said(KeptView((), (), 1), "en")
    '1 more line is not listed.'
    """
    return counted(BASKET_WORDS[language]["more lines"], n=view.lines_left_out) if view.lines_left_out else ""


def passages_said(line: KeptLine, language: Language) -> list[str]:
    """Return the passages of a line with where they stand, and how many are not listed.

    >>> from graph.basket.kept_view import Passage
    >>> passages_said(KeptLine((), (Passage("建设枢纽", "方案", 3, 7),), 2), "zh")
    ['“建设枢纽” 方案 [3:7]', '另有2处原文未列出。']
    """
    told = [f"“{one.quote}” {one.title} [{one.start}:{one.end}]" for one in line.passages]
    left = (
        [counted(BASKET_WORDS[language]["more passages"], n=line.passages_left_out)] if line.passages_left_out else []
    )
    return told + left


def head_of(item: Item, language: Language) -> str:
    """Return what an item is, and of what, in one line.

    >>> head_of(Item("quote", "方案", "沈阳。"), "zh")
    '原文：方案'
    """
    said = BASKET_WORDS[language][item.kind]
    return f"{said}{_colon(language)}{item.title}" if item.title else said


def relations_said(network: DrawnNetwork, language: Language) -> list[str]:
    """Return the relations of a picture, a line each: its ends, how it was read, its sentence and where that stands.

    >>> relations_said(DrawnNetwork((), ()), "zh")
    []
    """
    names = [thing.label for thing in network.things]
    lines = []
    for one in network.relations:
        said = f"{names[one.subject]} —{label(one.predicate, language)}→ {names[one.object]} ({label(one.grade, language)})"
        quoted = f" “{one.quote}” {one.title} [{one.start}:{one.end}]" if one.quote else ""
        lines.append(said + quoted)
    return lines


def _colon(language: Language) -> str:
    return "：" if language == "zh" else ": "
