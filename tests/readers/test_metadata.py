"""What front matter, side files and web pages declare of a document."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from extract.errors import UnreadableText
from extract.readers import read_document
from extract.readers.metadata import KEYS
from extract.values import Metadata

FRONT = """---
id: liaoning plan
title: 三年行动方案
source: 省发展改革委
issuer: 辽宁省人民政府
published: 2022-02-09
number: 辽政发〔2022〕6号
province: 辽宁
kind: Plan
---

"""
DECLARED = Metadata(
    title="三年行动方案",
    source="省发展改革委",
    issuer="辽宁省人民政府",
    published=date(2022, 2, 9),
    number="辽政发〔2022〕6号",
    province="辽宁",
    kind="Plan",
)


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_front_matter_is_taken_out_of_the_text(tmp_path: Path, suffix: str) -> None:
    document = read_document(write(tmp_path / f"a{suffix}", FRONT + "沈阳。\n"))
    assert (document.id, document.metadata, document.text) == ("liaoning-plan", DECLARED, "沈阳。\n")


def test_a_side_file_wins_over_front_matter(tmp_path: Path) -> None:
    write(tmp_path / "a.meta.toml", 'province = "吉林"\npublished = 2023-01-04\n')
    metadata = read_document(write(tmp_path / "a.txt", FRONT + "沈阳。")).metadata
    assert (metadata.province, metadata.published, metadata.title) == ("吉林", date(2023, 1, 4), "三年行动方案")


def test_a_dashed_line_without_keys_is_text(tmp_path: Path) -> None:
    text = "---\n沈阳：中心\n---\n大连\n"
    assert read_document(write(tmp_path / "a.txt", text)).text == text


def test_a_number_like_value_stays_what_was_written(tmp_path: Path) -> None:
    document = read_document(write(tmp_path / "a.txt", "---\nid: 007\ntitle: no\n---\n沈阳"))
    assert (document.id, document.metadata.title) == ("007", "no")


REFUSED = {
    "---\npublished: 2022-2-9\n---\n沈阳": "published «2022-2-9» in a.txt is no date; write it as YYYY-MM-DD",
    "---\npublished: 2022-02-30\n---\n沈阳": "published «2022-02-30» in a.txt is no date",
    "---\nkind: Law\n---\n沈阳": "kind «Law» in a.txt is unknown; use one of Plan, Interpretation, PolicyDocument",
    "---\ntitle: [a, b]\n---\n沈阳": "title in a.txt is no text",
    "---\ntitle: a: b\n---\n沈阳": "the front matter is not YAML in line 2",
    "---\ntitle: " + "[" * 8000 + "\n---\n沈阳": "the front matter is not YAML",
    "---\nid: '???'\n---\n沈阳": "id «???» in a.txt is no name",
}


@pytest.mark.parametrize(("text", "told"), REFUSED.items(), ids=range(len(REFUSED)))
def test_front_matter_that_is_wrong_is_named_in_one_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UnreadableText) as raised:
        read_document(write(tmp_path / "a.txt", text))
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


def test_keys_that_the_maker_of_a_site_wrote_are_passed_over_with_a_remark(tmp_path: Path) -> None:
    page = "---\ntitle: 沈阳市条例\nbookCollapseSection: true\ntags:\n- 法规\n---\n# 沈阳市条例\n"
    document = read_document(write(tmp_path / "a.txt", page))
    assert (document.metadata.title, document.text) == ("沈阳市条例", "# 沈阳市条例\n")
    assert len(document.remarks) == 1
    assert (
        "passed over in the front matter: «bookCollapseSection», «tags»; the keys are id, title," in document.remarks[0]
    )


@pytest.mark.parametrize(
    "side", ["title = ", "published = 2022-02-09T10:00:00", 'authors = "某"', "title = 1", "a=" + "[" * 9999]
)
def test_a_side_file_that_is_wrong_is_named(tmp_path: Path, side: str) -> None:
    write(tmp_path / "a.meta.toml", side)
    with pytest.raises(UnreadableText, match=r"a\.meta\.toml"):
        read_document(write(tmp_path / "a.txt", "沈阳"))


def test_a_side_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.meta.toml").write_bytes('title = "沈阳"'.encode("gb18030"))
    with pytest.raises(UnreadableText, match="not TOML in UTF-8"):
        read_document(write(tmp_path / "a.txt", "沈阳"))


def test_a_web_page_declares_what_its_meta_elements_say(tmp_path: Path) -> None:
    head = '<meta name="ArticleTitle" content="方案"><meta name="PubDate" content="2023-01-04 10:22">'
    page = f'{head}<meta name="ContentSource" content="省政府"><p>推进沈阳现代化都市圈建设。</p>'
    metadata = read_document(write(tmp_path / "a.html", page)).metadata
    assert metadata == Metadata(title="方案", source="省政府", published=date(2023, 1, 4))


def test_the_id_is_the_stem_of_the_file_and_a_hash_of_what_the_text_is(tmp_path: Path) -> None:
    assert re.fullmatch(r"辽宁-方案1-[0-9a-f]{6}", read_document(write(tmp_path / "辽宁 方案#1?.txt", "沈阳")).id)


def test_a_text_keeps_its_id_while_its_title_and_issuer_stay(tmp_path: Path) -> None:
    ids = [read_document(write(tmp_path / "plan.txt", f"甲市规划\n{words}")).id for words in ("沈阳。", "大连。")]
    assert len(set(ids)) == 1
    assert read_document(write(tmp_path / "plan.txt", "乙市规划\n沈阳。")).id not in ids
    declared = [
        read_document(write(tmp_path / "plan.md", f"---\ntitle: 甲市规划\nissuer: {issuer}\n---\n沈阳。")).id
        for issuer in ("甲市人民政府", "乙市人民政府")
    ]
    assert len(set(declared)) == 2


def test_every_key_is_described_where_texts_are_added() -> None:
    described = (Path(__file__).parents[2] / "corpus" / "README.md").read_text("utf-8")
    assert [key for key in KEYS if f"`{key}`" not in described] == []
