"""Real files for the tests, made from a text by the libraries that others make them with."""

from __future__ import annotations

import html
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

CORPUS_TEXT = Path(__file__).parents[2] / "corpus" / "liaoning-interpretation.txt"
_WIDTH = 30 * 14
"""Width of the lines of a PDF: 30 characters of 14 points."""


def lines_of(text: str) -> list[str]:
    """Lines of a text that hold something, without white space around them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def squeezed(text: str) -> str:
    """The text without any white space."""
    return "".join(text.split())


def word_file(path: Path, lines: Sequence[str]) -> Path:
    """Write a Word document with a paragraph a line."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def pdf_file(path: Path, lines: Sequence[str], header: str = "", password: str = "") -> Path:
    """Write a PDF: paragraphs indented and broken where the line is full, a header and a number on each page."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    encryption = StandardEncryption(password) if password else None
    canvas = Canvas(str(path), pagesize=A4, encrypt=encryption, invariant=1)
    height = 760
    page = 1

    def end_page() -> None:
        nonlocal height, page
        canvas.setFont("STSong-Light", 10)
        canvas.drawString(80, 800, header)
        canvas.drawCentredString(290, 40, f"— {page} —")
        canvas.showPage()
        height, page = 760, page + 1

    for line in lines:
        for number, piece in enumerate(_broken(line)):
            canvas.setFont("STSong-Light", 14)
            canvas.drawString(80 + (28 if number == 0 else 0), height, piece)
            height -= 24
            if height < 80:
                end_page()
    end_page()
    canvas.save()
    return path


def _broken(line: str) -> list[str]:
    """A paragraph broken to lines, no line beginning with a comma or full stop."""
    pieces = [""]
    room = _WIDTH - 28.0
    for char in line:
        width = pdfmetrics.stringWidth(char, "STSong-Light", 14)
        if width > room and char not in "，。、；：,;":
            pieces.append("")
            room = _WIDTH
        pieces[-1] += char
        room -= width
    return pieces


def web_page(lines: Sequence[str], charset: str = "utf-8") -> str:
    """A page as government sites build it: menu, path, title, byline with buttons, text, sharing, footer."""
    title, byline, *body = (html.escape(line) for line in lines)
    paragraphs = "\n".join(f'<p style="text-indent:2em"><span>&nbsp;&nbsp;{line}</span></p>' for line in body)
    menu = "".join(f'<li><a href="/{name}/">{name}</a></li>' for name in ("首页", "政务公开", "政务服务", "互动交流"))
    return f"""<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{title}_某某省人民政府网</title></head><body>
<div class="header"><ul class="nav">{menu}</ul></div>
<div class="location">当前位置：<a href="/">首页</a> &gt; <a href="/jd/">政策解读</a></div>
<div class="main"><h1>{title}</h1>
<div class="info"><span>{byline}</span> <span>字体：<a>大</a> <a>中</a> <a>小</a></span> <a>打印</a></div>
<div class="TRS_Editor">{paragraphs}</div></div>
<div class="share">分享到：<a>微信</a> <a>微博</a></div>
<div class="footer"><p>版权所有：某某省人民政府办公厅 <a href="/icp">ICP备00000000号</a></p>
<p>网站标识码0000000001</p></div>
</body></html>"""


def zip_bytes(parts: dict[str, bytes]) -> bytes:
    """The bytes of a ZIP file with these parts."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()
