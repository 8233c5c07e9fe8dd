"""One at a time: whoever waits for a turn is told of it, and does not think that nothing happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from filelock import FileLock, Timeout

PATIENCE: Final = 0.5
"""Seconds to wait in silence for somebody who may be just ending."""


@contextmanager
def taken(lock: FileLock, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold a lock; ``waiting`` is called where somebody else has it for longer than a moment."""
    try:
        lock.acquire(timeout=PATIENCE)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
