"""Rules on addresses that were."""
