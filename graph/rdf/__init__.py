"""Facts to triples: terms, IRIs, the ontology, and the files that hold them."""
