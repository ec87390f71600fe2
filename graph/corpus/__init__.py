"""Texts to a graph, kept up to date."""
