"""Markdown as our authors write it: where links lead, how it runs in Arabic, and what it becomes elsewhere."""
