"""The posts as they were read last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from newsroom.engine.shelf import Shelf
from newsroom.reading.newsroom import CONFIGURATION
from newsroom.reading.posts import PostReader, PostReading


class Readings:
    """Goes through the folders of posts for :func:`newsroom.reading.newsroom.read_newsroom`.

    A folder is read again when it was touched. Where nobody can say what was, a shelf is opened and looks at each;
    ``shelf`` is that of the last round, if it needed one.
    """

    def __init__(self, open_shelf: Callable[[], Shelf]) -> None:
        self.shelf: Shelf | None = None
        self._open_shelf = open_shelf
        self._touched: set[str] | None = None
        self._known: dict[str, PostReading] = {}
        self._depends_on = ""

    def touch(self, folders: Iterable[Path] | None) -> None:
        """Take down which folders may be others than they were; nothing means that any may."""
        if folders is None:
            self._touched = None
        elif self._touched is not None:
            self._touched.update(map(str, folders))

    def __call__(self, read: PostReader, folders: Sequence[Path]) -> Iterable[PostReading]:
        """The reading of each folder, in order."""
        self.shelf = None
        if read.depends_on != self._depends_on and _is_lost(read):
            return ()
        names = list(map(str, folders))
        if read.depends_on == self._depends_on and self._touched is not None:
            known = {
                name: self._known[name] if name in self._known and name not in self._touched else read(path)
                for name, path in zip(names, folders, strict=True)
            }
        else:
            self.shelf = self._open_shelf()
            known = dict(zip(names, self.shelf(read, folders), strict=True))
        self._known, self._touched, self._depends_on = known, set(), read.depends_on
        return known.values()


def _is_lost(read: PostReader) -> bool:
    """Whether the newsroom's own file is wrong, so that a reader cannot know in which zone posts are dated."""
    return any(problem.is_error and problem.path == CONFIGURATION for problem in read.desk.findings.problems)
