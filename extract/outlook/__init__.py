"""Outlook: whether a passage says what shall be or what was, and by which year.

A reading comes in; the mode of each of its sentences (`mode`) and the time that governs an offset (`times`) go out.
Begin with `outlook.outlook_of`.
"""
