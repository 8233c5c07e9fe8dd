"""Pictures as networks and search engines want them, made from those that authors gave."""
