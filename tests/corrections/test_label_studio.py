"""What annotators change in Label Studio becomes corrections: the export goes out, comes back, and the graph says who changed what."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from graph import GraphError, PolicyGraph
from graph.corpus import BuildReport, build_corpus
from graph.corrections import Correction, corrections_for
from graph.export import export

ROLE = "支持大连市建设区域性物流中心。"
SHARED = "推动沈阳市发展先进制造业。"
TEXT = f"---\nid: plan\n---\n沈阳市行动方案😀\n\n一、任务\n{ROLE}\n{SHARED}\n到2025年，营口市港口吞吐量达到3亿吨。\n"
WHO = {"id": 3, "email": "zhang@example.org", "first_name": "三", "last_name": "张"}

Change = Callable[["Task"], None]


class Task:
    """A task as an annotator sees it: words to mark, lines to draw."""

    def __init__(self, exported: dict[str, Any]) -> None:
        self.text: str = exported["data"]["text"]
        results = deepcopy(exported["predictions"][0]["result"])
        for one in results:  # Label Studio gives regions that it took from a prediction names of its own
            for name in ("id", "from_id", "to_id"):
                if name in one:
                    one[name] += "#9x"
        self.regions = [one for one in results if one["type"] == "labels"]
        self.lines = [one for one in results if one["type"] == "relation"]

    def region(self, words: str) -> Any:
        return next(one for one in self.regions if one["value"]["text"] == words)

    def line(self, begin: str, relation: str, end: str) -> Any:
        ends = {"from_id": self.region(begin)["id"], "to_id": self.region(end)["id"]}
        return next(one for one in self.lines if one["labels"] == [relation] and ends.items() <= one.items())

    def mark(self, words: str, label: str) -> str:
        start = self.text.index(words)
        value = {"start": start, "end": start + len(words), "text": words, "labels": [label]}
        self.regions.append(
            {"id": f"new {words}", "from_name": "label", "to_name": "text", "type": "labels", "value": value}
        )
        return f"new {words}"

    def draw(self, begin: str, relation: str, end: str) -> None:
        self.lines.append(
            {"type": "relation", "from_id": begin, "to_id": end, "direction": "right", "labels": [relation]}
        )

    def delete(self, words: str) -> None:
        """Take a region away; Label Studio takes its lines away too."""
        gone = self.region(words)
        self.regions.remove(gone)
        self.lines = [one for one in self.lines if gone["id"] not in (one["from_id"], one["to_id"])]


def corpus(folder: Path) -> Path:
    texts = folder / "texts"
    texts.mkdir()
    (texts / "plan.txt").write_text(TEXT, encoding="utf-8")
    return texts


def annotated(texts: Path, change: Change, **more: Any) -> Path:
    """Export a corpus, let an annotator change the task, and lay Label Studio's export beside the texts."""
    with PolicyGraph.build(texts) as graph:
        (path, config) = export(graph, texts.parent / "tasks.label-studio.json")
    (exported,) = json.loads(path.read_text(encoding="utf-8"))
    task = Task(exported)
    change(task)
    labels = config.read_text(encoding="utf-8")
    assert all(f'"{one["value"]["labels"][0]}"' in labels for one in task.regions)
    annotation = {
        "id": 7,
        "completed_by": WHO,
        "result": [*task.regions, *task.lines],
        "was_cancelled": False,
        "created_at": "2026-01-30T09:00:00.000000Z",
        "updated_at": "2026-01-31T10:12:13.141516Z",
    }
    given = {"id": 1, "data": exported["data"], "annotations": [annotation | more], "predictions": [5]}
    back = texts / "reviewed.label-studio.json"
    back.write_text(json.dumps([given]), encoding="utf-8")
    return back


def built(texts: Path, corrections: Path | None = None) -> BuildReport:
    return build_corpus([texts], texts.parent / "graph.ttl", corrections=corrections)


