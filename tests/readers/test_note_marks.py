"""Marks of notes never change a value, whatever file carries them; exponents of units stay."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from extract import extract
from extract.readers import read_document
from extract.readers.raised import unraised

TITLE = "襄阳市水资源管理实施方案"
SAID = (
    "到2027年，襄阳市用水总量{1}30.5亿立方米以内，再生水利用率{2}达到35%{3}，新增湿地面积{4}200公顷，改造厂房30万m{e}。"
)
PLAIN = "到2027年，襄阳市用水总量30.5亿立方米以内，再生水利用率达到35%，新增湿地面积200公顷，改造厂房30万m²。"


def dressed(before: str, after: str) -> str:
    """The text with its raised characters between two marks."""
    raised = {str(number): f"{before}{number}{after}" for number in range(1, 5)}
    text = SAID.replace("{e}", f"{before}2{after}")
    for number, mark in raised.items():
        text = text.replace(f"{{{number}}}", mark)
    return text


def word_file(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph(TITLE)
    paragraph = document.add_paragraph()
    for number, piece in enumerate(dressed("|", "|").split("|")):
        paragraph.add_run(piece).font.superscript = number % 2 == 1
    document.save(str(path))
    return path


def pdf_file(path: Path) -> Path:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle("a", fontName="STSong-Light", fontSize=14, leading=24, wordWrap="CJK", firstLineIndent=28)
    story = [Paragraph(TITLE, style), Paragraph(dressed("<super>", "</super>"), style)]
    SimpleDocTemplate(str(path), invariant=1).build(story)
    return path


def web_page(path: Path, before: str, after: str) -> Path:
    path.write_text(f"<title>{TITLE}_某网</title><p>{dressed(before, after)}</p>", "utf-8")
    return path


def markdown(path: Path, before: str, after: str) -> Path:
    text = dressed(before, after).replace(f"{before}2{after}。", "<sup>2</sup>。")
    path.write_text(f"# {TITLE}\n\n{text}\n", "utf-8")
    return path


def test_word_leaves_raised_marks_out(tmp_path: Path) -> None:
    assert read_document(word_file(tmp_path / "a.docx")).text.splitlines() == [TITLE, PLAIN]


def test_pdf_leaves_raised_marks_out(tmp_path: Path) -> None:
    assert read_document(pdf_file(tmp_path / "a.pdf")).text.splitlines() == [TITLE, PLAIN]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<sup>", "</sup>"),
        ('<sup><a href="#n">', "</a></sup>"),
        ('<span style="vertical-align: super">', "</span>"),
        ("<sup>[", "]</sup>"),
    ],
)
def test_a_web_page_leaves_raised_marks_out(tmp_path: Path, before: str, after: str) -> None:
    page = web_page(tmp_path / "a.html", before, after)
    assert read_document(page).text.splitlines()[-1] == PLAIN.replace("m²", "m" if "[" in before else "m²")


@pytest.mark.parametrize(("before", "after"), [("<sup>", "</sup>"), ("^", "^"), ("[^", "]")])
def test_markdown_leaves_marks_of_notes_out(tmp_path: Path, before: str, after: str) -> None:
    assert read_document(markdown(tmp_path / "a.md", before, after)).text.splitlines()[-1] == PLAIN


@pytest.mark.parametrize("mark", ["①", "[1]", "［1］", "*", "^1^", "¹"])
def test_a_plain_text_keeps_its_marks_and_is_read_without_them(tmp_path: Path, mark: str) -> None:
    text = f"{TITLE}\n到2027年，襄阳市用水总量{mark}控制在300亿立方米以内。"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    facts = extract(read_document(tmp_path / "a.txt"))
    assert facts.document.text == text
    aim = next(fact for fact in facts.facts if fact.predicate == "hasTarget")
    assert getattr(aim.object, "key", "") == "襄阳市·用水总量<=300亿立方米·2027"
    quote = aim.evidence[0]
    assert f"用水总量{mark}控制在300亿立方米以内" in text[quote.start : quote.end]


@pytest.mark.parametrize(("before", "raised"), [("品牌", "®"), ("第5", "th"), ("Ca", "2+")])
def test_other_raised_characters_stay(before: str, raised: str) -> None:
    assert unraised(before, raised) == raised
