"""Publishing on a host of one's own: a push received, a release made and switched to, and the way back."""
