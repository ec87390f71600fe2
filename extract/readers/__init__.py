"""Files of Chinese policy texts, read into documents: .txt .md .html .docx .doc .wps .pdf."""

from extract.readers.files import MAX_BYTES, MAX_PACKED_BYTES, SUFFIXES, find_texts
from extract.readers.reading import FromFile, read_document, read_documents, read_files, told_apart

__all__ = [
    "MAX_BYTES",
    "MAX_PACKED_BYTES",
    "SUFFIXES",
    "FromFile",
    "find_texts",
    "read_document",
    "read_documents",
    "read_files",
    "told_apart",
]
