"""Feeds, written from records made by hand and read by others' readers."""
