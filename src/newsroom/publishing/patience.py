"""How long what failed is let be before it is tried again."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

FIRST: Final = 5.0
"""Seconds until what failed once is tried again; they double with each failure."""
LONGEST: Final = 60.0
"""The most of them: what somebody has mended is live a minute later."""


class Patience:
    """Counts failures by what failed. Time is told in seconds of rest, for a clock may be set."""

    def __init__(self) -> None:
        self._failures: dict[Hashable, tuple[int, float]] = {}

    def is_over(self, what: Hashable, rested: float) -> bool:
        """Whether something may be tried now."""
        return rested >= self._failures.get(what, (0, 0.0))[1]

    def failed(self, what: Hashable, rested: float) -> None:
        """Let it be for a while, and longer than before."""
        times = self._failures.get(what, (0, 0.0))[0] + 1
        seconds = min(LONGEST, FIRST * 2.0 ** min(times - 1, 10))
        self._failures[what] = (times, rested + seconds)

    def succeeded(self, what: Hashable) -> None:
        """Forget that it ever failed."""
        self._failures.pop(what, None)
