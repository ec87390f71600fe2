"""Run the app: ``python -m views``, or with options of Streamlit: ``python -m views --server.port=8600``.

The same as ``streamlit run app.py``, but that the pages are imported, and the graph is opened and asked for what the first
pages show, while the server starts, which answers once it can: the first visitor waits for neither.
"""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Thread

from streamlit.web import cli

from views.parts.frame.preparation import begin

_APP = Path(__file__).parents[1] / "app.py"


def main() -> None:
    """Start the server, and get ready beside it."""
    begin()
    Thread(target=_get_ready, name="ready", daemon=True).start()
    cli.main(["run", str(_APP), *sys.argv[1:]])


def _get_ready() -> None:
    from views.parts.frame.readiness import get_ready

    get_ready()


if __name__ == "__main__":
    main()
