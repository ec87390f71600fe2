"""What is said of a mistake, found again by its English words and said in the language that was chosen."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from graph.counted import counted
from graph.errors import GraphError

Language = Literal["zh", "en"]
_TABLES = Path(__file__).with_name("sentences")
_SUBJECTS = "subjects"
_PLACE = re.compile(r"\\\{(\w+)\\\}")
"""A place in braces, in a string that was escaped for a pattern."""
_NESTED = "reason"
"""The place in which a sentence of the table stands again."""
_COLON, _JOINED = "：", "；"


class _Sentence(NamedTuple):
    """A sentence of a table: what its English looks like once its places are filled, and both languages."""

    pattern: re.Pattern[str]
    said: dict[str, str]


@cache
def _sentences(*, of_subjects: bool) -> tuple[_Sentence, ...]:
    """Return the sentences, those with the most words of their own first: of two that fit, the nearer one is meant."""
    files = sorted(path for path in _TABLES.glob("*.toml") if (path.stem == _SUBJECTS) is of_subjects)
    said = [one for path in files for one in tomllib.loads(path.read_text(encoding="utf-8")).values()]
    said.sort(key=lambda one: (-len(re.sub(r"\{\w+\}", "", one["en"])), one["en"]))
    return tuple(
        _Sentence(re.compile(_PLACE.sub(r"(?P<\1>.*?)", re.escape(one["en"])), re.DOTALL), one) for one in said
    )


def in_words(reason: str, language: Language) -> str:
    """Return a reason, or what to do about it, in a language; as it is where the tables lack it.

    >>> in_words("the file is empty", "zh"), in_words("the file is empty", "en")
    ('文件是空的', 'the file is empty')
    >>> in_words("files of type «.doc» are not read", "zh"), in_words("task 3: no date", "zh")
    ('不能读取“.doc”类型的文件', '第3个任务：不是日期')
    """
    found = _found(reason, language, of_subjects=False)
    if found is None and ": " in reason and language == "zh":
        part, _, rest = reason.partition(": ")
        within = _found(rest, language, of_subjects=False)
        return f"{part}{_COLON}{within}" if within is not None else reason
    return reason if found is None else found


def subject_in_words(subject: str, language: Language) -> str:
    """Return what is at fault in a language: a name, a file or an address as it is.

    >>> subject_in_words("query, line 1, column 9", "zh"), subject_in_words("火星", "zh")
    ('查询第1行第9列', '火星')
    """
    return _found(subject, language, of_subjects=True) or subject


def _found(reason: str, language: Language, *, of_subjects: bool) -> str | None:
    for pattern, said in _sentences(of_subjects=of_subjects):
        if match := pattern.fullmatch(reason):
            places = {
                name: in_words(value, language) if name == _NESTED else value
                for name, value in match.groupdict().items()
            }
            return counted(said[language], **places) if places else said[language]
    return None


def reason_and_remedy(error: GraphError, language: Language) -> str:
    """Return the reason of a mistake and what to do about it, where it is plain what is at fault.

    >>> reason_and_remedy(GraphError("火星", "no such name in this graph", "nearest: 大连市"), "zh")
    '图中没有这个名称；最接近的有：大连市'
    """
    reason, remedy = in_words(error.reason, language), in_words(error.remedy, language)
    return _printable(f"{reason}{_JOINED if language == 'zh' else '; '}{remedy}")


def line_of(error: GraphError, language: Language) -> str:
    """Return the one line on a mistake: what is at fault, the reason, what to do.

    >>> line_of(GraphError("query", "it gives no rows", "ask with SELECT, or call query()"), "zh")
    '查询：结果不是表；请用SELECT，或调用query()'
    """
    subject = subject_in_words(str(error.path), language)
    return _printable(f"{subject}{_COLON if language == 'zh' else ': '}{reason_and_remedy(error, language)}")


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)
