"""From files to the model. Every problem that has a path and a line is born here."""
