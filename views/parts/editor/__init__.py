"""The field in which a query is written."""
