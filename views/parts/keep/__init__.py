"""Buttons beside what is shown: copy a citation, put it into the basket."""
