"""What agencies, terminals and address books read: one file a format."""
