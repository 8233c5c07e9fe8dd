"""Builds in processes of their own: what they say, how they end, and what may befall them on the way."""

from __future__ import annotations

import datetime
import errno
import functools
import io
import os
import pickle
import re
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from pathlib import Path
from types import CodeType
from typing import Any, Final

import jinja2
import pytest
from mkdocs.__main__ import cli as engine

from newsroom import cli
from newsroom.commands.edition import Edition
from newsroom.engine import building, plugin
from newsroom.engine.build import build
from newsroom.engine.cache import BROKEN, OUTDATED
from tests.samples import write_newsroom

NOON: Final = "2026-06-01T12:00+04:00"
NOTICES: Final = (*BROKEN, *OUTDATED, *building.WAITING)
"""What only a build can say that was not the first, or not alone."""
CHANGES: Final = frozenset(
    {"os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "sqlite3.connect"}
)
"""Events of Python's that tell of a change on the disk, beside the opening of a file for writing."""
CRASHED: Final = -1
"""The code of a build that ended in a traceback."""
FILLING: Final = frozenset({"open", "os.mkdir"})
"""Those that need room on the disk."""
_PAGE: Final = re.compile("Error building page '[^']*'")
"""With several processes, another of the pages that cannot be built may be the first."""
_UNCERTAIN: Final = re.compile(r"^(INFO|Pages|Feeds|Time|الصفحات|الخلاصات|الزمن)|^$")
"""Lines that need not be equal: what was spared, how long it took."""


@dataclass(frozen=True)
class Order:
    """How a build is asked for.

    ``at`` is its instant, by the clock or, where ``supposed``, as an argument; nothing stands for the preview.
    ``by_engine`` is through MkDocs' own command.
    """

    at: str | None = NOON
    supposed: bool = False
    strict: bool = False
    language: str = "en"
    folder: str = ""
    by_engine: bool = False
    processes: int = 1
    version: str = "1"

    @property
    def site(self) -> str:
        """The folder of the site, below the newsroom's."""
        return self.folder or ("site" if self.at else "preview")

    @property
    def cold(self) -> Order:
        """The order of the build that others are held against."""
        return replace(self, processes=1, version="1", by_engine=self.is_the_engines)

    @property
    def is_the_engines(self) -> bool:
        """Whether MkDocs' own command is used, which has no preview."""
        return self.by_engine and self.at is not None


@dataclass(frozen=True)
class Outcome:
    """How a build ended, and the lines that it printed."""

    code: int
    said: tuple[str, ...]


class _Environment(jinja2.Environment):
    """Compiles a template once in all processes: that takes most of a small build, and is not what is looked at."""

    known: Final[dict[Hashable, CodeType]] = {}
    compile_anew: Final[Callable[..., CodeType]] = jinja2.Environment.compile

    def compile_once(self, source: str, name: str, filename: str, **options: Any) -> CodeType:
        """Jinja's ``compile``, remembered by all that it depends on."""
        settings = (self.trim_blocks, self.lstrip_blocks, self.autoescape, *self.extensions, *options.items())
        key = (source, name, filename, *settings)
        if key not in _Environment.known:
            _Environment.known[key] = _Environment.compile_anew(self, source, name, filename, **options)
        return _Environment.known[key]


def scratch() -> Path:
    """A new folder, in memory where that can be had: other file systems take long to remove so many."""
    return Path(tempfile.mkdtemp(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None))


@functools.cache
def _warm_up() -> None:
    """Build once in this process: those that it forks then know what every build would have to load and to compile."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", _Environment.compile_once)
        build(write_newsroom(Path(folder)), Edition(datetime.datetime.fromisoformat(NOON)), None, strict=True)


Befalling = Callable[[str, tuple[Any, ...]], None]
"""Is told of each event of the system's, as ``sys.addaudithook`` has it."""


class Child:
    """A process that builds; it is begun at once."""

    def __init__(self, root: Path, order: Order, befalling: Befalling | None = None, seconds: float = 0) -> None:
        self._root = root
        self._notes = root.with_name(f"outcome-{os.urandom(8).hex()}")
        _warm_up()
        self._process = os.fork()
        if self._process == 0:
            self._live(order, befalling, seconds)

    def outcome(self) -> Outcome | None:
        """How it ended; nothing where it was killed."""
        os.waitpid(self._process, 0)
        if not self._notes.exists():
            return None
        notes = self._notes.read_bytes()
        self._notes.unlink()
        return pickle.loads(notes)

    def _live(self, order: Order, befalling: Befalling | None, seconds: float) -> None:
        sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
        code = CRASHED
        try:
            if seconds:
                signal.signal(signal.SIGALRM, signal.SIG_DFL)
                signal.setitimer(signal.ITIMER_REAL, seconds)
            if befalling:
                sys.addaudithook(befalling)
            code = _build(self._root, order)
        except SystemExit as end:
            code = int(end.code or 0)
        except BaseException:
            traceback.print_exc()
        signal.setitimer(signal.ITIMER_REAL, 0)
        said = (*sys.stdout.getvalue().splitlines(), *sys.stderr.getvalue().splitlines())
        lines = [_PAGE.sub("", line.replace(str(self._root), "ROOT")) for line in said if not _UNCERTAIN.match(line)]
        outcome = Outcome(code, tuple(line for line in lines if line not in NOTICES))
        self._notes.write_bytes(pickle.dumps(outcome))
        os._exit(0)


def run(root: Path, order: Order, befalling: Befalling | None = None, seconds: float = 0) -> Outcome | None:
    """Build in a process of its own, which is killed after so many seconds, if any."""
    return Child(root, order, befalling, seconds).outcome()


def _build(root: Path, order: Order) -> int:
    patch = pytest.MonkeyPatch()
    patch.setattr(jinja2.Environment, "compile", _Environment.compile_once)
    patch.setattr(plugin, "Order", lambda **wanted: building.Order(**wanted | {"processes": order.processes}))
    patch.setattr(building, "code_key", lambda: order.version)
    if order.processes > 1:
        _fork_for_little(patch)
    strict = ["--strict"] if order.strict else []
    if order.at and order.by_engine:
        patch.setenv("NEWSROOM_AT", order.at)
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        where = ["--config-file", str(root / "mkdocs.yml"), "--site-dir", str(root / order.site)]
        engine(["build", *where, *strict])
    patch.setattr("newsroom.cli._now", lambda: datetime.datetime.fromisoformat(order.at or NOON))
    edition = [] if order.at else ["--preview"]
    if order.at and order.supposed:
        edition = ["--at", order.at]
    where = ["--site-dir", str(root / order.folder)] if order.folder else []
    return cli.run(["--root", str(root), "--language", order.language, "build", *edition, *where, *strict])


def _fork_for_little(patch: pytest.MonkeyPatch) -> None:
    for module, pieces in (("production", 8), ("shelf", 2)):
        patch.setattr(f"newsroom.engine.{module}.WORTH_A_FORK", pieces)
        patch.setattr(f"newsroom.engine.{module}.MOST", pieces)
    for module in ("production", "workers"):
        patch.setattr(f"newsroom.engine.{module}.AT_ONCE", 3)


class Accident:
    """What befalls a build at its ``number``-th change below a folder, counted in each process for itself.

    ``kill`` ends the first process and ``kill worker`` another; with ``error`` the disk fails once, and with ``full``
    nothing can be written from then on.
    """

    def __init__(self, kind: str, number: int, folder: Path) -> None:
        self._kind = kind
        self._number = number
        self._folder = f"{folder}/"
        self._parent = os.getpid()
        self._count = 0

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Hear of an event of the system's."""
        path = _written(event, arguments)
        if path is None or (Path(path).is_absolute() and not path.startswith(self._folder)):
            return
        self._count += 1
        if self._kind.startswith("kill"):
            is_worker = os.getppid() != self._parent
            if self._count >= self._number and is_worker == (self._kind == "kill worker"):
                os.kill(os.getpid(), signal.SIGKILL)
        elif self._count == self._number or (self._kind == "full" and self._count > self._number and event in FILLING):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)


def _written(event: str, arguments: tuple[Any, ...]) -> str | None:
    if event == "open":
        path, mode, flags = arguments
        writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) if mode is None else set(mode) & set("wax+")
        return os.fsdecode(path) if writes and not isinstance(path, int) else None
    if event in CHANGES and not isinstance(arguments[0], int):
        return os.fsdecode(arguments[0])
    return None
