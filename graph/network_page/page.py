"""A network as one HTML file that needs nothing from elsewhere: pyvis fills our own template with it, scripts and quotes included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

from graph.errors import GraphError
from graph.network_page.data import FOLDER, SCRIPTS, edge_data, legend_data, node_data
from graph.network_page.values import NetworkDrawing
from graph.network_page.words import said
from graph.pictures import line_of
from graph.rdf import Language, label
from graph.results import unturned
from graph.things import Quote

_NAMED = 5
"""Documents that are named in a picture's source."""


def library() -> Path:
    """Return where vis-network stands, as pyvis carries it; raises GraphError where pyvis is not installed.

    >>> library().name
    'vis-network.min.js'
    """
    found = find_spec("pyvis")  # found, not imported: that would bring IPython for the sake of one file of JavaScript
    if found is None or found.origin is None:
        raise GraphError("pyvis", "it is not installed", "pip install 'policygraph[export]'")
    return Path(found.origin).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"


def network_page(drawing: NetworkDrawing, quotes: Mapping[str, Sequence[Quote]], language: Language) -> str:
    """Return a network as an HTML page: title, finding, picture, legend, list, source, and the quotes of what is clicked.

    Arguments: drawing; quotes, of its edges by their ids; language of the words around it. Raises GraphError where pyvis is not
    installed.

    >>> "<h1>&lt;b&gt;</h1>" in network_page(NetworkDrawing("<b>", [], []), {}, "en")
    True
    """
    scripts = [_read(library()), "\n".join(_read(FOLDER / name) for name in (*SCRIPTS, "page.js"))]
    from pyvis.network import Network  # imported here, since it brings IPython, which only a saved page needs

    page = Network(directed=True)
    page.set_template_dir(str(FOLDER), "page.html")
    page.templateEnv.autoescape = True
    for node in drawing.nodes:
        data = node_data(node, language)
        page.add_node(data.pop("id"), **data)
    for edge in drawing.edges:
        data = edge_data(edge, language) | {"quotes": [_quote(one, language) for one in quotes.get(edge.id, ())]}
        page.add_edge(data.pop("source"), data.pop("target"), **data)
    page.templateEnv.globals.update(
        language="zh-CN" if language == "zh" else "en",
        title=unturned(drawing.title),
        finding=unturned(drawing.finding),
        notes=drawing.notes,
        source=unturned(drawing.source or _source(chain.from_iterable(quotes.values()), language)),
        how=said("how to zoom", language),
        picture={
            **legend_data(drawing, language),
            "height": drawing.height,
            "edgeLabels": drawing.edge_labels,
            "radial": drawing.radial,
            "said": {name: said(name, language) for name in ("close", "back", "no quote")},
        },
        style="\n".join(_read(FOLDER / name) for name in ("network.css", "page.css")),
        scripts=scripts,
    )
    shown: str = page.generate_html()
    return shown


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _quote(quote: Quote, language: Language) -> dict[str, object]:
    before, found, after = quote.said.partition(quote.exact)
    return {
        "before": unturned(before) if found else "",
        "exact": unturned(quote.exact),
        "after": unturned(after),
        "where": unturned(" › ".join(one for one in (quote.title, *quote.trail) if one)),
        "grade": label(quote.grade, language),
        "dashes": line_of(quote.grade).dashes,
    }


def _source(quotes: Iterable[Quote], language: Language) -> str:
    """Return the documents that a picture rests on, in words."""
    held = dict.fromkeys(quote.title for quote in quotes)
    titles = [title if title.startswith("《") else f"《{title}》" for title in held]
    if not titles:
        return said("saved by", language)
    named = said("and", language).join(titles[:_NAMED])
    more = said("and more documents", language, n=len(titles) - _NAMED) if len(titles) > _NAMED else ""
    return said("source of", language, documents=named + more) + said("saved by", language)
