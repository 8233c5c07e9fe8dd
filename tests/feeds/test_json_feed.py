"""JSON Feed, held to what its version 1.1 asks."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import Any, Final

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from newsroom.feeds.feed import Feed
from newsroom.feeds.json_feed import json_feed
from tests.feeds.samples import ARCHIVE, ENTRY, FEED, HERO, NOTICE, ODD, PLAIN, legible_feeds, with_entry

TEXT: Final = {"type": "string", "minLength": 1}
ADDRESS: Final = {"type": "string", "pattern": "^https?://[!-~]+$"}
DATE: Final = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$",
}
LANGUAGE: Final = {"type": "string", "pattern": "^[a-z]{2}-[A-Z]{2}$"}


def record(required: str = "", **properties: Any) -> dict[str, Any]:
    """A schema of an object that has no key but these and its own, which begin with an underscore."""
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": {"^_": True},
        "required": required.split(),
        "additionalProperties": False,
    }


def several(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": 1}


AUTHOR: Final = record(name=TEXT, url=ADDRESS, avatar=ADDRESS) | {"minProperties": 1}
ATTACHMENT: Final = record(
    "url mime_type",
    url=ADDRESS,
    mime_type={"type": "string", "pattern": "^[a-z]+/[a-z+.-]+$"},
    title=TEXT,
    size_in_bytes={"type": "integer", "minimum": 1},
    duration_in_seconds={"type": "number"},
)
ITEM: Final = record(
    "id content_html",
    id=TEXT,
    url=ADDRESS,
    external_url=ADDRESS,
    title=TEXT,
    content_html={"type": "string"},
    content_text={"type": "string"},
    summary=TEXT,
    image=ADDRESS,
    banner_image=ADDRESS,
    date_published=DATE,
    date_modified=DATE,
    authors=several(AUTHOR),
    tags=several(TEXT),
    language=LANGUAGE,
    attachments=several(ATTACHMENT),
)
SCHEMA: Final = record(
    "version title items",
    version={"const": "https://jsonfeed.org/version/1.1"},
    title=TEXT,
    home_page_url=ADDRESS,
    feed_url=ADDRESS,
    description=TEXT,
    user_comment=TEXT,
    next_url=ADDRESS,
    icon=ADDRESS,
    favicon=ADDRESS,
    authors=several(AUTHOR),
    language=LANGUAGE,
    expired={"type": "boolean"},
    hubs=several(record("type url", type=TEXT, url=ADDRESS)),
    items={"type": "array", "items": ITEM},
)
"""https://www.jsonfeed.org/version/1.1/, without what is empty."""
VALIDATOR: Final = Draft202012Validator(SCHEMA)


def read(feed: Feed) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json_feed(feed))
    return document


def item_of(**changes: Any) -> dict[str, Any]:
    item: dict[str, Any] = read(with_entry(**changes))["items"][0]
    return item


@pytest.mark.parametrize(
    "feed",
    [FEED, ARCHIVE, PLAIN, replace(FEED, entries=(NOTICE,)), replace(FEED, entries=())],
    ids=["live", "archive", "plain", "withdrawn", "empty"],
)
def test_a_feed_keeps_to_the_specification(feed: Feed) -> None:
    VALIDATOR.validate(read(feed))


@settings(deadline=None)
@given(legible_feeds)
def test_any_feed_keeps_to_the_specification(feed: Feed) -> None:
    VALIDATOR.validate(read(feed))


def test_a_live_feed_says_what_and_whose_it_is() -> None:
    head = {key: value for key, value in read(FEED).items() if key != "items"}
    assert head == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": FEED.title,
        "home_page_url": FEED.home,
        "feed_url": FEED.json.own,
        "description": FEED.description,
        "language": "ar-OM",
        "authors": [{"name": FEED.publisher, "url": FEED.website}],
        "next_url": FEED.json.previous,
        "icon": "https://news.example.om/logo-512.png",
        "favicon": "https://news.example.om/logo-64.png",
        "hubs": [{"type": "WebSub", "url": FEED.hub}],
    }


def test_an_archive_leads_on_and_names_no_hub() -> None:
    document = read(ARCHIVE)
    assert document["next_url"] == ARCHIVE.json.previous
    assert "hubs" not in document


@pytest.mark.parametrize("key", ["next_url", "icon", "favicon", "hubs"])
def test_what_a_feed_does_not_have_is_not_named(key: str) -> None:
    assert key not in read(PLAIN)


def test_an_item_says_what_its_entry_says() -> None:
    assert item_of() == {
        "id": ENTRY.id,
        "url": ENTRY.address,
        "title": ENTRY.title,
        "content_html": ENTRY.html,
        "summary": ENTRY.summary,
        "date_published": "2026-11-22T09:00:00+04:00",
        "date_modified": "2026-11-22T15:30:00+04:00",
        "language": "ar-OM",
        "image": HERO.address,
        "authors": [{"name": author.name, "url": author.address} for author in ENTRY.authors],
        "tags": list(ENTRY.categories),
        "attachments": [
            {"url": HERO.address, "mime_type": "image/jpeg", "size_in_bytes": 184_320, "title": HERO.title}
        ],
    }


def test_a_picture_without_a_caption_has_no_title() -> None:
    assert "title" not in item_of(media=replace(HERO, title=""))["attachments"][0]


def test_a_withdrawn_post_keeps_its_id_and_says_why() -> None:
    item = read(replace(FEED, entries=(NOTICE,)))["items"][0]
    assert (item["id"], item["content_html"]) == (ENTRY.id, NOTICE.html)


@pytest.mark.parametrize("key", ["image", "authors", "tags", "attachments"])
def test_what_a_notice_does_not_have_is_not_named(key: str) -> None:
    assert key not in read(replace(FEED, entries=(NOTICE,)))["items"][0]


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_come_through_as_they_are(text: str) -> None:
    item = item_of(title=text, html=text, categories=(text,))
    assert (item["title"], item["content_html"], item["tags"]) == (text, text, [text])


@settings(deadline=None)
@given(legible_feeds)
def test_any_dates_are_read_as_they_were_written(feed: Feed) -> None:
    dates = [item["date_published"] for item in read(feed)["items"]]
    assert list(map(datetime.datetime.fromisoformat, dates)) == [entry.published for entry in feed.entries]
