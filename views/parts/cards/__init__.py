"""Cards: things, relations, ways, answers, each with its quotes."""
