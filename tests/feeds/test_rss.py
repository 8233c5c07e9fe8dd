"""RSS, held to the rules of its Advisory Board and of Media RSS, and read by feedparser."""

from __future__ import annotations

from dataclasses import replace
from email.utils import parsedate_to_datetime

import feedparser
import pytest
from hypothesis import given, settings
from lxml import etree

from newsroom.feeds.feed import Entry, Feed
from newsroom.feeds.rss import rss
from tests.feeds.reading import PREFIXES, attributes, only, texts
from tests.feeds.samples import (
    ARCHIVE,
    CORRECTED,
    ENTRY,
    FEED,
    HERO,
    NOTICE,
    ODD,
    OLDER,
    PLAIN,
    RELEASED,
    legible_feeds,
    with_entry,
)


def channel_of(feed: Feed) -> etree._Element:
    return etree.fromstring(rss(feed))[0]


def item_of(entry: Entry) -> etree._Element:
    return only(channel_of(replace(FEED, entries=(entry,))), "item")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("title", FEED.title),
        ("link", FEED.home),
        ("description", FEED.description),
        ("language", "ar-OM"),
        ("copyright", FEED.rights),
        ("docs", "https://www.rssboard.org/rss-specification"),
        ("generator", "Newsroom"),
        ("ttl", "60"),
        ("lastBuildDate", "Sun, 22 Nov 2026 15:30:00 +0400"),
    ],
    ids=lambda value: value if value.isascii() and value.isalpha() else "",
)
def test_a_channel_says_each_thing_once(name: str, text: str) -> None:
    assert texts(channel_of(FEED), name) == [text]


def test_a_live_channel_leads_to_itself_its_hub_and_its_archive() -> None:
    assert attributes(channel_of(FEED), "atom:link") == [
        {"rel": "self", "type": "application/rss+xml", "href": FEED.rss.own},
        {"rel": "hub", "href": FEED.hub},
        {"rel": "prev-archive", "type": "application/rss+xml", "href": FEED.rss.previous},
    ]


def test_an_archive_leads_to_the_live_feed_and_names_no_hub() -> None:
    assert attributes(channel_of(ARCHIVE), "atom:link") == [
        {"rel": "self", "type": "application/rss+xml", "href": ARCHIVE.rss.own},
        {"rel": "current", "type": "application/rss+xml", "href": ARCHIVE.rss.current},
        {"rel": "prev-archive", "type": "application/rss+xml", "href": ARCHIVE.rss.previous},
    ]


def test_a_lone_channel_leads_to_itself_alone() -> None:
    assert attributes(channel_of(PLAIN), "atom:link") == [
        {"rel": "self", "type": "application/rss+xml", "href": PLAIN.rss.own}
    ]


@pytest.mark.parametrize(("feed", "marks"), [(FEED, 0), (ARCHIVE, 1)], ids=["live", "archive"])
def test_only_an_archive_is_marked_as_one(feed: Feed, marks: int) -> None:
    assert len(attributes(channel_of(feed), "fh:archive")) == marks


def test_the_logo_is_named_and_linked_like_the_channel() -> None:
    image = only(channel_of(FEED), "image")
    assert FEED.logo is not None
    assert {child.tag: child.text for child in image} == {
        "url": FEED.logo.small,
        "title": FEED.title,
        "link": FEED.home,
        "width": "144",
        "height": "144",
    }


