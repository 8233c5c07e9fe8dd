"""The built example newsroom as other people's programs read it: readers of feeds, validators, and platforms' rules.

The readers that are no Python packages stand in ``package.json``; two packages below them are held back there, for
their newest versions do not load in Debian 12's Node 18. Nothing here is skipped: where a reader is missing, the tests
that ask it fail.
"""
