"""Why something cannot be read or found, in the language of the app: it is said in English, one table has it in both."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import unquote

import streamlit

from graph.errors import GraphError
from graph.results import in_one_line
from graph.things import alike
from views.parts.frame.language import Words, table_of, words_of

_PLACE = re.compile(r"\\\{(\w+)\\\}")
"""A place in braces, in a string that was escaped for a pattern."""
_UNKNOWN = "no such name in this graph"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what each English string looks like once its places are filled, with its name."""
    return tuple(
        (re.compile(_PLACE.sub(r"(?P<\1>.*)", re.escape(said["en"]))), name)
        for name, said in table_of("mistakes").items()
    )


def in_words(reason: str, words: Words) -> str:
    """Return a reason, or what to do about it, in the language of the app; as it is where the table lacks it.

    >>> in_words("the file is empty", Words("zh", {}))
    '文件是空的'
    >>> in_words("files of type «.doc» are not read", Words("zh", {}))
    '不能读取“.doc”类型的文件'
    """
    for pattern, name in _patterns():
        if found := pattern.fullmatch(reason):
            return Words(words.language, table_of("mistakes"))(name, **found.groupdict())
    return reason


def told(name: str, error: GraphError, words: Words) -> str:
    """Return one line on a file that cannot be read: its name, the reason, what to do.

    Arguments: name, of the file; error; words, of a page that has the string `mistake of`.
    """
    said = words("mistake of", file=name, reason=in_words(error.reason, words), remedy=in_words(error.remedy, words))
    return in_one_line(said)


def mistake(error: GraphError, words: Words) -> str:
    """Return one line on a mistake: what is at fault, the reason, what to do. Arguments: error; words, for the language.

    >>> mistake(GraphError("火星", "no such name in this graph", "nearest: 大连市"), Words("zh", {}))
    '火星：图中没有这个名称；最接近的有：大连市'
    """
    if _is_iri(str(error.path)) and error.reason == _UNKNOWN:
        return unknown(str(error.path), words)
    line = Words(words.language, table_of("app"))
    return in_one_line(line("mistake", what=error.path, why=reason_and_remedy(error, words)))


def reason_and_remedy(error: GraphError, words: Words) -> str:
    """Return the reason of a mistake and what to do about it, where it is plain what is at fault. Arguments: as for `mistake`."""
    line = Words(words.language, table_of("app"))
    reason, remedy = in_words(error.reason, words), in_words(error.remedy, words)
    return in_one_line(line("reason and remedy", reason=reason, remedy=remedy))


def unknown(name: str, words: Words, offered: Iterable[str] = ()) -> str:
    """Return the line on what an address names and the graph lacks, with those that are spelled much like it.

    Arguments: name, an id, or an IRI, said by its end alone; words; offered, ids or IRIs that could stand there.

    >>> unknown("https://w3id.org/policygraph/id/city/%E7%81%AB%E6%98%9F", Words("zh", {}))
    '火星：图中没有这个名称；请另选一个'
    >>> unknown("沈阳", Words("zh", {}), ["大连市", "https://w3id.org/policygraph/id/city/沈阳市"])
    '沈阳：图中没有这个名称；最接近的有：沈阳市'
    """
    # What an IRI is spelled like is near every other IRI: their ends are held against each other.
    said = _end(name)
    near = "、".join(alike(said, (_end(one) for one in offered)))
    return mistake(GraphError(said, _UNKNOWN, f"nearest: {near}" if near else "choose another one"), words)


def say_unknown(names: Iterable[str], offered: Iterable[str] = ()) -> None:
    """Say of each name that an address asks for that the graph lacks it. Arguments: names; offered, as for `unknown`."""
    held = tuple(offered)
    for name in names:
        streamlit.text(unknown(name, words_of("app"), held))


def _end(name: str) -> str:
    return unquote(name).rstrip("/#").replace("#", "/").rpartition("/")[2] or name if _is_iri(name) else name


def _is_iri(name: str) -> bool:
    return name.startswith(("http://", "https://"))
