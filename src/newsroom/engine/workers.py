"""Work shared out among forked processes: each is given one share, reports what came of it, and is gone."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, Pipe, wait
from typing import Final, Generic, NoReturn, TypeVar

from newsroom.errors import BuildFailed

Piece = TypeVar("Piece")

CAN_FORK: Final = hasattr(os, "fork") and sys.platform != "darwin"
"""Not on Windows, which cannot, nor on macOS, whose libraries do not survive it (https://bugs.python.org/issue33725)."""

AT_ONCE: Final = 20
"""Pieces between two reports of progress."""

_PROGRESS, _REPORT, _FAILURE = b"p", b"r", b"f"


def processors() -> int:
    """How many processes can run at once here."""
    if not CAN_FORK:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shares_of(pieces: Sequence[Piece], processes: int, most: int) -> list[list[Piece]]:
    """Pieces dealt round into shares of at most ``most``, as many for each process."""
    rounds = -(-len(pieces) // (processes * most))
    number = min(len(pieces), rounds * processes)
    return [list(pieces[start::number]) for start in range(number)]


class Worker(Generic[Piece]):
    """What a forked process knows: its share, and the line to whoever gave it."""

    def __init__(self, share: Sequence[Piece], line: Connection) -> None:
        self.share = share
        self._line = line

    def progress(self, count: int) -> None:
        """Tell how many more pieces are done."""
        self._line.send_bytes(_PROGRESS + str(count).encode())

    def run(self, work: Callable[[Iterator[Piece]], bytes]) -> NoReturn:
        """Do the share in one go, and leave with what comes of it."""
        try:
            report = work(self._counted())
        except Exception as error:  # whatever it is, the process that waits has to hear of it
            self.fail(f"{type(error).__name__}: {error}")
        self.leave(report)

    def _counted(self) -> Iterator[Piece]:
        for number, piece in enumerate(self.share, 1):
            yield piece
            if number % AT_ONCE == 0 or number == len(self.share):
                self.progress(number - (number - 1) // AT_ONCE * AT_ONCE)

    def leave(self, report: bytes) -> NoReturn:
        """Hand in the report and end this process; nothing that it inherited is run or flushed a second time."""
        self._end(_REPORT + report)

    def fail(self, reason: str) -> NoReturn:
        """End this process, and with it the work of all, for a reason."""
        self._end(_FAILURE + reason.encode())

    def _end(self, words: bytes) -> NoReturn:
        with suppress(OSError):
            self._line.send_bytes(words)
        os._exit(0)


@contextmanager
def meanwhile(work: Callable[[], bytes], processes: int) -> Iterator[Callable[[], bytes]]:
    """Do some work in a process beside this one, where there is room for it; what is given waits for the result.

    Where there is no room, or that process comes to grief, the work is done when the result is asked for.
    """
    if processes == 1:
        yield work
        return
    ours, theirs = Pipe(duplex=False)
    process = os.fork()
    if process == 0:
        ours.close()
        Worker((), theirs).run(lambda _: work())
    theirs.close()

    def result() -> bytes:
        try:
            words = ours.recv_bytes()
        except (EOFError, ConnectionError):
            words = _FAILURE
        return words[1:] if words[:1] == _REPORT else work()

    try:
        yield result
    finally:
        ours.close()
        os.waitpid(process, 0)


def share_out(
    shares: Sequence[Sequence[Piece]],
    processes: int,
    report: Callable[[bytes], None],
    progress: Callable[[int], None],
) -> Worker[Piece] | None:
    """Fork a process for each share, ``processes`` at a time.

    Returns a :class:`Worker` in each forked process; and nothing in this one, once all have ended and each report was
    taken, in no certain order. Raises :class:`BuildFailed` where a process failed or ended without one.
    """
    waiting = list(reversed(shares))
    crew = _Crew(report, progress)
    # What lives now lives on in every process: a collector that touches it would copy all of its memory.
    gc.collect()
    gc.freeze()
    try:
        while waiting or crew.lines:
            while waiting and len(crew.lines) < processes:
                worker = crew.hire(waiting.pop())
                if worker:
                    return worker
            crew.listen()
    except BaseException:
        crew.dismiss()
        raise
    finally:
        gc.unfreeze()
    return None


class _Crew:
    """The processes that are at work, by the line to each."""

    def __init__(self, report: Callable[[bytes], None], progress: Callable[[int], None]) -> None:
        self.lines: dict[Connection, int] = {}
        self._reported: set[Connection] = set()
        self._report = report
        self._progress = progress

    def hire(self, share: Sequence[Piece]) -> Worker[Piece] | None:
        """Fork. The new process gets the worker, this one nothing."""
        ours, theirs = Pipe(duplex=False)
        sys.stdout.flush()
        sys.stderr.flush()
        process = os.fork()
        if process == 0:
            ours.close()
            # An interrupt from the keyboard reaches all; only the first process has something to say about it.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            return Worker(share, theirs)
        theirs.close()
        self.lines[ours] = process
        return None

    def listen(self) -> None:
        """Wait until a process says something, and act on it."""
        for line in wait(list(self.lines)):
            assert isinstance(line, Connection)
            try:
                self._act(line, line.recv_bytes())
            except (EOFError, ConnectionError):
                self._see_off(line)

    def _act(self, line: Connection, words: bytes) -> None:
        kind, data = words[:1], words[1:]
        if kind == _PROGRESS:
            self._progress(int(data))
        elif kind == _REPORT:
            self._reported.add(line)
            self._report(data)
        else:
            raise BuildFailed(
                f"the build stopped, and the site was left as it was: {data.decode()}",
                f"توقف البناء وبقي الموقع كما كان: {data.decode()}",
            )

    def _see_off(self, line: Connection) -> None:
        process = self.lines.pop(line)
        line.close()
        _, status = os.waitpid(process, 0)
        if line not in self._reported:
            code = os.waitstatus_to_exitcode(status)
            raise BuildFailed(
                f"a worker of the build ended early (exit {code}); the site was left as it was. Is memory short?",
                f"توقفت إحدى عمليات البناء قبل تمامها (رمز {code})، وبقي الموقع كما كان. هل تكفي الذاكرة؟",
            )

    def dismiss(self) -> None:
        """End every process."""
        for line, process in self.lines.items():
            line.close()
            os.kill(process, signal.SIGTERM)
            os.waitpid(process, 0)
        self.lines.clear()
