"""Servers that stand for networks in tests: each listens on 127.0.0.1, and is gone when its test is."""
