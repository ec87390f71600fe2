"""Texts as they are copied: page buttons, records of databases, numbers and signatures, lines broken at a fixed width."""

from __future__ import annotations

import pytest

from extract import extract
from extract.values import Document, Facts


def own(facts: Facts) -> dict[str, str]:
    """What a text says of itself, by property, with its title."""
    found = {fact.predicate: fact.object for fact in facts.facts if fact.subject == facts.document_entity}
    title = next(one.label for one in facts.entities if one.entity == facts.document_entity)
    return {name: str(getattr(value, "key", value)) for name, value in found.items()} | {"title": title}


REPORT = (
    "下载\n打印\n全屏\n收藏\n【字号：\n加大\n还原\n减小\n】\n2026年湖北省政府工作报告\n——2026年1月27日在湖北省第十四届人民代表大会上\n"
    "来源：湖北日报\n时间：2026-02-05\n各位代表：\n今年经济社会发展主要预期目标是：经济增长5.5%左右，城镇新增就业70万人以上。"
)
EXPORT = (
    "    【法宝引证码】 CLI.12.1\n原文链接：https://a.cn/1\n安徽省商务厅关于印发安徽省跨境电商发展实施意见的通知\n\n（皖商办〔2022〕6号）\n\n"
    "各市商务局：\n\n　　《安徽省跨境电商发展实施意见》现印发给你们，请认真贯彻执行。\n安徽省商务厅\n\n　　2022年3月23日"
)
NOTICE = "沈阳市人民政府关于印发《沈阳市氢能规划》的通知\n{}\n各区政府：\n现印发给你们。\n沈阳市人民政府\n{}"


def test_buttons_are_no_title_and_the_targets_are_read() -> None:
    facts = extract(Document("a", REPORT))
    assert own(facts) == {
        "title": "2026年湖北省政府工作报告",
        "dcterms:source": "湖北日报",
        "dcterms:issued": "2026-02-05",
    }
    targets = [getattr(fact.object, "key", "") for fact in facts.facts if fact.predicate == "hasTarget"]
    assert [target.removesuffix("·2026") for target in targets] == [
        "湖北省·经济增长≈5.5%",
        "湖北省·城镇新增就业>=70万人",
    ]


def test_the_export_of_a_database_has_title_number_day_and_issuer() -> None:
    found = own(extract(Document("a", EXPORT)))
    assert found["title"] == "安徽省商务厅关于印发安徽省跨境电商发展实施意见的通知"
    assert found["issuedBy"] == "安徽省商务厅"
    assert found["documentNumber"] == "皖商办〔2022〕6号"
    assert found["dcterms:issued"] == "2022-03-23"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("——2026年1月26日在甲省第十四届人民代表大会第五次会议上", "2026-01-26"),
        ("2021年10月28日 上海市第十五届人民代表大会常务委员会第三十六次会议通过", "2021-10-28"),
        ("（2020年11月28日河南省第十三届人民代表大会常务委员会第二十一次会议审议通过）", "2020-11-28"),
    ],
)
def test_a_report_and_a_law_have_the_day_of_their_sitting(line: str, day: str) -> None:
    assert (
        own(extract(Document("a", f"甲省开发区条例\n{line}\n第一条 为了促进发展，制定本条例。")))["dcterms:created"]
        == day
    )


def test_a_meeting_that_a_text_tells_of_is_no_sitting_that_made_it() -> None:
    text = "甲省新闻\n2023年7月5日，省政府召开第十二次常务会议，审议通过了《乙规划》。"
    assert "dcterms:created" not in own(extract(Document("a", text)))


@pytest.mark.parametrize("number", ["（沈政发〔2024〕8号）", "沈政发〔2024〕8号", "(沈政发〔2024〕8号)"])
@pytest.mark.parametrize("day", ["2024年6月18日", "二〇二四年六月十八日", "二○二四年六月十八日"])
def test_a_notice_has_its_number_and_the_day_of_its_signature(number: str, day: str) -> None:
    found = own(extract(Document("a", NOTICE.format(number, day))))
    assert found["documentNumber"] == "沈政发〔2024〕8号"
    assert found["dcterms:issued"] == found["dcterms:created"] == "2024-06-18"
    assert found["issuedBy"] == "沈阳市人民政府"


@pytest.mark.parametrize(
    "head",
    [
        "首页 > 政务公开 > 政策文件\n分享到：\n打印本页",
        "当前位置：\n首页\n>\n政务信息",
        "您的位置:\n首页\n>\n云南要闻\n云南要闻",
        "某县人民政府 您当前的位置：首页>公开>规划计划 【字体：大 中 小】 打印 分享到：",
        "发布时间：\n2024-03-05 09:45:30\n来源：\n湖北日报客户端",
    ],
)
def test_what_stands_above_a_title_is_none(head: str) -> None:
    text = f"{head}\n湖北省数字经济发展规划\n一、总体要求\n推动发展。"
    assert own(extract(Document("a", text)))["title"] == "湖北省数字经济发展规划"


def test_the_body_whose_decision_is_the_ground_of_a_draft_issues_nothing() -> None:
    text = (
        "2026年辽宁省政府工作报告\n各位代表：\n根据省委十次全会部署，编制了《辽宁省规划纲要（草案）》，提请大会审查。"
    )
    assert not [fact for fact in extract(Document("a", text)).facts if fact.predicate == "issuedBy"]


WRAPPED = {
    "of one width": (
        "到2027年，沈阳市数字经济规模\n达到3000亿元。支持浑南区发展\n软件产业，支持铁西区发展智能\n装备产业。",
        ["沈阳市·数字经济规模>=3000亿元·2027"],
        {("浑南区", "软件业")},
    ),
    "inside a number and a word": (
        "到2027年，沈阳市高新技术企业达到6000\n家，专精特新企业达到800家，支持浑南区发展软件产业，支持铁西区发\n展智能装备产业。",
        ["沈阳市·高新技术企业>=6000家·2027", "沈阳市·专精特新企业>=800家·2027"],
        {("浑南区", "软件业")},
    ),
    "before a comparison": (
        "到2027年，沈阳市高新技术企业\n达到6000家，支持浑南区发展软件产业。",
        ["沈阳市·高新技术企业>=6000家·2027"],
        {("浑南区", "软件业")},
    ),
}


@pytest.mark.parametrize(("body", "aims", "industries"), WRAPPED.values(), ids=WRAPPED.keys())
def test_a_line_end_inside_a_paragraph_is_read_over(
    body: str, aims: list[str], industries: set[tuple[str, str]]
) -> None:
    text = f"沈阳市数字经济发展规划\n{body}"
    facts = extract(Document("a", text))
    assert [getattr(fact.object, "key", "") for fact in facts.facts if fact.predicate == "hasTarget"] == aims
    found = {
        (fact.subject.key, getattr(fact.object, "key", ""))
        for fact in facts.facts
        if fact.predicate == "concernsIndustry"
    }
    assert industries <= found
    involved = {
        (fact.subject.key, getattr(fact.object, "name", "")) for fact in facts.facts if fact.predicate == "involves"
    }
    assert ("支持铁西区发展智能装备产业", "铁西区") in involved or "铁西区" not in body
    assert all("浑南区" in task or place != "浑南区" for task, place in involved)
    assert facts.document.text == text


def test_headings_and_items_stay_apart() -> None:
    text = "一、坚持创新，发展新质生产力\n今年，推动沈阳市开放。\n各市人民政府，各县人民政府：\n现印发给你们。"
    ends = [text[sentence.start : sentence.end] for sentence in extract(Document("a", text)).sentences]
    assert "今年，推动沈阳市开放。" in ends
