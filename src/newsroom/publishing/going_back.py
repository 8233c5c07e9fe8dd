"""The way back: what was published from an earlier commit is served again, and that commit published until a push."""

from __future__ import annotations

from collections.abc import Callable

from newsroom.errors import NewsroomError, Refused
from newsroom.publishing.publication import Publication, Publishing, mending_words
from newsroom.releases.release import Release


def go_back(publishing: Publishing, number: int | None, failed: Callable[[NewsroomError], None]) -> Publication:
    """Serve what was published from the commit of a release, or of the last other one. Raises :class:`Refused`.

    No publication is waited for: one that is at work finds its commit no longer wanted. Time goes on: what has fallen
    due since is published, and what falls due later will be, from that same commit. Where it cannot be built any more,
    which ``failed`` hears, the release is served as it once was.
    """
    release = _chosen(publishing.releases.all(), publishing.releases.live, number)
    publishing.pin(release.commit)
    if release.due is None or release.due > publishing.clock():
        return _served(publishing, release)
    try:
        return publishing.publish()
    except NewsroomError as error:
        failed(error)
        return _served(publishing, release)


def _served(publishing: Publishing, release: Release) -> Publication:
    with mending_words(), publishing.host.switching:
        publishing.releases.switch(release)
    return Publication(release, anew=True)


def _chosen(known: list[Release], live: Release | None, number: int | None) -> Release:
    others = [each for each in known if live and each.number < live.number and each.commit != live.commit]
    chosen = [each for each in known if each.number == number] if number is not None else others[-1:]
    if not chosen:
        numbers = ", ".join(str(each.number) for each in known) or "-"
        raise Refused(
            f"there is no such release to go back to; there are: {numbers}",
            f"لا إصدار كهذا يُرجع إليه؛ والإصدارات: {numbers}",
        )
    return chosen[0]
