"""Why something cannot be read or found, in the language of the app."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

import streamlit

from graph.errors import GraphError
from graph.mistakes import in_words, line_of
from graph.results import in_one_line
from graph.things import alike
from views.parts.frame.language import Words, words_of

_UNKNOWN = "no such name in this graph"


def told(name: str, error: GraphError, words: Words) -> str:
    """Return one line on a file that cannot be read: its name, the reason, what to do.

    Arguments: name, of the file; error; words, of a page that has the string `mistake of`.
    """
    said = words(
        "mistake of",
        file=name,
        reason=in_words(error.reason, words.language),
        remedy=in_words(error.remedy, words.language),
    )
    return in_one_line(said)


def mistake(error: GraphError, words: Words) -> str:
    """Return one line on a mistake: what is at fault, the reason, what to do. Arguments: error; words, for the language.

    >>> mistake(GraphError("火星", "no such name in this graph", "nearest: 大连市"), Words("zh", {}))
    '火星：图中没有这个名称；最接近的有：大连市'
    """
    if _is_iri(str(error.path)) and error.reason == _UNKNOWN:
        return unknown(str(error.path), words)
    return line_of(error, words.language)


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
    near = words.list_of(alike(said, (_end(one) for one in offered)))
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
