"""What ties two or more things.

Things and conditions come in; ranked ways go out, each hop with its quotes.
Begin with `search`; `ways` and `paths` find, `ranking` orders, `text` and `page` tell.
"""

from graph.connections.answer import Connections
from graph.connections.conditions import LONGEST, Conditions
from graph.connections.covering import Passage
from graph.connections.ends import ENDS, ends_of
from graph.connections.headline import headline
from graph.connections.hops import Hop, Way
from graph.connections.network import Network, drawn
from graph.connections.ranking import BACKGROUND, GRADES, reaches, strongest
from graph.connections.search import connect
from graph.connections.text import KINDS, report

__all__ = [
    "BACKGROUND",
    "ENDS",
    "GRADES",
    "KINDS",
    "LONGEST",
    "Conditions",
    "Connections",
    "Hop",
    "Network",
    "Passage",
    "Way",
    "connect",
    "drawn",
    "ends_of",
    "headline",
    "reaches",
    "report",
    "strongest",
]
