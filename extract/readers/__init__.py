"""Files of Chinese policy texts, read into documents: .txt .md .html .docx .doc .wps .pdf, and collections of them."""

from extract.readers.files import MAX_BYTES, MAX_PACKED_BYTES, SUFFIXES, TEXT_FILE_ENDS, find_texts, is_collection
from extract.readers.gathering import FromFile, count_texts, read_documents, read_files, told_apart
from extract.readers.reading import read_document

__all__ = [
    "MAX_BYTES",
    "MAX_PACKED_BYTES",
    "SUFFIXES",
    "TEXT_FILE_ENDS",
    "FromFile",
    "count_texts",
    "find_texts",
    "is_collection",
    "read_document",
    "read_documents",
    "read_files",
    "told_apart",
]
