"""What JSON Feed 1.1 recommends beyond its schema, and what we ask: https://www.jsonfeed.org/version/1.1/."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.readers.published import LANGUAGES, Document, addresses_in, fragment, instant, is_far, is_withdrawn
from tests.readers.rss_rules import FORBIDDEN, MARKUP, Faults, Rule

KEYS = {
    "feed": {
        *("version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon"),
        *("favicon", "authors", "language", "expired", "hubs", "items"),
    },
    "item": {
        *("id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image"),
        *("date_published", "date_modified", "authors", "tags", "language", "attachments"),
    },
    "author": {"name", "url", "avatar"},
    "attachment": {"url", "mime_type", "title", "size_in_bytes", "duration_in_seconds"},
    "hub": {"type", "url"},
}
"""Every key that version 1.1 knows."""

Record = dict[str, Any]


def _records(feed: Document) -> Iterator[tuple[str, Record]]:
    """Every object of a feed, and what it is."""
    yield "feed", feed.data
    yield from (("hub", hub) for hub in feed.data.get("hubs", ()))
    yield from (("author", author) for author in feed.data.get("authors", ()))
    for item in feed.data["items"]:
        yield "item", item
        yield from (("author", author) for author in item.get("authors", ()))
        yield from (("attachment", each) for each in item.get("attachments", ()))


def no_key_is_unknown(feed: Document) -> Faults:
    for kind, record in _records(feed):
        yield from (key for key in record if key not in KEYS[kind] and not key.startswith("_"))


def nothing_is_empty(feed: Document) -> Faults:
    for kind, record in _records(feed):
        yield from (f"{kind}: {key}" for key, value in record.items() if value in ("", None, []) and key != "items")


def feed_says_all_that_is_recommended(feed: Document) -> Faults:
    wanted = {"home_page_url", "feed_url", "language", "icon", "favicon", "authors"}
    yield from wanted - set(feed.data)


def feed_names_its_hub(feed: Document) -> Faults:
    kinds = [hub["type"] for hub in feed.data.get("hubs", ())]
    if kinds != ([] if feed.is_archive else ["WebSub"]):
        yield f"hubs: {kinds}"


def feed_names_itself_and_its_page(feed: Document) -> Faults:
    if feed.data["feed_url"] != feed.url:
        yield feed.data["feed_url"]
    if not feed.site.file(feed.data["home_page_url"]):
        yield feed.data["home_page_url"]


def feed_has_its_icons(feed: Document) -> Faults:
    for key, side in {"icon": 512, "favicon": 64}.items():
        picture = feed.site.picture(feed.data.get(key, ""))
        if picture is None or (picture.width, picture.height) != (side, side):
            yield f"{key}: {picture}"


def everything_names_its_language(feed: Document) -> Faults:
    languages = {feed.data.get("language"), *(item.get("language") for item in feed.data["items"])}
    yield from map(str, languages - {LANGUAGES[feed.language]})


def item_says_all_that_is_recommended(feed: Document) -> Faults:
    always = {"url", "title", "summary", "content_html", "date_published", "date_modified", "language"}
    for item in feed.data["items"]:
        standing = set() if is_withdrawn(item["title"]) else {"authors", "tags", "image", "attachments"}
        yield from (f"{item['title']}: {key}" for key in (always | standing) - set(item))


def item_has_a_page(feed: Document) -> Faults:
    yield from (item["url"] for item in feed.data["items"] if not feed.site.file(item["url"]))


def dates_are_rfc_3339(feed: Document) -> Faults:
    for item in feed.data["items"]:
        yield from (item[key] for key in ("date_published", "date_modified") if instant(item[key]) is None)


def attachment_is_true(feed: Document) -> Faults:
    for item in feed.data["items"]:
        for each in item.get("attachments", ()):
            picture = feed.site.picture(each["url"])
            told = (each["size_in_bytes"], each["mime_type"])
            if picture is None or told != (picture.length, picture.media_type) or item["image"] != each["url"]:
                yield f"{item['title']}: {told}"


def text_stands_anywhere(feed: Document) -> Faults:
    for item in feed.data["items"]:
        html = item["content_html"]
        yield from (url for url in addresses_in(html) if not is_far(url) and not url.startswith(("mailto:", "tel:")))
        if fragment(html).xpath(FORBIDDEN):
            yield f"{item['title']}: forbidden markup"


def titles_and_summaries_are_plain(feed: Document) -> Faults:
    for item in feed.data["items"]:
        yield from (item[key] for key in ("title", "summary") if MARKUP.search(item[key]))


def newest_stands_first(feed: Document) -> Faults:
    stamps = [date.timestamp() for item in feed.data["items"] if (date := instant(item["date_published"]))]
    if stamps != sorted(stamps, reverse=True):
        yield "the items are not in order"


RULES: tuple[Rule, ...] = (
    no_key_is_unknown,
    nothing_is_empty,
    feed_says_all_that_is_recommended,
    feed_names_its_hub,
    feed_names_itself_and_its_page,
    feed_has_its_icons,
    everything_names_its_language,
    item_says_all_that_is_recommended,
    item_has_a_page,
    dates_are_rfc_3339,
    attachment_is_true,
    text_stands_anywhere,
    titles_and_summaries_are_plain,
    newest_stands_first,
)
