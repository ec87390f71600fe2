"""The network picture, and what the pages draw with it."""
