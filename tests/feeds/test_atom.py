"""Atom, held to RFC 4287, RFC 5005 and RFC 6721, and read by feedparser."""

from __future__ import annotations

import datetime
from dataclasses import replace

import feedparser
import pytest
from hypothesis import given, settings
from lxml import etree

from newsroom.feeds.atom import atom
from newsroom.feeds.feed import Entry, Feed
from tests.feeds.reading import attributes, found, only, texts
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

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def root_of(feed: Feed) -> etree._Element:
    return etree.fromstring(atom(feed))


def entry_of(entry: Entry) -> etree._Element:
    return only(root_of(replace(FEED, entries=(entry,))), "entry")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("id", FEED.id),
        ("title", FEED.title),
        ("subtitle", FEED.description),
        ("updated", "2026-11-22T15:30:00+04:00"),
        ("rights", FEED.rights),
        ("generator", "Newsroom"),
        ("logo", "https://news.example.om/logo-512.png"),
        ("icon", "https://news.example.om/logo-64.png"),
        ("author/name", FEED.publisher),
        ("author/uri", FEED.website),
    ],
    ids=lambda value: value if value.isascii() else "",
)
def test_a_feed_says_each_thing_once(name: str, text: str) -> None:
    assert texts(root_of(FEED), name) == [text]


def test_a_live_feed_leads_to_itself_its_hub_its_archive_and_its_page() -> None:
    assert attributes(root_of(FEED), "link") == [
        {"rel": "self", "type": "application/atom+xml", "href": FEED.atom.own},
        {"rel": "hub", "href": FEED.hub},
        {"rel": "prev-archive", "type": "application/atom+xml", "href": FEED.atom.previous},
        {"rel": "alternate", "type": "text/html", "hreflang": "ar-OM", "href": FEED.home},
    ]


def test_an_archive_leads_to_the_live_feed_and_names_no_hub() -> None:
    assert attributes(root_of(ARCHIVE), "link") == [
        {"rel": "self", "type": "application/atom+xml", "href": ARCHIVE.atom.own},
        {"rel": "current", "type": "application/atom+xml", "href": ARCHIVE.atom.current},
        {"rel": "prev-archive", "type": "application/atom+xml", "href": ARCHIVE.atom.previous},
        {"rel": "alternate", "type": "text/html", "hreflang": "ar-OM", "href": ARCHIVE.home},
    ]


@pytest.mark.parametrize(("feed", "marks"), [(FEED, 0), (ARCHIVE, 1)], ids=["live", "archive"])
def test_only_an_archive_is_marked_as_one(feed: Feed, marks: int) -> None:
    assert len(attributes(root_of(feed), "fh:archive")) == marks


def test_a_newsroom_without_a_logo_has_neither_logo_nor_icon() -> None:
    assert not texts(root_of(PLAIN), "logo") + texts(root_of(PLAIN), "icon")


