"""What is drawn: palette, layouts, networks."""
