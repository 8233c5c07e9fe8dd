"""Markdown as our authors write it: where its links lead, and how its text runs in Arabic."""
