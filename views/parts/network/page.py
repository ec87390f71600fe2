"""A network as one HTML file that needs nothing from elsewhere: pyvis fills our own template with it, scripts and quotes included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

from graph.pictures import line_of
from graph.things import Quote
from views.parts.frame.language import Words
from views.parts.network.data import FOLDER, SCRIPTS, edge_data, legend_data, node_data
from views.parts.network.values import NetworkDrawing

_PYVIS = find_spec("pyvis")  # found, not imported: that would bring IPython for the sake of one file of JavaScript
assert _PYVIS is not None, "the extra app installs pyvis"
assert _PYVIS.origin is not None
LIBRARY = Path(_PYVIS.origin).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
"""vis-network, as pyvis carries it."""
_NAMED = 5
"""Documents that are named in a picture's source."""


def network_page(drawing: NetworkDrawing, quotes: Mapping[str, Sequence[Quote]], words: Words) -> str:
    """Return a network as an HTML page: title, source, picture, legend, and the quotes of what is clicked.

    Arguments: drawing; quotes, of its edges by their ids; words, of the parts.
    """
    from pyvis.network import Network  # imported here, since it brings IPython, which only a saved page needs

    page = Network(directed=True)
    page.set_template_dir(str(FOLDER), "page.html")
    page.templateEnv.autoescape = True
    for node in drawing.nodes:
        data = node_data(node, words)
        page.add_node(data.pop("id"), **data)
    for edge in drawing.edges:
        data = edge_data(edge, words) | {"quotes": [_quote(one, words) for one in quotes.get(edge.id, ())]}
        page.add_edge(data.pop("source"), data.pop("target"), **data)
    page.templateEnv.globals.update(
        language="zh-CN" if words.language == "zh" else "en",
        title=drawing.title,
        source=_source(chain.from_iterable(quotes.values()), words),
        how=words("how to zoom"),
        picture={
            **legend_data(drawing, words),
            "height": drawing.height,
            "edgeLabels": drawing.edge_labels,
            "radial": drawing.radial,
            "said": {name: words(name) for name in ("close", "back", "no quote")},
        },
        style="\n".join(_read(name) for name in ("view.css", "page.css")),
        scripts=[LIBRARY.read_text(encoding="utf-8"), "\n".join(_read(name) for name in (*SCRIPTS, "page.js"))],
    )
    shown: str = page.generate_html()
    return shown


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _quote(quote: Quote, words: Words) -> dict[str, object]:
    before, found, after = quote.said.partition(quote.exact)
    return {
        "before": before if found else "",
        "exact": quote.exact,
        "after": after,
        "where": " › ".join(one for one in (quote.title, *quote.trail) if one),
        "grade": words.term(quote.grade),
        "dashes": line_of(quote.grade).dashes,
    }


def _source(quotes: Iterable[Quote], words: Words) -> str:
    """Return the documents that a picture rests on, in words."""
    held = dict.fromkeys(quote.title for quote in quotes)
    titles = [title if title.startswith("《") else f"《{title}》" for title in held]
    if not titles:
        return words("saved by")
    named = words("and").join(titles[:_NAMED])
    more = words("and more documents", n=len(titles) - _NAMED) if len(titles) > _NAMED else ""
    return words("source of", documents=named + more) + words("saved by")
