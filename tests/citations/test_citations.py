"""How documents and quotes are cited, also where little is known of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import GraphError, PolicyGraph
from graph.citations import STYLES, Source, Style, reference, sources_of

CORPUS = Path(__file__).parents[2] / "corpus"
FULL = Source("沈阳行动方案", ("沈阳市人民政府",), ("辽宁日报",), "2023-01-04", "沈政发〔2023〕1号")


@pytest.mark.parametrize(
    ("source", "gbt7714", "apa"),
    [
        (
            FULL,
            "沈阳市人民政府. 沈阳行动方案: 沈政发〔2023〕1号[Z]. 辽宁日报, 2023-01-04.",
            "沈阳市人民政府. (2023, January 4). 沈阳行动方案 (沈政发〔2023〕1号). 辽宁日报.",
        ),
        (
            Source("方案", publishers=("辽宁日报",), issued="2023-12-31"),
            "方案[Z]. 辽宁日报, 2023-12-31.",
            "方案. (2023, December 31). 辽宁日报.",
        ),
        (Source("方案", ("甲局",)), "甲局. 方案[Z].", "甲局. (n.d.). 方案."),
        (Source("方案"), "方案[Z].", "方案. (n.d.)."),
        (Source("方案", ("甲局",), ("甲局",)), "甲局. 方案[Z].", "甲局. (n.d.). 方案."),
        (Source("方案", ("甲局", "乙局")), "甲局, 乙局. 方案[Z].", "甲局 & 乙局. (n.d.). 方案."),
        (
            Source("方案", ("甲局", "乙局", "丙局", "丁局")),
            "甲局, 乙局, 丙局, 等. 方案[Z].",
            "甲局, 乙局, 丙局, & 丁局. (n.d.). 方案.",
        ),
    ],
)
def test_what_is_known_is_told_in_the_order_of_the_style_and_the_rest_is_left_out(
    source: Source, gbt7714: str, apa: str
) -> None:
    assert reference(source) == gbt7714
    assert reference(source, "apa") == apa


def test_a_document_of_the_graph_is_cited_by_id_and_by_title() -> None:
    with PolicyGraph.build(CORPUS) as graph:
        cited = graph.cite("liaoning-interpretation")
        assert cited == (
            "《辽宁省推进“一圈一带两区”区域协调发展三年行动方案》政策解读[Z]. 辽宁省发展和改革委员会, 2023-01-04."
        )
        assert graph.cite("《辽宁省推进“一圈一带两区”区域协调发展三年行动方案》政策解读") == cited
        with pytest.raises(GraphError, match="use one of the ids liaoning-interpretation"):
            graph.cite("nothing")
        with pytest.raises(GraphError, match="use one of gbt7714, apa"):
            graph.cite("liaoning-interpretation", "mla")  # type: ignore[arg-type]


@pytest.mark.parametrize("style", STYLES)
def test_every_quote_of_a_place_is_cited_with_its_sentence_and_its_document(style: Style) -> None:
    with PolicyGraph.build(CORPUS) as graph:
        quotes = [quote for one in graph.entity("沈阳").statements for quote in one.quotes]
        assert quotes
        for quote in quotes:
            said, cited = graph.cite(quote, style).split("\n")
            assert cited == graph.cite("liaoning-interpretation", style)
            bare = quote.said.replace("“", "‘").replace("”", "’")
            assert said.startswith(f"“{' '.join(bare.split())}”")


def test_a_document_of_which_nothing_is_known_has_a_title_and_no_more(tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text("支持沈阳市建设区域性物流中心。\n", encoding="utf-8")
    with PolicyGraph.build(tmp_path / "bare.txt") as graph:
        (source,) = sources_of(graph).values()
    assert (source.issuers, source.publishers, source.issued, source.number) == ((), (), "", "")
