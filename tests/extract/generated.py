"""Texts made for property tests: the genre's own words and marks, in any order, beside what no editor would write."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from extract.document import canonical_text
from extract.gazetteer import gazetteer
from extract.values import Document, Entity, Facts

bounded = settings(derandomize=True, deadline=None, max_examples=120, database=None)
"""The same few texts on every run."""

PLACES = (
    "沈阳",
    "大连市",
    "四川省",
    "成都",
    "云南",
    "昆明市",
    "苏州",
    "朝阳",
    "鼓楼区",
    "长三角",
    "京津冀",
    "全省",
    "我市",
    "沈大",
    "成渝",
)
VERBS = (
    "建设",
    "打造",
    "推进",
    "加快建设",
    "支持",
    "围绕",
    "提出",
    "成为",
    "建成",
    "融入",
    "以",
    "由",
    "即",
    "包括",
    "是指",
    "印发",
    "力争达到",
)
OBJECTS = (
    "区域性金融中心", "先进制造业基地", "开放高地", "沿海经济带", "都市圈", "协同发展战略先导区", "示范区", "同城化", "重点任务",
    "海洋经济", "创新共同体", "地区生产总值", "制造业增加值占地区生产总值比重", "年均增速", "全国平均水平", "责任单位",
    "省财政厅", "省政府", "新华社", "记者",
)  # fmt: skip
COUNTS = (
    "等7个方面",
    "等17项重点任务",
    "3个",
    "30%",
    "1,200亿元",
    "突破1万亿元",
    "7.7%左右",
    "2025年",
    "到2027年",
    "2023-01-04",
    "２０％",
    "十四五",
)
PHRASES = (
    "“一圈一带两区”", "“双核”", "“五大安全”", "“一枢纽两中心”（国家枢纽、金融中心、物流中心）", "“十四五”规划", "《甲市三年行动方案》",
    "《关于〈乙省规划〉的批复》", "（以下简称《方案》）", "《方案》", "国函〔2018〕159号", "“", "”", "《", "》",
)  # fmt: skip
NUMBERS = (
    "一、",
    "（一）",
    "1.",
    "(2)",
    "第一部分，",
    "第三条 ",
    "一是",
    "——",
    "来源：",
    "发布时间：",
    "上一篇：",
    "正文：",
    "责任编辑：",
)
MARKS = (
    "，",
    "。",
    "；",
    "：",
    "、",
    ",",
    ";",
    ":",
    "(",
    ")",
    "（",
    "）",
    "「",
    "」",
    '"',
    "'",
    "·",
    "—",
    "…",
    "！",
    "？",
    "%",
    "\n",
    "\n\n",
)
ODD = (
    "\u00a0", "\u3000", "\u200b", "\t", "😀", "𠮷", "👩‍👩‍👧", "\U0010fffd", "é", "ﷺ", "\u202e", "\u0301", "\ufeff", "\u2028", "\x00",
    "\ud800", "遼寧", "臺灣", "瀋陽", "<b>", "&amp;", "'; DROP", "=1+1", "{{", "\\", "{", "a" * 40,
    "，" * 30, "（" * 20, "》" * 20, "甲" * 200,
)  # fmt: skip

pieces = st.one_of(
    *(st.sampled_from(words) for words in (PLACES, VERBS, OBJECTS, COUNTS, PHRASES, NUMBERS, MARKS, ODD)),
    st.text(max_size=4),
)
texts = st.lists(pieces, max_size=40).map("".join).map(canonical_text)
"""Canonical texts of any sense."""

names = st.sampled_from(sorted(gazetteer().by_name))
plain = st.one_of(
    *(st.sampled_from(words) for words in (PLACES, VERBS, OBJECTS, COUNTS, ("，", "。", "；", "：", "、", " ")))
)
quoted = st.sampled_from([one for one in PHRASES if len(one) > 1])
sentences = st.lists(st.one_of(plain, names, quoted), max_size=40).map("".join)
"""Simplified texts in full-width punctuation with every mark in its pair."""


def document(text: str) -> Document:
    """A document with that text."""
    return Document("made-up", text)


def triples(facts: Facts) -> list[tuple[str, str, str, str]]:
    """What is claimed, without where it stands: class and key of the subject, predicate, object."""
    return [(fact.subject.kind, fact.subject.key, fact.predicate, _shown(fact.object)) for fact in facts.facts]


def _shown(value: object) -> str:
    return f"{value.kind}/{value.key}" if isinstance(value, Entity) else str(value)
