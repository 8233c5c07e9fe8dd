"""Two colours of a brand made a whole palette, and whether it can be read."""
