"""The site is made in a folder beside it and takes its place in one step, so that a failed build changes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

from filelock import FileLock


class Staging:
    """A folder beside the site's, and the lock that lets one build at a time work there.

    Folder and site share a file system, since a rename across two of them fails.
    """

    def __init__(self, site: Path) -> None:
        self.site = site.resolve()
        self.folder = self.site.with_name(f".{self.site.name}.staging")
        self._old = self.site.with_name(f".{self.site.name}.old")
        self._lock = FileLock(self.site.with_name(f".{self.site.name}.lock"))

    def open(self) -> None:
        """Wait for our turn, then clear what a killed build left, putting back the site if it was killed in between."""
        self.site.parent.mkdir(parents=True, exist_ok=True)
        self._lock.acquire()
        self._clear()
        self.folder.mkdir()

    def publish(self) -> None:
        """Put the finished folder in the site's place."""
        if self.site.exists():
            self.site.rename(self._old)
        self.folder.rename(self.site)
        self.close()

    def close(self) -> None:
        """Remove what is left, and let the next build work; once that was done, what is there is another build's."""
        if self._lock.is_locked:
            self._clear()
            self._lock.release()

    def _clear(self) -> None:
        """Leave the site alone in its folder: where it was moved away and nothing came in its place, it comes back."""
        if self._old.exists() and not self.site.exists():
            self._old.rename(self.site)
        for folder in (self.folder, self._old):
            if folder.exists():
                shutil.rmtree(folder)
