"""关联: what ties two or more places, groups, industries or positionings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit
from rdflib import URIRef

from graph import GraphError, Node, PolicyGraph
from graph.connections import ENDS, GRADES, LONGEST, Conditions, Connections, ends_of
from graph.export import Shown, Wanted
from graph.pages import commitments_of
from graph.rdf import RELATIONS
from graph.things import Findable, documents, findable
from views.parts.cards import html_pieces as pieces
from views.parts.cards.names import all_that_ties
from views.parts.cards.way_cards import path_cards, shared_cards, task_cards
from views.parts.cards.why_empty import why_empty
from views.parts.frame.address import link, put, values
from views.parts.frame.filters import choose_number, choose_one, choose_some, choose_whether, filters_in_a_box
from views.parts.frame.graph_source import asked, source
from views.parts.frame.language import Words, words_of
from views.parts.frame.mistakes import mistake, say_unknown
from views.parts.frame.pages import existing
from views.parts.frame.take_away import take_away
from views.parts.keep.view import answer_button
from views.parts.network.tie_picture import tie_picture

_OFFERED = 3000
"""Things that the list holds, those of which the most is said; any other is found when its name is typed in full."""
_MOST = 8
"""Things that are connected at once: each two of them are looked at."""
_MIDDLES = ("Task", "KeyTask", "Positioning", "Industry", "PlaceGroup", "Region", "City", "Organization")
_GROUPS = ("PlaceGroup", "Slogan")
_CONDITIONS = ("grade", "relations", "through", "length", "documents", "hubs", "level")
"""Parameters of the address that narrow a connection."""


def page() -> None:
    """Show the page. Of the address: `ends`, IRIs; the conditions of a connection; `node` or `edge`, whose card is open."""
    words = words_of("connect")
    streamlit.title(words("title"))
    offered = asked(findable, ENDS)
    if not offered:
        streamlit.info(words("empty"))
        return
    ends = _ends(offered, words)
    with filters_in_a_box(_CONDITIONS):
        conditions = _conditions(words)
    if len(ends) < 2:
        streamlit.info(words("two" if ends else "none"))
        return
    found = asked(tied, ends, conditions)
    said = found.answer(words.language)
    kept = answer_button(words.list_of(node.label for node in found.ends), said)
    streamlit.html(f'<p class="lead">{escape(said)}{kept}</p>{_pairs(found, words)}{_jumps(found, words)}')
    ends = tuple(str(node.iri) for node in found.ends)
    wanted = Wanted(focus=ends, language=words.language)
    take_away("connection", Shown(focus=ends, language=words.language), wanted)
    _show(found, words)
    _behind(found, words)


def tied(graph: PolicyGraph, ends: Sequence[str], conditions: Conditions) -> Connections:
    """Return what ties the things of some IRIs; a group is meant in all documents that call it so."""
    names = [_meant(graph, graph.resolve(iri)) for iri in ends]
    return graph.connect(
        *names,
        grade=conditions.grade,
        relations=conditions.relations,
        through=conditions.through,
        length=conditions.length,
        documents=conditions.documents,
        hubs=conditions.hubs,
        level=conditions.level,
    )


def _meant(graph: PolicyGraph, node: Node) -> str | Node:
    same = {(one.kind, one.label) for one in graph.find(node.label, ENDS)}
    return node.label if node.kind in _GROUPS and len(same) == 1 else node


def opening(graph: PolicyGraph, names: Sequence[str], offered: Sequence[str]) -> tuple[str, ...]:
    """Return what the page opens with: the things of some names, or where a graph lacks them, the first that are offered."""
    held = [found[0] for name in names if (found := graph.find(name, ("City",)))]
    return tuple(str(node.iri) for node in held) if len(held) == len(names) else tuple(offered)


def firmness(graph: PolicyGraph, tasks: Sequence[URIRef]) -> dict[URIRef, str]:
    """Return how firm some tasks are."""
    return commitments_of(graph, tasks)


def _ends(offered: Sequence[Findable], words: Words) -> tuple[str, ...]:
    """Show the box in which the ends are chosen; returns their IRIs."""
    known = {str(one.node.iri): one for one in _once(offered)}
    # Where all ends were taken out, the address says so by an empty one.
    chosen = values("ends") or asked(opening, tuple(words("opens with").split()), tuple(known)[:2])
    held = list(dict.fromkeys(iri for iri in chosen if iri in known or _held(iri)))[:_MOST]
    unknown = [one for one in chosen if one and one not in held][:_MOST]
    options = list(dict.fromkeys([*held, *list(known)[:_OFFERED]]))
    streamlit.session_state["ends"] = held
    streamlit.multiselect(
        words("ends"),
        options,
        format_func=lambda iri: _said(iri, known, words),
        key="ends",
        placeholder=words("search"),
        accept_new_options=True,
        select_all=False,  # else Enter would choose all that match
        max_selections=_MOST,
        on_change=_choose,
    )
    for name in streamlit.session_state.pop("unknown names", ()):
        streamlit.text(name)
    say_unknown(unknown, known)
    return tuple(held)


def _once(offered: Sequence[Findable]) -> list[Findable]:
    """Return what is offered, a group that several documents call by one name once."""
    seen: dict[tuple[str, str], Findable] = {}
    for one in offered:
        named = one.node.label if one.node.kind in _GROUPS else str(one.node.iri)
        seen.setdefault((one.node.kind, named), one)
    return list(seen.values())


def _held(iri: str) -> bool:
    try:
        return iri.startswith("http") and bool(source().graph.find(iri))
    except GraphError:  # what no IRI can be
        return False


def _said(iri: str, known: Mapping[str, Findable], words: Words) -> str:
    if iri in known:
        one = known[iri]
        return f"{one.node.label} · {one.latin} · {words.term(one.node.kind)}"
    return source().graph.resolve(iri).label if _held(iri) else iri


def _choose() -> None:
    """Keep the chosen ends in the address; a line that was typed may list several names of the graph."""
    names, found, unknown = source().graph.names, [], []
    for said in streamlit.session_state["ends"]:
        try:
            found += [str(end[0].iri) for end in ends_of(names, said)]
        except GraphError as error:
            unknown.append(mistake(error, words_of("connect")))
    streamlit.session_state["unknown names"] = unknown
    put(node="", edge="")
    streamlit.query_params["ends"] = list(dict.fromkeys(found)) or [""]


def _conditions(words: Words) -> Conditions:
    """Show the filters; returns what they ask for."""
    grades = {"": words("any grade"), **{one: words("at least", grade=words.term(one)) for one in GRADES[:-1]}}
    relations = {name: words.term(name) for name in RELATIONS}
    middles = {name: words.term(name) for name in _MIDDLES}
    titles = {card.id: card.name for card in asked(documents)}
    levels = {"member": words("members"), "group": words("groups")}
    anything = words("all")
    return Conditions(
        grade=choose_one(words("grade"), grades, "grade", words.explained("Grade")),
        relations=choose_some(words("relations"), relations, "relations", anything),
        through=choose_some(words("middle"), middles, "through", anything),
        length=choose_number(words("length"), 1, LONGEST, 3, "length", words.explained("path")),
        documents=choose_some(words("documents"), titles, "documents", anything),
        hubs=choose_whether(words("hubs"), "hubs", words.explained("hub")),
        level="group" if choose_one(words("level"), levels, "level") == "group" else "member",
    )


def _pairs(found: Connections, words: Words) -> str:
    """Return what ties each two of more than two ends as HTML, each a link to the page of the two."""
    lines = (
        f"<li>{all_that_ties(one.names, (str(node.iri) for node in one.ends)).html()}"
        f"{words('colon')}{escape(one.said(words.language))}</li>"
        for one in found.pairs
    )
    return f'<ul class="pairs">{"".join(lines)}</ul>' if found.pairs else ""


def _jumps(found: Connections, words: Words) -> str:
    """Return links to the parts of the page as HTML."""
    parts = {"tasks": len(found.tasks), "shared": len(found.shared), "paths": len(found.paths), "picture": len(found)}
    held = (f'<a href="#{name}" target="_self">{words(name, n=n)}</a>' for name, n in parts.items() if n)
    return f'<p class="jumps">{" ".join(held)}</p>'


def _show(found: Connections, words: Words) -> None:
    if found.tasks:
        streamlit.header(words("tasks", n=len(found.tasks)), anchor="tasks")
        task_cards(found.tasks, asked(firmness, tuple(way.through[0].iri for way in found.tasks)))
    if found.shared:
        streamlit.header(words("shared", n=len(found.shared)), anchor="shared")
        shared_cards(found.shared)
    if found.paths:
        streamlit.header(words("paths", n=len(found.paths)), anchor="paths")
        path_cards(found.paths)
    if len(found):
        streamlit.header(words("picture"), anchor="picture")
        tie_picture(found)
    if found.explanation != type(found.explanation)() or found.ways.hidden:
        streamlit.header(words("left out") if len(found) else words("why"))
        why_empty(found)


def _behind(found: Connections, words: Words) -> None:
    with streamlit.expander(words("query"), icon=":material/code:"):
        pieces.quiet(words("query explained"))
        streamlit.code(found.sparql, language="sparql", wrap_lines=True)
        names = ", ".join(repr(node.label) for node in found.ends)
        streamlit.code(f"from graph import PolicyGraph\n\nPolicyGraph.open().connect({names})", language="python")
        if "sparql" in existing():
            link("sparql", words("run it"), icon=":material/play_arrow:", query=found.sparql)


if __name__ == "__main__":
    page()
