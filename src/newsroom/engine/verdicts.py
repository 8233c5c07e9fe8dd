"""What was found of signatures, kept for the next build: to verify one takes as long as to draw a page.

A verdict is kept by the digest of the statement, the signature and the keys, and tells nothing of any of them.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import Final

from newsroom.engine.cache import Cache

_KIND: Final = "verdict"


class Verdicts(MutableMapping[str, bytes]):
    """The verdicts in a cache; ``save`` keeps those that were asked for or found."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._known = cache.all(_KIND)
        self._used: set[str] = set()

    def save(self) -> None:
        """Keep what was used, and forget the rest."""
        found = self._cache.keys(_KIND)
        self._cache.put(_KIND, [(key, self._known[key]) for key in sorted(self._used - found)])
        self._cache.keep(_KIND, self._used)

    def __getitem__(self, key: str) -> bytes:
        """A verdict by its key."""
        found = self._known[key]
        self._used.add(key)
        return found

    def __setitem__(self, key: str, verdict: bytes) -> None:
        """Add a verdict."""
        self._known[key] = verdict
        self._used.add(key)

    def __delitem__(self, key: str) -> None:
        """Forget a verdict."""
        del self._known[key]
        self._used.discard(key)

    def __iter__(self) -> Iterator[str]:
        """The keys of every verdict."""
        return iter(self._known)

    def __len__(self) -> int:
        """How many verdicts there are."""
        return len(self._known)
