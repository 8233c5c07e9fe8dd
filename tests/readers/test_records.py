"""Calendars, address cards and the list of feeds, read by two programs each that must understand the same."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import icalendar
import listparser
import vobject
from icalendar import Component

from newsroom.model.newsroom import Newsroom
from tests.readers.published import LANGUAGES, LIVE, Site

Understood = dict[Path, Any]


def _crlf_lines(file: Path) -> list[bytes]:
    written = file.read_bytes()
    assert written.endswith(b"\r\n")
    lines = written.removesuffix(b"\r\n").split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines), file
    return lines


def _events(file: Path) -> list[Component]:
    return list(icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT"))


def test_lines_of_calendars_and_cards_are_short_and_cut_no_letter(site: Site) -> None:
    files = (*site.files("*/calendar.ics"), *site.files("*/contacts/*.vcf"))
    assert len(files) >= 4
    for file in files:
        lines = _crlf_lines(file)
        assert max(map(len, lines)) <= 75, file
        assert all(line.decode("utf-8") for line in lines), file


def test_each_language_has_the_calendar_of_the_newsroom(site: Site, visible: Newsroom) -> None:
    for language in LANGUAGES:
        events = _events(site.folder / language / "calendar.ics")
        titles = [occasion.title[language] for occasion in visible.occasions]
        assert sorted(str(event["SUMMARY"]) for event in events) == sorted(titles)
        assert titles


def test_two_readers_understand_the_same_calendar(site: Site, understood_records: Understood) -> None:
    for file in site.files("*/calendar.ics"):
        ours = {(str(event["UID"]), str(event["SUMMARY"]), _day(event.start)) for event in _events(file)}
        theirs = {(event["uid"], event["summary"], event["start"][:10]) for event in understood_records[file]}
        assert ours == theirs


def _day(moment: datetime.date) -> str:
    return moment.isoformat()[:10]


def test_every_event_can_be_told_from_others_and_from_its_earlier_self(site: Site) -> None:
    for file in site.files("*/calendar.ics"):
        for event in _events(file):
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "STATUS"} <= set(event), file


def test_an_event_is_the_same_in_both_languages(site: Site) -> None:
    arabic, english = (
        {str(event["UID"]): (event.start, event.end) for event in _events(file)}
        for file in site.files("*/calendar.ics")
    )
    assert arabic == english


def test_two_readers_understand_the_same_cards(site: Site, understood_records: Understood, visible: Newsroom) -> None:
    for language in LANGUAGES:
        for contact in visible.contacts:
            file = site.folder / language / "contacts" / f"{contact.key}.vcf"
            card = vobject.readOne(file.read_text("utf-8"))
            theirs = understood_records[file]
            assert (card.fn.value, card.email.value) == (contact.name[language], contact.email)
            assert (theirs["fn"], theirs["email"]) == (contact.name[language], contact.email)
            assert card.title.value == theirs["title"] == contact.role[language]


def test_two_readers_understand_the_same_list_of_feeds(site: Site, understood_records: Understood) -> None:
    (file,) = site.files("*.opml")
    read = listparser.parse(file.read_bytes())
    assert not read.bozo
    ours = {(feed.title, feed.url) for feed in read.feeds}
    assert ours == {(outline["text"], outline["xmlUrl"]) for outline in understood_records[file]}


def test_the_list_of_feeds_names_each_live_feed_and_its_page(site: Site, understood_records: Understood) -> None:
    (file,) = site.files("*.opml")
    live = {feed.url for feed in site.feeds("rss") if not feed.is_archive}
    outlines = understood_records[file]
    assert live <= {outline["xmlUrl"] for outline in outlines}
    for outline in outlines:
        feed, page = site.file(outline["xmlUrl"]), site.file(outline["htmlUrl"])
        assert feed, outline
        assert page, outline
        assert outline["language"] == LANGUAGES[feed.relative_to(site.folder).parts[0]]
        assert feed.suffix == Path(LIVE["rss"]).suffix
