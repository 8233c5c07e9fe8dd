"""Facebook and Threads in particular: errors with numbers, containers with states."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

import pytest

from newsroom.errors import AccountUnusable
from newsroom.model.delivery import Sealed
from newsroom.networks.outcomes import Declined, NotSent, Undelivered, Unknown
from newsroom.networks.threads import UNDER_WAY, Profile
from tests.networks.stands import meta
from tests.networks.stands.facebook import FacebookStand, page
from tests.networks.stands.loopback import Reply, Request
from tests.networks.stands.stand import Fault, Stand
from tests.networks.stands.threads import EXPIRES, ThreadsStand, profile


@pytest.fixture
def facebook() -> Iterator[FacebookStand]:
    with page() as opened:
        yield opened


@pytest.fixture
def threads() -> Iterator[ThreadsStand]:
    with profile() as opened:
        yield opened


def sealed(stand: Stand, number: int = 1) -> Sealed:
    message = stand.message(number, "ar", "")
    outlet = stand.outlet(stand.environment)
    return outlet.seal(stand.identity(message, outlet), message, datetime.datetime.now(datetime.UTC))


@pytest.mark.parametrize(
    ("status", "number", "outcome"),
    [
        (500, 1, Unknown),
        (400, 2, Unknown),
        (503, 0, Unknown),
        (400, 4, NotSent),
        (400, 17, NotSent),
        (403, 341, NotSent),
        (400, 613, NotSent),
        (429, 0, NotSent),
        (400, 190, Declined),
        (403, 200, Declined),
        (400, 100, Declined),
        (400, 368, Declined),
        (400, 506, Unknown),
    ],
)
def test_an_error_of_facebook_means_what_its_number_says(
    facebook: FacebookStand, status: int, number: int, outcome: type[Undelivered]
) -> None:
    answer = facebook.server.respond

    def respond(request: Request) -> Reply:
        return meta.wrong(status, number, "wrong") if request.method == "POST" else answer(request)

    facebook.server.respond = respond
    with pytest.raises(Undelivered) as caught:
        facebook.outlet(facebook.environment).send(sealed(facebook), {})
    assert type(caught.value) is outcome


@pytest.mark.parametrize("number", [368, 506])
def test_a_repeat_that_facebook_refuses_is_looked_for_and_found(facebook: FacebookStand, number: int) -> None:
    outlet, one = facebook.outlet(facebook.environment), sealed(facebook)
    first = outlet.send(one, {})
    facebook.facebook.refuses = [number]
    assert outlet.send(one, {}).id == first.id


def test_a_repeat_that_cannot_be_looked_for_is_in_doubt(facebook: FacebookStand) -> None:
    facebook.server.respond = lambda _: meta.wrong(400, 368, "Already posted")
    with pytest.raises(Unknown, match="Already posted"):
        facebook.outlet(facebook.environment).send(sealed(facebook), {})


def test_the_token_of_a_person_is_not_that_of_the_page(facebook: FacebookStand) -> None:
    facebook.carrier = replace(facebook.carrier, id="1")
    with pytest.raises(Declined, match="Luban"):
        facebook.outlet(facebook.environment).health()


@pytest.mark.parametrize("name", ["", "luban.logistics"])
def test_a_page_has_a_number(facebook: FacebookStand, name: str) -> None:
    facebook.carrier = replace(facebook.carrier, id=name)
    with pytest.raises(AccountUnusable, match="not the number of a page"):
        facebook.outlet(facebook.environment)


def test_threads_says_until_when_its_token_works(threads: ThreadsStand) -> None:
    assert threads.outlet(threads.environment).health().expires == EXPIRES


def test_a_token_that_may_not_be_inspected_works_all_the_same(threads: ThreadsStand) -> None:
    answer = threads.server.respond

    def respond(request: Request) -> Reply:
        refused = request.path.endswith("debug_token")
        return meta.wrong(400, 100, "not a tester") if refused else answer(request)

    threads.server.respond = respond
    assert threads.outlet(threads.environment).health().expires is None


def test_a_container_is_waited_for_a_little(threads: ThreadsStand) -> None:
    threads.threads.states = ["IN_PROGRESS", "IN_PROGRESS", "FINISHED"]
    waited: list[float] = []
    outlet = Profile(threads.access(threads.environment), waited.append)
    one = sealed(threads)
    assert outlet.send(one, outlet.prepare(one)).id
    assert waited == [1, 2]


@pytest.mark.parametrize("state", ["IN_PROGRESS", "ERROR"])
def test_a_container_that_is_never_finished_is_not_published(threads: ThreadsStand, state: str) -> None:
    threads.threads.states = [state]
    outlet = Profile(threads.access(threads.environment), lambda _: None)
    with pytest.raises(NotSent, match=state):
        outlet.prepare(sealed(threads))


def test_a_container_that_nobody_saw_is_not_in_doubt(threads: ThreadsStand) -> None:
    threads.server.respond = lambda _: meta.wrong(500, 2, "Please retry your request later")
    with pytest.raises(NotSent, match="retry"):
        threads.outlet(threads.environment).prepare(sealed(threads))


@pytest.mark.parametrize("state", ["ERROR", "EXPIRED"])
def test_a_container_that_failed_may_be_made_again(threads: ThreadsStand, state: str) -> None:
    outlet, one = threads.outlet(threads.environment), sealed(threads)
    prepared = outlet.prepare(one)
    threads.threads.containers[prepared["container"]].states = [state]
    assert outlet.recover(one, prepared, one.made) is None


def test_a_container_may_be_just_being_published(threads: ThreadsStand) -> None:
    outlet, one = threads.outlet(threads.environment), sealed(threads)
    prepared = outlet.prepare(one)
    with pytest.raises(Unknown):
        outlet.recover(one, prepared, one.made)
    # The first of several tries is long past; the container of this one is not.
    with pytest.raises(Unknown):
        outlet.recover(one, prepared, one.made - 2 * UNDER_WAY)
    later = threads.outlet(threads.environment, UNDER_WAY + datetime.timedelta(minutes=1))
    assert later.recover(one, prepared, one.made) is None


def test_what_is_published_and_not_shown_yet_is_never_sent_again(threads: ThreadsStand) -> None:
    outlet, one = threads.outlet(threads.environment), sealed(threads)
    prepared = outlet.prepare(one)
    threads.fault(Fault.ANSWER_LOST)
    with pytest.raises(Unknown):
        outlet.send(one, prepared)
    shown, threads.threads.posts = threads.threads.posts, []
    later = threads.outlet(threads.environment, datetime.timedelta(days=1))
    with pytest.raises(Unknown, match="published"):
        later.recover(one, prepared, one.made)
    threads.threads.posts = shown
    found = later.recover(one, prepared, one.made)
    assert found
    assert found.id == shown[0].id
