"""What git knows of the newsroom: who wrote what, when, and whether that can be believed."""
