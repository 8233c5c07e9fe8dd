"""Keys of blueprints: what makes it safe not to draw a page again."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.commands.check import sound_newsroom
from newsroom.model.newsroom import Newsroom
from newsroom.pages.page import Blueprint, digest
from newsroom.pages.plan import plan, plan_preview
from newsroom.pages.views import PostView, WithdrawnView
from newsroom.pages.writing import Hand
from tests.conftest import NOW
from tests.pages.edits import NOON, edits, newsroom
from tests.samples import write_newsroom, write_post, write_text

INSTANTS = st.sampled_from([NOON + datetime.timedelta(days=days) for days in (-40, -8, 0, 400)])


@st.composite
def edited(draw: Callable[..., Any], of: Newsroom) -> Newsroom:
    return draw(st.sampled_from(list(edits(of))))[1]


def by_address(of: Newsroom, now: datetime.datetime) -> dict[str, Blueprint]:
    return {blueprint.address: blueprint for blueprint in plan(of, now).blueprints}


@settings(deadline=None)
@given(st.data())
def test_equal_keys_mean_equal_pages_whatever_was_edited(data: st.DataObject) -> None:
    before = data.draw(st.just(newsroom()) | edited(newsroom()))
    after = data.draw(edited(before))
    now = data.draw(INSTANTS)
    one, two = by_address(before, now), by_address(after, data.draw(st.just(now) | INSTANTS))
    for address in one.keys() & two.keys():
        if one[address].key == two[address].key:
            assert one[address].draw() == two[address].draw()
            assert (one[address].source, one[address].is_post) == (two[address].source, two[address].is_post)


@settings(deadline=None)
@given(st.data())
def test_digests_differ_where_pages_do_and_nowhere_else(data: st.DataObject) -> None:
    one, two = by_address(newsroom(), NOON), by_address(data.draw(edited(newsroom())), NOON)
    for address in one.keys() & two.keys():
        if one[address].key != two[address].key:
            before, after = one[address].draw(), two[address].draw()
            assert (digest(before) == digest(after)) == (before == after)


def test_a_blueprint_says_of_its_page_what_is_so_and_draws_the_same_each_time() -> None:
    for blueprint in plan_preview(newsroom()).blueprints:
        page = blueprint.draw()
        assert (blueprint.address, blueprint.language) == (page.address, page.language)
        assert blueprint.source == (page.text.path if page.text else "")
        assert blueprint.is_post == isinstance(page.view, PostView | WithdrawnView)
        assert blueprint.draw() == page


def test_pages_are_drawn_by_functions_of_a_module_which_can_remember_nothing() -> None:
    for blueprint in plan(newsroom(), NOON).blueprints:
        function = blueprint.drawing
        assert getattr(sys.modules[function.__module__], function.__qualname__) is function


def test_no_post_and_no_text_is_within_a_hands_reach() -> None:
    hand = Hand.of(newsroom(), "ar")
    assert (hand.newsroom.posts, hand.newsroom.pages) == ((), ())
    biographies = [each for person in hand.newsroom.executives.values() for each in person.biographies.values()]
    assert {each.body.digest for each in biographies} == {""}


def new_keys(root: Path, change: Callable[[], object]) -> set[str]:
    before = {address: each.key for address, each in by_address(sound_newsroom(root), NOW).items()}
    change()
    after = {address: each.key for address, each in by_address(sound_newsroom(root), NOW).items()}
    return {address for address in before.keys() | after.keys() if before.get(address) != after.get(address)}


def test_the_order_of_namesakes_counts() -> None:
    turned = replace(newsroom(), executives=dict(reversed(newsroom().executives.items())))
    one, two = (by_address(each, NOON)["ar/executives/"] for each in (newsroom(), turned))
    assert one.draw() != two.draw()
    assert one.key != two.key


def test_a_preview_has_other_keys_than_the_public_site() -> None:
    public = {blueprint.key for blueprint in plan(newsroom(), NOON).blueprints}
    assert public.isdisjoint(blueprint.key for blueprint in plan_preview(newsroom()).blueprints)


def test_a_new_text_of_a_plain_page_gives_a_new_key_to_this_page_alone(root: Path) -> None:
    about = root / "content/pages/about/index.en.md"
    words = {"title": "About us", "summary": "Who we are."}
    # Both languages are one record, so the Arabic page is drawn again too, and found to be the same.
    assert new_keys(root, lambda: write_text(about, words, "Other.")) == {"ar/about/", "en/about/"}


def test_a_new_biography_gives_new_keys_to_the_executives_own_pages_alone(root: Path) -> None:
    life = root / "content/executives/salim/index.en.md"
    assert new_keys(root, lambda: write_text(life, {"summary": "Leads the company."}, "Other.")) == {
        "ar/executives/salim/",
        "en/executives/salim/",
    }


def test_a_new_post_leaves_the_keys_of_numbered_sheets_as_they_were(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path, posts=0, posts_per_page=2)
    for number in range(1, 8):
        write_post(root, number, ar={"date": f"2026-01-{number:02}T09:00"})
    changed = new_keys(root, lambda: write_post(root, 8, ar={"date": "2026-01-08T09:00"}))
    assert "en/archive/2026/" in changed
    # The newest numbered sheet gets a newer neighbour; those behind it stay.
    assert {address for address in changed if address.startswith("en/archive/2026/page/")} == {
        "en/archive/2026/page/2/",
        "en/archive/2026/page/3/",
    }
    posts = {address for address in changed if "/posts/" in address}
    assert posts == {f"{language}/posts/2026/post-{number}/" for language in ("ar", "en") for number in (7, 8)}


@pytest.mark.parametrize("linking", [True, False], ids=["linking", "without the link"])
def test_a_text_that_links_to_a_post_has_a_new_key_when_the_post_appears(linking: bool, tmp_path: Path) -> None:
    root = write_newsroom(tmp_path, posts=0)
    body = "[next](../post-9/index.en.md)" if linking else "next"
    for number in range(1, 4):
        write_post(root, number, ar={"date": f"2026-01-0{number}T09:00"}, body_en=body if number == 1 else "")
    write_post(root, 9, ar={"date": "2026-01-09T09:00", "pubstatus": "withheld"})
    changed = new_keys(root, lambda: write_post(root, 9, ar={"date": "2026-01-09T09:00"}))
    assert ("en/posts/2026/post-1/" in changed) == linking
