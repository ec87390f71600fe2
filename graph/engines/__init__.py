"""Where a graph lives: in memory, in a folder, on a server, behind one interface."""
