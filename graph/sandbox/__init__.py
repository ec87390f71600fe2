"""Queries of strangers, limited and shut in."""