def said(folder: Path) -> set[tuple[str, str, str, str]]:
    """Positionings and industries of places, each with who corrected it."""
    with PolicyGraph.read(folder / "graph.ttl") as graph:
        rows = graph.rows(
            """SELECT ?subject ?relation ?object ?who { ?statement rdf:subject/skos:prefLabel ?subject ;
            rdf:predicate ?relation ; rdf:object/skos:prefLabel ?object ; pol:evidence ?e .
            ?e a pol:Evidence OPTIONAL { ?e pol:correctedBy ?who } VALUES ?relation { pol:hasPositioning pol:concernsIndustry } }"""
        )
        return {
            (
                str(row["subject"]),
                str(row["relation"]).rpartition("#")[2],
                str(row["object"]),
                str(row.get("who") or ""),
            )
            for row in rows
        }


READ = {("大连市", "hasPositioning", "区域性物流中心", ""), ("沈阳市", "concernsIndustry", "先进制造业", "")}


def remove(task: Task) -> None:
    task.lines.remove(task.line("大连市", "hasPositioning", "区域性物流中心"))


def test_what_an_annotator_leaves_as_it_is_corrects_nothing(tmp_path: Path) -> None:
    texts = corpus(tmp_path)
    annotated(texts, lambda task: None)
    assert built(texts).not_made == []
    assert said(tmp_path) >= READ
    assert corrections_for([texts]).of("plan") == ()


def test_a_relation_that_was_removed_is_refused(tmp_path: Path) -> None:
    texts = corpus(tmp_path)
    annotated(texts, remove)
    assert built(texts).not_made == []
    assert not [one for one in said(tmp_path) if one[0] == "大连市" and one[1] == "hasPositioning"]


def test_marks_lie_on_their_words_as_label_studio_counts(tmp_path: Path) -> None:
    def look(task: Task) -> None:
        assert all(
            task.text[one["value"]["start"] : one["value"]["end"]] == one["value"]["text"] for one in task.regions
        )

    annotated(corpus(tmp_path), look)


def test_offsets_that_count_as_javascript_does_are_understood_too(tmp_path: Path) -> None:
    def count_units(task: Task) -> None:
        for one in task.regions:
            if one["value"]["start"] > TEXT.index("😀") - len("---\nid: plan\n---\n"):
                one["value"] |= {"start": one["value"]["start"] + 1, "end": one["value"]["end"] + 1}

    texts = corpus(tmp_path)
    annotated(texts, count_units)
    assert built(texts).not_made == []
    assert corrections_for([texts]).documents == ()


def test_words_that_were_unmarked_refuse_what_was_read_of_them(tmp_path: Path) -> None:
    texts = corpus(tmp_path)
    annotated(texts, lambda task: task.delete("区域性物流中心"))
    assert built(texts).not_made == []
    assert not [one for one in said(tmp_path) if one[2] == "区域性物流中心" and one[1] == "hasPositioning"]


def test_a_relation_that_was_drawn_without_a_label_is_told_of(tmp_path: Path) -> None:
    def draw(task: Task) -> None:
        task.draw(task.region("大连市")["id"], "concernsIndustry", task.mark("物流", "Industry"))
        task.lines[-1]["labels"] = None

    texts = corpus(tmp_path)
    annotated(texts, draw)
    assert "annotation of plan by 张三: 1 relation without a label: choose one for each" in built(texts).not_made


def test_a_relation_that_was_drawn_is_added_with_who_and_when(tmp_path: Path) -> None:
    def add(task: Task) -> None:
        task.draw(task.region("大连市")["id"], "concernsIndustry", task.mark("物流", "Industry"))

    texts = corpus(tmp_path)
    annotated(texts, add)
    assert built(texts).not_made == []
    assert ("大连市", "concernsIndustry", "物流", "张三") in said(tmp_path)
    with PolicyGraph.read(tmp_path / "graph.ttl") as graph:
        (quote,) = [
            quote
            for one in graph.entity("大连市").statements
            if one.predicate == "concernsIndustry"
            for quote in one.quotes
        ]
    assert (quote.grade, quote.corrected_on, quote.said) == ("Corrected", "2026-01-31", ROLE)


