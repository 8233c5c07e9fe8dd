"""Noticing what is saved, and nothing else."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from watchdog.events import (
    DirDeletedEvent,
    DirModifiedEvent,
    FileClosedNoWriteEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers.api import BaseObserver, EventEmitter, ObservedWatch
from watchdog.observers.polling import PollingObserver

from newsroom.engine.serving.watching import FELL_BACK, Watch

ROOT = Path("/newsroom")
CONTENT = ROOT / "content"
POST = CONTENT / "posts" / "2026" / "post" / "index.en.md"


class Unable(BaseObserver):
    """An observer of a system that has no more watches to give."""

    def __init__(self) -> None:
        super().__init__(EventEmitter)

    def start(self) -> None:
        raise OSError(28, "inotify watch limit reached")


class Scripted(Unable):
    """An observer that tells what a test tells it."""

    def start(self) -> None:
        pass

    def schedule(self, handler: FileSystemEventHandler, path: str | Path, **options: object) -> ObservedWatch:
        self.handler = handler
        return ObservedWatch(path, recursive=True)


class Listener(FileSystemEventHandler):
    """MkDocs in these tests: counts what it would build for."""

    def __init__(self) -> None:
        self.heard = 0

    def on_any_event(self, event: FileSystemEvent) -> None:
        self.heard += not event.is_directory


def told(event: FileSystemEvent, folder: Path = CONTENT) -> tuple[int, frozenset[Path]]:
    """How often MkDocs heard of an event, and what was taken down of it."""
    observer, listener = Scripted(), Listener()
    watch = Watch(observer, Unable(), [ROOT / "newsroom.yml"])
    watch.schedule(listener, str(folder), recursive=True)
    observer.handler.dispatch(event)
    return listener.heard, watch.take()


@pytest.mark.parametrize(
    ("event", "paths"),
    [
        (FileModifiedEvent(str(POST)), {POST}),
        (FileMovedEvent(str(POST.with_name(".draft")), str(POST)), {POST}),
        (FileMovedEvent(str(POST), str(POST.with_name("index.ar.md"))), {POST, POST.with_name("index.ar.md")}),
        (DirDeletedEvent(str(POST.parent)), {POST.parent}),
    ],
    ids=["saved", "put in place", "renamed", "folder gone"],
)
def test_a_change_is_told_once_with_every_path_that_it_is_about(event: FileSystemEvent, paths: set[Path]) -> None:
    assert told(event) == (1, paths)


@pytest.mark.parametrize(
    "event",
    [
        FileOpenedEvent(str(POST)),
        FileClosedNoWriteEvent(str(POST)),
        DirModifiedEvent(str(POST.parent)),
        FileModifiedEvent(str(POST.with_name("index.en.md~"))),
        FileModifiedEvent(str(POST.with_name("4913"))),
        FileModifiedEvent(str(CONTENT / ".obsidian" / "workspace.json")),
    ],
    ids=lambda event: f"{type(event).__name__} {Path(event.src_path).name}",
)
def test_what_is_no_change_of_the_newsroom_is_not_told(event: FileSystemEvent) -> None:
    assert told(event) == (0, frozenset())


@pytest.mark.parametrize(("name", "heard"), [("newsroom.yml", 1), ("README.md", 0), ("site", 0)])
def test_beside_the_newsrooms_own_files_nothing_matters(name: str, heard: int) -> None:
    assert told(FileModifiedEvent(str(ROOT / name)), ROOT)[0] == heard


def test_where_the_system_has_no_watches_left_files_are_looked_at(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    instead = PollingObserver(timeout=0.05)
    watch, listener = Watch(Unable(), instead, []), Listener()
    watch.schedule(listener, str(tmp_path), recursive=True)
    with caplog.at_level(logging.WARNING, "mkdocs"):
        watch.start()
    try:
        assert caplog.messages == [FELL_BACK.en]
        assert instead.is_alive()
        assert [each.path for each in (emitter.watch for emitter in instead.emitters)] == [str(tmp_path)]
    finally:
        watch.stop()
        watch.join()
