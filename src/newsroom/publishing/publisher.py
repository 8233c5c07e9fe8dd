"""The one who publishes at instants: looks at the clock each second, and switches to what was prepared when it is due.

It holds no newsroom and builds nothing. What takes longer than a moment is an errand, which another process runs; no
instant waits for one. All that it has to know stands on the disk, so it may be killed and started again at any point.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from newsroom.errors import NewsroomError
from newsroom.model.language import Localized
from newsroom.publishing.patience import Patience
from newsroom.releases.preparation import Prepared, fitting
from newsroom.releases.release import Release

HORIZON: Final = datetime.timedelta(minutes=10)
"""How long before its instant a release is prepared: long enough for a person to mend what cannot be."""
MOST: Final = 40
"""Releases that are prepared at once: of a site of 15,000 files, each takes 12 MB of folders on the disk."""
NAP: Final = 1.0
"""Seconds after which the clock is looked at again, for it may have been set."""
GRACE: Final = 5.0
"""Seconds that whoever pushed is given to publish it; after them a push counts as left to us."""
QUIET: Final = datetime.timedelta(seconds=5)
"""Before an instant nothing is thrown away: the disk has better things to do."""
CROSSPOSTING: Final = 300.0
"""Seconds between two looks for messages to accounts, which may be due at instants at which no page changes."""

Clock = Callable[[], datetime.datetime]
Kind = Literal["prepare", "publish"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an errand ended: done or not, and what it said."""

    is_done: bool
    said: str


class Errand(Protocol):
    """Something that another process does meanwhile."""

    def outcome(self) -> Outcome | None:
        """How it ended, or nothing while it goes on."""

    def stop(self) -> None:
        """End it as it stands."""


class Work(Protocol):
    """What there is to know and to do of a host; all of it takes moments, but for errands."""

    def live(self) -> Release | None:
        """The release that is served."""

    def wanted(self) -> str | None:
        """The commit that is to be served."""

    def prepared(self) -> list[Prepared]:
        """What waits for its instant."""

    def is_building(self) -> bool:
        """Whether somebody builds what was pushed."""

    def prepare(self, instant: datetime.datetime) -> Errand:
        """Begin to prepare what is to be seen at an instant."""

    def publish(self) -> Errand:
        """Begin to publish what was pushed."""

    def switch(self, prepared: Prepared) -> Release | None:
        """Serve what was prepared, unless it is not wanted any more."""

    def tidy(self, stale: Sequence[Prepared]) -> None:
        """Throw away what is not to go live any more, and releases that nobody needs."""

    def crosspost(self) -> None:
        """Let what is due go to accounts."""

    def say(self, sentence: Localized[str]) -> None:
        """Tell whoever reads the log."""

    def alarm(self, sentence: Localized[str]) -> None:
        """Call somebody who can mend what is wrong."""


@dataclass(slots=True)
class _Running:
    errand: Errand
    kind: Kind
    wanted: str
    instant: datetime.datetime | None


