"""Free questions are understood by names and words, or declined with offers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rdflib import Literal, URIRef
from typer.testing import CliRunner

from graph.cli import app
from graph.engines import Row
from graph.engines.parameters import Parameter
from graph.policygraph import PolicyGraph
from graph.questions.catalogue import LANGUAGES, Question, questions
from graph.questions.choices import choices, has_answer
from graph.questions.english_names import english_names
from graph.questions.free_words import ask
from graph.questions.reply import Reply

LINES = (Path(__file__).with_name("phrasings.tsv")).read_text(encoding="utf-8").splitlines()
PHRASINGS = [tuple(line.split("\t")) for line in LINES if not line.startswith(("#", "text\t"))]
ACCEPTED = [line for line in PHRASINGS if line[1]]
DECLINED = [line[0] for line in PHRASINGS if not line[1]]
SILENT = {
    "goals-of-place",
    "number-of-document",
    "indicator-of-two-places-and-year",
    "highest-growth-of-place-and-year",
    "what-is-defined-in-text",
}
"""Questions to which the two small graphs of these tests have no answer; `measured_questions.tsv` asks them of others."""
ROUND = [(one, language) for one in questions() for language in LANGUAGES]


def understood(reply: Reply) -> tuple[str, list[str]]:
    """Return the question that was taken and the labels of its values."""
    if reply.answer is None:
        return "", []
    labels = reply.answer.labels["zh"]
    return reply.answer.question.id, [labels.get(URIRef(one), str(one)) for one in reply.answer.values.values()]


def test_all_phrasings_were_collected() -> None:
    assert (len(ACCEPTED), len(DECLINED)) == (186, 30)


@pytest.mark.parametrize(("text", "question", "values"), ACCEPTED)
def test_a_question_is_understood_as_people_ask_it(corpus: PolicyGraph, text: str, question: str, values: str) -> None:
    assert understood(corpus.ask(text)) == (question, values.split("|") if values else [])


@pytest.mark.parametrize("text", DECLINED)
def test_what_the_graph_cannot_answer_is_declined_with_offers_that_have_an_answer(
    corpus: PolicyGraph, text: str
) -> None:
    reply = corpus.ask(text)
    assert not reply.understood
    assert len(reply.offers) == 3
    for offer in reply.offers:
        again = corpus.ask(offer.text).answer
        assert again is not None
        assert (again.question, again.values) == (offer.question, offer.values)
        assert again.lines


@pytest.mark.parametrize(("one", "language"), ROUND, ids=lambda one: getattr(one, "id", one))
def test_a_question_understands_its_own_phrase(
    corpus: PolicyGraph, several: PolicyGraph, one: Question, language: str
) -> None:
    asked = 0
    for graph in (corpus, several):
        values: dict[str, URIRef | Literal] = {}
        labels: dict[str, str] = {}
        for parameter in one.parameters:
            offered = choices(graph, one, parameter.name, values, limit=1)
            if offered:
                values[parameter.name], labels[parameter.name] = offered[0].value, offered[0].label
        if len(values) == len(one.parameters) and (values or has_answer(graph, one)):
            asked += 1
            reply = graph.ask(one.phrases["zh" if language == "zh" else "en"].format_map(labels))
            assert reply.answer is not None
            assert (reply.answer.question.id, reply.answer.values) == (one.id, values)
    assert asked or one.id in SILENT


def test_the_reply_says_what_it_took_and_how_sure_it_is(corpus: PolicyGraph) -> None:
    reply = corpus.ask("哪些任务连接沈阳和大连？")
    assert reply.taken == "按“哪些任务连接沈阳市和大连市？”回答（有把握；问题 tasks-linking-two-places）。"
    assert corpus.ask("沈阳").confidence == "fairly sure"


def test_the_same_is_understood_in_both_languages(corpus: PolicyGraph) -> None:
    chinese = corpus.ask("哪些任务连接沈阳和大连？")
    english = corpus.ask("Which tasks connect Shenyang and Dalian?")
    assert chinese.evidence == english.evidence
    assert english.sentence.startswith(f"{len(english.answer.lines)} tasks involve both" if english.answer else "-")


def test_traditional_characters_and_width_do_not_matter(corpus: PolicyGraph) -> None:
    assert understood(corpus.ask("瀋陽的功能定位是什麼？")) == understood(corpus.ask("沈阳的功能定位是什么"))


def test_english_words_of_a_name_are_read_in_the_order_of_either_language() -> None:
    assert "东北重要增长极" in english_names("an important growth pole of the Northeast")
    assert "国际物流中心" in english_names("International logistics centres")
    assert english_names("no such words") == {}


def test_a_sort_of_document_names_the_only_one_of_its_sort(corpus: PolicyGraph, several: PolicyGraph) -> None:
    assert understood(corpus.ask("这份解读是谁发布的"))[0] == "issuer-of-document"
    assert understood(several.ask("这份规划是谁发布的"))[1] == []


def test_a_place_that_no_text_names_is_said_to_be_so(corpus: PolicyGraph) -> None:
    assert corpus.ask("北京有哪些任务").sentence == "图中没有提到北京市。"


def test_an_empty_answer_offers_what_has_one(corpus: PolicyGraph) -> None:
    reply = corpus.ask("到2025年有哪些指标")
    assert reply.sentence == "没有以2025年为期的量化目标。"
    assert reply.offers


@pytest.mark.parametrize("text", ["", "字" * 5000, '"} DROP ALL #', "\x00\x1b[2J", "»–\u202e沈阳"])
def test_hostile_text_is_only_text(corpus: PolicyGraph, text: str) -> None:
    reply = corpus.ask(text)
    assert reply.sentence
    assert "<script" not in reply._repr_html_()


def test_an_empty_graph_declines_and_has_nothing_to_offer(empty: PolicyGraph) -> None:
    reply = ask(empty, "哪些任务连接沈阳和大连？")
    assert not reply.understood
    assert reply.offers == ()


@pytest.fixture(scope="module")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of the corpus's graph."""
    path = tmp_path_factory.mktemp("graph") / "graph.nt"
    result = CliRunner().invoke(app, ["build", str(Path(__file__).parents[2] / "corpus"), "-o", str(path)])
    assert result.exit_code == 0
    return path