def test_feed_and_entries_name_their_own_language() -> None:
    root = root_of(with_entry(language="en-GB"))
    assert root.get(LANGUAGE) == "ar-OM"
    assert [entry.get(LANGUAGE) for entry in found(root, "entry")] == ["en-GB"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("id", [ENTRY.id]),
        ("title", [ENTRY.title]),
        ("summary", [ENTRY.summary]),
        ("content", [ENTRY.html]),
        ("published", ["2026-11-22T09:00:00+04:00"]),
        ("updated", ["2026-11-22T15:30:00+04:00"]),
        ("author/name", [author.name for author in ENTRY.authors]),
        ("author/uri", [author.address for author in ENTRY.authors]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_entry_says_what_it_is_given(name: str, said: list[str]) -> None:
    assert texts(entry_of(ENTRY), name) == said


def test_topics_are_categories() -> None:
    assert attributes(entry_of(ENTRY), "category") == [{"term": topic} for topic in ENTRY.categories]


def test_the_full_text_is_html() -> None:
    assert attributes(entry_of(ENTRY), "content") == [{"type": "html"}]


def test_an_entry_leads_to_its_page_and_its_picture() -> None:
    assert attributes(entry_of(ENTRY), "link") == [
        {"rel": "alternate", "type": "text/html", "hreflang": "ar-OM", "href": ENTRY.address},
        {"rel": "enclosure", "type": "image/jpeg", "length": "184320", "href": HERO.address},
    ]


def test_an_entry_without_a_picture_leads_to_its_page_alone() -> None:
    assert [link["rel"] for link in attributes(entry_of(OLDER), "link")] == ["alternate"]


def test_the_picture_is_media_outside_of_any_group() -> None:
    assert attributes(entry_of(ENTRY), "media:content") == [
        {
            "url": HERO.address,
            "type": "image/jpeg",
            "medium": "image",
            "width": "1600",
            "height": "900",
            "fileSize": "184320",
        }
    ]
    assert texts(entry_of(ENTRY), "media:content/media:credit") == [HERO.credit]


def test_a_withdrawn_post_keeps_its_id_and_says_why() -> None:
    entry = entry_of(NOTICE)
    assert texts(entry, "id") == [ENTRY.id]
    assert texts(entry, "content") == [NOTICE.html]


def test_a_withdrawn_post_has_a_tombstone() -> None:
    root = root_of(replace(FEED, entries=(NOTICE, OLDER)))
    assert attributes(root, "at:deleted-entry") == [
        {"ref": ENTRY.id, "when": "2026-11-23T08:15:00+04:00", LANGUAGE: "ar-OM"}
    ]
    assert texts(root, "at:deleted-entry/at:comment") == [NOTICE.summary]


def test_a_feed_without_withdrawals_does_not_speak_of_tombstones() -> None:
    assert b"tombstones" not in atom(FEED)


def test_entries_keep_their_order() -> None:
    assert texts(root_of(FEED), "entry/id") == [ENTRY.id, OLDER.id]


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_come_through_as_they_are(text: str) -> None:
    entry = entry_of(replace(ENTRY, title=text, summary=text, html=text, categories=(text,)))
    assert [texts(entry, name) for name in ("title", "summary", "content")] == [[text]] * 3
    assert attributes(entry, "category") == [{"term": text}]


@settings(deadline=None)
@given(legible_feeds)
def test_any_dates_are_read_as_they_were_written(feed: Feed) -> None:
    dates = texts(root_of(feed), "entry/updated")
    assert list(map(datetime.datetime.fromisoformat, dates)) == [entry.modified for entry in feed.entries]


@pytest.mark.parametrize(
    ("feed", "prefixes"),
    [
        (FEED, {None, "media"}),
        (ARCHIVE, {None, "media", "fh"}),
        (replace(FEED, entries=(NOTICE,)), {None, "media", "at"}),
    ],
    ids=["live", "archive", "withdrawn"],
)
def test_each_prefix_that_is_needed_is_declared_once(feed: Feed, prefixes: set[str | None]) -> None:
    document = atom(feed)
    assert etree.fromstring(document).nsmap.keys() == prefixes
    assert document.count(b"xmlns") == len(prefixes)


def test_feedparser_reads_a_live_feed_without_a_fault() -> None:
    parsed = feedparser.parse(atom(FEED))
    assert not parsed.bozo
    assert parsed.version == "atom10"
    assert parsed.feed.rights == FEED.rights


def test_feedparser_finds_text_people_topics_and_picture() -> None:
    entry = feedparser.parse(atom(with_entry()))["entries"][0]
    assert entry.id == ENTRY.id
    assert entry.link == ENTRY.address
    assert entry.content[0].value == ENTRY.html
    assert entry.content[0].language == "ar-OM"
    assert [tag.term for tag in entry.tags] == list(ENTRY.categories)
    assert [author.href for author in entry.authors] == [author.address for author in ENTRY.authors]
    assert entry.enclosures[0].length == "184320"


def test_feedparser_knows_the_hour_of_release_and_of_the_last_change() -> None:
    entry = feedparser.parse(atom(with_entry()))["entries"][0]
    assert entry.published_parsed[:6] == RELEASED.utctimetuple()[:6]
    assert entry.updated_parsed[:6] == CORRECTED.utctimetuple()[:6]
