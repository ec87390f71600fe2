"""Files of Chinese policy texts, read into documents: .txt .md .html .docx .doc .wps .pdf."""

from extract.readers.files import MAX_BYTES, MAX_PACKED_BYTES, SUFFIXES, find_texts
from extract.readers.reading import read_document, read_documents

__all__ = ["MAX_BYTES", "MAX_PACKED_BYTES", "SUFFIXES", "find_texts", "read_document", "read_documents"]
