"""Commands for those who work on policygraph itself."""
