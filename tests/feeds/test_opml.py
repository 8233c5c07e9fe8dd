"""OPML, held to its second specification and read by listparser."""

from __future__ import annotations

import listparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsroom.feeds.opml import Group, Outline, opml
from newsroom.prose.legibility import legible
from tests.feeds.samples import BROKEN, ODD, SITE, texts

EVERYTHING = Outline("كل الأخبار", f"{SITE}ar/feed.xml", f"{SITE}ar/", "ar-OM", "كل ما يعلنه الميناء.")
PORTS = Outline("الموانئ", f"{SITE}ar/feeds/rss/topics/ports.xml", f"{SITE}ar/topics/ports/", "ar-OM", "أخبار الموانئ.")
ENGLISH = Outline("All news", f"{SITE}en/feed.xml", f"{SITE}en/", "en-GB", "All that the port announces.")
GROUPS = (Group("العربية", (EVERYTHING, PORTS)), Group("English", (ENGLISH,)))


def test_groups_and_feeds_keep_their_order() -> None:
    body = etree.fromstring(opml("Feeds", GROUPS))[1]
    assert [(group.get("text"), [each.get("text") for each in group]) for group in body] == [
        ("العربية", ["كل الأخبار", "الموانئ"]),
        ("English", ["All news"]),
    ]


def test_a_feed_says_where_it_is_and_what_it_holds() -> None:
    assert dict(etree.fromstring(opml("Feeds", GROUPS))[1][0][1].attrib) == {
        "type": "rss",
        "text": PORTS.title,
        "title": PORTS.title,
        "description": PORTS.description,
        "xmlUrl": PORTS.xml,
        "htmlUrl": PORTS.html,
        "language": "ar-OM",
    }


def test_a_list_has_a_version_and_no_date() -> None:
    root = etree.fromstring(opml("Feeds", GROUPS))
    assert root.get("version") == "2.0"
    assert [(child.tag, child.text) for child in root[0]] == [("title", "Feeds")]


def test_listparser_finds_every_feed_in_its_group() -> None:
    found = listparser.parse(opml("Feeds of the port", GROUPS))
    assert not found.bozo
    assert found.meta.title == "Feeds of the port"
    assert [(feed.url, feed.categories) for feed in found.feeds] == [
        (EVERYTHING.xml, [["العربية"]]),
        (PORTS.xml, [["العربية"]]),
        (ENGLISH.xml, [["English"]]),
    ]


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_titles_come_through_as_they_are(text: str) -> None:
    assert etree.fromstring(opml(text, [Group(text, ())]))[1][0].get("text") == text


@pytest.mark.parametrize(("text", "mended"), BROKEN.values(), ids=BROKEN)
def test_what_xml_forbids_leaves_a_mark(text: str, mended: str) -> None:
    root = etree.fromstring(opml(text, [Group(text, ())]))
    assert (root[0][0].text, root[1][0].get("text")) == (mended, mended)


@given(texts, st.builds(Outline, texts, st.just(SITE), st.just(SITE), st.just("ar-OM"), texts))
def test_any_text_is_read_as_it_was_written(title: str, outline: Outline) -> None:
    root = etree.fromstring(opml(title, [Group(title, (outline,))]))
    found = root[1][0][0]
    assert (found.get("text"), found.get("description")) == (legible(outline.title), legible(outline.description))
    assert root[0][0].text == legible(title)


def test_the_same_feeds_give_the_same_bytes() -> None:
    assert opml("Feeds", GROUPS) == opml("Feeds", iter(GROUPS))
