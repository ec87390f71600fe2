"""The panel beside every picture and table: what was clicked, with its quotes."""
