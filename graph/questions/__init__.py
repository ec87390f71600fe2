"""Questions: one SPARQL template each, filled in, answered, and understood in free words."""
