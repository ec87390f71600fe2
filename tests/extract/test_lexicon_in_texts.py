"""The lexicon seen from the text: every name is found where it stands alone, no look-alike is ever a place."""

from __future__ import annotations

import pytest
from opencc import OpenCC

from extract.gazetteer import LEVELS, gazetteer
from extract.pipeline import extract
from extract.tables import LEXICON, read_names
from tests.extract.generated import document

LOOK_ALIKES = read_names(LEXICON / "look_alikes.txt")
FRAMES = ("{}", "会议认为，{}是重点。", "推进{}建设，打造开放高地。", "要在{}、以及{}等方面下功夫", "“{}”（{}）")


def names_alone() -> list[str]:
    """The names that need no support from the text."""
    by_name, standing = gazetteer().by_name, gazetteer().standing
    found = [name for name, bearers in by_name.items() if any(standing(name, place) == "alone" for place in bearers)]
    to_simplified = OpenCC("t2s").convert
    return [name for name in sorted(found) if to_simplified(name) == name]


def test_thousands_of_names_stand_alone() -> None:
    assert len(names_alone()) > 3700


@pytest.mark.parametrize("mark", ["，", "。", "、", "；", "：", "“", "（", "）", "\n", " ", "\u3000", ",", "!"])
def test_every_name_is_found_between_two_marks(mark: str) -> None:
    names = names_alone()
    facts = extract(document(mark + mark.join(names) + mark))
    found = {(one.start, one.end) for one in facts.mentions} | {(one.start, one.end) for one in facts.unresolved}
    missed, position = [], 1
    for name in names:
        if (position, position + len(name)) not in found:
            missed.append(name)
        position += len(name) + 1
    assert missed == []


def test_every_name_is_found_in_a_text_that_holds_nothing_else() -> None:
    missed = []
    for name in names_alone():
        facts = extract(document(f"，{name}，"))
        named = [entity.key.split("_")[0] for mention in facts.mentions for entity in mention.refers_to]
        undecided = [entity.key.split("_")[0] for one in facts.unresolved for entity in one.candidates]
        bearers = {place.official_name for place in gazetteer().by_name[name]}
        if not bearers & {*named, *undecided}:
            missed.append(name)
    assert missed == []


@pytest.mark.parametrize("frame", FRAMES)
def test_no_look_alike_is_ever_a_place(frame: str) -> None:
    assert len(LOOK_ALIKES) > 700
    read = []
    for look_alike in LOOK_ALIKES:
        text = frame.replace("{}", look_alike)
        for mention in extract(document(text)).mentions:
            places = [entity.key for entity in mention.refers_to if entity.kind in LEVELS]
            if places:
                read.append((look_alike, text[mention.start : mention.end], places))
    assert read == []


def test_a_look_alike_hides_nothing_but_itself() -> None:
    hidden = []
    for look_alike in LOOK_ALIKES:
        text = f"，{look_alike}，哈尔滨市，{look_alike}。"
        found = [text[one.start : one.end] for one in extract(document(text)).mentions]
        if "哈尔滨市" not in found:
            hidden.append(look_alike)
    assert hidden == []
