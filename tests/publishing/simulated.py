"""A host of which everything is made up: its clock, its commits, how long a build takes, and what comes in between."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from newsroom.model.language import Localized
from newsroom.publishing.publisher import Outcome
from newsroom.releases.contents import Counts
from newsroom.releases.preparation import Prepared, fitting
from newsroom.releases.release import Release

START = datetime.datetime.fromisoformat("2026-03-01T09:00:00+04:00")
Instants = tuple[datetime.datetime, ...]


def after(seconds: float) -> datetime.datetime:
    return START + datetime.timedelta(seconds=seconds)


@dataclass
class Errand:
    """An errand that takes as long as it is told, and does everything at its end."""

    host: SimulatedHost
    ends: float
    work: Callable[[], Outcome]
    done: Outcome | None = None

    def outcome(self) -> Outcome | None:
        if self.done is None and self.host.elapsed >= self.ends:
            self.done = self.work()
        return self.done

    def stop(self) -> None:
        self.done = Outcome(False, "stopped")


@dataclass
class SimulatedHost:
    """``elapsed`` counts seconds that have truly passed; ``now`` is what the clock says, and may be set.

    ``commits`` tells the instants at which each commit changes; the last that was pushed is ``tip``. A commit in
    ``broken`` cannot be built, and ``failing`` builds fail whatever they are of. So many
    switches find the disk ``full``.
    """

    build: float = 2.7
    elapsed: float = 0.0
    set_by: float = 0.0
    commits: dict[str, Instants] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    failing: int = 0
    full: int = 0
    tip: str | None = None
    served: Release | None = None
    waiting: list[Prepared] = field(default_factory=list)
    switches: list[tuple[datetime.datetime, Release]] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    sent: int = 0
    somebody_builds: bool = False
    errands: list[Errand] = field(default_factory=list)

    @property
    def now(self) -> datetime.datetime:
        return after(self.elapsed + self.set_by)

    def clock(self) -> datetime.datetime:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert 0 <= seconds <= 1
        self.elapsed += seconds

    def push(self, commit: str, *instants: float, is_broken: bool = False) -> None:
        """Bring a commit that changes some seconds after the start."""
        self.commits[commit] = tuple(sorted(map(after, instants)))
        self.tip = commit
        if is_broken:
            self.broken.add(commit)

    def publish_now(self) -> bool:
        """Do what the hook of a push does, in no time; whether it could."""
        assert self.tip
        if self._fails(self.tip) or (self.served and self.served.instant > self.now):
            return False
        self._serve(self._release(self.tip, self.now))
        return True

    def live(self) -> Release | None:
        return self.served

    def wanted(self) -> str | None:
        return self.tip

    def prepared(self) -> list[Prepared]:
        return sorted(self.waiting, key=lambda each: each.instant)

    def is_building(self) -> bool:
        return self.somebody_builds

    def prepare(self, instant: datetime.datetime) -> Errand:
        wanted = self.tip
        assert wanted
        return self._begun(lambda: self._prepared(instant, wanted))

    def publish(self) -> Errand:
        return self._begun(lambda: Outcome(self.publish_now(), "publishing"))

    def switch(self, prepared: Prepared) -> Release | None:
        if self.full:
            self.full -= 1
            raise OSError("No space left on device")
        if prepared.wanted != self.tip or (self.served and self.served.instant > prepared.instant):
            return None
        self.waiting.remove(prepared)
        return self._serve(prepared.release)

    def tidy(self, stale: Sequence[Prepared]) -> None:
        for each in stale:
            self.waiting.remove(each)

    def crosspost(self) -> None:
        self.sent += 1

    def say(self, sentence: Localized[str]) -> None:
        self.said.append(sentence.en)

    def alarm(self, sentence: Localized[str]) -> None:
        self.alarms.append(sentence.en)

    def _begun(self, work: Callable[[], Outcome]) -> Errand:
        self.errands.append(Errand(self, self.elapsed + self.build, work))
        return self.errands[-1]

    def _prepared(self, instant: datetime.datetime, wanted: str) -> Outcome:
        assert self.served
        chain = [each for each in fitting(self.prepared(), self.served, wanted, self.now) if each.instant < instant]
        commit = chain[-1].release.commit if chain else wanted
        if self._fails(commit):
            if chain or commit == self.served.commit or self._fails(self.served.commit):
                return Outcome(False, "cannot be built")
            self._wait(Prepared(Path(), self._release(self.served.commit, instant), wanted))
            return Outcome(False, "the last good commit is prepared")
        self._wait(Prepared(Path(), self._release(commit, instant), wanted))
        return Outcome(True, "")

    def _wait(self, prepared: Prepared) -> None:
        self.waiting = [each for each in self.waiting if each.instant != prepared.instant] + [prepared]

    def _fails(self, commit: str) -> bool:
        if self.failing:
            self.failing -= 1
            return True
        return commit in self.broken

    def _release(self, commit: str, instant: datetime.datetime) -> Release:
        due = min((each for each in self.commits[commit] if each > instant), default=None)
        seen = sum(1 for each in self.commits[commit] if each <= instant)
        return Release(0, commit, instant, due, Counts(seen, seen, seen))

    def _serve(self, release: Release) -> Release:
        self.served = replace(release, number=len(self.switches) + 1)
        self.switches.append((self.now, self.served))
        return self.served
