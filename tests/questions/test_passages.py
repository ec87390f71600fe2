"""Where a question gets no answer, the sentences that speak of what it asks are shown, and said to be none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.policygraph import PolicyGraph
from graph.questions import PASSAGES, QUOTED, reply_text
from graph.search.lists import list_end

TEXT = """湖北省港口规划

宜昌港建设长江中上游航运枢纽。
荆州市粮食产量稳定在90亿斤。
全省布局“多节点”网络，包括襄阳、十堰和恩施。
"""


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> PolicyGraph:
    """Return the graph of one plan."""
    path = tmp_path_factory.mktemp("texts") / "ports.txt"
    path.write_text(TEXT, encoding="utf-8")
    return PolicyGraph.build(path)


def quotes(graph: PolicyGraph, question: str) -> list[str]:
    """Return the passages that a declined question is shown."""
    reply = graph.ask(question)
    assert not reply.understood
    return [one.sentence for one in reply.passages]


def test_a_phrase_in_quotation_marks_is_shown_where_it_stands(ports: PolicyGraph) -> None:
    assert quotes(ports, "“多节点”一共点了几个名？") == ["全省布局“多节点”网络，包括襄阳、十堰和恩施。"]


def test_of_two_things_the_sentence_that_speaks_of_both_is_first(ports: PolicyGraph) -> None:
    assert quotes(ports, "宜昌的航运枢纽凭啥能建成")[0] == "宜昌港建设长江中上游航运枢纽。"


def test_what_the_title_names_the_sentence_need_not(ports: PolicyGraph) -> None:
    assert quotes(ports, "湖北粮食够吃不") == ["荆州市粮食产量稳定在90亿斤。"]


def test_a_sentence_of_another_place_is_not_shown(ports: PolicyGraph) -> None:
    assert quotes(ports, "荆州的粮食能否稳定在90亿斤") == ["荆州市粮食产量稳定在90亿斤。"]
    assert not quotes(ports, "宜昌的粮食能否稳定在90亿斤")


def test_a_question_about_nothing_of_the_texts_is_shown_nothing(ports: PolicyGraph) -> None:
    assert not quotes(ports, "今天天气怎么样")


def test_an_answered_question_is_shown_no_passages(corpus: PolicyGraph) -> None:
    assert not corpus.ask("哪些任务连接沈阳和大连？").passages


def test_a_sentence_that_speaks_of_nearly_all_is_quoted_and_said_to_be_found_by_its_words(ports: PolicyGraph) -> None:
    reply = ports.ask("宜昌的航运枢纽凭啥能建成")
    assert not reply.understood
    assert reply.sentence.startswith(QUOTED["zh"])
    assert "宜昌港建设长江中上游航运枢纽。" in reply.sentence


def test_what_was_read_in_the_quoted_sentence_stands_beside_it(ports: PolicyGraph) -> None:
    reply = ports.ask("“多节点”凭啥选襄阳")
    assert any("多节点" in one and "襄阳市" in one for one in reply.read)
    assert reply.read[0] in reply_text(reply)


def test_who_asks_how_much_is_quoted_only_a_sentence_with_a_number(ports: PolicyGraph) -> None:
    quoted = ports.ask("荆州粮食每年收多少").quoted
    assert quoted is not None
    assert quoted.sentence == "荆州市粮食产量稳定在90亿斤。"
    assert ports.ask("宜昌的航运枢纽凭啥要花多少").quoted is None


def test_an_english_question_is_shown_the_chinese_sentence_of_its_words(ports: PolicyGraph) -> None:
    quoted = ports.ask("Why would Yichang get a shipping hub?").quoted
    assert quoted is not None
    assert quoted.sentence == "宜昌港建设长江中上游航运枢纽。"


def test_a_sentence_that_lacks_a_third_of_what_is_asked_is_shown_and_not_quoted(ports: PolicyGraph) -> None:
    reply = ports.ask("宜昌的冰雪枢纽凭啥能建成")
    assert reply.passages
    assert reply.quoted is None


def test_passages_are_told_apart_from_an_answer_in_text_and_as_values(ports: PolicyGraph) -> None:
    reply = ports.ask("湖北粮食够吃不")
    assert reply_text(reply).splitlines()[2].startswith(PASSAGES["zh"])
    [passage] = json.loads(json.dumps(reply.as_json()))["passages"]
    assert TEXT[passage["start"] : passage["end"]] == passage["quote"] == "荆州市粮食产量稳定在90亿斤。"


def test_hostile_passages_are_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("沈阳规划\n\n沈阳市粮食<script>alert(1)</script>增产。\n", encoding="utf-8")
    reply = PolicyGraph.build(tmp_path / "a.txt").ask("沈阳粮食够吃不")
    assert reply.passages
    assert "<script>" not in reply._repr_html_()
    assert "<script>" not in reply._repr_markdown_()


def test_a_sentence_that_begins_a_list_is_quoted_with_the_items_that_follow_it(tmp_path: Path) -> None:
    listed = "宜昌市重点建设以下园区：\n一是猇亭化工园区；\n二是白洋产业园。"
    path = tmp_path / "parks.txt"
    path.write_text(f"全省港口通知\n\n全省统筹园区布局。\n{listed}\n襄阳市另行安排。\n", encoding="utf-8")
    graph = PolicyGraph.build(path)
    quoted = graph.ask("宜昌市重点建设哪些园区？").quoted
    assert quoted is not None
    assert quoted.sentence == listed
    (text,) = (str(row["text"]) for row in graph.rows("SELECT ?text { ?document pol:canonicalText ?text }"))
    assert text[quoted.start : quoted.end] == listed


def test_a_list_ends_where_its_marks_end_and_a_decimal_number_is_no_mark() -> None:
    text = "包括：\n1.甲。\n2.乙。\n2.5万亩耕地另行安排。\n3.丙。"
    assert text[: list_end(text, 3)] == "包括：\n1.甲。\n2.乙。"


@pytest.mark.parametrize(("length", "is_quoted"), [(500, True), (700, False)])
def test_a_list_as_long_as_a_text_is_not_quoted_with_its_head(length: int, is_quoted: bool) -> None:
    text = f"包括：\n一是{'甲' * length}；\n二是{'乙' * length}。"
    assert list_end(text, 3) == (len(text) if is_quoted else 3)


def test_what_follows_a_colon_without_being_a_list_is_not_quoted_with_it(tmp_path: Path) -> None:
    path = tmp_path / "parks.txt"
    path.write_text(
        "全省港口通知\n\n宜昌市重点建设猇亭园区，现通知如下：\n全省统筹园区布局。\n襄阳市另行安排。\n", encoding="utf-8"
    )
    sentences = [one.sentence for one in PolicyGraph.build(path).ask("宜昌市重点建设哪些园区？").passages]
    assert sentences == ["宜昌市重点建设猇亭园区，现通知如下："]
