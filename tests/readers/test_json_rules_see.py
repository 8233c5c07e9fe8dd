"""Each rule of JSON Feed sees what it is for: a sound feed is spoilt in one place, and the rule for it speaks."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.readers import json_rules
from tests.readers.published import Document, Site
from tests.readers.rss_rules import Rule
from tests.readers.spoiling import SpoiltRecord

Spoil = Callable[[Any], None]
Step = str | int


def _reached(data: Any, steps: tuple[Step, ...]) -> Any:
    for step in steps:
        data = data[step]
    return data


def saying(value: object, *steps: Step) -> Spoil:
    def spoil(data: Any) -> None:
        _reached(data, steps[:-1])[steps[-1]] = value

    return spoil


def without(*steps: Step) -> Spoil:
    def spoil(data: Any) -> None:
        del _reached(data, steps[:-1])[steps[-1]]

    return spoil


def turned_round(*steps: Step) -> Spoil:
    def spoil(data: Any) -> None:
        _reached(data, steps).reverse()

    return spoil


NEWEST = ("items", 0)
"""It stands, with a picture."""

SPOILT: list[tuple[Rule, Spoil]] = [
    (json_rules.no_key_is_unknown, saying("Maryam", "author")),
    (json_rules.nothing_is_empty, saying("", *NEWEST, "summary")),
    (json_rules.feed_says_all_that_is_recommended, without("icon")),
    (json_rules.feed_names_its_hub, saying("rssCloud", "hubs", 0, "type")),
    (json_rules.feed_names_itself_and_its_page, saying("https://a.example/", "feed_url")),
    (json_rules.feed_has_its_icons, saying("https://newsroom.luban.example/media/icon-144.png", "icon")),
    (json_rules.everything_names_its_language, saying("en", *NEWEST, "language")),
    (json_rules.item_says_all_that_is_recommended, without(*NEWEST, "date_modified")),
    (json_rules.item_has_a_page, saying("https://newsroom.luban.example/nowhere/", *NEWEST, "url")),
    (json_rules.dates_are_rfc_3339, saying("2026-11-17T10:00:00", *NEWEST, "date_published")),
    (json_rules.attachment_is_true, saying(1, *NEWEST, "attachments", 0, "size_in_bytes")),
    (json_rules.text_stands_anywhere, saying("<p><a href='../other/'>x</a></p>", *NEWEST, "content_html")),
    (json_rules.text_stands_anywhere, saying("<iframe></iframe>", *NEWEST, "content_html")),
    (json_rules.titles_and_summaries_are_plain, saying("Ports &amp; farms", *NEWEST, "title")),
    (json_rules.newest_stands_first, turned_round("items")),
]


@pytest.mark.parametrize(("rule", "spoil"), SPOILT, ids=[rule.__name__ for rule, _ in SPOILT])
def test_a_rule_sees_its_fault(rule: Rule, spoil: Spoil, site: Site) -> None:
    sound = Document(site, site.folder / "en" / "feed.json")
    data = copy.deepcopy(sound.data)
    spoil(data)
    assert len(list(rule(SpoiltRecord(site, sound.file, data)))) > len(list(rule(sound)))


def test_every_rule_of_json_feed_is_seen_to_fail() -> None:
    assert set(json_rules.RULES) == {rule for rule, _ in SPOILT}
