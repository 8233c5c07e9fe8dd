"""What the publisher knows and does of a host, on its disk and in processes of their own."""

from __future__ import annotations

import datetime
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from filelock import Timeout

from newsroom.model.language import Localized
from newsroom.publishing.crossposting import crosspost_beside
from newsroom.publishing.errands import Process, shell
from newsroom.publishing.switching import switch_to
from newsroom.publishing.wanted import Lookout, pinned_commit
from newsroom.releases.host import Host
from newsroom.releases.preparation import Preparation, Prepared
from newsroom.releases.release import Release
from newsroom.releases.store import Releases
from newsroom.terminal import say

LONGEST: Final = 10_000
"""Characters of a sentence that the alarm is told: who is called at night reads no more, and a pipe holds it."""


class HostWork:
    """The work on one host, see :class:`newsroom.publishing.publisher.Work`."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._releases = Releases(host)
        self._preparation = Preparation(host)
        self._lookout = Lookout(host)
        self._kept: Release | None = None
        self._crossposting: subprocess.Popen[bytes] | None = None
        self._alarms: list[subprocess.Popen[bytes]] = []
        self._sweeping = threading.Thread(target=self._sweep)

    def live(self) -> Release | None:
        """The release that is served."""
        return self._releases.live

    def wanted(self) -> str | None:
        """The commit that is to be served."""
        return self._lookout.wanted()

    def prepared(self) -> list[Prepared]:
        """What waits for its instant."""
        return self._preparation.all()

    def is_building(self) -> bool:
        """Whether somebody builds what was pushed."""
        try:
            with self._host.building.acquire(timeout=0):
                return False
        except Timeout:
            return True

    def prepare(self, instant: datetime.datetime) -> Process:
        """Begin to prepare what is to be seen at an instant."""
        return Process(*self._language, "publisher", "--host", str(self._host.folder), "--prepare", instant.isoformat())

    def publish(self) -> Process:
        """Begin to publish what was pushed."""
        return Process(*self._language, "publish", "--host", str(self._host.folder))

    def switch(self, prepared: Prepared) -> Release | None:
        """Serve what was prepared, unless it is not wanted any more."""
        return switch_to(self._host, prepared.folder, prepared.release, prepared.wanted)

    def tidy(self, stale: Sequence[Prepared]) -> None:
        """Set aside what is not to go live any more, and once after each switch releases that nobody needs.

        They are removed in a thread: on a disk that is busy a site of 15,000 files may take ten seconds to go.
        """
        self._preparation.forget(stale)
        if (self._set_aside() or stale) and not self._sweeping.is_alive():
            self._sweeping = threading.Thread(target=self._sweep, daemon=True)
            self._sweeping.start()

    def _set_aside(self) -> bool:
        live = self.live()
        if live == self._kept:
            return False
        try:
            with self._host.building.acquire(timeout=0):
                self._kept = live
                return bool(self._releases.set_aside(self._host.settings.keep, pinned_commit(self._host)))
        except Timeout:
            return False

    def _sweep(self) -> None:
        self._preparation.sweep()
        self._releases.sweep_aside()

    def crosspost(self) -> None:
        """Let what is due go to accounts, unless that is being done."""
        if self._crossposting is None or self._crossposting.poll() is not None:
            self._crossposting = crosspost_beside(self._host)

    def say(self, sentence: Localized[str]) -> None:
        """Tell whoever reads the log."""
        say(sentence[self._host.settings.language])

    def alarm(self, sentence: Localized[str]) -> None:
        """Run the operator's own command, with the sentence on its standard input; nobody waits for its end."""
        self._alarms = [alarm for alarm in self._alarms if alarm.poll() is None]
        if not self._host.settings.alarm:
            return
        told = sentence[self._host.settings.language][:LONGEST]
        try:
            self._alarms.append(_told(self._host, f"{told}\n".encode()))
        except OSError as error:
            self.say(Localized(f"تعذّر تشغيل أمر التنبيه: {error}", f"the alarm cannot be run: {error}"))

    @property
    def _language(self) -> tuple[str, str]:
        return "--language", self._host.settings.language


def _told(host: Host, words: bytes) -> subprocess.Popen[bytes]:
    """The operator's command, which was told something."""
    alarm = subprocess.Popen(shell(host.settings.alarm), stdin=subprocess.PIPE, cwd=host.folder)  # noqa: S603 - theirs
    assert alarm.stdin
    # A command that reads nothing was run all the same.
    with suppress(BrokenPipeError), alarm.stdin:
        alarm.stdin.write(words)
    return alarm