def test_a_newsroom_without_a_logo_has_no_image() -> None:
    assert channel_of(PLAIN).find("image") is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("title", [ENTRY.title]),
        ("link", [ENTRY.address]),
        ("description", [ENTRY.summary]),
        ("content:encoded", [ENTRY.html]),
        ("guid", [ENTRY.id]),
        ("category", list(ENTRY.categories)),
        ("pubDate", ["Sun, 22 Nov 2026 09:00:00 +0400"]),
        ("dc:creator", [author.name for author in ENTRY.authors]),
        ("dc:language", ["ar-OM"]),
        ("dcterms:modified", ["2026-11-22T15:30:00+04:00"]),
        ("author", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_item_says_what_its_entry_says(name: str, said: list[str]) -> None:
    assert texts(item_of(ENTRY), name) == said


def test_an_id_is_no_link() -> None:
    assert attributes(item_of(ENTRY), "guid") == [{"isPermaLink": "false"}]


def test_the_summary_comes_before_the_full_text() -> None:
    names = [child.tag for child in item_of(ENTRY)]
    assert names.index("description") < names.index(f"{{{PREFIXES['content']}}}encoded")


def test_the_picture_is_the_only_enclosure() -> None:
    assert attributes(item_of(ENTRY), "enclosure") == [{"url": HERO.address, "type": "image/jpeg", "length": "184320"}]


def test_the_picture_is_media_outside_of_any_group() -> None:
    assert attributes(item_of(ENTRY), "media:content") == [
        {
            "url": HERO.address,
            "type": "image/jpeg",
            "medium": "image",
            "width": "1600",
            "height": "900",
            "fileSize": "184320",
        }
    ]


def test_the_picture_has_title_description_credit_and_licence() -> None:
    content = only(item_of(ENTRY), "media:content")
    assert [(etree.QName(child).localname, child.text) for child in content] == [
        ("title", HERO.title),
        ("description", HERO.description),
        ("credit", HERO.credit),
        ("copyright", HERO.licence),
    ]


def test_what_is_not_said_of_a_picture_has_no_element() -> None:
    bare = replace(HERO, title="", credit="", licence="")
    content = only(item_of(replace(ENTRY, media=bare)), "media:content")
    assert [etree.QName(child).localname for child in content] == ["description"]


def test_the_picture_is_its_own_thumbnail_and_stands_after_the_content() -> None:
    item = item_of(ENTRY)
    assert attributes(item, "media:thumbnail") == [{"url": HERO.address, "width": "1600", "height": "900"}]
    assert [child.tag for child in item][-2:] == [
        f"{{{PREFIXES['media']}}}content",
        f"{{{PREFIXES['media']}}}thumbnail",
    ]


def test_an_entry_without_a_picture_has_neither_enclosure_nor_media() -> None:
    item = item_of(OLDER)
    assert not attributes(item, "enclosure") + attributes(item, "media:content") + attributes(item, "media:thumbnail")


def test_a_withdrawn_post_keeps_its_id_and_says_why() -> None:
    item = item_of(NOTICE)
    assert texts(item, "guid") == [ENTRY.id]
    assert texts(item, "content:encoded") == [NOTICE.html]


def test_a_withdrawal_is_the_word_of_the_publisher() -> None:
    assert texts(item_of(NOTICE), "dc:creator") == [FEED.publisher]


def test_a_correction_changes_the_date_of_change_alone() -> None:
    before, after = item_of(replace(ENTRY, modified=RELEASED)), item_of(ENTRY)
    differing = [one.tag for one, other in zip(before, after, strict=True) if one.text != other.text]
    assert differing == [f"{{{PREFIXES['dcterms']}}}modified"]


def test_items_keep_the_order_of_entries() -> None:
    assert texts(channel_of(FEED), "item/guid") == [ENTRY.id, OLDER.id]


def test_a_feed_without_entries_is_a_feed() -> None:
    assert texts(channel_of(replace(FEED, entries=())), "title") == [FEED.title]


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_come_through_as_they_are(text: str) -> None:
    item = item_of(replace(ENTRY, title=text, summary=text, html=text, categories=(text,)))
    said = [texts(item, name) for name in ("title", "description", "content:encoded", "category")]
    assert said == [[text]] * 4


@settings(deadline=None)
@given(legible_feeds)
def test_any_dates_are_read_as_they_were_written(feed: Feed) -> None:
    dates = texts(channel_of(feed), "item/pubDate")
    assert list(map(parsedate_to_datetime, dates)) == [entry.published for entry in feed.entries]


@pytest.mark.parametrize(
    ("feed", "prefixes"),
    [
        (FEED, {"atom", "content", "dc", "dcterms", "media"}),
        (ARCHIVE, {"atom", "content", "dc", "dcterms", "media", "fh"}),
    ],
    ids=["live", "archive"],
)
def test_each_prefix_that_is_needed_is_declared_once(feed: Feed, prefixes: set[str]) -> None:
    document = rss(feed)
    assert etree.fromstring(document).nsmap.keys() == prefixes
    assert document.count(b"xmlns") == len(prefixes)


def test_feedparser_reads_a_live_feed_without_a_fault() -> None:
    parsed = feedparser.parse(rss(FEED))
    assert not parsed.bozo
    assert parsed.version == "rss20"
    assert parsed.feed.language == "ar-OM"


def test_feedparser_finds_text_people_topics_and_picture() -> None:
    entry = feedparser.parse(rss(with_entry()))["entries"][0]
    assert entry.id == ENTRY.id
    assert not entry.guidislink
    assert entry.content[0].value == ENTRY.html
    assert [tag.term for tag in entry.tags] == list(ENTRY.categories)
    assert [author.name for author in entry.authors] == [author.name for author in ENTRY.authors]
    assert entry.media_content[0]["filesize"] == "184320"
    assert entry.enclosures[0].href == HERO.address


def test_feedparser_knows_the_hour_of_release_and_of_the_last_change() -> None:
    entry = feedparser.parse(rss(with_entry()))["entries"][0]
    assert entry.published_parsed[:6] == RELEASED.utctimetuple()[:6]
    assert entry.updated_parsed[:6] == CORRECTED.utctimetuple()[:6]
