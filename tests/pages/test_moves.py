"""Old addresses: each leads to the new one, in every language that it had, and to nothing that is not released."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.feeds.planning import plan_feeds
from newsroom.model.language import LANGUAGES, Language
from newsroom.model.newsroom import Newsroom
from newsroom.pages.addresses import is_not_found
from newsroom.pages.moves import Move, moved_feeds, moves
from newsroom.pages.on_request import SiteOnRequest
from newsroom.pages.page import digest
from newsroom.pages.plan import desk_of, plan
from newsroom.pages.release import at_instant
from newsroom.pages.standing import standing_feeds, standing_pages
from newsroom.pages.subscription import subject_groups
from newsroom.pages.writing import Hand
from newsroom.reading.newsroom import read_newsroom
from tests.conftest import NOW, REPOSITORY
from tests.samples import both, executive, write_newsroom, write_post, write_text


def visible(root: Path) -> Newsroom:
    reading = read_newsroom(root)
    assert reading.newsroom
    return at_instant(reading.newsroom, NOW)


def led(root: Path) -> dict[str, str]:
    return {move.old: move.new for move in moves(visible(root))}


def test_an_alias_of_a_post_leads_there_in_each_of_its_languages(root: Path) -> None:
    write_post(root, 2, ar={"aliases": ["2025/old", "2024/older"]}, languages=("ar",))
    write_post(root, 3, ar={"aliases": ["2025/other"]})
    assert led(root) == {
        "ar/posts/2025/old/": "ar/posts/2026/post-2/",
        "ar/posts/2024/older/": "ar/posts/2026/post-2/",
        "ar/posts/2025/other/": "ar/posts/2026/post-3/",
        "en/posts/2025/other/": "en/posts/2026/post-3/",
    }


@pytest.mark.parametrize(
    "held", [{"date": "2027-01-01T08:00"}, {"embargoed": "2027-01-01T08:00"}, {"pubstatus": "withheld"}], ids=str
)
def test_the_alias_of_a_post_that_is_not_released_does_not_exist(held: dict[str, str], root: Path) -> None:
    write_post(root, 2, ar={"aliases": ["2025/old"], **held})
    assert led(root) == {}
    site = plan(visible(root), NOW)
    assert not [each.address for each in site.blueprints if "2025" in each.address or each.leads_to]


def test_executives_and_plain_pages_have_aliases(root: Path) -> None:
    write_text(root / "content/executives/salim/index.ar.md", executive(aliases=["salem"]), "سيرة.")
    page = {"title": "عن الشركة", "summary": "من نحن.", "aliases": ["who-we-are"]}
    write_text(root / "content/pages/about/index.ar.md", page, "نص.")
    assert led(root) == {
        "ar/executives/salem/": "ar/executives/salim/",
        "en/executives/salem/": "en/executives/salim/",
        "ar/who-we-are/": "ar/about/",
        "en/who-we-are/": "en/about/",
    }


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("docks", "about", {"ar/docks/": "ar/about/", "en/docks/": "en/about/"}),
        ("en/docks", "en/about", {"en/docks/": "en/about/"}),
        ("en/docks", "ar/about", {"en/docks/": "ar/about/"}),
        ("en/docks", "about", {"en/docks/": "en/about/"}),
        ("docks", "posts/2026/post-2", {"ar/docks/": "ar/posts/2026/post-2/"}),
        ("docks", "posts/2026/post-3", {}),
    ],
    ids=["both languages", "one", "to the other", "to its own", "where the post is", "not released"],
)
def test_a_redirect_leads_where_a_page_stands(old: str, new: str, expected: dict[str, str], tmp_path: Path) -> None:
    root = write_newsroom(tmp_path / "newsroom", redirects={old: new})
    write_post(root, 2, languages=("ar",))
    write_post(root, 3, ar={"date": "2027-01-01T08:00"})
    assert led(root) == expected


def test_feeds_move_with_their_lists_or_to_the_feed_of_everything(tmp_path: Path) -> None:
    root = write_newsroom(
        tmp_path / "newsroom", redirects={"topics/docks": "topics/ports", "topics/old": "archive", "old": "about"}
    )
    seen = visible(root)
    assert moved_feeds(seen, "en") == {"topics/docks": "topics/ports", "topics/old": ""}


def test_a_feed_is_moved_by_itself_where_its_list_stands(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path / "newsroom", redirects={"en/feeds/topics/results": "archive"})
    write_post(root, 2, ar={"topics": ["results"]}, languages=("ar",))
    seen = visible(root)
    assert (moves(seen), moved_feeds(seen, "en"), moved_feeds(seen, "ar")) == ((), {"topics/results": ""}, {})
    addresses = {
        address for each in plan_feeds(desk_of(seen, (), preview=False, with_keys=True)) for address in each.addresses
    }
    assert "en/feeds/rss/topics/results.xml" in addresses


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feeds_that_are_said_to_stand_are_those_to_subscribe_to(language: Language) -> None:
    seen = visible(REPOSITORY)
    groups = subject_groups(seen, Hand.of(seen, language))
    names = {subject.subscription.name for group in groups for subject in group.subjects}
    assert standing_feeds(seen, language) == names - {""}


def test_an_old_address_is_no_address_of_the_newsroom(root: Path) -> None:
    write_post(root, 2, ar={"aliases": ["2025/old"]})
    seen = visible(root)
    assert Move("ar", "ar/posts/2025/old/", "ar/posts/2026/post-2/") in moves(seen)
    assert "ar/posts/2025/old/" not in standing_pages(seen).ar


@pytest.mark.parametrize("example", ["the example", "a small one"])
def test_what_is_said_to_stand_is_what_is_planned(example: str, root: Path) -> None:
    write_post(root, 2, languages=("en",), en={"topics": ["results"], "type": "opinion"})
    newsroom = read_newsroom(REPOSITORY if example == "the example" else root).newsroom
    assert newsroom
    planned = {each.address for each in plan(newsroom, NOW).blueprints if not is_not_found(each.address)} - {""}
    parts = ("/page/", "/media-library/2")
    lasting = {address for address in planned if not any(part in address for part in parts)}
    assert {each for of_language in standing_pages(at_instant(newsroom, NOW)) for each in of_language} == lasting


def test_the_list_of_a_topic_stands_when_its_only_post_is_withdrawn(root: Path) -> None:
    write_post(
        root, 2,
        ar={"topics": ["results"], "type": "opinion", "pubstatus": "canceled",
            "withdrawal": {"date": "2026-02-01T08:00", "reason": both("سبب.", "A reason.")}},
    )  # fmt: skip
    planned = {each.address for each in plan(visible(root), NOW).blueprints}
    for language in LANGUAGES:
        assert {f"{language}/topics/results/", f"{language}/types/opinion/"} <= planned


def test_whoever_asks_for_single_pages_gets_the_same_at_an_old_address(root: Path) -> None:
    write_post(root, 2, ar={"aliases": ["2025/before"]})
    seen = visible(root)
    site = SiteOnRequest(seen, lambda _: (), preview=False)
    planned = {each.address: each for each in plan(seen, NOW).blueprints if each.leads_to}
    assert len(planned) == 2
    for address, blueprint in planned.items():
        asked = site.page(address)
        assert asked
        assert digest(asked.draw()) == digest(blueprint.draw())
    assert site.page("en/posts/2025/nothing/") is None
