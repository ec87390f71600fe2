"""The field in which a query is written: it offers words at the caret, and is run by its button or by Ctrl+Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit

from graph.things import Completion
from views.parts.frame.component import component
from views.parts.frame.language import Words


def editor_view(
    query: str, offered: Iterable[Completion], words: Words, *, key: str, on_run: Callable[[str], None], taken: int = 0
) -> None:
    """Show the field for a query with its button.

    Arguments: query, what stands in it at first, and again when another query is opened; offered, what is completed;
    words of the page; key, unique on the page; on_run, called with the text as it stands when it is run, before the page is
    drawn anew; taken, a number that changes when `query` shall replace what is written though it is the same as before.
    """
    component("editor", "words.js", "view.js")(
        key=key,
        height="content",
        data={
            "query": query,
            "taken": taken,
            "offers": [_offer(one, words) for one in offered],
            "words": {name: words(name) for name in ("query", "run", "insert", "keys", "offers", "found", "variable")},
        },
        on_run_change=lambda: on_run(str(streamlit.session_state[key].run["text"])),
    )


def _offer(one: Completion, words: Words) -> dict[str, object]:
    """Return a completion for the browser; the kind in words: that of a term, else the class of a thing."""
    kind = f"kind {one.kind}"
    return {
        "text": one.text,
        "kind": words(kind) if kind in words.table else words.term(one.kind),
        "keyword": one.kind == "keyword",
        "label": one.label,
        "definition": one.definition,
        "found": list(one.found_by),
    }
