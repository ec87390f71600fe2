"""Facts made by hand, so that the graph is tested apart from the extractor."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

from pyoxigraph import Quad

from extract.values import (
    Description,
    Document,
    Entity,
    Evidence,
    Fact,
    Facts,
    Mention,
    Section,
    Sentence,
    Unresolved,
)
from graph.rdf import written_document

TEXT = (
    "《沈大协同规划》解读\n"
    "支持沈阳、大连“双核”联动发展。"
    "沈阳建设区域性金融中心。"
    "到2025年,制造业增加值占地区生产总值比重达到30%。"
    "朝阳区另行规定。"
)
SHENYANG = Entity("City", "沈阳市")
DALIAN = Entity("City", "大连市")
CORES = Entity("PlaceGroup", "双核")
CENTER = Entity("Center", "区域性金融中心")
FINANCE = Entity("Industry", "金融业")
PLAN = Entity("Plan", "沈大协同规划")


def span(text: str, passage: str) -> tuple[int, int]:
    """Return where a passage stands in a text."""
    start = text.index(passage)
    return start, start + len(passage)


def build(facts: Facts) -> list[Quad]:
    """Return the graph of a document as quads."""
    return written_document(facts).quads()


def made_up_facts(document_id: str = "made-up", text: str = TEXT) -> Facts:
    """Return the facts of a made-up interpretation, one of each sort that the graph must hold."""
    task = Entity("Action", "支持沈阳、大连“双核”联动发展", document_id)
    target = Entity("Target", "沈阳市 制造业增加值占地区生产总值比重 >= 30%", document_id)
    indicator = Entity("Indicator", "制造业增加值占地区生产总值比重")
    document = Document(document_id, text)
    itself = Entity("Interpretation", "《沈大协同规划》解读")
    section = Entity("Section", "0", document_id)
    starts = [0, *(index + 1 for index, char in enumerate(text) if char in "\n。")]
    sentences = tuple(
        Sentence(ordinal, start, end if text[end - 1] != "\n" else end - 1, 0)
        for ordinal, (start, end) in enumerate(pairwise(starts))
    )

    def quote(passage: str, sentence: int, grade: str, rule: str) -> tuple[Evidence, ...]:
        return (Evidence(*span(text, passage), sentence, grade, rule),)  # type: ignore[arg-type]

    both = quote("支持沈阳、大连“双核”联动发展", 1, "Stated", "actions")
    aim = quote("制造业增加值占地区生产总值比重达到30%", 3, "Inherited", "targets")
    return Facts(
        document=document,
        document_entity=itself,
        sections=(Section(0, None, "", "沈大协同规划", 0, len(text), 0, sentences[0].end),),
        sentences=sentences,
        mentions=(
            Mention(*span(text, "沈阳、"[:2]), 1, (SHENYANG,)),
            Mention(*span(text, "沈大"), 0, (SHENYANG, DALIAN)),
            Mention(*span(text, "双核"), 1, (CORES,)),
        ),
        entities=(
            Description(itself, "《沈大协同规划》解读"),
            Description(PLAN, "沈大协同规划", ("《沈大协同规划》",)),
            Description(section, "沈大协同规划"),
            Description(SHENYANG, "沈阳市", ("沈阳",)),
            Description(DALIAN, "大连市", ("大连",)),
            Description(CORES, "双核", ("“双核”",), (("declaredSize", 2),)),
            Description(CENTER, "区域性金融中心"),
            Description(FINANCE, "金融业", ("金融",)),
            Description(task, "支持沈阳、大连“双核”联动发展"),
            Description(indicator, "制造业增加值占地区生产总值比重"),
            Description(
                target,
                "制造业增加值占地区生产总值比重达到30%",
                (),
                (
                    ("comparison", ">="),
                    ("indicator", indicator),
                    ("targetValue", Decimal(30)),
                    ("targetYear", 2025),
                    ("unit", "%"),
                ),
            ),
            Description(Entity("Commitment", "Supporting"), "支持/鼓励"),
        ),
        facts=(
            Fact(itself, "interprets", PLAN, quote("《沈大协同规划》解读", 0, "Stated", "titles")),
            Fact(itself, "dcterms:issued", date(2025, 1, 2), quote("2025年", 3, "Stated", "dates")),
            Fact(task, "involves", SHENYANG, both),
            Fact(task, "involves", DALIAN, both),
            Fact(task, "involves", CORES, both),
            Fact(task, "commitment", Entity("Commitment", "Supporting"), both),
            Fact(task, "inSection", section, both),
            Fact(CORES, "hasMember", SHENYANG, quote("沈阳、大连“双核”", 1, "Listed", "members")),
            Fact(CORES, "hasMember", DALIAN, quote("沈阳、大连“双核”", 1, "Listed", "members")),
            Fact(SHENYANG, "hasPositioning", CENTER, quote("沈阳建设区域性金融中心", 2, "Stated", "positioning")),
            Fact(SHENYANG, "concernsIndustry", FINANCE, quote("沈阳建设区域性金融中心", 2, "Stated", "industries")),
            Fact(SHENYANG, "hasTarget", target, aim),
        ),
        unresolved=(Unresolved("朝阳区", *span(text, "朝阳区"), (Entity("County", "朝阳区_110105"),)),),
    )
