"""The benchmark: this newsroom and a comparable Hugo site, timed in pairs on the same posts."""
