"""The publisher as a process of its own, by the real clock, with signals, alarms and a web server's view of it."""

from __future__ import annotations

import datetime
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsroom.cli import run
from newsroom.releases.preparation import Preparation
from tests.publishing.hosted import Hosted
from tests.publishing.waiting import WaitingPublisher

pytestmark = pytest.mark.slow

PATIENCE = 90
"""Seconds after which what is waited for is taken not to come, on a machine with much else to do."""


@pytest.fixture
def start(fresh: Hosted) -> Iterator[Callable[[], WaitingPublisher]]:
    """What starts a publisher of the host; those that still run at the end are killed."""
    started: list[WaitingPublisher] = []

    def begin() -> WaitingPublisher:
        started.append(WaitingPublisher(fresh.folder, log(fresh)))
        return started[-1]

    yield begin
    for publisher in started:
        if publisher.process.poll() is None:
            publisher.kill()


def log(fresh: Hosted) -> Path:
    return fresh.folder / "publisher.log"


def hold_back(fresh: Hosted, number: int, seconds: float) -> float:
    """Write a post that is held back for some seconds; its instant."""
    instant = int(time.time() + seconds) + 1
    fresh.write_post(number, date=datetime.datetime.fromtimestamp(instant, datetime.UTC).isoformat())
    return instant


def page(number: int) -> str:
    return f"en/posts/2026/post-{number}/index.html"


def wait_until(is_so: Callable[[], bool]) -> float:
    """Look every 20 ms until something is so; when it was looked at last before that."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        looked = time.time()
        if is_so():
            return looked
        time.sleep(0.02)
    pytest.fail(f"it was not so within {PATIENCE} seconds")


def test_two_instants_come_each_in_one_switch_and_not_before(
    fresh: Hosted, start: Callable[[], WaitingPublisher]
) -> None:
    instants = {number: hold_back(fresh, number, 4 + number) for number in (2, 3)}
    fresh.commit()
    fresh.push()
    start()
    for number, instant in instants.items():
        path = fresh.folder / "live" / page(number)
        wait_until(path.exists)
        assert time.time() >= instant
        assert f"/post-{number}/" in fresh.shown("ar/feed.xml")
        assert (fresh.folder / "live" / page(number).replace("en/", "ar/", 1)).exists()


def test_what_was_being_prepared_by_a_publisher_that_was_killed_is_prepared_by_the_next(
    fresh: Hosted, start: Callable[[], WaitingPublisher]
) -> None:
    instant = hold_back(fresh, 2, 500)
    fresh.commit()
    fresh.push()
    first = start()
    wait_until((fresh.host.preparation / "releases" / ".next").exists)
    first.kill()
    assert Preparation(fresh.host).all() == []
    start()
    wait_until(lambda: bool(Preparation(fresh.host).all()))
    prepared = Preparation(fresh.host).all()[0]
    assert prepared.instant.timestamp() == instant
    assert (prepared.site / page(2)).is_file()


def test_a_push_whose_hook_was_killed_is_published(fresh: Hosted, start: Callable[[], WaitingPublisher]) -> None:
    fresh.push()
    fresh.write_post(2)
    tip = fresh.commit()
    fresh.take(fresh.git("rev-parse", "main"))
    start()
    wait_until(lambda: fresh.live.commit == tip)


def test_what_cannot_be_prepared_is_told_to_whoever_is_called(
    fresh: Hosted, start: Callable[[], WaitingPublisher]
) -> None:
    (fresh.folder / "host.yml").write_text("alarm: cat >> called.txt\n")
    hold_back(fresh, 2, 300)
    fresh.commit()
    fresh.push()
    fresh.write_post(3, author="nobody-of-this-name")
    fresh.commit()
    fresh.push()
    start()
    called = fresh.folder / "called.txt"
    wait_until(lambda: called.exists() and "is prepared for" in called.read_text())
    assert "there is time to mend it" in called.read_text()
    assert "content/posts/2026/post-3/index.ar.md:" in called.read_text()


def test_it_ends_when_it_is_told_to(fresh: Hosted, start: Callable[[], WaitingPublisher]) -> None:
    fresh.push()
    publisher = start()
    wait_until((fresh.folder / ".publisher.lock").exists)
    time.sleep(1)
    assert publisher.end(signal.SIGTERM) == 0


def test_a_second_publisher_says_that_there_is_one(fresh: Hosted, capsys: pytest.CaptureFixture[str]) -> None:
    with fresh.host.waiting:
        assert run(["publisher", "--host", str(fresh.folder)]) == 3
    assert "one is enough" in capsys.readouterr().err


def test_whoever_pushes_is_told_when_nobody_waits_for_what_is_due(fresh: Hosted) -> None:
    hold_back(fresh, 2, 3600)
    fresh.commit()
    assert "no publisher is at work here" in fresh.push().stderr
    fresh.commit("Again")
    with fresh.host.waiting:
        assert "no publisher is at work here" not in fresh.push().stderr


def test_an_instant_without_a_zone_is_refused(fresh: Hosted, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["publisher", "--host", str(fresh.folder), "--prepare", "2027-01-01T08:00"]) == 3
    assert "says not in which zone" in capsys.readouterr().err
