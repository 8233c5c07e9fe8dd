"""The plan in words: the lines that the page of the plan and the table of ``newsroom plan`` show alike."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from newsroom.languages import plan_words
from newsroom.languages.plan_words import Counted, PlanWords
from newsroom.model.calendar import Occasion
from newsroom.model.plan import Objective, Period
from newsroom.model.post import Audience, EvidenceKind
from newsroom.pages.coverage import NOBODY, Count, Tally
from newsroom.pages.deadlines import Deadline
from newsroom.pages.periods import Span
from newsroom.pages.plan_views import DeadlineLine, ObjectiveLine, PlaceLine, PlanView, TallyLine
from newsroom.pages.slots import Place
from newsroom.pages.timetable import Timetable
from newsroom.pages.tracks import Progress, Track
from newsroom.pages.views import Moment
from newsroom.pages.writing import Hand


@dataclass(frozen=True, slots=True)
class PlanHand:
    """The hand of a language that tells the newsroom's own people of the plan."""

    hand: Hand
    words: PlanWords

    @classmethod
    def of(cls, hand: Hand) -> Self:
        """The same hand, with the words of the plan."""
        return cls(hand, plan_words(hand.language))

    def view(self, known: Timetable) -> PlanView:
        """A timetable in this language."""
        return PlanView(
            words=self.words,
            introduction=self._introduction(known),
            summary=self._summary(known),
            nothing="" if known.tracks or not known.is_whole else self.words.nothing_planned,
            objectives=tuple(map(self._objective, known.tracks)),
            deadlines=tuple(map(self._deadline, known.deadlines)),
            dates=tuple(map(self._date, known.occasions)),
            coverage=self._coverage(known),
            audiences=tuple(map(self._tally_of_audience, known.coverage.audiences)),
            executives=tuple(map(self._tally_of_executive, known.coverage.executives)),
        )

    def period(self, span: Span, period: Period) -> str:
        """What a slot is called."""
        words, style, year = self.words, self.hand.style, self.hand.style.year(span.since.year)
        match period:
            case "week":
                return words.week.format(date=self._day(span.since))
            case "month":
                return style.month(span.since)
            case "quarter":
                return words.quarters[(span.since.month - 1) // 3].format(year=year)
            case "year":
                return words.year.format(year=year)

    def results_in_full(self, each: Deadline) -> str:
        """What is owed by a deadline, where nothing beside it says that these are results."""
        return self.words.stages_in_full[each.stage].format(date=self._day(each.quarter.until))

    def _introduction(self, known: Timetable) -> str:
        return self.words.introduction.format(date=self._day(known.calendar.today))

    def _coverage(self, known: Timetable) -> str:
        window = known.calendar.window
        return self.words.coverage_explained.format(since=self._day(window.since), until=self._day(window.until))

    def _summary(self, known: Timetable) -> str:
        counts = ((self.words.overdue_in_all, known.overdue), (self.words.late_in_all, known.late_to_begin))
        told = [words.format(number=self._number(count)) for words, count in counts if count]
        nothing = self.words.nothing_late if known.is_whole else self.words.nothing_overdue
        return _sentence(self.hand.words.comma.join(told) or nothing)

    def _objective(self, each: Track) -> ObjectiveLine:
        period = each.objective.cadence.every
        return ObjectiveLine(
            key=each.objective.key,
            title=each.objective.title[self.hand.language],
            terms=" ".join(map(_sentence, self._terms(each))),
            progress=self._progress(each.progress),
            places=tuple(
                self._place(self.period(slot.span, period), place, each.objective)
                for slot in each.slots
                for place in slot.places
            ),
        )

    def _terms(self, each: Track) -> Iterator[str]:
        words, objective = self.words, each.objective
        posts = objective.cadence.posts
        counted = self.hand.style.count(words.posts, posts, self._number(posts))
        yield words.cadence[objective.cadence.every].format(posts=counted)
        if objective.audiences:
            yield words.audiences.format(names=self.hand.words.enumerate(self._audiences(objective)))
        if objective.evidence:
            yield words.evidence.format(kinds=self._kinds(objective.evidence))
        yield self._time(each)

    def _audiences(self, objective: Objective) -> tuple[str, ...]:
        # In the middle of a sentence, where English has no capitals.
        return tuple(self.hand.words.audience_names[each].lower() for each in objective.audiences)

    def _kinds(self, kinds: Iterable[EvidenceKind]) -> str:
        return self.words.or_last.join(self.hand.words.evidence_kinds[each].lower() for each in kinds)

    def _time(self, each: Track) -> str:
        since, until = each.objective.since, each.objective.until
        if each.phase == "future":
            return self.words.begins.format(date=self._day(since))
        if until is None:
            return self.words.since.format(since=self._day(since))
        if each.phase == "past":
            return self.words.ended.format(date=self._day(until))
        return self.words.since_until.format(since=self._day(since), until=self._day(until))

    def _progress(self, known: Progress) -> str:
        words, asked = self.words, self._number(known.asked)
        if known.asked and known.published:
            first = words.progress.format(published=self._number(known.published), asked=asked)
        else:
            first = words.no_progress.format(asked=asked) if known.asked else words.asks_nothing
        return _sentence(self.hand.words.comma.join((first, *self._parts(known))))

    def _parts(self, known: Progress) -> Iterator[str]:
        counts: dict[Counted, int] = {
            "overdue": known.overdue,
            "ready": known.ready,
            "unapproved": known.unapproved,
            "drafted": known.drafted,
            "missing": known.missing,
            "more": known.more,
        }
        return (self.words.parts[part].format(number=self._number(count)) for part, count in counts.items() if count)

    def _place(self, period: str, place: Place, objective: Objective) -> PlaceLine:
        each = place.scheduled
        return PlaceLine(
            period=period,
            standing=place.standing,
            is_late=place.is_overdue or place.is_late_to_begin,
            status=self._status(place),
            note=self._note(place),
            post=self.hand.post_link(each.post) if each else None,
            day=self.hand.day(each.day) if each else None,
            missing_evidence=self._missing_evidence(place, objective),
        )

    def _missing_evidence(self, place: Place, objective: Objective) -> str:
        if not place.lacks_evidence:
            return ""
        return self.words.evidence_missing.format(kinds=self._kinds(objective.evidence))

    def _status(self, each: Place | Deadline) -> str:
        words, standing = self.words, self.words.standings[each.standing]
        if each.is_overdue:
            return words.overdue if each.scheduled is None else words.overdue_with.format(standing=standing)
        return words.late if each.is_late_to_begin else standing

    def _note(self, place: Place) -> str:
        words, each = self.words, place.scheduled
        if place.is_overdue:
            return words.was_due.format(date=self._day(place.due))
        if each is None:
            return self._beginning(place)
        told = words.released_on if each.standing == "published" else words.planned_for
        return told.format(date=self._day(each.day))

    def _beginning(self, each: Place | Deadline) -> str:
        words = self.words.was_to_begin if each.is_late_to_begin else self.words.begin_by
        return words.format(date=self._day(each.begin)) if each.begin else ""

    def _deadline(self, each: Deadline) -> DeadlineLine:
        return DeadlineLine(
            last=self.hand.day(each.last),
            results=self.words.stages[each.stage].format(date=self._day(each.quarter.until)),
            standing=each.standing,
            is_late=each.is_overdue or each.is_late_to_begin,
            status=self._status_of_deadline(each),
            note=self._note_of_deadline(each),
            post=self.hand.post_link(each.scheduled.post) if each.scheduled else None,
        )

    def _status_of_deadline(self, each: Deadline) -> str:
        if each.told is None:
            return self._status(each)
        return self.words.told_late if each.is_overdue else self.words.told

    def _note_of_deadline(self, each: Deadline) -> str:
        if each.told:
            told = self.words.told_late_on if each.is_overdue else self.words.told_on
            return told.format(date=self._day(each.told))
        return "" if each.is_overdue else self._beginning(each)

    def _date(self, occasion: Occasion) -> tuple[Moment, str]:
        starts = occasion.starts
        day = self.hand.style.day_of(starts) if isinstance(starts, datetime.datetime) else starts
        return self.hand.day(day), occasion.title[self.hand.language]

    def _tally_of_audience(self, tally: Tally[Audience]) -> TallyLine:
        return self._tally(self.hand.words.audience_names[tally.key], tally.count)

    def _tally_of_executive(self, tally: Tally[str]) -> TallyLine:
        executives = self.hand.newsroom.executives
        name = self.words.nobody if tally.key == NOBODY else executives[tally.key].name[self.hand.language]
        return self._tally(name, tally.count)

    def _tally(self, name: str, tally: Count) -> TallyLine:
        integer = self.hand.style.integer
        missing = integer(tally.missing)
        if tally.overdue:
            missing = self.words.of_these_overdue.format(number=missing, overdue=integer(tally.overdue))
        return TallyLine(name, integer(tally.published), integer(tally.planned), missing)

    def _number(self, number: int) -> str:
        """A number in words as far as they are short, else in digits."""
        known = self.words.numbers
        return known[number] if number < len(known) else self.hand.style.integer(number)

    def _day(self, date: datetime.date) -> str:
        return self.hand.short_day(date)


def _sentence(text: str) -> str:
    """A text that begins with a capital, where there are any, and ends with a full stop."""
    return f"{text[:1].upper()}{text[1:]}."
