"""Work shared out among processes: every piece done once, every report taken, and no process left behind."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.engine.workers import Worker, meanwhile, share_out, shares_of
from newsroom.errors import BuildFailed


@given(st.lists(st.integers(), max_size=200), st.integers(1, 8), st.integers(1, 50))
def test_every_piece_is_in_one_share(pieces: list[int], processes: int, most: int) -> None:
    shares = shares_of(pieces, processes, most)
    assert sorted(piece for share in shares for piece in share) == sorted(pieces)
    assert all(0 < len(share) <= most for share in shares)


def squares(shares: list[list[int]], processes: int) -> tuple[list[int], list[int]]:
    """Each number squared in another process, and every count of progress."""
    reports: list[int] = []
    counts: list[int] = []
    worker = share_out(shares, processes, lambda report: reports.extend(json.loads(report)), counts.append)
    if worker:
        worker.progress(len(worker.share))
        worker.leave(json.dumps([number * number for number in worker.share]).encode())
    return sorted(reports), counts


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_every_report_is_taken(processes: int) -> None:
    reports, counts = squares([[1, 2], [3], [4, 5]], processes)
    assert reports == [1, 4, 9, 16, 25]
    assert sorted(counts) == [1, 2, 2]


def test_a_report_may_be_larger_than_a_pipe_holds() -> None:
    taken: list[int] = []
    worker = share_out([["x"]], 1, lambda report: taken.append(len(report)), lambda _: None)
    if worker:
        worker.leave(b"x" * 5_000_000)
    assert taken == [5_000_000]


def children() -> list[str]:
    """The processes that this one started and has not seen off. The one that draws charts may be among them."""
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()


def end_badly(worker: Worker[str]) -> None:
    if worker.share == ["fails"]:
        worker.fail("the template is broken")
    if worker.share == ["killed"]:
        os.kill(os.getpid(), signal.SIGKILL)
    if worker.share == ["silent"]:
        os._exit(0)
    signal.pause()


@pytest.mark.parametrize(
    ("share", "words"), [("fails", "the template is broken"), ("killed", "exit -9"), ("silent", "exit 0")]
)
def test_one_bad_end_ends_the_work_of_all(share: str, words: str) -> None:
    before = children()
    with pytest.raises(BuildFailed, match=words):
        worker = share_out([["waits"], [share]], 2, lambda _: None, lambda _: None)
        if worker:
            end_badly(worker)
    assert children() == before


def test_no_shares_fork_nothing() -> None:
    assert squares([], 2) == ([], [])


def test_work_done_meanwhile_gives_its_result() -> None:
    with meanwhile(lambda: str(os.getpid()).encode(), 2) as result:
        assert int(result()) != os.getpid()
    with meanwhile(lambda: str(os.getpid()).encode(), 1) as result:
        assert int(result()) == os.getpid()


def test_work_that_came_to_grief_meanwhile_is_done_when_it_is_asked_for() -> None:
    first = os.getpid()

    def work() -> bytes:
        if os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        return b"done"

    with meanwhile(work, 2) as result:
        assert result() == b"done"


def test_work_that_nobody_asks_for_leaves_no_process_behind() -> None:
    before = children()
    with meanwhile(lambda: b"x" * 5_000_000, 2):
        pass
    assert children() == before


def test_a_worker_outlives_whoever_hired_it_only_until_it_has_something_to_say() -> None:
    ours, theirs = os.pipe()
    hirer = os.fork()
    if hirer == 0:
        worker = share_out([["a"], ["b"], ["c"]], 3, lambda _: None, lambda _: os.kill(os.getpid(), signal.SIGKILL))
        if worker:
            worker.progress(1)
            worker.leave(b"x" * 5_000_000)
        os._exit(0)
    os.close(theirs)
    assert os.waitpid(hirer, 0)[1] == signal.SIGKILL
    # Each of them holds the pipe: its end is read when the last is gone.
    assert os.read(ours, 1) == b""
    os.close(ours)
