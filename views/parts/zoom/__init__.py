"""How pictures are zoomed and moved: one script that the network and the map read."""
