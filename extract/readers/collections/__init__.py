"""Files that hold many texts: JSON lines, tables, archives. They are read as a stream, a text at a time."""

from extract.readers.collections.counting import texts_in
from extract.readers.collections.reading import read_collection

__all__ = ["read_collection", "texts_in"]
