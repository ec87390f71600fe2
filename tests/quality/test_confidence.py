"""How far a reading is to be trusted."""

from __future__ import annotations

from pathlib import Path

from graph import PolicyGraph
from graph.quality import confidence
from graph.things import documents

CORPUS = Path(__file__).parents[2] / "corpus"


def test_a_declared_number_that_was_read_in_full_counts_as_matching() -> None:
    found = confidence(PolicyGraph.build(CORPUS))
    group = next(one for one in found.counts if one.name == "双核")
    assert (group.declared, group.listed) == (2, 2)
    assert 0 < found.matching < len(found.counts)


def test_of_two_documents_of_one_title_only_the_one_that_is_asked_for_is_counted(tmp_path: Path) -> None:
    title = "title: 行动方案\n"
    texts = {
        "first": "沈阳市打造区域性金融中心。“双核”包括沈阳、大连2个城市。今天下雨。明天刮风。",
        "second": "“三极”包括鞍山、抚顺、本溪3个城市。",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.md").write_text(f"---\n{title}id: {name}\n---\n{text}\n", encoding="utf-8")
    with PolicyGraph.build(tmp_path) as graph:
        one, other = sorted(documents(graph), key=lambda card: card.id)
        assert one.title == other.title
        found = confidence(graph, {str(one.iri)})
    assert (found.sentences, found.quoted) == (one.sentences, one.quoted_sentences)
    assert {count.name for count in found.counts} == {"双核"}
