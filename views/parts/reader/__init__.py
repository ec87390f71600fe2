"""The text of a document beside what was read in it."""
