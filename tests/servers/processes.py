"""Programs that run beside a test, and end with it."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final

import httpx

FOLDER: Final = Path(__file__).resolve().parent
PYTHON: Final = FOLDER / ".venv" / "bin" / "python"
"""The Python that has the servers written in it, which ``scripts/servers`` installs."""
_PATIENCE: Final = 60.0
"""Seconds in which a server has to answer, also on a machine that is busy."""
_STEP: Final = 0.05


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@cache
def client() -> httpx.Client:
    """Asks servers, each time by a new connection."""
    return httpx.Client(timeout=_PATIENCE, limits=httpx.Limits(max_keepalive_connections=0))


@contextmanager
def running(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, is_up: Callable[[], bool]
) -> Iterator[None]:
    """A program in a folder, which may fill it; what it says stands in ``said`` there, and is told if it fails.

    Its input is open as long as this process lives.
    """
    with (
        (folder / "said").open("wb") as said,
        subprocess.Popen(
            command, env=environment, cwd=folder, stdin=subprocess.PIPE, stdout=said, stderr=subprocess.STDOUT
        ) as process,
    ):
        try:
            _wait(process, is_up, folder / "said")
            yield
        finally:
            _end(process)


def _wait(process: subprocess.Popen[bytes], is_up: Callable[[], bool], said: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while not is_up():
        if process.poll() is not None or time.monotonic() > until:
            raise AssertionError(f"{process.args!r} did not start: {said.read_text()[-2000:]}")
        time.sleep(_STEP)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
