"""What builds remember on a host: of the public edition, and of the one that is prepared, until that one is public too.

The memory of a prepared edition holds what is still held back. It begins as a copy of the public one, and takes its
place once the release that it knows is the one that is served.
"""

from __future__ import annotations

from pathlib import Path

from filelock import Timeout

from newsroom.engine.building import memory_of
from newsroom.engine.cache import copy_cache
from newsroom.releases.host import Host
from newsroom.releases.preparation import Preparation
from newsroom.releases.release import RECORD, Release, read_record, write_record


def begin_memory(host: Host, before: Release) -> None:
    """Let the next preparation remember what is known of the release ``before`` it.

    That is what the last one remembers, where it made that very release, or else what the public edition does. Until
    the next one is whole, nobody takes it for a memory of anything.
    """
    if not _knows(host, before):
        copy_cache(_public(host), _prepared(host))
    _record(host).unlink(missing_ok=True)


def keep_memory(host: Host, made: Release) -> None:
    """Note which release the memory of preparations is of."""
    write_record(host.preparation, made)


def take_over_memory(host: Host, live: Release | None) -> None:
    """Let the public edition remember what was known of the release that is served, where that was prepared.

    Whoever calls this holds the lock of those who build. While something is being prepared, nothing is taken over.
    """
    if live is None or not host.preparation.exists():
        return
    try:
        with Preparation(host).lock.acquire(timeout=0):
            if _knows(host, live) and _prepared(host).exists():
                _record(host).unlink()
                _prepared(host).replace(_public(host))
    except Timeout:
        return


def _knows(host: Host, release: Release) -> bool:
    known = read_record(host.preparation)
    return known is not None and (known.commit, known.instant) == (release.commit, release.instant)


def _record(host: Host) -> Path:
    return host.preparation / RECORD


def _public(host: Host) -> Path:
    return memory_of(host.checkout, "public")


def _prepared(host: Host) -> Path:
    return memory_of(Preparation(host).checkout, "prepared")
