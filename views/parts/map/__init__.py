"""The map of a province."""
