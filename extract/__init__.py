"""Chinese regional policy, from a text to its facts."""
