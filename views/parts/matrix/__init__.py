"""The matrix of places."""
