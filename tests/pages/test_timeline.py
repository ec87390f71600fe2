"""Documents and targets along the years."""

from __future__ import annotations

from pathlib import Path

from graph import PolicyGraph
from graph.pages import timeline

VERSIONS = Path(__file__).parents[1] / "comparison"
CORPUS = Path(__file__).parents[2] / "corpus"


def test_documents_stand_in_the_year_of_their_date_and_targets_in_the_year_they_are_due() -> None:
    with PolicyGraph.build(VERSIONS) as graph:
        found = {one.year: one for one in timeline(graph).years}
    assert [card.issued for card in found[2021].documents] == ["2021-03-15"]
    assert [card.issued for card in found[2023].documents] == ["2023-06-20"]
    assert "固定资产投资年均增速" in {target.indicator for target in found[2027].targets}
    assert {target.place.label for target in found[2025].targets} >= {"宜昌市", "荆门市", "荆州市"}


def test_no_year_between_the_first_and_the_last_is_left_out() -> None:
    with PolicyGraph.build(VERSIONS) as graph:
        years = [one.year for one in timeline(graph).years]
    assert years == list(range(2021, 2028))


def test_what_names_no_year_is_counted_and_never_given_one() -> None:
    with PolicyGraph.build(CORPUS) as graph:
        found = timeline(graph)
    assert found.undated_targets
    assert not [target for one in found.years for target in one.targets if not target.year]
