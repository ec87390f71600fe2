"""Things by the outline of the documents."""
