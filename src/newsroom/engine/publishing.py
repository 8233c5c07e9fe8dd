"""The site is made in a folder beside it; what differs then takes its place, each file in one step, and last of all."""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

PATIENCE: Final = 0.5
"""Seconds to wait in silence for a build that may be just ending."""
TRIES: Final = 40
PAUSE: Final = 0.05
"""How often, and after how many seconds, a folder is tried again that was not empty in the end: two seconds in all."""


class Staging:
    """A folder beside the site's, and the lock that lets one build at a time work there.

    Folder and site share a file system, since a rename across two of them fails.
    """

    def __init__(self, site: Path) -> None:
        self.site = site.resolve()
        self.folder = self.site.with_name(f".{self.site.name}.staging")
        self._old = self.site.with_name(f".{self.site.name}.old")
        self._lock = FileLock(self.site.with_name(f".{self.site.name}.lock"))

    @property
    def is_left(self) -> bool:
        """Whether a build is at work, or one that was killed has left something."""
        return self.folder.exists() or self._old.exists()

    def open(self, waiting: Callable[[], None] = lambda: None) -> None:
        """Wait for our turn, then clear what a killed build left; ``waiting`` is called where that takes a while."""
        self.site.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire(timeout=PATIENCE)
        except Timeout:
            waiting()
            self._lock.acquire()
        self._clear()
        self.folder.mkdir()

    def publish(self, changed: Sequence[str], removed: Collection[str], empty: Collection[str] = ()) -> None:
        """Put files of the folder in their places in the site, in this order; take others away, and empty folders.

        Whoever reads meanwhile finds each file old or new and whole. Where a step fails, all are undone.
        """
        if not self.site.exists():
            self.folder.rename(self.site)
        else:
            self._replace(changed, removed)
            self._tidy({*empty, *(path.rpartition("/")[0] for path in removed)})
        self.close()

    def close(self) -> None:
        """Remove what is left, and let the next build work; once that was done, what is there is another build's."""
        if self._lock.is_locked:
            # What cannot be removed now, the next build removes before it begins.
            with suppress(OSError):
                self._clear()
            self._lock.release()

    def _clear(self) -> None:
        for folder in (self.folder, self._old):
            if folder.exists():
                _remove(folder)

    def _replace(self, changed: Sequence[str], removed: Collection[str]) -> None:
        exchange = _Exchange(self.site, self._old)
        try:
            for path in changed:
                exchange.put(self.folder / path, path)
            for path in removed:
                exchange.take(path)
        except OSError:
            exchange.undo()
            raise

    def _tidy(self, folders: Collection[str]) -> None:
        with suppress(OSError):
            for folder in folders:
                _remove_empty_folders(self.site / folder, self.site)


class _Exchange:
    """Files put into a folder and taken out of it; whatever gives way is kept in ``old`` until all is done."""

    def __init__(self, folder: Path, old: Path) -> None:
        self._folder = folder
        self._old = old
        self._is_there = {folder}
        self._done: list[tuple[Path, Path | None]] = []
        old.mkdir()

    def put(self, source: Path, path: str) -> None:
        """Put a file in its place, whatever is there."""
        place = self._folder / path
        self._make_folder(place.parent)
        if _is_folder(place):
            self._set_aside(place)
        kept = self._keep(place) if os.path.lexists(place) else None
        source.replace(place)
        self._done.append((place, kept))

    def take(self, path: str) -> None:
        """Take a file away, if it is still there."""
        place = self._folder / path
        if os.path.lexists(place) and not _is_folder(place):
            self._set_aside(place)

    def undo(self) -> None:
        """Put back everything as it was."""
        for place, kept in reversed(self._done):
            if kept:
                kept.replace(place)
            elif _is_folder(place):
                place.rmdir()
            else:
                place.unlink()

    def _make_folder(self, folder: Path) -> None:
        if folder in self._is_there:
            return
        self._make_folder(folder.parent)
        if not _is_folder(folder):
            if os.path.lexists(folder):
                self._set_aside(folder)
            folder.mkdir()
            self._done.append((folder, None))
        self._is_there.add(folder)

    def _keep(self, place: Path) -> Path:
        """A second name for a file, so that it is at no time missing from its place."""
        kept = self._name_for_old()
        try:
            os.link(place, kept, follow_symlinks=False)
        except OSError:  # a file system that has no second names
            shutil.copy2(place, kept, follow_symlinks=False)
        return kept

    def _set_aside(self, place: Path) -> None:
        kept = self._name_for_old()
        place.rename(kept)
        self._done.append((place, kept))

    def _name_for_old(self) -> Path:
        return self._old / str(len(self._done))


def _remove(folder: Path) -> None:
    """Remove a folder, into which what a killed build had begun may be writing its last for a moment."""
    for _ in range(TRIES):
        try:
            return shutil.rmtree(folder)
        except OSError as error:
            if error.errno != errno.ENOTEMPTY:
                raise
            time.sleep(PAUSE)
    return shutil.rmtree(folder)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _remove_empty_folders(folder: Path, top: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
