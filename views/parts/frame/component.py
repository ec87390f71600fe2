"""Parts of the pages that are drawn in the browser: each has a folder in views/parts, its script and style beside its Python."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit

_PARTS = Path(__file__).parents[1]


@cache
def component(
    part: str, *scripts: str | Path, style: Path | None = None
) -> streamlit.components.v2.types.ComponentRenderer:
    """Register a part, once for each process, and return what shows it.

    Arguments: part, the name of its folder; scripts, files of that folder, or of another by their paths, in the order in which
    they are read; style, the view.css of that folder unless another is given.
    """
    style = style or _PARTS / part / "view.css"
    return streamlit.components.v2.component(
        f"policygraph_{part}",
        css=style.read_text(encoding="utf-8") if style.exists() else None,
        js="\n".join((_PARTS / part / name).read_text(encoding="utf-8") for name in scripts),
    )
