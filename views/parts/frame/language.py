"""The two languages of the app: which one is chosen, and a page's words in it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit

from graph.counted import counted
from graph.listed import listed
from graph.rdf import Language, label, terms

WORDS = Path(__file__).parents[2] / "words"
"""One file a page: each string has a name, and under it `zh` and `en`."""
PARAMETER = "lang"
"""Of the address."""
_CHINESE, _ENGLISH = "中文", "English"


@dataclass(frozen=True, slots=True)
class Words:
    """The strings of one file in one language.

    >>> Words("en", {"found": {"zh": "找到{n}项", "en": "{n} found"}})("found", n=2)
    '2 found'
    """

    language: Language
    table: dict[str, dict[str, str]]

    def __call__(self, name: str, **values: object) -> str:
        """Return a string, its places in braces filled; raises KeyError for a name that the file lacks."""
        said = self.table[name][self.language]
        return counted(said, **values) if values else said

    def list_of(self, parts: Iterable[str]) -> str:
        """Return several as one, as a person lists them.

        >>> Words("zh", {}).list_of(["甲", "乙"]), Words("en", {}).list_of(["a", "b"])
        ('甲、乙', 'a, b')
        """
        return listed(parts, self.language)

    def sentences(self, parts: Iterable[str]) -> str:
        """Return sentences one after the other, with a space between them where the language sets one.

        >>> Words("zh", {}).sentences(["甲。", "乙。"]), Words("en", {}).sentences(["A.", "B."])
        ('甲。乙。', 'A. B.')
        """
        return ("" if self.language == "zh" else " ").join(parts)

    def term(self, name: str) -> str:
        """Return the label of a term of the ontology, such as `hasMember`.

        >>> Words("zh", {}).term("hasMember")
        '成员'
        """
        return label(name, self.language)

    def explained(self, name: str) -> str:
        """Return what a term means, as views/words/glossary.toml or else the ontology says it; empty where neither does.

        >>> Words("en", {}).explained("recall"), Words("zh", {}).explained("Goal"), Words("zh", {}).explained("?")
        ('Recall: the share of what should have been read that was read.', '定性目标：以文字表述的目标。', '')
        """
        known = table_of("glossary").get(name)
        if known:
            return known[self.language]
        if name not in terms():
            return ""
        colon = "：" if self.language == "zh" else ": "
        return f"{self.term(name)}{colon}{terms()[name].definitions[self.language]}"

    def date(self, iso: str) -> str:
        """Return a date as a person writes it.

        >>> Words("zh", {}).date("2023-01-04"), Words("en", {}).date("2023-01-04")
        ('2023年1月4日', '4 January 2023')
        """
        year, month, day = (int(part) for part in iso.split("-"))
        named = month if self.language == "zh" else _MONTHS[month - 1]
        return table_of("app")["date"][self.language].format(year=year, month=named, day=day)


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@cache
def table_of(page: str) -> dict[str, dict[str, str]]:
    """Return the strings of views/words/<page>.toml."""
    return tomllib.loads((WORDS / f"{page}.toml").read_text(encoding="utf-8"))


def language() -> Language:
    """Return the chosen language; Chinese where none was chosen."""
    chosen = streamlit.session_state.get(PARAMETER, streamlit.query_params.get(PARAMETER))
    return "en" if chosen == _ENGLISH else "zh"


def words_of(page: str) -> Words:
    """Return the words of a page (the stem of a file in views/words) in the chosen language."""
    return Words(language(), table_of(page))


def switch() -> None:
    """Show the switch between the languages; what it says stays in the address from page to page."""
    streamlit.segmented_control(
        "语言 Language",
        [_CHINESE, _ENGLISH],
        default=_CHINESE,
        required=True,
        key=PARAMETER,
        bind="query-params",
        label_visibility="collapsed",
    )
