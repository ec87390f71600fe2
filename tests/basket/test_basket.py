"""What a person puts aside: in an order, with notes, as a file that is read again."""

from __future__ import annotations

import json

import pytest
from markdown_it import MarkdownIt

from graph import GraphError
from graph.basket import (
    MOST_ITEMS,
    Basket,
    DrawnNetwork,
    DrawnRelation,
    DrawnThing,
    Item,
    from_json,
    item_of,
    to_json,
    to_markdown,
)

ONE = Item("quote", "方案", "沈阳打造中心。", "方案[Z].", "reader?document=a&at=0-7")
TWO = Item("answer", "哪些任务？", "共两项。", "", "ask?question=x", "先讲这个")
NETWORK = DrawnNetwork(
    (DrawnThing("沈阳市", "City", asked=True), DrawnThing("推进同城化", "Action"), DrawnThing("抚顺市", "City")),
    (
        DrawnRelation(1, "involves", 0, "Stated", "推进沈阳同城化", "方案", 3, 10),
        DrawnRelation(1, "involves", 2, "Expanded"),
    ),
    left_out=2,
)
THREE = Item("picture", "关系图", "3个事物，2条关系。", network=NETWORK)


def full() -> Basket:
    return Basket().put_all([ONE, TWO, THREE])


def test_items_stand_in_the_order_in_which_they_were_put_in_each_once() -> None:
    assert full().put(ONE).items == (ONE, TWO, THREE)
    noted = full().noted(0, "neu")
    assert noted.put(ONE).items[0].note == "neu"


@pytest.mark.parametrize(
    ("place", "by", "order"),
    [(0, 1, "213"), (2, -1, "132"), (0, -1, "123"), (2, 1, "123"), (0, 2, "231"), (1, 99, "132")],
)
def test_an_item_is_moved_and_stops_at_the_ends(place: int, by: int, order: str) -> None:
    names = {ONE: "1", TWO: "2", THREE: "3"}
    assert "".join(names[item] for item in full().moved(place, by).items) == order


def test_an_item_is_taken_out_and_noted() -> None:
    assert full().without(1).items == (ONE, THREE)
    assert full().noted(2, "看图").items[2].note == "看图"


def test_a_file_gives_back_what_was_written() -> None:
    assert from_json(to_json(full())) == full()


def test_a_picture_in_markdown_is_a_diagram_with_the_sentence_of_each_relation_below() -> None:
    told = to_markdown(Basket((THREE,)))
    for line in ('t0(["沈阳市"])', 't1 -- "涉及" --> t0', 't1 -. "涉及" .-> t2'):
        assert f"  {line}\n" in told
    assert "“推进沈阳同城化” 方案 \\[3:10\\]" in told


def test_no_name_leaves_its_box_in_a_diagram() -> None:
    hostile = DrawnThing('"] --> x["</script>\n```\nend;', "City")
    told = to_markdown(Basket((Item("picture", "", "x", network=DrawnNetwork((hostile,), ())),)))
    (line,) = (line for line in told.splitlines() if line.startswith("  t0"))
    assert set("<>`") & set(line) == set()
    assert line.count('"') == 2


@pytest.mark.parametrize(
    ("network", "told"),
    [
        ([], "no network"),
        ({"things": [], "relations": [], "run": 1}, "no network"),
        ({"things": 1, "relations": []}, "no network"),
        ({"things": [], "relations": [], "left_out": "1"}, "no network"),
        ({"things": [], "relations": [], "left_out": -1}, "fewer than none"),
        ({"things": [], "relations": [], "relations_left_out": -1}, "fewer than none"),
        ({"things": [{"label": "\ud800", "kind": "City"}], "relations": []}, "half a character"),
        ({"things": [1], "relations": []}, "a DrawnThing is no object"),
        ({"things": [{"label": "甲"}], "relations": []}, "lacks something"),
        ({"things": [{"label": "甲", "kind": "City", "asked": 1}], "relations": []}, "asked is no bool"),
        ({"things": [{"label": "甲" * 20_001, "kind": "City"}], "relations": []}, "more than 20000 characters"),
        ({"things": [{"label": "甲", "kind": "City"}] * 61, "relations": []}, "more than 60 things"),
        ({"things": [], "relations": [{"subject": 0, "predicate": "", "object": 0, "grade": ""}]}, "does not hold"),
    ],
)
def test_a_picture_that_is_none_of_ours_is_refused_in_one_line(network: object, told: str) -> None:
    item = {"kind": "picture", "text": "a", "network": network}
    data = json.dumps({"format": "policygraph basket", "version": 1, "items": [item]}).encode()
    with pytest.raises(GraphError, match=told) as raised:
        from_json(data)
    assert len(str(raised.value).splitlines()) == 1


