"""What the first visitor would have to wait for, done before: pages imported, the graph opened and asked."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Hashable
from contextlib import suppress
from importlib import import_module
from inspect import stack
from typing import Any, get_args

from graph.citations import sources_of
from graph.connections import ENDS
from graph.errors import GraphError
from graph.pages import (
    country_map,
    document_list,
    figures,
    heading_places,
    place_cards,
    places_by_weight,
    province_maps,
    search_choices,
    target_ledger,
    timeline,
)
from graph.pictures import Lens, whole
from graph.quality import ambiguous_names, declared_counts, silent_sentences, unrelated
from graph.questions import answerable, asked_examples, query_examples
from graph.rdf import Language
from graph.sandbox import QueryError, run_limited
from graph.things import completions, documents, findable, merged
from views.parts.frame.graph_source import answered_before, source_of_all
from views.parts.frame.pages import existing
from views.parts.frame.preparation import end
from views.parts.network.explore_picture import places_of

_Asked = tuple[tuple[Callable[..., Any], tuple[Hashable, ...]], ...]
_ASKED_BY_OVERVIEW: _Asked = (
    (figures, ()),
    (documents, ()),
    (province_maps, ()),
    (country_map, ()),
    (place_cards, ()),
    (places_by_weight, ()),
)
"""What the overview asks of the graph, which most people open first."""
_ASKED_BY_OTHERS: _Asked = (
    (findable, (ENDS,)),
    (whole, ()),
    (places_of, (Lens(), False)),
    (target_ledger, ()),
    (timeline, ()),
    (document_list, ()),
    *(
        (function, (language,))
        for function in (asked_examples, query_examples, completions)
        for language in get_args(Language)
    ),
    (silent_sentences, ()),
    (heading_places, ()),
    (unrelated, ()),
    (declared_counts, ()),
    (ambiguous_names, ()),
    (merged, ()),
    (answerable, ()),
    (search_choices, ()),
    (sources_of, ()),
)
"""What the other pages ask when they are opened."""

_PUT_OFF = ("pandas", "streamlit.emojis")


def get_ready() -> None:
    """Open the graph, import the pages, and ask what they ask first; what fails is left to the page, which says so."""
    logging.getLogger("streamlit").addFilter(_outside_of_a_session)
    try:
        for function, arguments in _ASKED_BY_OVERVIEW:
            answered_before(function, *arguments)
        for name in existing():
            import_module(f"views.{name}")
        _load_what_streamlit_puts_off()
        _spare_the_collector()
        end()
        _start_children()
        for function, arguments in _ASKED_BY_OTHERS:
            with suppress(GraphError):  # a server is not asked for all of it
                answered_before(function, *arguments)
        _check()
        _spare_the_collector()
    except GraphError:
        return
    finally:
        end()


def _load_what_streamlit_puts_off() -> None:
    """Import what Streamlit imports when its first script runs, and let Python look up the modules' files, as it then does."""
    for name in _PUT_OFF:
        import_module(name)
    stack()


def _spare_the_collector() -> None:
    """Keep what is loaded by now out of the search for garbage, which Streamlit makes behind each script: a sixth of a second."""
    gc.collect()
    gc.freeze()


def _start_children() -> None:
    """Run a first query within limits, so that the children which run such queries are there."""
    from views.sparql import LIMITS

    with suppress(QueryError):
        run_limited(source_of_all().graph.engine, "ASK { ?s ?p ?o }", LIMITS)


def _check() -> None:
    """Hold the graph to its checks where the page on quality would do so unasked: last, since of many texts that takes seconds."""
    from views.quality import check_before

    check_before()


def _outside_of_a_session(record: logging.LogRecord) -> bool:
    return "ScriptRunContext" not in record.getMessage()
