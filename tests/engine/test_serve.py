"""The newsroom on this machine: served, previewed, and built again when a post is saved."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.samples import write_post

PATIENCE = 60.0
"""Seconds: what a busy machine may take, not what a reader waits."""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def served(root: Path, *options: str) -> Iterator[Callable[[str], str]]:
    """A function that fetches a page from a running ``newsroom serve``."""
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "newsroom", "--root", str(root), "serve", "--address", address, *options]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)

    def fetch(path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://{address}/{path}", timeout=10) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            return ""

    try:
        yield fetch
    finally:
        server.terminate()
        server.wait()


def wait_for(fetch: Callable[[str], str], path: str, words: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while words not in fetch(path):
        assert time.monotonic() < deadline, f"{words!r} never came to {path}"
        time.sleep(0.2)


def test_a_saved_post_is_shown_again(root: Path) -> None:
    with served(root, "--at", "2026-11-23T09:00+04:00") as fetch:
        wait_for(fetch, "en/posts/2026/post-1/", "Title of post 1")
        write_post(root, 1, en={"title": "Another title"})
        wait_for(fetch, "en/posts/2026/post-1/", "Another title")


def test_a_preview_shows_what_is_not_due_and_is_marked(root: Path) -> None:
    write_post(root, 2, ar={"date": "2040-01-01T08:00"})
    with served(root, "--preview") as fetch:
        wait_for(fetch, "en/posts/2026/post-2/", "Title of post 2")
        assert "noindex" in fetch("en/posts/2026/post-2/")


def test_serving_leaves_the_public_site_alone(root: Path) -> None:
    with served(root, "--at", "2026-11-23T09:00+04:00") as fetch:
        wait_for(fetch, "en/", "Sample")
    assert not (root / "site").exists()
