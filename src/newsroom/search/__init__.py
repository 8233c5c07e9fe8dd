"""What readers' searches look through: posts as records, indexed by Pagefind in shards that a new post leaves alone."""
