"""Noticing what is saved."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Collection
from pathlib import Path
from typing import Final

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers.api import BaseObserver, ObservedWatch

from newsroom.model.language import Localized

log = logging.getLogger("mkdocs.plugins.newsroom")

FELL_BACK: Final = Localized(
    "لا يخبر النظام هنا بتغيّر الملفات، فيُنظر فيها مرتين كل ثانية",
    "the system does not tell of changes here, so files are looked at twice a second",
)

_CHANGES: Final[list[type[FileSystemEvent]]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
"""The system tells of opening and closing, too: whoever minded that would read a file because it was read."""

_SCRATCH: Final = ("~", ".swp", ".swx", ".tmp")
_VIM_TRIES: Final = "4913"
"""The file by which Vim finds out whether it may write."""


class Watch:
    """Stands in the place of MkDocs' observer, and passes on that something was saved, and nothing else.

    ``observer`` is the system's, or one that looks at every file twice a second; where the system's cannot be had,
    ``instead`` is asked. ``files`` are those that matter of the folders which they lie in:
    a file by itself would be lost from sight when an editor puts another in its place.
    """

    def __init__(self, observer: BaseObserver, instead: BaseObserver, files: Collection[Path]) -> None:
        self._observer = observer
        self._instead = instead
        self._files = files
        self._folders = {file.parent for file in files}
        self._handlers: list[_Handler] = []
        self._lock = threading.Lock()
        self._seen: set[Path] = set()

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> ObservedWatch:
        """Watch a file or folder for MkDocs."""
        own = _Handler(self, handler, path, recursive)
        self._handlers.append(own)
        return self._schedule(own)

    def _schedule(self, handler: _Handler) -> ObservedWatch:
        return self._observer.schedule(handler, handler.path, recursive=handler.recursive, event_filter=_CHANGES)

    def unschedule(self, watch: ObservedWatch) -> None:
        """Watch it no longer."""
        self._observer.unschedule(watch)

    def start(self) -> None:
        """Begin, if that is not done yet."""
        if self._observer.is_alive():
            return
        try:
            self._observer.start()
        except OSError:
            # Watches of the system are few on some machines, and not to be had on some file systems.
            log.warning("%s", FELL_BACK.en, extra={"notice": FELL_BACK})
            self._observer = self._instead
            for handler in self._handlers:
                self._schedule(handler)
            self._observer.start()

    def stop(self) -> None:
        """End."""
        self._observer.stop()

    def join(self) -> None:
        """Wait for the end."""
        if self._observer.is_alive():
            self._observer.join()

    def take(self) -> frozenset[Path]:
        """What was saved since this was asked last."""
        with self._lock:
            seen, self._seen = self._seen, set()
        return frozenset(seen)

    def nudge(self) -> None:
        """Have MkDocs do what it does when something was saved."""
        self._handlers[0].wake()

    def notice(self, path: Path, below: str) -> bool:
        """Take down that a path was changed below a folder, if that is anybody's business but an editor's."""
        parts = path.relative_to(below).parts if path.is_relative_to(below) else (path.name,)
        if any(map(_is_scratch, parts)) or (path.parent in self._folders and path not in self._files):
            return False
        with self._lock:
            self._seen.add(path)
        return True


class _Handler(FileSystemEventHandler):
    """Tells MkDocs' handler of changes, and of those of folders, too, in which it sees none."""

    def __init__(self, watch: Watch, behind: FileSystemEventHandler, path: str, recursive: bool) -> None:  # noqa: FBT001
        self.path = path
        self.recursive = recursive
        self._watch = watch
        self._behind = behind

    def dispatch(self, event: FileSystemEvent) -> None:
        if not isinstance(event, tuple(_CHANGES)):
            return
        paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        noticed = [self._watch.notice(path, self.path) for path in paths]
        if any(noticed):
            self.wake()

    def wake(self) -> None:
        self._behind.dispatch(FileModifiedEvent(self.path))


def _is_scratch(name: str) -> bool:
    """Whether a file or folder is one that editors and other programs keep beside what they save."""
    return name.startswith((".", "#")) or name.endswith(_SCRATCH) or name == _VIM_TRIES
