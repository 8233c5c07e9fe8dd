"""The proxy does to a request what the web does, no less and no more."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import nullcontext

import httpx
import pytest

from newsroom.networks.outcomes import NotSent, Unknown
from newsroom.networks.web import Web
from tests.servers.proxy import (
    Fault,
    Proxy,
    answered,
    answered_afterwards,
    closed,
    cut_short,
    dropped,
    slow,
)

NOW = datetime.datetime(2026, 11, 23, 8, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def server() -> Iterator[Proxy]:
    """A server that answers everything, and keeps what it was asked."""
    with Proxy("http://nobody.invalid", lambda _: answered(200, {"X-Own": "1"}, "تم".encode())) as server:
        yield server


@pytest.fixture
def proxy(server: Proxy) -> Iterator[Proxy]:
    """A proxy before the server."""
    with Proxy(server.address) as proxy:
        yield proxy


@pytest.fixture
def web() -> Web:
    """The web as outlets see it."""
    return Web(lambda: NOW)


def test_what_is_passed_on_arrives_whole_both_ways(server: Proxy, proxy: Proxy, web: Web) -> None:
    answer = web.do("POST", f"{proxy.address}/a?b=%D8%AA", content="نص".encode(), headers={"X-Key": "k"})
    assert (answer.status, answer.body.decode(), answer.headers["x-own"]) == (200, "تم", "1")
    (asked,) = server.seen
    assert (asked.method, asked.path, asked.body.decode(), asked.headers["x-key"]) == ("POST", "/a?b=%D8%AA", "نص", "k")


@pytest.mark.parametrize(
    ("fault", "outcome", "arrived"),
    [
        (closed, Unknown, 0),
        (dropped, Unknown, 1),
        (cut_short, Unknown, 1),
        (answered(429), NotSent, 0),
        (answered(503), Unknown, 0),
        (answered_afterwards(500), Unknown, 1),
    ],
    ids=["closed", "dropped", "cut short", "too many", "unavailable", "failed afterwards"],
)
def test_a_fault_is_of_the_phase_that_it_stands_for(
    fault: Fault, outcome: type[Exception], arrived: int, server: Proxy, proxy: Proxy, web: Web
) -> None:
    proxy.play(fault)
    with pytest.raises(outcome):
        web.do("POST", proxy.address)
    assert len(server.seen) == arrived


def test_who_is_refused_sent_nothing_and_may_come_back(server: Proxy, proxy: Proxy, web: Web) -> None:
    with proxy.refusing(), pytest.raises(NotSent):
        web.do("POST", proxy.address)
    assert server.seen == []
    assert web.do("POST", proxy.address).status == 200


def test_who_does_not_wait_for_a_slow_answer_cannot_tell(proxy: Proxy) -> None:
    proxy.play(slow(1))
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(proxy.address, timeout=0.1)


def test_the_headers_of_a_network_come_with_its_refusal(proxy: Proxy, web: Web) -> None:
    until = NOW + HOUR
    proxy.play(answered(429, {"ratelimit-reset": str(int(until.timestamp()))}))
    with pytest.raises(NotSent) as caught:
        web.do("POST", proxy.address)
    assert caught.value.until == until


def test_only_the_requests_that_were_chosen_fail(server: Proxy, proxy: Proxy, web: Web) -> None:
    proxy.play(answered(503), "/posts", times=2)
    for path, outcome in (("/a", None), ("/posts", Unknown), ("/posts?b", Unknown), ("/posts", None)):
        with pytest.raises(outcome) if outcome else nullcontext():
            web.do("POST", proxy.address + path)
    assert [each.path for each in server.seen] == ["/a", "/posts"]
    assert len(proxy.asked("/posts")) == 3
