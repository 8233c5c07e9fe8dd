"""From a released post to the words that accounts carry of it."""
