"""That nothing which is held back lies in a finished site: traces looked for in every form that a file may have."""
