"""The evidence of a fact whose claims reach over several sentences."""

from __future__ import annotations

from extract.pipeline import extract
from extract.values import Document, Facts

DEFINITION = "“两中心”指国际航运中心、区域性金融中心。"
BETWEEN = "产业基础雄厚。交通条件优越。"


def _quoted(text: str) -> list[str]:
    """What is quoted for the port of 大连, in the order of the text."""
    facts: Facts = extract(Document("a", text))
    (fact,) = (f for f in facts.facts if f.predicate == "hasPositioning" and "航运" in f.object.key)  # type: ignore[union-attr]
    return [facts.document.text[one.start : one.end] for one in fact.evidence]


def test_a_claim_over_several_sentences_quotes_each_of_them() -> None:
    assert _quoted(f"支持大连建设“两中心”。{BETWEEN}{DEFINITION}") == [
        "大连建设“两中心”。",
        "产业基础雄厚。",
        "交通条件优越。",
        "“两中心”指国际航运中心",
    ]


def test_what_two_claims_reach_over_is_quoted_once() -> None:
    quoted = _quoted(f"大连建设“两中心”。力争大连建设“两中心”。{BETWEEN}{DEFINITION}")
    assert quoted.count("产业基础雄厚。") == quoted.count("交通条件优越。") == 1
    assert sum("大连建设“两中心”" in one for one in quoted) >= 2