class Publisher:
    """``clock`` gives aware instants, ``sleep`` waits for some seconds."""

    def __init__(self, work: Work, clock: Clock, sleep: Callable[[float], None]) -> None:
        self._work = work
        self._clock = clock
        self._sleep = sleep
        self._rested = 0.0
        self._running: _Running | None = None
        self._patience = Patience()
        self._alarmed: set[tuple[object, ...]] = set()
        self._unpublished: tuple[str, float] | None = None
        self._crossposted = -CROSSPOSTING

    def run(self, is_over: Callable[[], bool]) -> None:
        """Publish at every instant until it is over; whatever fails is told, and tried again."""
        while not is_over():
            try:
                instant = self.step()
            except (OSError, NewsroomError) as error:
                self._troubled(error)
                instant = None
            self._rest(instant)
        if self._running:
            self._running.errand.stop()

    def step(self) -> datetime.datetime | None:
        """Do what is to be done now; the next instant at which something is, as far as is known."""
        self._hear()
        now, live, wanted = self._clock(), self._work.live(), self._work.wanted()
        if wanted is None:
            return None
        if live is None:
            if not self._running:
                self._begin_publishing(wanted)
            return None
        prepared = self._work.prepared()
        ready = fitting(prepared, live, wanted, now)
        due = [each for each in ready if each.instant <= now]
        if due:
            # What fell due in one go, while the machine slept say, is published in one go.
            return now if self._switch(due[-1]) else None
        self._stop_what_is_in_vain(wanted)
        if not self._running:
            self._begin(now, live, wanted, ready)
        if not self._running and (not ready or ready[0].instant - now > QUIET):
            self._work.tidy([each for each in prepared if each not in ready])
        self._crosspost_now_and_then()
        return ready[0].instant if ready else None

    def _rest(self, instant: datetime.datetime | None) -> None:
        seconds = NAP
        if instant is not None:
            seconds = min(NAP, max(0.0, (instant - self._clock()).total_seconds()))
        self._sleep(seconds)
        self._rested += seconds

    def _begin(self, now: datetime.datetime, live: Release, wanted: str, ready: Sequence[Prepared]) -> None:
        """Begin the most urgent errand: the next instant, then what was pushed, then the instants after the next."""
        instant = self._next_instant(now, live, ready)
        if instant and not ready and self._begin_preparing(wanted, instant):
            return
        if wanted != live.commit and self._begin_publishing(wanted):
            return
        if instant and ready:
            self._begin_preparing(wanted, instant)

    def _next_instant(
        self, now: datetime.datetime, live: Release, ready: Sequence[Prepared]
    ) -> datetime.datetime | None:
        """The next instant that is to be prepared; one that has passed is prepared as of now."""
        due = (ready[-1].release if ready else live).due
        if due is None or due - now > HORIZON or len(ready) >= MOST:
            return None
        return max(due, now)

    def _begin_preparing(self, wanted: str, instant: datetime.datetime) -> bool:
        if not self._may("prepare", wanted):
            return False
        self._running = _Running(self._work.prepare(instant), "prepare", wanted, instant)
        return True

    def _begin_publishing(self, wanted: str) -> bool:
        """Publish what was pushed, where whoever pushed it does not."""
        if self._unpublished is None or self._unpublished[0] != wanted:
            self._unpublished = (wanted, self._rested)
        is_left = self._rested - self._unpublished[1] >= GRACE and not self._work.is_building()
        if not is_left or not self._may("publish", wanted):
            return False
        self._running = _Running(self._work.publish(), "publish", wanted, None)
        return True

    def _stop_what_is_in_vain(self, wanted: str) -> None:
        """End a preparation of a commit that is not wanted any more."""
        if self._running and self._running.kind == "prepare" and self._running.wanted != wanted:
            self._running.errand.stop()
            self._running = None

    def _may(self, kind: Kind, wanted: str) -> bool:
        return self._patience.is_over((kind, wanted), self._rested)

    def _hear(self) -> None:
        """Hear of the errand that is run, if it has ended."""
        running = self._running
        outcome = running.errand.outcome() if running else None
        if running is None or outcome is None:
            return
        self._running = None
        if outcome.is_done:
            self._patience.succeeded((running.kind, running.wanted))
        else:
            self._failed(running, outcome.said)

    def _failed(self, running: _Running, said: str) -> None:
        key = (running.kind, running.wanted)
        self._patience.failed(key, self._rested)
        is_late = running.instant is not None and running.instant <= self._clock()
        self._call(_sentence(running, said, is_late=is_late), (*key, is_late))

    def _troubled(self, error: Exception) -> None:
        """Tell once of what goes wrong each second, a disk that is full say."""
        about = (str(error),)
        if about not in self._alarmed:
            both = (error.sentence("ar"), error.sentence("en")) if isinstance(error, NewsroomError) else about * 2
            self._call(Localized(*both), about)

    def _call(self, sentence: Localized[str], about: tuple[object, ...]) -> None:
        """Say what is wrong, and call somebody, once for each thing that is."""
        self._work.say(sentence)
        if about not in self._alarmed:
            self._alarmed.add(about)
            self._work.alarm(sentence)

    def _switch(self, prepared: Prepared) -> bool:
        """Serve what was prepared; whether it was still wanted."""
        release = self._work.switch(prepared)
        if release is None:
            return False
        instant = release.instant.isoformat(timespec="seconds")
        self._work.say(
            Localized(
                f"الموقع المعروض هو الإصدار {release.number}، كما هو في {instant}",
                f"release {release.number} is live, as of {instant}",
            )
        )
        # Nothing that was wrong before is wrong with what comes next.
        self._alarmed.clear()
        self._crosspost()
        return True

    def _crosspost_now_and_then(self) -> None:
        if self._rested - self._crossposted >= CROSSPOSTING:
            self._crosspost()

    def _crosspost(self) -> None:
        self._crossposted = self._rested
        self._work.crosspost()


def _sentence(running: _Running, said: str, *, is_late: bool) -> Localized[str]:
    if running.instant is None:
        return Localized(
            f"تعذّر نشر الإيداع {running.wanted[:12]}، والموقع كما كان، وتُعاد المحاولة:\n{said}",
            f"commit {running.wanted[:12]} cannot be published; the site is as it was, and it is tried again:\n{said}",
        )
    instant = running.instant.isoformat(timespec="seconds")
    if is_late:
        return Localized(
            f"حان {instant} ولم يُنشر ما حان فيه، وتُعاد المحاولة:\n{said}",
            f"{instant} has come, and what is due then is not published; it is tried again:\n{said}",
        )
    return Localized(
        f"تعذّرت تهيئة ما يُنشر في {instant}، وما زال في الوقت متسع لإصلاحه، وتُعاد المحاولة:\n{said}",
        f"what is due at {instant} cannot be prepared; there is time to mend it, and it is tried again:\n{said}",
    )
