"""What people put right: corrections of what was read from a sentence, kept in a file beside the texts.

Files of corrections and the facts of a document come in; the facts as corrected go out, with a line for each that cannot be made.
Begin with `correction`: what one says. `corrections_file`, `label_studio` read them, `applying` makes them, `another_name` and `apart` too.
"""

from graph.corrections.apart import Apart
from graph.corrections.applying import corrected
from graph.corrections.correction import ATTRIBUTES, FACT, MISSING, Correction, sentence_hash
from graph.corrections.corrections_file import (
    FILE_NAME,
    Corrections,
    Entry,
    add_to_file,
    as_toml,
    corrections_for,
    entries_in,
    read_file,
)
from graph.corrections.label_studio import READ_KEY
from graph.corrections.right_values import ANNOTATED_CLASSES, COMPARISONS, reason_against

__all__ = [
    "ANNOTATED_CLASSES",
    "ATTRIBUTES",
    "COMPARISONS",
    "FACT",
    "FILE_NAME",
    "MISSING",
    "READ_KEY",
    "Apart",
    "Correction",
    "Corrections",
    "Entry",
    "add_to_file",
    "as_toml",
    "corrected",
    "corrections_for",
    "entries_in",
    "read_file",
    "reason_against",
    "sentence_hash",
]
