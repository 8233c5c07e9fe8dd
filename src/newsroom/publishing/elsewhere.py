"""Instants of a newsroom that is published elsewhere: at each, a command is run that lets it be published there.

Nothing is remembered. Whoever starts does not know what was published before, so the command is run once at the start:
what fell due meanwhile is published late and not lost. An instant has passed only when the command has said 0.
"""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final

from newsroom.model.language import Language, Localized
from newsroom.publishing.errands import Process, shell
from newsroom.publishing.patience import Patience
from newsroom.publishing.publisher import NAP, Clock, Outcome
from newsroom.terminal import say

AGAIN: Final = 600.0
"""Seconds after which a newsroom is read again although git has changed nothing in it."""

_OF_GIT: Final = ("HEAD", "logs/HEAD", "index")
"""What git writes when a clone comes to hold another commit (https://git-scm.com/docs/gitrepository-layout)."""


class Command:
    """The operator's own line, which runs in the newsroom's folder and speaks for itself."""

    def __init__(self, line: str, folder: Path) -> None:
        self._process = subprocess.Popen(shell(line), cwd=folder, stdin=subprocess.DEVNULL)  # noqa: S603 - their own line

    def outcome(self) -> Outcome | None:
        """How it ended, or nothing while it goes on."""
        code = self._process.poll()
        return None if code is None else Outcome(code == 0, f"exit code {code}")

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()


class Elsewhere:
    """A clone of a newsroom, and the command that publishes it."""

    def __init__(self, root: Path, command: str, language: Language) -> None:
        self._root = root
        self._command = command
        self._language: Language = language

    def state(self) -> tuple[int, ...]:
        """What differs when the clone holds another commit."""
        files = (self._root / ".git" / name for name in _OF_GIT)
        return tuple(file.stat().st_mtime_ns if file.exists() else 0 for file in files)

    def read(self, since: datetime.datetime) -> Process:
        """Begin to read when the site changes by itself after an instant."""
        return Process("--language", self._language, "--root", str(self._root), "due", "--at", since.isoformat())

    def run(self) -> Command:
        """Begin to publish."""
        return Command(self._command, self._root)

    def say(self, sentence: Localized[str]) -> None:
        """Tell whoever reads the log."""
        say(sentence[self._language])


class Instants:
    """Runs the command at each instant. ``clock`` gives aware instants, ``sleep`` waits for some seconds."""

    def __init__(self, elsewhere: Elsewhere, clock: Clock, sleep: Callable[[float], None]) -> None:
        self._elsewhere = elsewhere
        self._clock = clock
        self._sleep = sleep
        self._patience = Patience()
        self._rested = 0.0
        self._done: datetime.datetime | None = None
        self._due: datetime.datetime | None = None
        self._publishing: tuple[Command, datetime.datetime] | None = None
        self._reading: Process | None = None
        self._read: tuple[tuple[int, ...], float] | None = None

    def run(self, is_over: Callable[[], bool]) -> None:
        """Run the command at every instant until it is over."""
        while not is_over():
            self.step()
            self._rest()
        for errand in (self._reading, self._publishing and self._publishing[0]):
            if errand:
                errand.stop()

    def step(self) -> None:
        """Do what is to be done now."""
        self._hear_command()
        self._hear_reading()
        if self._publishing:
            return
        now = self._clock()
        if self._is_due(now):
            self._publish(now)
        elif self._done and not self._reading and not self._is_known():
            self._read = (self._elsewhere.state(), self._rested)
            self._reading = self._elsewhere.read(self._done)

    def _is_due(self, now: datetime.datetime) -> bool:
        return self._done is None or (self._due is not None and self._due <= now)

    def _is_known(self) -> bool:
        """Whether the newsroom was read as it stands."""
        if not self._patience.is_over("read", self._rested):
            return True
        return self._read is not None and (
            self._read[0] == self._elsewhere.state() and self._rested - self._read[1] < AGAIN
        )

    def _publish(self, now: datetime.datetime) -> None:
        if self._patience.is_over("run", self._rested):
            self._publishing = (self._elsewhere.run(), now)

    def _hear_command(self) -> None:
        outcome = self._publishing[0].outcome() if self._publishing else None
        if self._publishing is None or outcome is None:
            return
        begun = self._publishing[1]
        self._publishing = None
        if outcome.is_done:
            self._patience.succeeded("run")
            self._done, self._due, self._read = begun, None, None
            return
        self._patience.failed("run", self._rested)
        self._say(
            f"لم ينجح أمر النشر ({outcome.said})، وتُعاد المحاولة",
            f"the command failed ({outcome.said}); it is run again",
        )

    def _hear_reading(self) -> None:
        outcome = self._reading.outcome() if self._reading else None
        if outcome is None:
            return
        self._reading = None
        if outcome.is_done:
            self._patience.succeeded("read")
            self._due = _instant(outcome.said)
            return
        # What was known of the newsroom holds until it can be read again.
        self._patience.failed("read", self._rested)
        self._read = None
        self._say(f"تعذّرت قراءة المركز الإعلامي:\n{outcome.said}", f"the newsroom cannot be read:\n{outcome.said}")

    def _say(self, ar: str, en: str) -> None:
        self._elsewhere.say(Localized(ar, en))

    def _rest(self) -> None:
        seconds = NAP
        if self._due and not self._publishing:
            seconds = min(NAP, max(0.0, (self._due - self._clock()).total_seconds()) or NAP)
        self._sleep(seconds)
        self._rested += seconds


def _instant(said: str) -> datetime.datetime | None:
    """The instant that was printed, or nothing where nothing is waiting."""
    try:
        return datetime.datetime.fromisoformat(said)
    except ValueError:
        return None
