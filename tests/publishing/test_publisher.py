"""The publisher waits for instants by a clock that may be set, and loses none of them."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.publishing.publisher import GRACE, HORIZON, Outcome, Publisher
from newsroom.releases.preparation import fitting
from tests.publishing.simulated import SimulatedHost, after


def hosted(*instants: float, build: float = 2.7) -> SimulatedHost:
    """A host on which a commit is live that changes some seconds after the start."""
    host = SimulatedHost(build=build)
    host.push("first", *instants)
    host.publish_now()
    return host


def started(host: SimulatedHost) -> Publisher:
    return Publisher(host, host.clock, host.sleep)


def wait(host: SimulatedHost, seconds: float, publisher: Publisher | None = None) -> None:
    """Let a publisher work until so many seconds have passed."""
    until = host.elapsed + seconds
    (publisher or started(host)).run(lambda: host.elapsed >= until)


def lateness(host: SimulatedHost) -> list[float]:
    """Seconds by which each switch after the first came after its instant."""
    return [(when - release.instant).total_seconds() for when, release in host.switches[1:]]


def test_what_is_due_is_live_at_its_instant_and_not_before() -> None:
    host = hosted(90)
    wait(host, 89.9)
    assert len(host.switches) == 1
    wait(host, 1)
    assert host.switches[1][0] == after(90)
    assert host.served
    assert host.served.counts.posts == 1


@pytest.mark.parametrize("seed", range(3))
def test_a_hundred_embargoes_within_ten_minutes_are_each_on_time_and_in_order(seed: int) -> None:
    chance = random.Random(seed)
    instants = sorted(chance.sample(range(1200, 1800), 100))
    host = hosted(*instants)
    wait(host, 1900)
    assert [release.instant for _, release in host.switches[1:]] == list(map(after, instants))
    assert [release.counts.posts for _, release in host.switches[1:]] == list(range(1, 101))
    assert set(lateness(host)) == {0.0}


def test_the_way_of_one_instant_is_free_while_a_later_one_is_prepared() -> None:
    host = hosted(60, 61, build=30)
    wait(host, 59)
    assert len(host.waiting) == 1
    wait(host, 3)
    assert lateness(host)[0] == 0.0


def test_what_fell_due_while_nobody_waited_is_published_in_one_go() -> None:
    host = hosted(10, 20, 30)
    host.elapsed = 100
    wait(host, 10)
    assert len(host.switches) == 2
    assert host.served
    assert (host.served.counts.posts, host.served.due) == (3, None)


def test_a_machine_that_slept_catches_up_with_one_switch_to_what_was_prepared() -> None:
    host = hosted(60, 70, 80)
    publisher = started(host)
    wait(host, 30, publisher)
    host.elapsed = 500
    wait(host, 1, publisher)
    assert [release.counts.posts for _, release in host.switches] == [0, 3]


def test_a_clock_that_is_set_forward_publishes_at_once() -> None:
    host = hosted(3600)
    publisher = started(host)
    wait(host, 10, publisher)
    host.set_by = 3600
    wait(host, 10, publisher)
    assert len(host.switches) == 2


def test_a_clock_that_is_set_back_takes_nothing_away_and_brings_nothing_early() -> None:
    host = hosted(60, 120)
    publisher = started(host)
    wait(host, 61, publisher)
    host.set_by = -3600
    wait(host, 100, publisher)
    assert [release.counts.posts for _, release in host.switches] == [0, 1]
    host.set_by = 0
    wait(host, 10, publisher)
    assert [release.counts.posts for _, release in host.switches] == [0, 1, 2]


def test_what_was_prepared_by_a_clock_that_ran_ahead_does_not_wait_for_its_late_instant() -> None:
    host = hosted(600)
    publisher = started(host)
    host.set_by = 3600
    wait(host, 2, publisher)
    host.set_by = 0
    wait(host, 700, publisher)
    assert host.switches[1][0] == after(600)


def test_a_preparation_that_fails_is_told_before_the_instant_and_mended_in_time() -> None:
    host = hosted(700)
    host.failing = 2
    wait(host, 700 - HORIZON.total_seconds() + 5)
    assert len(host.alarms) == 1
    assert "there is time to mend it" in host.alarms[0]
    wait(host, 700)
    assert lateness(host) == [0.0]


def test_what_fails_is_tried_again_with_growing_patience_and_somebody_is_called_again_when_it_is_late() -> None:
    host = hosted(60)
    host.failing = 10**6
    wait(host, 600)
    tries = 10**6 - host.failing
    assert 8 < tries < 16
    assert [("has come" in alarm) for alarm in host.alarms] == [False, True]
    assert host.served
    assert host.served.number == 1
    host.failing = 0
    wait(host, 65)
    assert host.served.counts.posts == 1


def test_a_disk_that_is_full_at_the_instant_is_told_once_and_each_second_it_is_tried_again() -> None:
    host = hosted(60)
    host.full = 30
    wait(host, 95)
    assert lateness(host) == [30.0]
    assert len([each for each in host.said if "No space left" in each]) == len(host.alarms) == 1


def test_what_is_pushed_makes_what_was_prepared_stale() -> None:
    host = hosted(60)
    publisher = started(host)
    wait(host, 30, publisher)
    host.push("stopped")
    host.publish_now()
    wait(host, 60, publisher)
    assert [release.commit for _, release in host.switches] == ["first", "stopped"]
    assert host.waiting == []


def test_the_preparation_of_what_is_not_wanted_any_more_is_ended_at_once() -> None:
    host = hosted(60, build=35)
    host.somebody_builds = True

    def pushed_in_between() -> bool:
        if host.elapsed >= 10 and host.tip == "first":
            host.push("second", 60)
        return host.elapsed >= 61

    started(host).run(pushed_in_between)
    assert host.switches[1][0] == after(60)
    assert host.switches[1][1].commit == "second"


def test_a_push_just_before_the_instant_is_prepared_beside_whoever_publishes_it() -> None:
    host = hosted(60)
    publisher = started(host)
    wait(host, 55, publisher)
    host.push("second", 60, 90)
    host.somebody_builds = True
    wait(host, 6, publisher)
    assert host.switches[1][0] == after(60)
    assert host.switches[1][1].commit == "second"


def test_where_the_tip_cannot_be_built_the_last_good_commit_goes_on_in_time_and_somebody_is_called() -> None:
    host = hosted(60)
    publisher = started(host)
    host.push("broken", is_broken=True)
    wait(host, 62, publisher)
    assert (host.switches[1][0], host.switches[1][1].commit) == (after(60), "first")
    assert host.alarms


def test_a_push_whose_hook_was_killed_is_published() -> None:
    host = hosted()
    host.push("second")
    wait(host, GRACE + host.build + 2)
    assert host.served
    assert host.served.commit == "second"


def test_whoever_pushes_is_given_time_to_publish_it() -> None:
    host = hosted()
    host.push("second")
    host.somebody_builds = True
    wait(host, 60)
    assert host.served
    assert host.served.commit == "first"


def test_before_the_first_push_nothing_is_done() -> None:
    host = SimulatedHost()
    wait(host, 10)
    assert host.switches == []
    host.push("first")
    wait(host, 20)
    assert [release.commit for _, release in host.switches] == ["first"]


def test_messages_go_out_after_each_switch_and_every_five_minutes() -> None:
    host = hosted(60)
    wait(host, 50)
    assert host.sent == 1
    wait(host, 20)
    assert host.sent == 3
    host = hosted()
    wait(host, 1501)
    assert host.sent == 6


def test_whoever_is_told_to_end_ends_what_is_under_way() -> None:
    host = hosted(10)
    wait(host, 1)
    assert [errand.done for errand in host.errands] == [Outcome(is_done=False, said="stopped")]


HAPPENINGS = st.one_of(
    st.tuples(st.just("wait"), st.floats(0.1, 400)),
    st.tuples(st.just("sleep"), st.floats(1, 900)),
    st.tuples(st.just("set"), st.floats(-900, 900)),
    st.tuples(st.just("fail"), st.integers(1, 4)),
    st.tuples(st.just("push"), st.lists(st.floats(1, 1200), max_size=12)),
    st.tuples(st.just("lost push"), st.lists(st.floats(1, 1200), max_size=12)),
    st.tuples(st.just("broken push"), st.just(())),
    st.tuples(st.just("restart"), st.just(())),
)


class Watched(SimulatedHost):
    """A host whose every switch is judged as it happens."""

    def _serve(self, release):  # type: ignore[no-untyped-def]
        assert release.instant <= self.now, "nothing is early"
        assert self.served is None or self.served.instant <= release.instant, "nothing is taken away"
        return super()._serve(release)


def step_by_step(host: SimulatedHost, publisher: Publisher, seconds: float) -> None:
    until = host.elapsed + seconds
    while host.elapsed < until:
        now, live, wanted = host.now, host.served, host.tip
        ready = fitting(host.prepared(), live, wanted, now) if live and wanted else []
        due = [each.instant for each in ready if each.instant <= now]
        wait(host, 0.001, publisher)
        if due:
            assert host.served
            assert host.served.instant >= due[-1], "nothing that is ready waits for the next look"


@given(st.lists(st.floats(1, 1200), max_size=12), st.lists(HAPPENINGS, max_size=10))
@settings(max_examples=60, deadline=None)
def test_whatever_happens_nothing_is_early_nothing_is_lost_and_nothing_that_is_ready_waits(
    instants: list[float], happenings: list[tuple[str, object]]
) -> None:
    host = Watched()
    host.push("first", *instants)
    host.publish_now()
    publisher = started(host)
    for number, (kind, value) in enumerate(happenings):
        publisher = happen(host, publisher, kind, value, f"commit-{number}")
    host.set_by = max(host.set_by, 0.0)
    host.failing = 0
    host.broken.clear()
    wait(host, 3000, publisher)
    assert host.served
    assert host.served.commit == host.tip
    assert host.served.due is None
    assert host.served.counts.posts == len(host.commits[host.served.commit])


def happen(host: SimulatedHost, publisher: Publisher, kind: str, value: object, commit: str) -> Publisher:
    """Let something happen, and give the publisher that works from now on."""
    later = [host.elapsed + each for each in value] if isinstance(value, list) else []
    if kind == "wait":
        assert isinstance(value, float)
        step_by_step(host, publisher, value)
    elif kind == "sleep":
        assert isinstance(value, float)
        host.elapsed += value
    elif kind == "set":
        assert isinstance(value, float)
        host.set_by = value
    elif kind == "fail":
        assert isinstance(value, int)
        host.failing = value
    elif kind == "restart":
        return started(host)
    else:
        host.push(commit, *later, is_broken=kind == "broken push")
        if kind == "push":
            host.publish_now()
    return publisher
