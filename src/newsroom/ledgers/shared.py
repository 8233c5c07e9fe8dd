"""A ledger that several threads of one process use: one at a time."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock

from newsroom.ledgers.ledger import Baseline, BrokenLine, Ledger, Line, State


class Shared:
    """The ledger behind it, asked one question at a time."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = Lock()

    def states(self) -> Mapping[str, State | BrokenLine]:
        """What is known of every message."""
        with self._lock:
            return self._ledger.states()

    def append(self, line: Line, after: str | None) -> str | None:
        """Add a line."""
        with self._lock:
            return self._ledger.append(line, after)

    def baselines(self) -> Mapping[str, Baseline]:
        """What was there before each account carried posts."""
        with self._lock:
            return self._ledger.baselines()

    def open(self, baseline: Baseline, writer: str) -> bool:
        """Record a baseline."""
        with self._lock:
            return self._ledger.open(baseline, writer)
