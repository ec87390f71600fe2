"""The graph that the pages show: opened once, asked once for each thing, however many pages are switched."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple, TypeVar

import streamlit
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx

from graph import PolicyGraph
from graph.engines import graph_hash, record_of

Answer = TypeVar("Answer")

VARIABLE = "POLICYGRAPH_STORE"
"""Environment variable that names the graph: the folder of a store, a file, or the address of a server."""
_DEFAULT = "policy.db"
_CORPUS = Path(__file__).parents[3] / "corpus"
_IN_SESSION = "graph of this session"


class Source(NamedTuple):
    """A graph with the key of what it holds: two graphs that hold the same have the same key."""

    graph: PolicyGraph
    key: str


def source() -> Source:
    """Return the graph to be shown: the session's own after a text was added to it, else the one that was opened.

    Outside of a session, before the first visitor, there is no graph of one. Raises GraphError where it cannot be opened.
    """
    if get_script_run_ctx(suppress_warning=True) is None:
        return source_of_all()
    own: Source | None = streamlit.session_state.get(_IN_SESSION)
    return own if own is not None else source_of_all()


def source_of_all() -> Source:
    """Return the graph that was opened for all sessions. Raises GraphError where it cannot be opened."""
    where = os.environ.get(VARIABLE, _DEFAULT)
    if where == _DEFAULT and not Path(where).exists():
        return _built(str(_CORPUS))
    return _opened(where, _changed(Path(where)))


def use_in_session(graph: PolicyGraph | None) -> None:
    """Let this session show another graph; None goes back to the one that was opened."""
    if graph is None:
        streamlit.session_state.pop(_IN_SESSION, None)
    else:
        streamlit.session_state[_IN_SESSION] = Source(graph, graph_hash(graph))


def is_of_session() -> bool:
    """Return whether the graph to be shown is the session's own, which is gone with it."""
    return _IN_SESSION in streamlit.session_state


def renew() -> None:
    """Show a session's own graph as its folder holds it now, after it was changed there."""
    if is_of_session():
        use_in_session(PolicyGraph.open(source().graph.engine.name))


def asked(function: Callable[..., Answer], *arguments: Hashable) -> Answer:
    """Return ``function(graph, *arguments)``, computed once for each graph and arguments.

    Arguments: function, a function of `graph` that does not change what it is given; arguments, values with a stable
    repr. What it returns is shared by all sessions: read it, do not change it.
    """
    graph, key = source()
    answer: Answer = _answer(key, f"{function.__module__}.{function.__qualname__}", arguments, function, graph)
    return answer


def answered_before(function: Callable[..., Any], *arguments: Hashable) -> None:
    """Ask what pages will ask with `asked`, before any of them does; for the graph of all, outside of any session."""
    graph, key = source_of_all()
    _answer(key, f"{function.__module__}.{function.__qualname__}", arguments, function, graph)


def begun_before(function: Callable[..., Any], *arguments: Hashable) -> None:
    """Begin what a page will begin with `begun`, before it does; for the graph of all, outside of any session."""
    graph, key = source_of_all()
    _begin(key, f"{function.__module__}.{function.__qualname__}", arguments, function, graph)


def begun(function: Callable[..., Answer], *arguments: Hashable) -> Future[Answer]:
    """Begin ``function(graph, *arguments)`` behind the page, once for each graph and arguments; returns what will hold it.

    Arguments: as for `asked`. For what takes seconds: the page shows the rest, and this as soon as it is there.
    """
    graph, key = source()
    begun_now: Future[Answer] = _begin(
        key, f"{function.__module__}.{function.__qualname__}", arguments, function, graph
    )
    return begun_now


@streamlit.cache_resource(show_spinner=False, max_entries=100)
def _begin(
    key: str, name: str, arguments: tuple[Hashable, ...], _function: Callable[..., Any], _graph: PolicyGraph
) -> Future[Any]:
    held: Future[Any] = Future()

    def answer() -> None:
        try:
            held.set_result(_function(_graph, *arguments))
        except BaseException as error:  # told where the result is asked for
            held.set_exception(error)

    # A daemon, so that whoever ends the app does not wait for it.
    Thread(target=answer, name=name, daemon=True).start()
    return held


@streamlit.cache_resource(show_spinner=False, max_entries=2000)
def _answer(
    key: str, name: str, arguments: tuple[Hashable, ...], _function: Callable[..., Any], _graph: PolicyGraph
) -> Any:
    return _function(_graph, *arguments)


@streamlit.cache_resource(show_spinner=False, max_entries=4)
def _opened(where: str, changed: str) -> Source:
    graph = PolicyGraph.open(where)
    return Source(graph, graph_hash(graph))


@streamlit.cache_resource(show_spinner=False, max_entries=1)
def _built(corpus: str) -> Source:
    graph = PolicyGraph.build(corpus)
    return Source(graph, graph_hash(graph))


def _changed(where: Path) -> str:
    """Return what tells one build of a graph from the next: its snapshot, else when it changed; empty for an address."""
    if not where.exists():
        return ""
    record = record_of(where) if where.is_dir() else None
    return record.folder if record is not None else str(max(one.stat().st_mtime_ns for one in (where, *_held(where))))


def _held(where: Path) -> list[Path]:
    """The files of a store without snapshots."""
    return [one for one in where.iterdir() if not one.name.startswith("LO")] if where.is_dir() else []
