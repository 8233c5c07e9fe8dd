"""What a newsroom is: frozen records that need only the standard library."""
