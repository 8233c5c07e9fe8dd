"""Feeds: what readers, networks and the media subscribe to, one file a format."""