def test_a_relation_that_was_drawn_to_other_words_is_changed(tmp_path: Path) -> None:
    def change(task: Task) -> None:
        task.line("大连市", "hasPositioning", "区域性物流中心")["to_id"] = task.mark("物流中心", "Center")

    texts = corpus(tmp_path)
    annotated(texts, change)
    assert built(texts).not_made == []
    (one,) = corrections_for([texts]).of("plan")
    assert isinstance(one, Correction)
    assert (one.wrong, one.right) == ("object", "Center:物流中心")
    assert ("大连市", "hasPositioning", "物流中心", "张三") in said(tmp_path)


def test_words_of_another_class_are_changed_with_their_relation(tmp_path: Path) -> None:
    def relabel(task: Task) -> None:
        task.region("区域性物流中心")["value"]["labels"] = ["Positioning"]

    texts = corpus(tmp_path)
    annotated(texts, relabel)
    built(texts)
    assert {one.right for one in corrections_for([texts]).of("plan") if isinstance(one, Correction)} == {
        "Positioning:区域性物流中心"
    }


def test_a_correction_whose_sentence_has_changed_is_told_at_every_build(tmp_path: Path) -> None:
    texts = corpus(tmp_path)
    annotated(texts, remove)
    (texts / "plan.txt").write_text(TEXT.replace(ROLE, ROLE.replace("支持", "推动")), encoding="utf-8")
    for _ in range(2):
        (line,) = built(texts).not_made
        assert "the sentence is no longer in the text" in line


def test_a_mark_without_a_relation_is_told_since_it_corrects_nothing(tmp_path: Path) -> None:
    def mark(task: Task) -> None:
        task.mark("行动方案", "Industry")

    texts = corpus(tmp_path)
    annotated(texts, mark)
    (line,) = built(texts).not_made
    assert "1 marked words without a changed relation: not made" in line


def test_a_line_across_two_sentences_is_told(tmp_path: Path) -> None:
    texts = corpus(tmp_path)
    annotated(
        texts, lambda task: task.draw(task.region("大连市")["id"], "concernsIndustry", task.region("先进制造业")["id"])
    )
    (line,) = built(texts).not_made
    assert "its ends stand in two sentences" in line


def test_a_relation_that_does_not_fit_the_ontology_is_told(tmp_path: Path) -> None:
    texts = corpus(tmp_path)
    annotated(
        texts,
        lambda task: task.draw(task.region("区域性物流中心")["id"], "hasPositioning", task.region("大连市")["id"]),
    )
    (line,) = built(texts).not_made
    assert "does not fit" in line


def test_a_file_named_on_the_command_line_is_read_too(tmp_path: Path) -> None:
    texts = corpus(tmp_path)
    back = annotated(texts, remove).rename(tmp_path / "from-studio.json")
    assert built(texts, back).not_made == []
    assert not [one for one in said(tmp_path) if one[0] == "大连市" and one[1] == "hasPositioning"]


def test_a_cancelled_annotation_counts_for_nothing(tmp_path: Path) -> None:
    texts = corpus(tmp_path)
    annotated(texts, remove, was_cancelled=True)
    assert corrections_for([texts]).documents == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "no JSON"),
        ("{}", "no list of tasks"),
        ('[{"id": 1}]', "task 1 is none that policygraph export wrote"),
        ('[{"data": {"text": "a"}, "annotations": []}]', "task 1 is none that policygraph export wrote"),
        ("[1]", "task 1 is none that policygraph export wrote"),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_another_file_is_told_in_one_line(tmp_path: Path, content: str, told: str) -> None:
    texts = corpus(tmp_path)
    (texts / "a.label-studio.json").write_text(content, encoding="utf-8")
    with pytest.raises(GraphError, match=told) as raised:
        built(texts)
    assert len(str(raised.value).splitlines()) == 1
