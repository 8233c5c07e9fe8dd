"""The book of what was sent: append-only, and one winner wherever several write at once."""
