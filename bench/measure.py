"""Whole processes, timed from outside, with the memory of all that they start."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

INTERVAL: Final = 0.05
"""Seconds between two looks at a process's memory, where looking is cheap."""
SHARE: Final = 20
"""Looking takes the kernel time in proportion to the memory: at most this part of one core's time is spent on it."""


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process: wall seconds, and the peak of its proportional set size in bytes, children included."""

    seconds: float
    memory: int


def run(command: Sequence[str]) -> Run:
    """Run a command to its end. What earlier runs wrote is on the disk before the clock starts."""
    os.sync()
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        with watched(process.pid) as memory:
            output, _ = process.communicate()
        seconds = time.perf_counter() - start
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}\n{output.decode()}\nfailed with exit code {process.returncode}")
    return Run(seconds, memory.peak)


@dataclass(slots=True)
class Memory:
    """The greatest memory of a process and its children so far, in bytes."""

    peak: int = 0


@contextmanager
def watched(process: int) -> Iterator[Memory]:
    """Look at the memory of a process, from a thread of its own, for as long as the block lasts."""
    memory, done = Memory(), threading.Event()
    thread = threading.Thread(target=_watch, args=(process, memory, done), daemon=True)
    thread.start()
    try:
        yield memory
    finally:
        done.set()
        thread.join()


def _watch(process: int, memory: Memory, done: threading.Event) -> None:
    while not done.is_set():
        start = time.perf_counter()
        memory.peak = max(memory.peak, sum(map(proportional_set_size, tree(process))))
        done.wait(max(INTERVAL, SHARE * (time.perf_counter() - start)))


def tree(process: int) -> Iterator[int]:
    """A process and everything that it started, by number."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _read(children).split():
            yield from tree(int(child))


def proportional_set_size(process: int) -> int:
    """A process's memory in bytes, each shared page divided among its sharers; 0 where the process has ended."""
    for line in _read(Path(f"/proc/{process}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""
