"""What goes live at an instant to come: finished releases that nobody can reach, and the room in which they are made.

It has a check-out and a memory of its own, so that whoever builds what is pushed waits for nobody, and nothing that is
still held back comes to lie where the public edition is made.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec
from filelock import FileLock

from newsroom.releases.host import Host
from newsroom.releases.release import SITE, Release
from newsroom.releases.store import Releases, doom

_RECORD: Final = "prepared.json"


class _Record(msgspec.Struct, frozen=True):
    release: Release
    wanted: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A finished release in its folder, which goes live at its instant and has no number before.

    ``wanted`` is the commit that was to be published when it was made. The release is of another where that one could
    not be built.
    """

    folder: Path
    release: Release
    wanted: str

    @property
    def instant(self) -> datetime.datetime:
        """When it goes live."""
        return self.release.instant

    @property
    def site(self) -> Path:
        """Its files."""
        return self.folder / SITE


class Preparation:
    """The prepared releases of a host."""

    def __init__(self, host: Host) -> None:
        self.folder = host.preparation
        self._releases = Releases(Host(host.folder / self.folder.name, host.settings))

    @property
    def checkout(self) -> Path:
        """The newsroom as it is being built ahead, with a memory of its own."""
        return self.folder / "checkout"

    @property
    def lock(self) -> FileLock:
        """Held by whoever prepares."""
        return FileLock(self.folder / ".lock")

    def open(self) -> None:
        """Make the room, if it is not there yet, and clear what killed processes left; nobody else may look into it."""
        self.folder.mkdir(mode=0o700, exist_ok=True)
        self._releases_folder.mkdir(exist_ok=True)
        self.sweep()

    def all(self) -> list[Prepared]:
        """Every prepared release that is whole, in the order of their instants."""
        found = (_read(folder) for folder in self._releases_folder.glob("at-*"))
        return sorted((each for each in found if each), key=lambda prepared: prepared.instant)

    def begin(self, earlier: Path | None) -> Path:
        """A folder for the next one, beginning with the site of an earlier release."""
        return self._releases.begin(earlier)

    def keep(self, folder: Path, release: Release, wanted: str) -> Prepared:
        """Bring a finished folder to the disk; from now on it is prepared."""
        (folder / _RECORD).write_bytes(msgspec.json.encode(_Record(release, wanted)))
        self._releases.settle(folder)
        utc = release.instant.astimezone(datetime.UTC)
        place = self._releases_folder / f"at-{utc:%Y%m%dT%H%M%S.%f}-{release.commit[:12]}"
        if place.exists():
            doom(place)
        folder.rename(place)
        return Prepared(place, release, wanted)

    def forget(self, doomed: Iterable[Prepared]) -> None:
        """Set aside what is no longer to go live, in no time."""
        for prepared in doomed:
            doom(prepared.folder)

    def sweep(self) -> None:
        """Remove what was set aside."""
        self._releases.sweep_aside()

    @property
    def _releases_folder(self) -> Path:
        return self.folder / "releases"


def fitting(prepared: Collection[Prepared], live: Release, wanted: str, now: datetime.datetime) -> list[Prepared]:
    """What of all that is prepared goes live as things stand now, each at the instant at which the one before is due.

    What was prepared for another commit does not; nor does what was made too late, for an instant that is passed, by a
    clock that was then set back.
    """
    chain: list[Prepared] = []
    due = live.due
    for each in prepared:
        if due is None:
            break
        commits = (wanted, live.commit)
        if (
            each.wanted == wanted
            and each.release.commit in commits
            and (each.instant == due or due < each.instant <= now)
        ):
            chain.append(each)
            due = each.release.due
    return chain


def _read(folder: Path) -> Prepared | None:
    try:
        record = msgspec.json.decode((folder / _RECORD).read_bytes(), type=_Record)
    except (OSError, msgspec.DecodeError):
        return None
    return Prepared(folder, record.release, record.wanted)
