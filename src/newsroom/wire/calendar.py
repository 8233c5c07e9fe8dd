"""The dates to come as iCalendar, for subscribers: https://datatracker.ietf.org/doc/html/rfc5545.

``NAME``, ``SOURCE``, ``URL`` and ``REFRESH-INTERVAL`` of the calendar are RFC 7986's; the names in ``X-`` say the same
to programs that are older than it. Instants are in UTC, so no reader has to know the newsroom's time zone.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Final

from icalendar import Calendar, Event

from newsroom.model.calendar import Occasion, OccasionStatus
from newsroom.pages import addresses
from newsroom.pages.planning import Paper
from newsroom.pages.writing import Hand
from newsroom.wire.content_lines import permanent_name, plain, text, written

PRODUCT: Final = "-//Newsroom//Newsroom//EN"
"""What made the file, as a formal public identifier without a registered owner: RFC 5545, section 3.7.3."""
REFRESH: Final = "PT1H"
"""How often to look again, as an ISO 8601 duration: a date that is moved should be known within the hour."""

_STATUSES: Final[Mapping[OccasionStatus, str]] = {
    "confirmed": "CONFIRMED",
    "tentative": "TENTATIVE",
    "canceled": "CANCELLED",
}
_DAY: Final = datetime.timedelta(days=1)


def calendar(paper: Paper, occasions: Iterable[Occasion], posts: Mapping[str, str]) -> bytes:
    """The calendar of a language, the earliest first. iCalendar knows no empty one: there is at least one occasion.

    ``posts`` gives, by id, the absolute address of each post that an occasion names and that may be seen.
    """
    made = _calendar(paper)
    for occasion in sorted(occasions, key=_start_and_key):
        made.add_component(_event(paper, occasion, posts.get(occasion.post or "", "")))
    return written(made)


def begun(hand: Hand, title: str) -> Calendar:
    """A calendar of this newsroom without anything in it yet."""
    made = Calendar()
    made["VERSION"] = plain("2.0")
    made["PRODID"] = plain(PRODUCT)
    made["CALSCALE"] = plain("GREGORIAN")
    name = title + hand.words.title_joint + hand.newsroom.organization.short_name[hand.language]
    made["NAME"] = made["X-WR-CALNAME"] = text(name)
    return made


def add_days(event: Event, first: datetime.date, last: datetime.date) -> None:
    """Let an event last whole days."""
    # The end is the first day that the event no longer has: RFC 5545, section 3.6.1.
    event["DTSTART"] = plain(f"{first:%Y%m%d}", VALUE="DATE")
    event["DTEND"] = plain(f"{last + _DAY:%Y%m%d}", VALUE="DATE")


def utc(instant: datetime.datetime) -> str:
    """An instant as iCalendar writes it."""
    return f"{instant.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"


def _calendar(paper: Paper) -> Calendar:
    site, language = paper.hand.newsroom.address, paper.hand.language
    made = begun(paper.hand, paper.hand.words.calendar)
    made["REFRESH-INTERVAL"] = plain(REFRESH, VALUE="DURATION")
    made["X-PUBLISHED-TTL"] = plain(REFRESH)
    made["SOURCE"] = plain(site + addresses.calendar_file(language), VALUE="URI")
    made["URL"] = plain(site + addresses.calendar(language))
    return made


def _event(paper: Paper, occasion: Occasion, post: str) -> Event:
    newsroom, language = paper.hand.newsroom, paper.hand.language
    tag = newsroom.tongues[language].tag
    page = post or occasion.link or newsroom.address + addresses.calendar(language)
    made = Event()
    made["UID"] = plain(permanent_name(newsroom, "occasions", occasion.key))
    made["DTSTAMP"] = made["LAST-MODIFIED"] = plain(utc(occasion.updated))
    made["CREATED"] = plain(utc(occasion.announced))
    _add_times(made, occasion)
    made["SUMMARY"] = text(occasion.title[language], tag)
    _add_words(made, "DESCRIPTION", _description(occasion.description[language], occasion.link, page), tag)
    _add_words(made, "LOCATION", occasion.place[language], tag)
    made["CATEGORIES"] = text(paper.hand.words.occasion_kinds[occasion.kind], tag)
    made["STATUS"] = plain(_STATUSES[occasion.status])
    # An announcement takes up nobody's time: without this, a diary shows its owner as busy.
    made["TRANSP"] = plain("TRANSPARENT")
    made["URL"] = plain(page)
    return made


def _add_words(event: Event, name: str, words: str, tag: str) -> None:
    if words:
        event[name] = text(words, tag)


def _description(words: str, link: str, page: str) -> str:
    """The words, and the link where it is not the event's own address: there is room for one."""
    return "\n\n".join(part for part in (words, "" if link == page else link) if part)


def _add_times(event: Event, occasion: Occasion) -> None:
    starts, ends = occasion.starts, occasion.ends
    if isinstance(starts, datetime.datetime):
        event["DTSTART"] = plain(utc(starts))
        if isinstance(ends, datetime.datetime):
            event["DTEND"] = plain(utc(ends))
    else:
        add_days(event, starts, ends or starts)


def _start_and_key(occasion: Occasion) -> tuple[str, str]:
    starts = occasion.starts
    return utc(starts) if isinstance(starts, datetime.datetime) else f"{starts:%Y%m%d}", occasion.key
