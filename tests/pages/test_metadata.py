"""What pages say of themselves to whoever links to them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.commands.check import sound_newsroom
from newsroom.model.organization import Account
from newsroom.pages.metadata import ELLIPSIS, LONGEST_DESCRIPTION, Card, Metadata, fediverse_account, shortened
from newsroom.pages.page import Page
from newsroom.pages.plan import plan
from tests.conftest import NOW
from tests.samples import both, configuration, executive, picture, write_newsroom, write_picture, write_post, write_text

HOME = "https://newsroom.sample.example/"
POST = "en/posts/2026/post-1/"


def page(root: Path, address: str) -> Page:
    (found,) = (each for each in plan(sound_newsroom(root), NOW).pages if each.address == address)
    return found


def metadata(root: Path, address: str) -> Metadata:
    return page(root, address).metadata


def account(network: str, handle: str, link: str = "https://social.sample.example/@sample") -> dict[str, Any]:
    return {"network": network, "handle": handle, "link": link, "since": "2024-01-01"}


def of_organization(*accounts: dict[str, Any]) -> dict[str, Any]:
    return {"organization": configuration()["organization"] | {"accounts": list(accounts)}}


def feeds(root: Path, address: str) -> list[str]:
    return [feed.address.removeprefix(HOME) for feed in metadata(root, address).feeds]


@given(text=st.text(st.sampled_from("اب ab،. ")), most=st.integers(1, 40))
def test_a_shortened_text_is_short_unless_its_first_word_is_long(text: str, most: int) -> None:
    short = shortened(text, most)
    assert len(short) <= most or " " not in text[: most + 1].strip()


@given(text=st.text(st.sampled_from("ابab ")), most=st.integers(1, 40))
def test_a_shortened_text_holds_whole_words_of_the_text(text: str, most: int) -> None:
    kept = shortened(text, most).removesuffix(ELLIPSIS).split()
    assert kept == text.split()[: len(kept)]


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert shortened("one two", 7) == "one two"


def test_a_cut_ends_without_the_comma_before_it() -> None:
    assert shortened("الأول، الثاني والثالث", 12) == "الأول" + ELLIPSIS


@pytest.mark.parametrize(
    ("handle", "link", "creator"),
    [
        pytest.param("@luban@social.example", "https://social.example/@luban", "@luban@social.example", id="whole"),
        pytest.param("luban@social.example", "https://social.example/@luban", "@luban@social.example", id="without @"),
        pytest.param("@luban", "https://social.example/@luban", "@luban@social.example", id="without host"),
    ],
)
def test_a_fediverse_account_is_named_with_its_host(handle: str, link: str, creator: str) -> None:
    accounts = [Account("mastodon", handle, link, NOW.date())]
    assert fediverse_account([Account("x", "@luban", "https://x.example/luban", NOW.date()), *accounts]) == creator


def test_the_organisation_is_the_creator_where_the_author_has_no_account(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path / "newsroom", **of_organization(account("mastodon", "@sample")))
    assert metadata(root, POST).creator == "@sample@social.sample.example"


def test_the_author_with_an_account_is_the_creator_of_what_he_wrote(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path / "newsroom", **of_organization(account("mastodon", "@sample")))
    own = executive(accounts=[account("mastodon", "@salim@people.example")])
    write_text(root / "content/executives/salim/index.ar.md", own)
    assert metadata(root, POST).creator == "@salim@people.example"
    assert metadata(root, "en/executives/salim/").creator == "@salim@people.example"
    assert metadata(root, "en/executives/").creator == "@sample@social.sample.example"


def test_only_an_executives_own_page_links_to_the_persons_accounts(root: Path) -> None:
    own = executive(accounts=[account("linkedin", "salim", "https://linkedin.example/salim")])
    write_text(root / "content/executives/salim/index.ar.md", own)
    assert metadata(root, "en/executives/salim/").profiles == ("https://linkedin.example/salim",)
    assert metadata(root, POST).profiles == ()


def test_every_page_links_to_the_organisations_accounts(tmp_path: Path) -> None:
    link = "https://x.sample.example/sample"
    root = write_newsroom(tmp_path / "newsroom", **of_organization(account("x", "sample", link)))
    pages = plan(sound_newsroom(root), NOW).pages
    assert {each.site.profiles for each in pages} == {(link,)}
    assert {each.site.account for each in pages} == {"@sample"}


def test_the_card_of_a_post_stands_beside_its_page(root: Path) -> None:
    card = metadata(root, POST).card
    assert card == Card(f"{HOME}en/posts/2026/post-1/card.png", 1200, 630, "Title of post 1", "image/png")


def test_a_card_with_a_photograph_is_a_jpeg_that_says_what_the_photograph_shows(root: Path) -> None:
    folder = write_post(root, 1, ar={"hero": picture()})
    write_picture(folder / "hero.png", (1200, 630))
    card = metadata(root, POST).card
    assert card == Card(
        f"{HOME}en/posts/2026/post-1/card.jpg", 1200, 630, "Title of post 1 · description", "image/jpeg"
    )


def test_pages_without_a_card_of_their_own_have_the_newsrooms(root: Path) -> None:
    card = metadata(root, "en/archive/").card
    assert card == Card(f"{HOME}en/card.png", 1200, 630, "A company for tests.", "image/png")


def test_the_organisations_picture_stands_before_the_newsrooms_card(tmp_path: Path) -> None:
    organization = configuration()["organization"] | {"picture": picture("media/share.png")}
    root = write_newsroom(tmp_path / "newsroom", organization=organization)
    write_picture(root / "content" / "media" / "share.png", (1200, 630))
    card = metadata(root, "en/archive/").card
    assert card == Card(f"{HOME}renditions/media/share-1200x630.jpg", 1200, 630, "description", "image/jpeg")


def test_a_withdrawn_post_has_the_card_of_its_notice(root: Path) -> None:
    withdrawal = {"date": "2026-02-01T10:00", "reason": both("سبب.", "A reason.")}
    write_post(root, 1, ar={"pubstatus": "canceled", "withdrawal": withdrawal})
    card = metadata(root, POST).card
    assert card
    assert "withdrawn on 1 February 2026" in card.alt


def test_a_post_says_when_by_whom_and_on_what(root: Path) -> None:
    said = metadata(root, POST)
    assert (said.kind, said.published) == ("article", "2026-01-15T09:00:00+04:00")
    assert (said.author, said.section) == (f"{HOME}en/executives/salim/", "Press release")
    assert said.tags == ("Ports",)


def test_a_correction_moves_the_date_of_change_and_not_that_of_publication(root: Path) -> None:
    write_post(root, 1, ar={"corrections": [{"date": "2026-02-01T10:00", "text": both("خطأ.", "Wrong.")}]})
    said = metadata(root, POST)
    assert (said.published, said.modified) == ("2026-01-15T09:00:00+04:00", "2026-02-01T10:00:00+04:00")


def test_a_withdrawn_post_is_no_article_any_more(root: Path) -> None:
    withdrawal = {"date": "2026-02-01T10:00", "reason": both("سبب.", "A reason.")}
    write_post(root, 1, ar={"pubstatus": "canceled", "withdrawal": withdrawal})
    said = metadata(root, POST)
    assert (said.kind, said.description, said.published) == ("website", "A reason.", "")
    assert (said.author, said.tags, said.feeds) == ("", (), ())


def test_a_long_summary_is_described_in_short(root: Path) -> None:
    write_post(root, 1, en={"summary": "word " * 60})
    assert len(metadata(root, POST).description) <= LONGEST_DESCRIPTION
    assert metadata(root, POST).description.endswith(f"word{ELLIPSIS}")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("ar/types/release/", "types/release"),
        ("ar/topics/ports/", "topics/ports"),
        ("ar/audiences/media/", "audiences/media"),
        ("ar/executives/salim/", "executives/salim"),
    ],
)
def test_the_page_of_a_subject_offers_the_feed_of_the_same_posts(root: Path, address: str, name: str) -> None:
    assert feeds(root, address) == [
        f"ar/feeds/rss/{name}.xml",
        f"ar/feeds/atom/{name}.xml",
        f"ar/feeds/json/{name}.json",
    ]


@pytest.mark.parametrize("address", ["en/types/results/", "en/audiences/government/", "en/archive/2026/", "en/about/"])
def test_a_page_without_a_feed_of_its_own_offers_none(root: Path, address: str) -> None:
    assert feeds(root, address) == []


def test_a_subject_has_no_feed_in_a_language_that_none_of_its_posts_has(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path / "newsroom", posts=0)
    write_post(root, 1, languages=("ar",))
    assert feeds(root, "ar/topics/ports/")
    assert feeds(root, "en/topics/ports/") == []


def test_the_feeds_of_everything_are_titled_in_their_own_language(root: Path) -> None:
    site = page(root, POST).site
    assert [feed.address.removeprefix(HOME) for feed in site.feeds] == ["en/feed.xml", "en/atom.xml", "en/feed.json"]
    assert site.feeds[0].title == "Sample Company newsroom (RSS)"
    assert site.feeds_elsewhere[0].title == "الشركة المثال: المركز الإعلامي (RSS)"
    assert {feed.language for feed in site.feeds_elsewhere} == {"ar"}


def test_a_post_names_its_other_forms(root: Path) -> None:
    forms = {form.media_type: form.address for form in metadata(root, POST).versions}
    assert forms == {
        "text/plain": f"{POST}post.txt",
        "text/markdown": f"{POST}post.md",
        "application/json": f"{POST}ninjs.json",
    }
