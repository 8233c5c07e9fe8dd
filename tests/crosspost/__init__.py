"""From posts to messages."""
