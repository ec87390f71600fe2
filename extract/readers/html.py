"""Web pages: the main text, with the title and the line of source and date that belong to it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from extract.document import canonical_text
from extract.errors import UnreadableText
from extract.readers.content import Content
from extract.readers.encoding import decode
from extract.readers.lines import close_up
from extract.readers.raised import unraised_markup
from extract.values import Metadata
from extract.wordlists import any_of, names_of

if TYPE_CHECKING:
    from extract.readers.page import Page

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,40})|<\?xml[^>]{0,99}encoding=["']([\w-]{1,40})""", re.I
)
_SITE_SUFFIX = re.compile(rf"\s*[-—–]{{1,2}}[^-—–]{{1,25}}{any_of('ends_of_site_names.txt')}$")
_LABELS = tuple(r"\s{0,4}".join(label) if len(label) == 2 else label for label in names_of("byline_labels.txt"))
_BYLINE = re.compile(rf"(?:{'|'.join(_LABELS)})\s*[：:]\s*[^\s：:]{{2,40}}")
"""A label of two characters may be set wide: 来  源."""
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")
_MAX_TITLE = 300


def read_html(path: Path, data: bytes) -> Content:
    """Return a web page's content: title, line of source and date, then the main text without menus and footers.

    What the page's own `meta` elements say of title, source and date (names that Chinese government sites share:
    ArticleTitle, ContentSource, PubDate) is taken as declared.

    >>> page = "<title>规划_某市政府网</title><nav>首页</nav><p>建设沈阳现代化都市圈，到2025年经济总量8000亿元。</p>"
    >>> print(read_html(Path("a.html"), page.encode()).text)
    规划
    <BLANKLINE>
    建设沈阳现代化都市圈，到2025年经济总量8000亿元。
    """
    from extract.readers.page import main_paragraphs, read_page  # lxml and trafilatura, only for web pages

    charset = _CHARSET.search(data[:4096])
    declared = next((name for name in charset.groups() if name), b"").decode() if charset else ""
    markup = unraised_markup(close_up(canonical_text(decode(path, data, declared))))
    page = read_page(markup)
    # A byline that trafilatura drops stands between title and text, with buttons in it.
    body = [text if is_sure else _byline_in(text) or text for text, is_sure in main_paragraphs(page, markup)]
    if not body:
        raise UnreadableText(path, "the page holds no text", "save the page with its text, not the frame around it")
    return Content("\n\n".join(_with_head(_title(page), _byline(page), body)), _metadata(page))


def _title(page: Page) -> str:
    if named := page.meta.get("articletitle", ""):
        return named
    if len(page.headings) == 1:
        return page.headings[0]
    return _without_site(page.meta.get("og:title", "") or page.title)


def _without_site(title: str) -> str:
    """A page's title without the names of column and site that follow it.

    >>> _without_site("三年行动方案_政策解读_某某市人民政府"), _without_site("三年行动方案-某某网")
    ('三年行动方案', '三年行动方案')
    """
    named = title[:_MAX_TITLE]
    first = re.split("[_|]", named)[0].strip()
    return _SITE_SUFFIX.sub("", first or named)


def _byline(page: Page) -> str:
    """The page's own line of source, date and number, without the buttons beside it."""
    return next((byline for one in page.paragraphs if (byline := _byline_in(one.text))), "")


def _byline_in(text: str) -> str:
    return " ".join(_BYLINE.findall(text)) if len(text) <= 200 else ""


def _with_head(title: str, byline: str, body: list[str]) -> list[str]:
    """The paragraphs of the body with title and byline at their head, unless they stand in its beginning."""
    place = _place(title, body)
    if place is None:
        body, place = [title, *body], 0
    if byline and _place(byline, body) is None:
        body = [*body[: place + 1], byline, *body[place + 1 :]]
    return [line for line in body if line]


def _place(line: str, body: list[str]) -> int | None:
    wanted = "".join(line.split())
    return next((i for i, paragraph in enumerate(body[:5]) if wanted in "".join(paragraph.split())), None)


def _metadata(page: Page) -> Metadata:
    found = _DATE.match(page.meta.get("pubdate", ""))
    published = None
    if found:
        try:
            published = date(*map(int, found.groups()))
        except ValueError:
            published = None  # a page's own slip is no reason to refuse it
    return Metadata(
        title=page.meta.get("articletitle", ""), source=page.meta.get("contentsource", ""), published=published
    )