def test_what_is_left_of_a_network_is_what_it_is_about_and_has_most_relations() -> None:
    less = NETWORK.at_most(2)
    assert [one.label for one in less.things] == ["沈阳市", "推进同城化"]
    assert [(one.subject, one.object) for one in less.relations] == [(1, 0)]
    assert (less.left_out, less.relations_left_out) == (3, 1)


def test_a_picture_larger_than_a_basket_holds_is_cut_says_so_and_is_read_again() -> None:
    things = tuple(DrawnThing("沈阳" * 500, "City", asked=at == 0) for at in range(61))
    long = DrawnRelation(0, "involves", 1, "Stated", "推进沈阳同城化。" * 3_000, "方案" * 500, 3, 24_003)
    short = DrawnRelation(0, "involves", 2, "Stated", "推进。", "方案", 3, 6)
    kept = DrawnNetwork(things, (long, *[short] * 2_499, DrawnRelation(0, "involves", 60, "Stated"))).bounded()
    assert (len(kept.things), kept.left_out) == (60, 1)
    assert (len(kept.relations), kept.relations_left_out) == (2_000, 501)
    assert kept.relations[0].quote == ("推进沈阳同城化。" * 3_000)[:19_999] + "…"
    assert (kept.relations[0].start, kept.relations[0].end) == (3, 24_003)
    held = Basket((Item("picture", "", "图", network=kept),))
    assert from_json(to_json(held)) == held


def test_a_long_name_in_a_file_is_cut_as_it_is_read() -> None:
    network = {"things": [{"label": "甲" * 300, "kind": "City"}], "relations": []}
    found = item_of({"kind": "picture", "text": "a", "network": network}).network
    assert found is not None
    assert found.things[0].label == "甲" * 199 + "…"


def test_a_basket_too_large_to_be_read_again_is_not_written() -> None:
    held = Basket(tuple(Item("quote", "", f"{at}" + "甲" * 19_000) for at in range(100)))
    with pytest.raises(GraphError, match="take some out first"):
        to_json(held)


def test_half_a_character_is_no_text() -> None:
    with pytest.raises(GraphError, match="half a character"):
        Item("quote", "", "\ud800")


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "=cmd()|'", '"\\\u2028\n\t', "\U0001f600 “双核”"]
)
def test_whatever_an_item_says_comes_back_as_it_was(text: str) -> None:
    item = Item("quote", text, text, text, text, text)
    assert from_json(to_json(Basket((item,)))).items == (item,)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no JSON"),
        (b"\xff\xfe", "no JSON"),
        (b"[]", "no basket"),
        (b"[" * 200_000, "no JSON"),
        (b'{"format": "policygraph basket", "version": 2, "items": []}', "later version"),
        (b'{"format": "policygraph basket", "version": 1, "items": [1]}', "no object"),
        (b'{"format": "policygraph basket", "version": 1, "items": [{"kind": "quote"}]}', "it has no text"),
        (b'{"format": "policygraph basket", "version": 1, "items": [{"kind": "x", "text": "a"}]}', "nothing is called"),
        (b'{"format": "policygraph basket", "version": 1, "items": [{"text": {"a": 1}}]}', "is no text"),
        (b'{"format": "policygraph basket", "version": 1, "items": [{"run": "a"}]}', "unknown key"),
    ],
)
def test_a_file_that_is_no_basket_is_one_line(data: bytes, told: str) -> None:
    with pytest.raises(GraphError, match=told) as raised:
        from_json(data, "x.json")
    assert str(raised.value).startswith("x.json: ")
    assert len(str(raised.value).splitlines()) == 1


def test_nothing_is_longer_or_more_than_anything_of_ours() -> None:
    with pytest.raises(GraphError, match="more than 400 characters"):
        Item("quote", "x" * 401, "a")
    with pytest.raises(GraphError, match="take some out first"):
        Basket().put_all(Item("quote", "", str(i)) for i in range(MOST_ITEMS + 1))
    with pytest.raises(GraphError, match="too large"):
        from_json(b" " * 5_000_001)
    with pytest.raises(GraphError, match="no object"):
        item_of(json.loads("null"))


def test_markdown_tells_each_item_with_its_note_and_its_source_in_order() -> None:
    said = to_markdown(full(), "en")
    assert [line for line in said.splitlines() if line.startswith("#")] == [
        "# Basket",
        "## 1. Quote: 方案",
        "## 2. Answer: 哪些任务？",
        "## 3. Picture: 关系图",
    ]
    assert "先讲这个\n\n> 共两项。" in said
    assert "Source: 方案\\[Z\\]." in said


def test_what_an_item_says_is_text_in_markdown_too() -> None:
    hostile = "<script>alert(1)</script> [x](javascript:alert(2)) # kein Titel\n# auch nicht"
    rendered = MarkdownIt().render(to_markdown(Basket((Item("quote", hostile, hostile, hostile, "", hostile),))))
    assert "<script>" not in rendered
    assert "<a " not in rendered
    assert rendered.count("<h1>") == 1
