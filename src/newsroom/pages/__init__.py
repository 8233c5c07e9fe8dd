"""The site planned as data: every page a value, with its address, its template and exactly what it shows."""
