"""What no rule may lay down is refused by class and counted; every passage lies in the sentence that it names."""

from __future__ import annotations

import pytest

from extract.document import canonical_text
from extract.findings import Claim, Coined, Finding
from extract.gate import passed, refusal
from extract.pipeline import extract
from extract.values import Description, Document, Entity, Evidence, Fact, Facts, Sentence
from graph.quality import coverage
from tests.extract.generated import document

REFUSED = [
    ("Region", "我们报道了", "clause"),
    ("Region", "被执行人还", "clause"),
    ("Industry", "折扣4.2折”“划线价格", "unbalanced"),
    ("Industry", "新能源、新材料产业", "list"),
    ("Region", "沈阳都市圈、大连都市圈", "list"),
    ("Positioning", "（国际航运中心", "unbalanced"),
    ("Center", "国际航运中心 ", "control"),
    ("Slogan", "双\x07核", "control"),
    ("Region", "新" * 41, "long"),
    ("indicator", "2025年", "time"),
    ("indicator", "到2030年底", "time"),
    ("indicator", "“十五五”时期", "time"),
]
LET_THROUGH = [
    ("Region", "中国（辽宁）自由贸易试验区"),
    ("Positioning", "“数字辽宁”高地"),
    ("PlaceGroup", "一核、两圈层、三走廊"),
    ("KeyTask", "优化布局，推动互联"),
    ("indicator", "2030年前碳排放强度"),
]


@pytest.mark.parametrize(("kind", "label", "reason"), REFUSED)
def test_a_label_that_no_thing_can_have_is_refused_by_class(kind: str, label: str, reason: str) -> None:
    assert refusal(kind, label) == reason


@pytest.mark.parametrize(("kind", "label"), LET_THROUGH)
def test_a_label_that_only_looks_odd_is_let_through(kind: str, label: str) -> None:
    assert refusal(kind, label) == ""


def test_what_is_said_of_a_refused_thing_goes_with_it() -> None:
    city, bad = Entity("City", "沈阳市"), Entity("Region", "我们报道了")
    found: list[Finding] = [
        Coined(Description(bad, bad.key), 0, 5),
        Claim(bad, "hasMember", city, 0, 9, "Listed", "groups"),
        Claim(city, "locatedIn", Entity("Province", "辽宁省"), 0, 9, "Stated", "groups"),
    ]
    kept, refused = passed(found)
    assert kept == found[2:]
    assert refused == (("clause", 1),)


def test_a_target_whose_indicator_is_a_time_is_refused() -> None:
    target = Entity("Target", "沈阳市·2025年>=30%", "a")
    coined = Coined(Description(target, target.key, (), (("indicator", "2025年"),)), 0, 9)
    assert passed([coined]) == ([], (("time", 1),))


def test_what_was_refused_is_told_by_coverage() -> None:
    facts = extract(document("落实好“双核 ”布局，沈阳市打造国家物流枢纽。"))
    assert facts.refused == (("control", 1),)
    assert coverage(facts).refused == facts.refused
    assert "国家物流枢纽" in {fact.object.key for fact in facts.facts if isinstance(fact.object, Entity)}


@pytest.mark.parametrize(
    "text",
    [
        "聚焦产城融合，加快构建“一核两区”的功能布局。“一核”是指沈阳市，“两区”是指大连市和鞍山市。",
        "沈阳市实施《向往的城市！幸福沈阳行动方案》，打造国家物流枢纽。大连市同。",
        "2023-07-25，正文：中国发展网讯 沈阳市打造国家物流枢纽。",
    ],
)
def test_every_passage_lies_in_the_sentence_that_it_names(text: str) -> None:
    facts = extract(document(canonical_text(text)))
    assert facts.facts
    for fact in facts.facts:
        for one in fact.evidence:
            sentence = facts.sentences[one.sentence]
            assert sentence.start <= one.start < one.end <= sentence.end


def test_no_sentence_ends_within_a_title() -> None:
    facts = extract(document("沈阳市实施《向往的城市！幸福沈阳行动方案》。大连市同。"))
    assert [facts.document.text[one.start : one.end] for one in facts.sentences] == [
        "沈阳市实施《向往的城市！幸福沈阳行动方案》。",
        "大连市同。",
    ]


def test_facts_with_a_passage_outside_of_its_sentence_cannot_be_made() -> None:
    city = Entity("City", "沈阳市")
    fact = Fact(city, "locatedIn", Entity("Province", "辽宁省"), (Evidence(0, 5, 0, "Stated", "example"),))
    with pytest.raises(ValueError, match="outside its sentence"):
        Facts(Document("a", "沈阳。大连。"), city, (), (Sentence(0, 0, 3, 0),), (), (), (fact,), ())
