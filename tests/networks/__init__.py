"""Networks: how each counts, and what it is sent."""
