"""What each format's marks become."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from extract.document import canonical_text, document_id
from extract.readers import read_document
from extract.readers.lines import Line, paragraphs


def text_of(path: Path, content: str) -> str:
    path.write_text(content, "utf-8")
    return read_document(path).text


@given(st.text())
def test_the_canonical_form_of_a_canonical_text_is_itself(raw: str) -> None:
    text = canonical_text(raw)
    assert canonical_text(text) == text
    assert text.encode().decode() == text


@given(st.text())
def test_an_id_is_one_segment_of_an_iri(name: str) -> None:
    found = document_id(name)
    assert not set(found) & set('/?#%<>"{}|\\^` \n\t:@')
    assert document_id(found) == found


def test_markdown_marks_go_and_their_text_stays(tmp_path: Path) -> None:
    markdown = (
        "# 方案\n\n**“一圈”**是[沈阳](http://x)和`大连`。<b>重</b>点&amp;\n\n"
        "3. 推进\n4. 加快\n\n- 甲\n- 乙\n\n> 引文\n\n![图](p.png)\n\n<!-- 注 -->\n\n"
        "| 区 | 市 |\n|---|---|\n| 辽东 | **丹东** |\n"
    )
    lines = [line for line in text_of(tmp_path / "a.md", markdown).splitlines() if line]
    assert lines == [
        "方案",
        "“一圈”是沈阳和大连。重点&",
        "3. 推进",
        "4. 加快",
        "甲",
        "乙",
        "引文",
        "区\t市",
        "辽东\t丹东",
    ]


def test_an_indented_markdown_paragraph_is_no_code(tmp_path: Path) -> None:
    assert text_of(tmp_path / "a.md", "    推进**沈阳**建设。\n") == "推进沈阳建设。\n"


def test_a_site_name_is_no_part_of_the_title(tmp_path: Path) -> None:
    page = "<title>三年行动方案_政策解读_某某市人民政府网</title><p>推进沈阳现代化都市圈建设，到2025年建成。</p>"
    assert text_of(tmp_path / "a.html", page).splitlines()[0] == "三年行动方案"


def test_a_title_that_the_text_holds_is_not_repeated(tmp_path: Path) -> None:
    page = "<title>三年行动方案_某某网</title><h1>三年行动方案</h1><p>推进沈阳现代化都市圈建设，到2025年建成。</p>"
    assert text_of(tmp_path / "a.html", page).count("三年行动方案") == 1


def test_lines_broken_in_the_source_of_a_page_close_up(tmp_path: Path) -> None:
    page = "<p>推进沈阳现代化\n   都市圈建设，到2025年建成。</p>"
    assert "推进沈阳现代化都市圈建设" in text_of(tmp_path / "a.html", page)


def test_line_breaks_and_tables_of_a_page_become_lines(tmp_path: Path) -> None:
    page = (
        "<div id='zoom'>　　推进沈阳现代化都市圈建设，加快产业发展。<br>　　推进大连建设，<b>打造</b>中心。</div>"
        "<table><tr><td>辽东</td><td>丹东</td></tr></table>"
    )
    lines = [line for line in text_of(tmp_path / "a.html", page).splitlines() if line]
    assert lines == ["推进沈阳现代化都市圈建设，加快产业发展。", "推进大连建设，打造中心。", "辽东\t丹东"]


def numbering_xml() -> str:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
        '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>'
    )
    return f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'


def test_the_numbers_that_word_writes_by_itself_are_in_the_text(tmp_path: Path) -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(numbering_xml()))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level, text in ((0, "总体"), (1, "目标"), (1, "原则"), (2, "统筹"), (0, "任务"), (1, "产业")):
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        place = f'<w:ilvl w:val="{level}"/><w:numId w:val="90"/>'
        properties.append(parse_xml(f"<w:numPr {nsdecls('w')}>{place}</w:numPr>"))
    document.save(str(tmp_path / "a.docx"))
    lines = read_document(tmp_path / "a.docx").text.split()
    assert lines == ["一、总体", "（一）目标", "（二）原则", "1.统筹", "二、任务", "（一）产业"]


def test_a_heading_style_brings_its_number(tmp_path: Path) -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    level = (
        '<w:lvl w:ilvl="{}"><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    )
    levels = level.format(0, "Heading1", "第%1章") + level.format(1, "Heading2", "（%2）")
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="91">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="91"/></w:num>'))
    for style in ("Heading 1", "Heading 2"):
        properties = document.styles[style].element.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="91"/></w:numPr>'))
    for text, depth in (("总则", 1), ("目标", 2), ("任务", 1)):
        document.add_heading(text, depth)
    document.save(str(tmp_path / "a.docx"))
    assert read_document(tmp_path / "a.docx").text.splitlines() == ["第一章 总则", "（一）目标", "第二章 任务"]


def test_word_tables_stand_where_they_stood_and_deletions_are_gone(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("表前")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "辽东", "丹东"
    paragraph = document.add_paragraph("沈")._p
    run = "<w:r><w:{tag}>{text}</w:{tag}></w:r>"
    for change, tag, text in (("ins", "t", "阳"), ("del", "delText", "山"), ("smartTag", "t", "市")):
        paragraph.append(parse_xml(f"<w:{change} {nsdecls('w')}>{run.format(tag=tag, text=text)}</w:{change}>"))
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.save(str(tmp_path / "a.docx"))
    assert read_document(tmp_path / "a.docx").text == "表前\n辽东\t丹东\n沈阳市\n"


def test_a_full_line_of_a_page_goes_on_where_paragraphs_are_indented() -> None:
    lines = [Line("甲乙丙；", 2, 0), Line("丁戊。", 0, 0), Line("己庚", 2, 0), Line("辛", 0, 9)]
    assert paragraphs(lines) == ["甲乙丙；丁戊。", "己庚辛"]


def test_a_line_over_the_edge_stands_alone() -> None:
    assert paragraphs([Line("甲乙丙", 0, -4), Line("丁戊", 0, -3), Line("己", 0, 9)]) == ["甲乙丙", "丁戊", "己"]


def test_a_numbered_line_begins_a_paragraph_and_a_year_does_not() -> None:
    lines = [Line("甲乙丙", 0, 0), Line("（二）丁戊", 0, 0), Line("2025年己", 0, 0), Line("3.5亿元", 0, 9)]
    assert paragraphs(lines) == ["甲乙丙", "（二）丁戊2025年己3.5亿元"]


@pytest.mark.parametrize("text", ["沈阳", "大连市", "沈阳。\n", "GDP增长5%", "一圈一带两区", "朝阳"])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-16"])
def test_short_texts_are_decoded(tmp_path: Path, text: str, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert read_document(tmp_path / "a.txt").text == text


def test_a_page_in_big5_is_decoded_as_it_declares(tmp_path: Path) -> None:
    page = "<meta charset=big5><p>推進瀋陽現代化都市圈建設。</p>"
    (tmp_path / "a.html").write_bytes(page.encode("big5"))
    assert read_document(tmp_path / "a.html").text == "推進瀋陽現代化都市圈建設。"


def test_traditional_text_in_big5_is_decoded(tmp_path: Path) -> None:
    text = "推進瀋陽現代化都市圈建設，加強區域協調發展。"
    (tmp_path / "a.txt").write_bytes(text.encode("big5"))
    assert read_document(tmp_path / "a.txt").text == text


def test_the_readers_of_heavy_formats_are_loaded_only_when_needed() -> None:
    heavy = "{'trafilatura', 'pdfplumber', 'docx', 'lxml', 'yaml', 'markdown_it', 'charset_normalizer'}"
    code = f"import sys, extract.readers; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
