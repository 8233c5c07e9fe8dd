"""Rules on pages that belong to others."""
