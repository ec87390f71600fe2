"""Names to things, and what is said of a thing, each with its quotes."""
