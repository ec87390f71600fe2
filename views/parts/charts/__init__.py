"""Charts of numbers."""
