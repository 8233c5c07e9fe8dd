"""Five readers of feeds, and what each understood of every feed, held against the truth."""

from __future__ import annotations

import email.utils
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
import pytest

from tests.readers.programs import PACKAGES
from tests.readers.published import LANGUAGES, LIVE, Document, Site, is_withdrawn, words_of
from tests.readers.truth import Truth

Understood = dict[Path, Any]
Truths = dict[str, dict[str, Truth]]
Told = Iterator[tuple[dict[str, Any], Truth]]

READERS = {"rss": ("rss-parser", "feedsmith", "extractus"), "atom": ("rss-parser", "feedsmith", "extractus")}
READERS |= {"json": ("feedsmith", "extractus")}
READINGS = [(name, reader) for name, readers in READERS.items() for reader in readers]
IN_FULL = [(name, reader) for name, reader in READINGS if reader != "extractus"]
"""Extractus keeps to titles, addresses and dates."""


def _items(name: str, reader: str, site: Site, understood: Understood) -> Iterator[tuple[Document, dict[str, Any]]]:
    for feed in site.feeds(name):
        yield from ((feed, item) for item in understood[feed.file][reader]["items"])


def _told(name: str, reader: str, site: Site, understood: Understood, truth: Truths) -> Told:
    for feed, item in _items(name, reader, site, understood):
        yield item, truth[feed.language][item["link"]]


def _instant(written: str) -> datetime:
    if "," in written:
        return email.utils.parsedate_to_datetime(written)
    return datetime.fromisoformat(written)


def _count(feed: Document) -> int:
    return (
        len(feed.data["items"])
        if feed.file.suffix == ".json"
        else len(feed.root.xpath("//*[local-name()='item' or local-name()='entry']"))
    )


@pytest.mark.parametrize(("name", "reader"), READINGS)
def test_every_item_is_read(name: str, reader: str, site: Site, understood_feeds: Understood) -> None:
    for feed in site.feeds(name):
        read = understood_feeds[feed.file][reader]["items"]
        assert len(read) == len({item["id"] for item in read}) == _count(feed) > 0, feed


@pytest.mark.parametrize(("name", "reader"), READINGS)
def test_title_and_date_are_the_posts(
    name: str, reader: str, site: Site, understood_feeds: Understood, truth: Truths
) -> None:
    takes_the_last_change = (name, reader) == ("atom", "extractus")
    for item, true in _told(name, reader, site, understood_feeds, truth):
        assert item["title"] == true.title
        assert _instant(item["published"]) == true.published or takes_the_last_change


@pytest.mark.parametrize(("name", "reader"), IN_FULL)
def test_who_speaks_is_named(name: str, reader: str, site: Site, understood_feeds: Understood, truth: Truths) -> None:
    for item, true in _told(name, reader, site, understood_feeds, truth):
        if not true.withdrawn:
            assert item["authors"] == [true.author]


@pytest.mark.parametrize(("name", "reader"), IN_FULL)
def test_the_full_text_of_the_page_is_read(
    name: str, reader: str, site: Site, understood_feeds: Understood, pages: dict[str, str]
) -> None:
    for _, item in _items(name, reader, site, understood_feeds):
        assert pages[item["link"]] in words_of(item["content"]).replace(" ", "")
        assert pages[item["link"]] or is_withdrawn(item["title"])


@pytest.mark.parametrize("name", LIVE)
def test_topics_language_and_change_are_read(
    name: str, site: Site, understood_feeds: Understood, truth: Truths
) -> None:
    for feed, item in _items(name, "feedsmith", site, understood_feeds):
        true = truth[feed.language][item["link"]]
        assert item["language"] == LANGUAGES[feed.language]
        assert _instant(item["modified"]) >= true.published
        assert true.withdrawn or set(true.topics) <= set(item["categories"])


@pytest.mark.parametrize(
    ("name", "reader"), [(name, reader) for name, reader in IN_FULL if (name, reader) != ("atom", "rss-parser")]
)
def test_the_picture_that_is_read_is_the_one_in_the_site(
    name: str, reader: str, site: Site, understood_feeds: Understood
) -> None:
    for _, item in _items(name, reader, site, understood_feeds):
        if is_withdrawn(item["title"]):
            assert item["picture"] is None
            continue
        picture = site.picture(item["picture"]["url"])
        assert (int(item["picture"]["length"]), item["picture"]["type"]) == (picture.length, picture.media_type)


def test_media_tell_true_sizes_and_who_made_them(site: Site, understood_feeds: Understood) -> None:
    for _, item in _items("rss", "feedsmith", site, understood_feeds):
        for media in item["media"]:
            picture = site.picture(media["url"])
            assert (media["width"], media["height"], media["fileSize"]) == (
                picture.width,
                picture.height,
                picture.length,
            )
            assert media["description"]["value"]
            assert media["credits"][0]["value"]


def test_the_three_formats_tell_the_same_of_each_post(site: Site, understood_feeds: Understood) -> None:
    told = [
        {
            (item["id"], item["link"], item["summary"], words_of(item["content"]))
            for _, item in _items(name, "feedsmith", site, understood_feeds)
        }
        for name in LIVE
    ]
    assert told[0] == told[1] == told[2]


def test_feedparser_finds_no_fault_and_every_item(feeds: tuple[Document, ...]) -> None:
    for feed in feeds:
        if feed.file.suffix == ".json":
            continue
        headers = {"content-location": feed.url, "content-type": "application/xml; charset=utf-8"}
        read = feedparser.parse(feed.file.read_bytes(), response_headers=headers)
        assert not read.bozo, (feed, read.get("bozo_exception"))
        assert len(read.entries) == _count(feed)
        assert all(each.content[0].value and each.published_parsed and each.id for each in read.entries)


def test_json_feeds_fit_the_schema(site: Site) -> None:
    schema = json.loads((PACKAGES / "jsonfeed-schema" / "schema-v1.1.json").read_bytes())
    validator = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
    for feed in site.feeds("json"):
        assert list(validator.iter_errors(feed.data)) == [], feed
