"""A basket as a file: JSON that is read again, Markdown to write from."""

from __future__ import annotations

import json

from graph.basket.basket import Basket
from graph.basket.drawn_network import DrawnNetwork
from graph.basket.item import Item, item_of, said_of
from graph.basket.mermaid import mermaid
from graph.errors import GraphError
from graph.rdf import Language, label
from graph.results import markdown_code, markdown_text

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

    The network of a picture is a diagram, its relations with their sentences stand below it. Whatever a text says stays text.

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
        if item.source:
            lines += [f"{words['source']}{_colon(language)}{markdown_text(item.source)}", ""]
    return "\n".join(lines)


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
