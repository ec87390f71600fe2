"""What is taken away: files for other programs, pictures, briefings.

An open graph and what to select of it come in; files go out, whole or not at all, the same for the same graph.
Begin with `taking`, `picture` and `briefing`; `forms` lists the forms, one module writes or draws each kind.
"""

from graph.export.basket_briefing import BASKET_FORMS, basket_briefing
from graph.export.briefing import BRIEFING_SUFFIXES, briefing, briefing_command
from graph.export.briefing_content import Wanted
from graph.export.changes_briefing import CHANGES_FORMS, changes_briefing
from graph.export.forms import FORMS
from graph.export.made_by import command_line
from graph.export.network_picture import network_picture
from graph.export.notebook_picture import html_with_picture
from graph.export.picture import PICTURE_SUFFIXES, network_shown, picture
from graph.export.putting_aside import hits_put_aside, put_aside
from graph.export.result_picture import picture_of
from graph.export.selection import selection_of
from graph.export.shown import Shown
from graph.export.taking import export, exported

__all__ = [
    "BASKET_FORMS",
    "BRIEFING_SUFFIXES",
    "CHANGES_FORMS",
    "FORMS",
    "PICTURE_SUFFIXES",
    "Shown",
    "Wanted",
    "basket_briefing",
    "briefing",
    "briefing_command",
    "changes_briefing",
    "command_line",
    "export",
    "exported",
    "hits_put_aside",
    "html_with_picture",
    "network_picture",
    "network_shown",
    "picture",
    "picture_of",
    "put_aside",
    "selection_of",
]
