"""The names in a text: places, regions, organisations, documents, phrases, industries, each with what it refers to."""
