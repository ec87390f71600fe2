"""The read-only SPARQL endpoint and its query page.

Requests come in; answers of the sandbox go out.
Begin with `application`; `endpoint` answers a query, `running` starts the server.
"""

from graph.server.running import Settings, serve

__all__ = ["Settings", "serve"]
