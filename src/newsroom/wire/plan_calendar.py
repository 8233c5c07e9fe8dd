"""The plan as iCalendar, for the newsroom's own people: when to begin writing, releases to come, and deadlines.

It is told to whoever asks for it on the command line, and is no part of any site. An event keeps its identity as long
as the slot, the post or the deadline that it is about: a calendar that is imported again is brought up to date.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from icalendar import Event

from newsroom.pages.deadlines import Deadline
from newsroom.pages.plan_lines import PlanHand
from newsroom.pages.slots import Scheduled, Slot
from newsroom.pages.timetable import Timetable
from newsroom.pages.tracks import Track
from newsroom.wire.calendar import add_days, begun, utc
from newsroom.wire.content_lines import Verbatim, permanent_name, plain, text, written


def plan_calendar(hand: PlanHand, known: Timetable, now: datetime.datetime) -> bytes:
    """The calendar in a language, as it was made at an instant; empty, where it would have no event."""
    stamp = utc(now)
    events = sorted(_events(hand, known, stamp), key=_start_and_name)
    if not events:
        return b""
    made = begun(hand.hand, hand.words.plan)
    for event in events:
        made.add_component(event)
    return written(made)


def _events(hand: PlanHand, known: Timetable, stamp: str) -> Iterator[Event]:
    for track in known.tracks:
        for slot in track.slots:
            yield from _beginnings(hand, track, slot, stamp)
    for each in known.pending:
        if each.day >= known.calendar.today:
            yield _release(hand, each, stamp)
    for deadline in known.deadlines:
        if deadline.told is None:
            yield from _deadline(hand, deadline, stamp)


def _beginnings(hand: PlanHand, track: Track, slot: Slot, stamp: str) -> Iterator[Event]:
    """The days on which to begin what a slot lacks, numbered by their places in it; not when it is over."""
    objective = track.objective
    for number, place in enumerate(slot.places, 1):
        if place.begin and not place.is_overdue:
            period = hand.period(slot.span, objective.cadence.every)
            what = objective.title[hand.hand.language] + hand.hand.words.comma + period
            event = _event(hand, f"begin/{objective.key}/{slot.span.since}/{number}", stamp)
            event["SUMMARY"] = _words(hand, hand.words.begin_event.format(what=what))
            add_days(event, place.begin, place.begin)
            yield event


def _release(hand: PlanHand, each: Scheduled, stamp: str) -> Event:
    post, language = each.post, hand.hand.language_shown(each.post)
    event = _event(hand, f"release/{post.id}", stamp)
    event["DTSTART"] = plain(utc(post.released))
    title = post.translations[language].title
    event["SUMMARY"] = _words(hand, hand.words.release_event.format(title=title))
    event["DESCRIPTION"] = _words(hand, hand.words.standings[each.standing])
    return event


def _deadline(hand: PlanHand, each: Deadline, stamp: str) -> Iterator[Event]:
    """The last day, and the day on which to begin where nobody has."""
    name, results = f"{each.quarter.until}/{each.stage}", hand.results_in_full(each)
    last = _event(hand, f"deadline/{name}", stamp)
    last["SUMMARY"] = _words(hand, hand.words.deadline_event.format(results=results))
    add_days(last, each.last, each.last)
    yield last
    if each.begin and not each.is_overdue:
        event = _event(hand, f"begin-results/{name}", stamp)
        event["SUMMARY"] = _words(hand, hand.words.begin_event.format(what=results))
        add_days(event, each.begin, each.begin)
        yield event


def _event(hand: PlanHand, name: str, stamp: str) -> Event:
    made = Event()
    made["UID"] = plain(permanent_name(hand.hand.newsroom, "plan", name))
    made["DTSTAMP"] = plain(stamp)
    # A day to begin on takes up nobody's time: without this, a diary shows its owner as busy.
    made["TRANSP"] = plain("TRANSPARENT")
    return made


def _words(hand: PlanHand, words: str) -> Verbatim:
    return text(words, hand.hand.newsroom.tongues[hand.hand.language].tag)


def _start_and_name(event: Event) -> tuple[str, str]:
    return str(event["DTSTART"]), str(event["UID"])
