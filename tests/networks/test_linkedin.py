"""LinkedIn in particular: little text, repeats and their ghosts, pages and members."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.errors import AccountUnusable
from newsroom.model.delivery import Sealed
from newsroom.networks.linkedin import written
from newsroom.networks.little_text import escaped, readable
from newsroom.networks.network import Draft
from newsroom.networks.outcomes import Declined, NotSent, Unknown
from tests.networks.stands.linkedin import STANDS, LinkedInStand, read
from tests.networks.stands.stand import Fault

TAGS = st.lists(st.sampled_from(["الأمن_الغذائي", "Ports", "Food_2040"]), max_size=3)


@pytest.fixture
def page() -> Iterator[LinkedInStand]:
    with STANDS["page"]() as opened:
        yield opened


@pytest.fixture
def member() -> Iterator[LinkedInStand]:
    with STANDS["member"]() as opened:
        yield opened


def sealed(stand: LinkedInStand, number: int = 1) -> Sealed:
    message = stand.message(number, "ar", "")
    outlet = stand.outlet(stand.environment)
    return outlet.seal(stand.identity(message, outlet), message, datetime.datetime.now(datetime.UTC))


@given(words=st.text(min_size=1), hashtags=TAGS)
def test_linkedin_cuts_nothing_that_was_written_for_it(words: str, hashtags: list[str]) -> None:
    text = written(Draft(words, tuple(hashtags), ""))
    shown = "\n\n".join(filter(None, (words, " ".join(f"#{hashtag}" for hashtag in hashtags))))
    assert read(text) == readable(text) == shown


def test_linkedin_cuts_what_was_not() -> None:
    assert read("Results (first half)") == "Results "


@given(st.text())
def test_escaping_can_be_undone(text: str) -> None:
    assert readable(escaped(text)) == text


def test_a_repeat_is_the_post_that_linkedin_names(page: LinkedInStand) -> None:
    outlet, one = page.outlet(page.environment), sealed(page)
    assert outlet.send(one, {}) == outlet.send(one, {})
    assert len(page.public()) == 1


def test_a_repeat_of_a_post_that_is_gone_is_declined(page: LinkedInStand) -> None:
    outlet, one = page.outlet(page.environment), sealed(page)
    outlet.delete(outlet.send(one, {}))
    with pytest.raises(Declined, match="duplicate"):
        outlet.send(one, {})
    assert page.public() == []


def test_a_repeat_by_a_member_is_in_doubt_and_the_reason_names_the_post(member: LinkedInStand) -> None:
    outlet, one = member.outlet(member.environment), sealed(member)
    receipt = outlet.send(one, {})
    with pytest.raises(Unknown, match=receipt.id):
        outlet.send(one, {})


def test_another_post_with_the_same_words_is_not_adopted(page: LinkedInStand) -> None:
    outlet, one = page.outlet(page.environment), sealed(page)
    outlet.send(one, {})
    other = replace(one, message=replace(one.message, link="https://newsroom.luban.om/ar/posts/2026/other/"))
    with pytest.raises(Declined, match="duplicate"):
        outlet.send(other, {})


def test_what_was_posted_long_before_the_claim_is_not_found(page: LinkedInStand) -> None:
    outlet, one = page.outlet(page.environment), sealed(page)
    outlet.send(one, {})
    with pytest.raises(Unknown):
        outlet.recover(one, {}, one.made + datetime.timedelta(minutes=6))


def test_a_busy_linkedin_is_asked_once_an_hour_until_midnight(page: LinkedInStand) -> None:
    one = sealed(page)
    page.fault(Fault.BUSY)
    with pytest.raises(NotSent) as caught:
        page.outlet(page.environment).send(one, {})
    assert caught.value.until is not None
    wait = caught.value.until - one.made
    assert wait <= datetime.timedelta(hours=1, seconds=5)


@pytest.mark.parametrize("name", ["", "5515715", "urn:li:company:5515715", "urn:li:organization:"])
def test_an_author_has_the_name_that_linkedin_gave_it(page: LinkedInStand, name: str) -> None:
    page.carrier = replace(page.carrier, id=name)
    with pytest.raises(AccountUnusable, match="urn:li:organization"):
        page.outlet(page.environment)


def test_a_token_of_another_member_is_found_out(member: LinkedInStand) -> None:
    member.carrier = replace(member.carrier, id="urn:li:person:1")
    with pytest.raises(Declined, match="another account"):
        member.outlet(member.environment).health()


def test_the_card_has_its_words_plain(page: LinkedInStand) -> None:
    one = sealed(page)
    card = replace(one.message.card, title="Results (first half) #1")
    page.outlet(page.environment).send(replace(one, message=replace(one.message, card=card)), {})
    article = page.linkedin.posts[0].record["content"]["article"]  # type: ignore[index]
    assert (article["title"], article["source"]) == (card.title, one.message.link)
