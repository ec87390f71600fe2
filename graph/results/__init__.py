"""What a query gave, shown: tables, data frames, drawn graphs.

Rows and graphs of an engine come in; HTML, Markdown, text, CSV and data frames go out.
Begin with `display`; `output_formats` has the formats of the command line.
"""

from graph.results.data_frames import frame_of
from graph.results.display import (
    at_prompt,
    html_table,
    in_one_line,
    markdown_code,
    markdown_table,
    markdown_text,
    plain_table,
)
from graph.results.drawn_graph import ResultGraph
from graph.results.legible import legible, unturned
from graph.results.listed import Listed
from graph.results.output_formats import Format, written

__all__ = [
    "Format",
    "Listed",
    "ResultGraph",
    "at_prompt",
    "frame_of",
    "html_table",
    "in_one_line",
    "legible",
    "markdown_code",
    "markdown_table",
    "markdown_text",
    "plain_table",
    "unturned",
    "written",
]
