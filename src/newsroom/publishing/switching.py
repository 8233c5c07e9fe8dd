"""The moment in which a finished release becomes the one that is served."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from newsroom.publishing.repository import Repository
from newsroom.publishing.wanted import wanted_commit
from newsroom.releases.host import Host
from newsroom.releases.release import Release
from newsroom.releases.store import Releases


def switch_to(host: Host, folder: Path, release: Release, wanted: str) -> Release | None:
    """Number a finished and settled release, put it in its place and serve it.

    Nothing is done, and given back, where another commit than ``wanted`` is wanted by now, or a release of a later
    instant is served. A release of another commit than the wanted one may only follow one of its own.
    """
    releases = Releases(host)
    with host.switching:
        live = releases.live
        if wanted_commit(host) != wanted or (live and live.instant > release.instant):
            return None
        if release.commit != wanted and (live is None or live.commit != release.commit):
            return None
        return _serve(releases, folder, release)


def switch_after_all(host: Host, folder: Path, release: Release) -> Release | None:
    """Serve a release that a push has overtaken, unless somebody went back or it is older than what is served."""
    releases = Releases(host)
    with host.switching:
        live = releases.live
        is_older = live is not None and live.instant > release.instant
        if is_older or not Repository(host.repository).contains(release.commit, wanted_commit(host)):
            return None
        return _serve(releases, folder, release)


def _serve(releases: Releases, folder: Path, release: Release) -> Release:
    numbered = replace(release, number=releases.next_number())
    releases.finish(folder, numbered)
    releases.switch(numbered)
    return numbered
