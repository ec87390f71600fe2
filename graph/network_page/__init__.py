"""A network as it is drawn in a browser: in the app, and in a web page that needs nothing from elsewhere.

A drawing and the quotes of its edges come in; what the scripts read, or the whole page as HTML, goes out.
Begin with `page`: the file that opens offline. `data` is what the scripts read; they stand beside it, `picture.js` first.
"""

from graph.network_page.data import FOLDER, SCRIPTS, network_data
from graph.network_page.page import library, network_page
from graph.network_page.values import NetworkDrawing, NetworkEdge, NetworkNode
from graph.network_page.words import said

__all__ = [
    "FOLDER",
    "SCRIPTS",
    "NetworkDrawing",
    "NetworkEdge",
    "NetworkNode",
    "library",
    "network_data",
    "network_page",
    "said",
]
