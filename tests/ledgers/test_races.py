"""Many at once, and some of them killed: one wins, nothing is lost, and nothing half-written is believed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from bench.ledger import race
from bench.measure import tree

from newsroom.ledgers.home import opened
from newsroom.ledgers.ledger import State
from newsroom.model.crossposting import LedgerHome
from tests.conftest import REPOSITORY
from tests.ledgers.homes import HOMES, Home, ledger

PROCESSES = 8


@pytest.fixture(params=HOMES, ids=HOMES)
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    made: Home = HOMES[request.param](tmp_path)
    return made


def test_of_many_processes_that_claim_the_same_messages_one_wins_each(home: Home) -> None:
    tried = race([home.place() for _ in range(PROCESSES)], claims=12)
    won = Counter(each.key for process in tried for each in process if each.won)
    assert len(won) == 12
    assert set(won.values()) == {1}
    states = ledger(home).states()
    assert states.keys() == won.keys()
    assert all(isinstance(state, State) and state.attempts == 1 for state in states.values())


def test_processes_of_one_clone_race_as_well_as_those_of_many(home: Home) -> None:
    place = home.place()
    tried = race([place] * 4, claims=8)
    won = Counter(each.key for process in tried for each in process if each.won)
    assert sorted(won.values()) == [1] * 8
    assert opened(*place).states().keys() == won.keys()


WRITER = """
import sys
from pathlib import Path
from newsroom.ledgers.home import opened
from newsroom.model.crossposting import LedgerHome
from tests.ledgers.homes import line
ledger = opened(LedgerHome(sys.argv[1], sys.argv[2]), Path(sys.argv[3]))
for number in range(1000):
    post, version = f"{sys.argv[4]} {number}", None
    for step in ("claimed", "sending", "posted"):
        version = ledger.append(line(step, f"{sys.argv[4]} {step}", post=post), version)
        print(line(step, post=post).key, step, flush=True)
"""


def killed(place: tuple[LedgerHome, Path], name: str, seconds: float) -> list[tuple[str, str]]:
    """What a writer said that it had written when it and its git were killed, some time after its first line."""
    where, root = place
    command = [sys.executable, "-c", WRITER, where.kind, where.place, str(root), name]
    environment = {"PYTHONPATH": ":".join([str(REPOSITORY), *sys.path]), "PATH": "/usr/bin:/bin"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=root) as process:
        assert process.stdout
        first = process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(seconds)
        for each in list(tree(process.pid)):
            kill_unless_at_the_remote(each)
        said = first + process.stdout.read()
    return [(key, step) for key, step in (told.split() for told in said.splitlines())]


def kill_unless_at_the_remote(process: int) -> None:
    """The remote is another machine, and does not die with the writer."""
    with suppress(FileNotFoundError, ProcessLookupError):
        if b"receive-pack" not in Path(f"/proc/{process}/cmdline").read_bytes():
            os.kill(process, signal.SIGKILL)


def test_what_a_writer_said_before_it_was_killed_stands_and_nothing_else_is_half_there(home: Home) -> None:
    chance, place = random.Random(7), home.place()
    said: dict[str, str] = {}
    for number in range(10):
        said.update(killed(place, f"writer {number}", chance.uniform(0.05, 0.6)))
    assert len(said) >= 10
    steps = ("claimed", "sending", "posted")
    for reader in (ledger(home), opened(*place)):
        found = reader.states()
        assert all(isinstance(state, State) for state in found.values())
        known = {key: state.step for key, state in found.items() if isinstance(state, State)}
        assert {key: step for key, step in said.items() if steps.index(known[key]) < steps.index(step)} == {}
        assert sum(step != "posted" for step in known.values()) <= 10
