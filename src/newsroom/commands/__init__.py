"""What ``newsroom`` can be told to do: one file a verb."""