def test_the_command_line_gives_the_same_answer(corpus: PolicyGraph, graph_file: Path) -> None:
    text = "谁还要建设区域性金融中心"
    result = CliRunner().invoke(app, ["ask", text, "-g", str(graph_file), "--json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == json.loads(json.dumps(corpus.ask(text).as_json()))
    plain = CliRunner().invoke(app, ["ask", text, "-g", str(graph_file)])
    assert corpus.ask(text).sentence in plain.stdout
    assert "SELECT" in plain.stdout


def test_the_command_line_declines_with_exit_code_2(graph_file: Path) -> None:
    result = CliRunner().invoke(app, ["ask", "天气", "-g", str(graph_file), "-l", "en"])
    assert result.exit_code == 2
    assert "You can ask:" in result.stdout


def test_the_command_line_lists_all_questions_and_the_values_of_one(graph_file: Path) -> None:
    listed = CliRunner().invoke(app, ["questions", "--language", "en"])
    assert len(listed.stdout.splitlines()) == len(questions())
    one = CliRunner().invoke(app, ["questions", "members-of-group", "-g", str(graph_file), "--json"])
    values = json.loads(one.stdout)[0]["parameters"][0]["values"]
    assert {"双核": 2}.items() <= {value["label"]: value["count"] for value in values}.items()
    shown = CliRunner().invoke(app, ["questions", "members-of-group", "-g", str(graph_file)])
    assert "双核 (2)" in shown.stdout


def test_things_of_one_name_are_all_answered_for_with_the_documents_that_say_it(tmp_path: Path) -> None:
    for name, text in {
        "a": "# 甲方案\n\n发挥沈阳、大连“双核”作用。\n",
        "b": "# 乙方案\n\n发挥广州、深圳“双核”作用。\n",
    }.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    graph = PolicyGraph.build(tmp_path)
    reply = graph.ask("双核有哪些成员？")
    assert reply.answer is not None
    again = graph.rows(reply.answer.sparql)
    assert {str(row["memberLabel"]) for row in again} == {"沈阳市", "大连市", "广州市", "深圳市"}
    assert len(again) == len(reply.answer.lines)
    assert reply.sentence.index("甲方案：双核列出2个成员：沈阳市、大连市") >= 0
    assert "乙方案：双核列出2个成员：广州市、深圳市" in reply.sentence
    assert {row[0] for row in reply.answer.rows()} >= {"沈阳市", "广州市"}


def test_a_year_in_the_title_of_a_document_belongs_to_it(tmp_path: Path) -> None:
    for name, title in {"a": "2026年吉林省政府工作报告", "b": "政府工作报告"}.items():
        (tmp_path / f"{name}.txt").write_text(f"# {title}\n\n支持长春市建设物流枢纽。\n", encoding="utf-8")
    asked = PolicyGraph.build(tmp_path).ask("2026年吉林省政府工作报告有哪些任务？").asked
    assert asked == "2026年吉林省政府工作报告有哪些任务？"


def test_as_many_namesakes_as_there_are_are_answered_for(tmp_path: Path) -> None:
    pairs = [
        "沈阳、大连",
        "广州、深圳",
        "杭州、宁波",
        "南京、苏州",
        "济南、青岛",
        "福州、厦门",
        "成都、绵阳",
        "郑州、洛阳",
        "武汉、襄阳",
        "长春、吉林市",
    ]
    for number, pair in enumerate(pairs):
        (tmp_path / f"{number}.txt").write_text(f"# 方案之{number}\n\n发挥{pair}“双核”作用。\n", encoding="utf-8")
    sentence = PolicyGraph.build(tmp_path).ask("双核有哪些成员？").sentence
    assert [number for number in range(len(pairs)) if f"方案之{number}：" not in sentence] == []


def test_a_short_title_takes_no_longer_name_and_no_year_from_a_question(tmp_path: Path) -> None:
    for name, text in {"a": "# 长春\n\n支持吉林市建设枢纽。\n", "b": "# 乙方案\n\n支持长春市建设物流中心。\n"}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    reply = PolicyGraph.build(tmp_path).ask("长春市有哪些任务？")
    assert reply.asked == "长春市有哪些任务？"
    assert "支持长春市建设物流中心" in reply.sentence


def test_what_is_to_be_done_now_is_no_question_of_the_present_value(corpus: PolicyGraph) -> None:
    assert corpus.ask("目前沈阳市有哪些任务？").answer is not None


def test_headings_that_begin_a_longer_name_count_for_that_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "# 行动方案\n\n一、支持沈阳发展\n\n提出加强统筹等10项重点任务。\n\n二、建设沈阳现代化都市圈\n\n提出推进同城等8项重点任务。\n\n"
        "三、支持大连发展\n\n提出开放合作等7项重点任务。\n",
        encoding="utf-8",
    )
    graph = PolicyGraph.build(tmp_path)
    found = graph.answer("declared-tasks-of-two-places", first="沈阳", second="大连")
    assert sorted(row[:2] for row in found.rows()) == [("大连市", "7"), ("沈阳市", "10")]
    assert graph.answer("places-with-fewest-declared-tasks").sentence == "自述重点任务最少的是大连市，共7项。"


class Counting:
    """A graph that remembers the queries of answers that it was asked."""

    def __init__(self, graph: PolicyGraph) -> None:
        self._graph = graph
        self.asked: list[str] = []

    def rows(self, query: str, /, **parameters: Parameter) -> list[Row]:
        if not parameters:
            self.asked.append(query)
        return self._graph.rows(query, **parameters)

    def __getattr__(self, name: str) -> object:
        return getattr(self._graph, name)


def test_no_answer_is_found_twice(corpus: PolicyGraph) -> None:
    graph = Counting(corpus)
    assert ask(graph, "哪些任务连接沈阳和大连？").answer
    answers = [query for query in graph.asked if "?quote" in query]
    assert answers
    assert len(answers) == len(set(answers))
