"""What is taken away: files for other programs.

An open graph and what to select of it come in; files go out, whole or not at all, the same for the same graph.
Begin with `taking`; `forms` lists the forms, one module writes each kind.
"""

from graph.export.forms import FORMS
from graph.export.selection import selection_of
from graph.export.taking import export

__all__ = ["FORMS", "export", "selection_of"]
