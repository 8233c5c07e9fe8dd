"""``newsroom releases``: what was published and is still there, for people and for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from newsroom.model.language import Language, Localized
from newsroom.releases.release import Release

_LIVE = Localized("← المعروض", "← live")


def as_lines(releases: list[Release], live: Release | None, language: Language) -> Iterator[str]:
    """A line for each release: number, commit, instant, posts, and a mark at the one that is served."""
    for release in releases:
        mark = _LIVE[language] if release == live else ""
        instant = release.instant.isoformat(timespec="seconds")
        yield f"{release.number:6} {release.commit[:12]} {instant} {release.counts.posts:6} {mark}".rstrip()


def as_json(releases: list[Release], live: Release | None) -> str:
    """One object: ``releases``, oldest first."""
    rows = [_row(release, is_live=release == live) for release in releases]
    return json.dumps({"version": 1, "releases": rows}, ensure_ascii=False, indent=2) + "\n"


def _row(release: Release, *, is_live: bool) -> dict[str, Any]:
    return {
        "number": release.number,
        "commit": release.commit,
        "instant": release.instant.isoformat(),
        "due": release.due.isoformat() if release.due else None,
        "addresses": release.counts.addresses,
        "posts": release.counts.posts,
        "items": release.counts.items,
        "reason": release.reason,
        "live": is_live,
    }
