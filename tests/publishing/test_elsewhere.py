"""Where a newsroom is published elsewhere, a command is run at each instant until it says that it is done."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from newsroom.model.language import Localized
from newsroom.publishing.elsewhere import Elsewhere, Instants
from newsroom.publishing.publisher import Outcome
from tests.publishing.simulated import START, after
from tests.samples import write_newsroom, write_post


@dataclass
class Ended:
    """An errand that is over at once."""

    ended: Outcome

    def outcome(self) -> Outcome:
        return self.ended

    def stop(self) -> None:
        return


@dataclass
class SimulatedClone:
    """A clone with instants in it, and a command that may fail some times."""

    instants: list[float]
    failing: int = 0
    is_broken: bool = False
    elapsed: float = 0.0
    commit: int = 0
    ran: list[float] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    read_times: int = 0

    def clock(self) -> datetime.datetime:
        return after(self.elapsed)

    def sleep(self, seconds: float) -> None:
        self.elapsed += seconds

    def state(self) -> tuple[int, ...]:
        return (self.commit,)

    def read(self, since: datetime.datetime) -> Ended:
        self.read_times += 1
        due = min((each for each in map(after, self.instants) if each > since), default=None)
        return Ended(Outcome(not self.is_broken, due.isoformat() if due else "nothing is waiting"))

    def run(self) -> Ended:
        self.ran.append(self.elapsed)
        self.failing -= 1
        return Ended(Outcome(self.failing < 0, "exit code 1"))

    def say(self, sentence: Localized[str]) -> None:
        self.said.append(sentence.en)


def wait(clone: SimulatedClone, seconds: float) -> None:
    until = clone.elapsed + seconds
    Instants(clone, clone.clock, clone.sleep).run(lambda: clone.elapsed >= until)


def test_the_command_is_run_at_the_start_and_at_each_instant() -> None:
    clone = SimulatedClone([30.5, 40])
    wait(clone, 100)
    assert clone.ran == [0, 30.5, 40]


def test_an_instant_counts_only_when_the_command_said_that_it_is_done() -> None:
    clone = SimulatedClone([30])
    runner = Instants(clone, clone.clock, clone.sleep)
    runner.run(lambda: clone.elapsed >= 20)
    clone.failing = 3
    runner.run(lambda: clone.elapsed >= 200)
    assert len(clone.ran) == 1 + 3 + 1
    assert len(clone.said) == 3
    assert "it is run again" in clone.said[0]


def test_another_commit_in_the_clone_is_read_at_once() -> None:
    clone = SimulatedClone([500])
    runner = Instants(clone, clone.clock, clone.sleep)
    runner.run(lambda: clone.elapsed >= 20)
    clone.instants, clone.commit = [25], 1
    runner.run(lambda: clone.elapsed >= 60)
    assert clone.ran == [0, 25]


def test_what_was_known_holds_while_the_newsroom_cannot_be_read() -> None:
    clone = SimulatedClone([30])
    runner = Instants(clone, clone.clock, clone.sleep)
    runner.run(lambda: clone.elapsed >= 20)
    clone.is_broken, clone.commit = True, 1
    runner.run(lambda: clone.elapsed >= 60)
    assert clone.ran == [0, 30]
    assert "cannot be read" in clone.said[0]


def test_while_nothing_changes_the_newsroom_is_not_read_again() -> None:
    clone = SimulatedClone([])
    wait(clone, 500)
    assert clone.read_times == 1


@pytest.mark.parametrize(("dates", "due"), [(("2026-03-01T09:00",), START), ((), None)], ids=["one waits", "none does"])
def test_a_clone_tells_its_next_instant(tmp_path: Path, dates: tuple[str, ...], due: datetime.datetime | None) -> None:
    root = write_newsroom(tmp_path)
    for number, date in enumerate(dates, 2):
        write_post(root, number, ar={"date": date})
    errand = Elsewhere(root, "true", "en").read(START - datetime.timedelta(days=1))
    while (outcome := errand.outcome()) is None:
        continue
    assert outcome.is_done
    assert outcome.said == (due.isoformat() if due else "nothing is waiting")


@pytest.mark.parametrize(("line", "is_done"), [("touch ran", True), ("false", False)])
def test_the_command_is_run_in_the_clone_and_its_exit_code_counts(tmp_path: Path, line: str, is_done: bool) -> None:
    command = Elsewhere(tmp_path, line, "en").run()
    while (outcome := command.outcome()) is None:
        continue
    assert outcome.is_done is is_done
    assert (tmp_path / "ran").exists() is is_done
