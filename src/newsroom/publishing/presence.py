"""Whether somebody waits for the instants of a host: one does, or nobody, and never two."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from filelock import Timeout

from newsroom.errors import Refused
from newsroom.releases.host import Host

START: Final = 1.0
"""Seconds to wait for the place: whoever asks whether it is taken holds it for a moment."""


@contextmanager
def alone(host: Host) -> Iterator[None]:
    """Be the one who waits. Raises :class:`Refused` where somebody does already."""
    try:
        place = host.waiting.acquire(timeout=START)
    except Timeout:
        raise Refused(
            f"a publisher is at work in {host.folder} already, and one is enough",
            f"في {host.folder} ناشر يعمل، وواحد يكفي",
        ) from None
    with place:
        yield


def somebody_waits(host: Host) -> bool:
    """Whether a publisher is at work."""
    try:
        with host.waiting.acquire(timeout=0):
            return False
    except Timeout:
        return True
