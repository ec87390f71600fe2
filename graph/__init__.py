"""Regional policy as an RDF graph."""
