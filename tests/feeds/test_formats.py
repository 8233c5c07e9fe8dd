"""What holds for a feed in every format."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from lxml import etree

from newsroom.feeds.feed import Feed
from newsroom.feeds.formats import FORMATS, in_all_formats
from newsroom.prose.legibility import in_legible_characters
from tests.feeds.reading import texts
from tests.feeds.samples import ARCHIVE, BROKEN, ENTRY, FEED, HERO, OLDER, PLAIN, feeds, with_entry

Said = list[tuple[str, str, str]]


def said_in_xml(path: str, *names: str) -> Callable[[bytes], Said]:
    def said(document: bytes) -> Said:
        root = etree.fromstring(document)
        return list(zip(*(texts(root, f"{path}/{name}") for name in names), strict=True))

    return said


def said_in_json(document: bytes) -> Said:
    return [(item["title"], item["summary"], item["content_html"]) for item in json.loads(document)["items"]]


READERS = (
    said_in_xml("channel/item", "title", "description", "content:encoded"),
    said_in_xml("entry", "title", "summary", "content"),
    said_in_json,
)
"""What each entry of a document says: its title, summary and text. In the order of the formats."""


def said_in_each(feed: Feed) -> list[Said]:
    return [read(document) for read, document in zip(READERS, in_all_formats(feed), strict=True)]


@settings(deadline=None)
@given(feeds)
def test_any_text_is_read_as_it_was_written_and_the_same_in_every_format(feed: Feed) -> None:
    sound = in_legible_characters(feed)
    assert said_in_each(feed) == [[(entry.title, entry.summary, entry.html) for entry in sound.entries]] * len(FORMATS)


@pytest.mark.parametrize(("text", "mended"), BROKEN.values(), ids=BROKEN)
def test_what_xml_forbids_leaves_the_same_mark_in_every_format(text: str, mended: str) -> None:
    assert said_in_each(with_entry(title=text, html=text)) == [[(mended, ENTRY.summary, mended)]] * len(FORMATS)


@pytest.mark.parametrize(("text", "mended"), BROKEN.values(), ids=BROKEN)
def test_one_word_that_xml_forbids_does_no_harm_wherever_it_stands(text: str, mended: str) -> None:
    for document in in_all_formats(with_entry(media=replace(HERO, title=text), categories=(text,))):
        assert mended in document.decode()


@pytest.mark.parametrize("feed", [FEED, ARCHIVE, PLAIN], ids=["live", "archive", "plain"])
def test_the_same_feed_gives_the_same_bytes(feed: Feed) -> None:
    assert in_all_formats(feed) == in_all_formats(replace(feed))


@pytest.mark.parametrize("number", range(len(FORMATS)), ids=[write.__name__ for write in FORMATS])
def test_a_picture_of_two_entries_stands_in_both(number: int) -> None:
    document = FORMATS[number](replace(FEED, entries=(ENTRY, replace(OLDER, media=HERO))))
    first, second = document.decode().split(OLDER.title)
    assert first.count(HERO.address) == second.count(HERO.address) > 0
