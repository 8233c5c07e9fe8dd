"""The plan on its timetable: what each slot asks for, what became of it, and who is spoken to."""

from __future__ import annotations

import datetime
from dataclasses import replace
from itertools import pairwise
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.model.disclosure import Disclosure, ReportingPeriod
from newsroom.model.language import LANGUAGES, Localized
from newsroom.model.newsroom import Newsroom, Tongue
from newsroom.model.organization import Listing
from newsroom.model.plan import LEAD_TIMES, Cadence, Objective, Period
from newsroom.model.post import AUDIENCES, POST_TYPES, Post
from newsroom.pages.coverage import NOBODY, Count
from newsroom.pages.deadlines import Deadline
from newsroom.pages.periods import DAY, Span, period_with, periods_in, year_around
from newsroom.pages.plan_lines import PlanHand
from newsroom.pages.slots import Place, slots_of
from newsroom.pages.timetable import Timetable, only_overdue, timetable
from newsroom.pages.tracks import Progress, Track
from newsroom.pages.writing import Hand
from tests.wire.samples import FIGURE, executive, instant, newsroom, occasion, organization, post

NOW = instant("2026-11-23T09:00")
TODAY = datetime.date(2026, 11, 23)
SUNDAY = 6
SPEAKERS = {key: executive(key) for key in ("salim", "huda")}

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))
PERIODS = st.sampled_from(get_args(Period))
WEEKDAYS = st.integers(0, 6)
INSTANTS = st.builds(datetime.datetime.combine, DAYS, st.times(), tzinfo=st.just(datetime.UTC))
"""Of every day on which a newsroom may have something to do."""


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def objective(posts: int = 1, every: Period = "quarter", **changes: Any) -> Objective:
    return replace(
        Objective(
            key="informed-shareholders",
            title=Localized("مساهمون على اطلاع", "Informed shareholders"),
            purpose=Localized("ثقة", "Trust"),
            audiences=("shareholders",),
            cadence=Cadence(posts, every),
            evidence=(),
            since=day("2024-01-01"),
            until=None,
        ),
        **changes,
    )


def written(number: int, date: str, **changes: Any) -> Post:
    """A post that serves the objective, released on a day at nine."""
    known = {"objective": "informed-shareholders", "type": "release", "evidence": (FIGURE,), "corrections": ()}
    folder = f"posts/2026/post-{number}"
    return post(id=f"sample{number:06}", folder=folder, date=instant(f"{date}T09:00"), **(known | changes))


def room(*posts: Post, objectives: tuple[Objective, ...] = (objective(),), **changes: Any) -> Newsroom:
    return newsroom(**({"posts": posts, "objectives": objectives, "executives": SPEAKERS} | changes))


def looked_at(of: Newsroom, now: datetime.datetime = NOW) -> Timetable:
    return timetable(of, now)


def only_track(of: Newsroom, now: datetime.datetime = NOW) -> Track:
    (found,) = looked_at(of, now).tracks
    return found


def places_of(of: Newsroom, until: str) -> tuple[Place, ...]:
    """The places of the slot that ends on a day."""
    (slot,) = (slot for slot in only_track(of).slots if slot.span.until == day(until))
    return slot.places


# Periods tile time


@given(DAYS, PERIODS, WEEKDAYS)
def test_each_day_lies_in_its_period_and_the_next_begins_when_that_is_over(
    date: datetime.date, period: Period, first: int
) -> None:
    found = period_with(date, period, first)
    assert date in found
    assert period_with(found.since, period, first) == period_with(found.until, period, first) == found
    assert period_with(found.until + DAY, period, first).since == found.until + DAY


@given(st.tuples(DAYS, DAYS).map(sorted), st.sampled_from(["month", "quarter", "year"]), WEEKDAYS)
def test_the_periods_of_a_span_cover_it_without_a_gap_or_an_overlap(
    ends: list[datetime.date], period: Period, first: int
) -> None:
    found = list(periods_in(Span(*ends), period, first))
    assert found[0].since <= ends[0] <= found[0].until
    assert found[-1].since <= ends[1] <= found[-1].until
    assert all(one.until + DAY == two.since for one, two in pairwise(found))


@given(
    st.tuples(DAYS, DAYS).map(sorted),
    INSTANTS,
    st.sampled_from(["Asia/Muscat", "Europe/London", "America/St_Johns", "Pacific/Apia", "Pacific/Kiritimati"]),
    PERIODS,
    st.integers(1, 366),
    WEEKDAYS,
)
def test_every_instant_of_an_objective_that_is_looked_at_falls_in_one_slot(
    ends: list[datetime.date], at: datetime.datetime, zone: str, every: Period, posts: int, first: int
) -> None:
    date = at.astimezone(ZoneInfo(zone)).date()
    aim = objective(posts, every, since=ends[0], until=ends[1])
    slots = [span for span, _ in slots_of(aim, year_around(date), first)]
    assert sum(date in span for span in slots) == (ends[0] <= date <= ends[1])
    assert all(one.until + DAY == two.since for one, two in pairwise(slots))
    assert all(ends[0] <= span.since <= span.until <= ends[1] for span in slots)


@given(DAYS, PERIODS, st.integers(1, 366), WEEKDAYS)
def test_a_slot_asks_for_no_more_than_its_cadence_and_a_whole_one_for_all(
    since: datetime.date, every: Period, posts: int, first: int
) -> None:
    aim = objective(posts, every, since=since)
    for span, asked in slots_of(aim, year_around(since), first):
        assert asked == posts if span == period_with(span.since, every, first) else 0 <= asked <= posts


@pytest.mark.parametrize(
    ("date", "period", "first", "since", "until"),
    [
        pytest.param("2026-11-23", "week", SUNDAY, "2026-11-22", "2026-11-28", id="a week from Sunday"),
        pytest.param("2026-11-23", "week", 0, "2026-11-23", "2026-11-29", id="a week from Monday"),
        pytest.param("2026-12-31", "week", 0, "2026-12-28", "2027-01-03", id="the fifty-third week of a year"),
        pytest.param("2024-02-29", "month", SUNDAY, "2024-02-01", "2024-02-29", id="February of a leap year"),
        pytest.param("2100-02-28", "month", SUNDAY, "2100-02-01", "2100-02-28", id="no leap year in 2100"),
        pytest.param("2026-12-01", "month", SUNDAY, "2026-12-01", "2026-12-31", id="December"),
        pytest.param("2026-11-23", "quarter", SUNDAY, "2026-10-01", "2026-12-31", id="the last quarter"),
        pytest.param("2024-12-31", "year", SUNDAY, "2024-01-01", "2024-12-31", id="a leap year"),
    ],
)
def test_a_period_is_that_of_the_calendar(date: str, period: Period, first: int, since: str, until: str) -> None:
    assert period_with(day(date), period, first) == Span(day(since), day(until))


def test_a_weekly_objective_has_every_week_of_a_year_of_fifty_three() -> None:
    weeks = only_track(room(objectives=(objective(1, "week", since=day("2026-01-01"), until=day("2026-12-31")),))).slots
    assert weeks[0].span.since == day("2026-05-24")
    assert weeks[-1].span == Span(day("2026-12-27"), day("2026-12-31"))


def test_weeks_begin_on_the_day_of_the_newsrooms_own_country() -> None:
    british = Localized(Tongue("ar_OM", "arab"), Tongue("en_GB", "latn"))
    omani, other = room(), room(lead="en", tongues=british)
    assert (looked_at(omani).calendar.first_weekday, looked_at(other).calendar.first_weekday) == (SUNDAY, 0)


# What a slot asks for


@pytest.mark.parametrize(
    ("since", "until", "posts", "asked"),
    [
        pytest.param("2026-10-01", None, 3, 3, id="a whole quarter"),
        pytest.param("2026-12-31", None, 1, 0, id="its last day"),
        pytest.param("2026-11-15", None, 1, 1, id="half of it and a day"),
        pytest.param("2026-11-17", None, 1, 0, id="less than half"),
        pytest.param("2026-11-01", None, 3, 2, id="two thirds"),
        pytest.param("2025-01-01", "2026-10-10", 1, 0, id="its first days"),
        pytest.param("2026-10-05", "2026-10-10", 2, 2, id="a campaign of a week"),
    ],
)
def test_a_period_that_is_cut_short_asks_for_its_share(since: str, until: str | None, posts: int, asked: int) -> None:
    aim = objective(posts, since=day(since), until=day(until) if until else None)
    quarter = Span(day("2026-10-01"), day("2026-12-31"))
    assert [share for _, share in slots_of(aim, quarter, SUNDAY)] == [asked]


# What became of it


@pytest.mark.parametrize(
    ("changes", "standing"),
    [
        pytest.param({}, "published", id="released"),
        pytest.param({"embargoed": instant("2026-12-01T09:00")}, "ready", id="under embargo"),
        pytest.param({"pubstatus": "withheld"}, "drafted", id="held back"),
    ],
)
def test_a_post_stands_where_its_date_and_status_put_it(changes: dict[str, Any], standing: str) -> None:
    (place,) = places_of(room(written(1, "2026-11-23", **changes)), "2026-12-31")
    assert (place.standing, place.is_overdue) == (standing, False)


def test_a_post_that_lacks_consent_awaits_it_whatever_its_date() -> None:
    (place,) = places_of(room(written(1, "2026-11-01"), consents={"sample000001": None}), "2026-12-31")
    assert place.standing == "unapproved"


def test_a_post_counts_where_consent_came_and_not_where_its_date_was() -> None:
    late = room(written(1, "2026-09-30"), consents={"sample000001": instant("2026-10-02T09:00")})
    (overdue,), (place,) = places_of(late, "2026-09-30"), places_of(late, "2026-12-31")
    assert (overdue.is_overdue, place.standing) == (True, "published")


def test_a_post_with_placeholders_is_a_draft() -> None:
    (track,) = timetable(room(written(1, "2026-11-01")), NOW, {"posts/2026/post-1"}).tracks
    assert track.places[-3].standing == "drafted"


def test_a_withdrawn_post_serves_nothing() -> None:
    (place,) = places_of(room(written(1, "2026-11-01", pubstatus="canceled")), "2026-12-31")
    assert place.standing == "missing"


def test_a_slot_that_is_over_and_not_filled_is_overdue() -> None:
    (empty,) = places_of(room(), "2026-09-30")
    (drafted,) = places_of(room(written(1, "2026-08-01", pubstatus="withheld")), "2026-09-30")
    assert (empty.is_overdue, empty.standing) == (True, "missing")
    assert (drafted.is_overdue, drafted.standing) == (True, "drafted")


def test_a_slot_is_over_when_its_last_day_is_where_the_newsroom_is() -> None:
    evening = datetime.datetime.fromisoformat("2026-09-30T19:59+00:00")
    before, after = (only_track(room(), evening + datetime.timedelta(minutes=late)) for late in (0, 1))
    assert [place.is_overdue for place in before.places].count(True) == 1
    assert [place.is_overdue for place in after.places].count(True) == 2


def test_a_post_beyond_what_is_asked_is_shown_and_never_late() -> None:
    posts = (written(1, "2026-07-01"), written(2, "2026-08-01"), written(3, "2026-08-02", pubstatus="withheld"))
    first, second, third = places_of(room(*posts), "2026-09-30")
    assert [place.is_asked for place in (first, second, third)] == [True, False, False]
    assert not third.is_overdue


def test_a_published_post_fills_a_slot_before_a_draft_that_was_dated_earlier() -> None:
    posts = (written(1, "2026-07-01", pubstatus="withheld"), written(2, "2026-08-01"))
    assert [place.standing for place in places_of(room(*posts), "2026-09-30")] == ["published", "drafted"]


def test_two_posts_of_one_half_year_are_due_by_the_middle_and_by_the_end() -> None:
    places = places_of(room(objectives=(objective(2, "year"),)), "2026-12-31")
    assert [place.due for place in places] == [day("2026-07-02"), day("2026-12-31")]
    assert [place.is_late_to_begin for place in places] == [True, False]


@pytest.mark.parametrize(
    ("kinds", "changes", "lacks"),
    [
        pytest.param(("figure",), {}, False, id="the kind that is asked for"),
        pytest.param(("report", "figure"), {}, False, id="one kind of two"),
        pytest.param(("report",), {}, True, id="another kind"),
        pytest.param((), {"evidence": ()}, False, id="none asked for"),
        pytest.param(("report",), {"type": "statement"}, False, id="a statement"),
    ],
)
def test_a_post_lacks_evidence_if_it_has_no_kind_that_its_objective_asks_for(
    kinds: tuple[str, ...], changes: dict[str, Any], lacks: bool
) -> None:
    aims = (objective(evidence=kinds),)
    (place,) = places_of(room(written(1, "2026-11-01", **changes), objectives=aims), "2026-12-31")
    assert place.lacks_evidence == lacks


# When to begin


def test_what_nobody_has_begun_is_begun_its_lead_time_before_it_is_due() -> None:
    (place,) = places_of(room(), "2026-12-31")
    assert place.begin == day("2026-12-31") - LEAD_TIMES["release"] * DAY


def test_the_lead_time_is_that_of_the_type_that_serves_the_objective_most() -> None:
    dates = {"2026-01-05": "release", "2026-05-05": "results", "2026-08-05": "results"}
    posts = (written(number, date, type=kind) for number, (date, kind) in enumerate(dates.items()))
    (place,) = places_of(room(*posts), "2026-12-31")
    assert place.begin == day("2026-12-10")


@pytest.mark.parametrize(("lead", "begin", "late"), [(38, "2026-11-23", False), (39, "2026-11-22", True)])
def test_it_is_late_to_begin_when_the_day_to_begin_is_over(lead: int, begin: str, late: bool) -> None:
    (place,) = places_of(room(lead_times=LEAD_TIMES | {"release": lead}), "2026-12-31")
    assert (place.begin, place.is_late_to_begin) == (day(begin), late)


def test_a_post_that_is_there_was_begun() -> None:
    (place,) = places_of(room(written(1, "2026-12-30", pubstatus="withheld")), "2026-12-31")
    assert (place.begin, place.is_late_to_begin) == (None, False)


# Objectives of other times


def test_an_objective_that_begins_later_has_slots_from_its_first_day() -> None:
    track = only_track(room(objectives=(objective(since=day("2027-01-01")),)))
    assert (track.phase, track.slots[0].span.since) == ("future", day("2027-01-01"))
    assert track.progress.overdue == 0


def test_an_objective_that_ended_half_a_year_ago_asks_for_nothing() -> None:
    track = only_track(room(objectives=(objective(until=day("2026-05-24")),)))
    assert (track.phase, track.slots) == ("past", ())


def test_an_objective_whose_end_lies_before_its_beginning_has_no_slot() -> None:
    assert only_track(room(objectives=(objective(until=day("2023-12-31")),))).slots == ()


def test_a_clock_of_long_ago_sees_what_is_still_to_come() -> None:
    track = only_track(room(written(1, "2026-11-01")), instant("1900-01-01T00:00"))
    assert (track.phase, track.slots) == ("future", ())


def test_a_plan_of_nothing_is_a_timetable_of_nothing() -> None:
    known = looked_at(room(objectives=()))
    assert (known.tracks, known.deadlines, known.overdue, known.late_to_begin) == ((), (), 0, 0)


# Progress, in numbers and in words


def test_progress_counts_each_place_once() -> None:
    posts = (
        written(1, "2026-07-05"),
        written(2, "2026-07-06"),
        written(3, "2026-11-01"),
        written(4, "2026-12-01"),
        written(5, "2026-12-02", pubstatus="withheld"),
        written(6, "2026-12-03"),
    )
    aims = (objective(3, until=day("2026-12-31")),)
    known = only_track(room(*posts, objectives=aims, consents={"sample000006": None}))
    assert known.progress == Progress(
        asked=9, published=3, ready=1, unapproved=1, drafted=0, missing=0, overdue=4, more=0
    )


@pytest.mark.parametrize(
    ("posts", "aim", "en", "ar"),
    [
        pytest.param(
            (), objective(until=day("2026-12-31")),
            "None of three published, two overdue, one still to write.",
            "لم يُنشر شيء والمطلوب ثلاثة، وتأخر اثنان، وبقي واحد.", id="nothing",
        ),
        pytest.param(
            (written(1, "2026-07-05"), written(2, "2026-11-05")),
            objective(since=day("2026-07-01"), until=day("2026-12-31")),
            "Two of two published.", "نُشر اثنان والمطلوب اثنان.", id="all",
        ),
        pytest.param(
            (written(1, "2026-07-05"), written(2, "2026-07-06"), written(3, "2026-12-06")),
            objective(since=day("2026-07-01"), until=day("2026-12-31")),
            "One of two published, one ready, one more than asked for.",
            "نُشر واحد والمطلوب اثنان، وينتظر موعده واحد، وزاد على المطلوب واحد.", id="more",
        ),
        pytest.param(
            (), objective(12, "month", since=day("2026-12-01"), until=day("2026-12-31")),
            "None of 12 published, 12 still to write.",
            "لم يُنشر شيء والمطلوب ١٢، وبقي ١٢.", id="above ten in digits",
        ),
        pytest.param(
            (), objective(since=day("2026-12-20")), "None of two published, two still to write.",
            "لم يُنشر شيء والمطلوب اثنان، وبقي اثنان.", id="a first period too short to ask",
        ),
        pytest.param(
            (), objective(until=day("2025-12-31")), "Nothing is asked for in this time.",
            "لا يُطلب فيه شيء في هذه المدة.", id="over",
        ),
    ],
)  # fmt: skip
def test_progress_is_told_in_words(posts: tuple[Post, ...], aim: Objective, en: str, ar: str) -> None:
    of = room(*posts, objectives=(aim,))
    views = [PlanHand.of(Hand.of(of, language)).view(looked_at(of)) for language in LANGUAGES]
    assert [view.objectives[0].progress for view in views] == [ar, en]


@pytest.mark.parametrize(
    ("posts", "en", "ar"),
    [
        pytest.param((), "overdue", "متأخر", id="nothing"),
        pytest.param(
            (written(1, "2026-08-01", pubstatus="withheld"),), "overdue, drafted", "متأخر، مسودة", id="a draft"
        ),
    ],
)
def test_what_is_overdue_says_how_far_it_has_come(posts: tuple[Post, ...], en: str, ar: str) -> None:
    of = room(*posts)
    views = [PlanHand.of(Hand.of(of, language)).view(looked_at(of)) for language in LANGUAGES]
    lines = [view.objectives[0].places[1] for view in views]
    assert [line.status for line in lines] == [ar, en]


@pytest.mark.parametrize(
    ("every", "at", "en", "ar"),
    [
        ("week", "2026-11-22", "Week from 22 November 2026", "أسبوع ٢٢ نوفمبر ٢٠٢٦"),
        ("month", "2026-11-01", "November 2026", "نوفمبر ٢٠٢٦"),
        ("quarter", "2026-10-01", "Q4 2026", "الربع الرابع ٢٠٢٦"),
        ("year", "2026-01-01", "2026", "عام ٢٠٢٦"),
    ],
)
def test_a_period_has_a_name(every: Period, at: str, en: str, ar: str) -> None:
    span = period_with(day(at), every, SUNDAY)
    assert [PlanHand.of(Hand.of(room(), language)).period(span, every) for language in LANGUAGES] == [ar, en]


# Deadlines of the exchange


def listed(**changes: Any) -> dict[str, Any]:
    """What makes of a newsroom that of a company on the Muscat exchange."""
    listing = Listing(Localized("بورصة مسقط", "Muscat Stock Exchange"), "SMPL", **({"market": "msx"} | changes))
    return {"organization": organization(listing=listing)}


def results(number: int, date: str, until: str, **changes: Any) -> Post:
    period = ReportingPeriod(day("2026-01-01"), day(until))
    return written(number, date, **({"type": "results", "period": period, "stage": "initial"} | changes))


def owed(*posts: Post, **changes: Any) -> list[Deadline]:
    return list(looked_at(room(*posts, **listed(**changes))).deadlines)


def test_results_are_owed_fifteen_and_thirty_days_after_each_quarter() -> None:
    assert [(each.stage, each.last.isoformat()) for each in owed()] == [
        ("initial", "2026-07-15"),
        ("reviewed", "2026-07-30"),
        ("initial", "2026-10-15"),
        ("reviewed", "2026-10-30"),
        ("initial", "2027-01-15"),
        ("initial", "2027-04-15"),
        ("reviewed", "2027-04-30"),
    ]


def test_with_subsidiaries_reviewed_results_have_forty_five_days() -> None:
    assert [each.last.isoformat() for each in owed(subsidiaries=True) if each.stage == "reviewed"] == [
        "2026-08-14",
        "2026-11-14",
        "2027-05-15",
    ]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"organization": organization(listing=None)}, id="no listing"),
        pytest.param(listed(market=None), id="an exchange whose deadlines are not known"),
        pytest.param(
            {"organization": replace(listed()["organization"], kind="family")}, id="a family company"
        ),
    ],
)  # fmt: skip
def test_others_owe_no_exchange_anything(changes: dict[str, Any]) -> None:
    assert looked_at(room(**changes)).deadlines == ()


def test_nothing_is_owed_from_before_the_newsroom_kept_references() -> None:
    assert owed(disclosures_since=day("2026-10-30"))[0].last == day("2026-10-30")


@pytest.mark.parametrize(
    ("date", "changes", "told", "late"),
    [
        pytest.param("2026-10-15", {}, "2026-10-15", False, id="on the last day"),
        pytest.param("2026-10-16", {}, "2026-10-16", True, id="a day late"),
        pytest.param(
            "2026-10-20", {"disclosure": Disclosure("MSX-1", instant("2026-10-15T23:00"))}, "2026-10-15", False,
            id="filed in time and released later",
        ),
        pytest.param(
            "2026-12-20", {"disclosure": Disclosure("MSX-1", instant("2026-10-15T23:00"))}, "2026-10-15", False,
            id="filed and waiting for its release",
        ),
        pytest.param("2026-10-10", {"stage": "reviewed"}, "2026-10-10", False, id="approved by the board already"),
        pytest.param("2026-10-10", {"pubstatus": "withheld"}, None, True, id="a draft"),
    ],
)  # fmt: skip
def test_initial_results_are_told_when_they_are_filed(
    date: str, changes: dict[str, Any], told: str | None, late: bool
) -> None:
    known = owed(results(1, date, "2026-09-30", **changes))
    (initial,) = (each for each in known if (each.stage, each.last) == ("initial", day("2026-10-15")))
    assert (initial.told, initial.is_overdue) == (day(told) if told else None, late)


def test_initial_results_do_not_stand_for_reviewed_ones_nor_one_quarter_for_another() -> None:
    told = {(each.stage, each.last.isoformat()) for each in owed(results(1, "2026-10-14", "2026-09-30")) if each.told}
    assert told == {("initial", "2026-10-15")}


def test_a_deadline_says_when_to_begin_and_that_this_day_is_over() -> None:
    of = room(**listed())
    before, after = (looked_at(of, instant(f"{date}T09:00")).deadlines for date in ("2026-12-25", "2026-12-26"))
    first, second = (next(each for each in known if each.last == day("2027-01-15")) for known in (before, after))
    assert first.begin == second.begin == day("2026-12-25")
    assert (first.is_late_to_begin, second.is_late_to_begin) == (False, True)


# Dates to come


def test_dates_to_come_are_told_in_order_announced_or_not_and_none_that_is_over_or_called_off() -> None:
    occasions = (
        occasion(key="later", starts=day("2026-12-02")),
        occasion(key="today", starts=TODAY),
        occasion(key="soon", starts=instant("2026-12-01T23:00"), announced=instant("2026-11-30T09:00")),
        occasion(key="over", starts=day("2026-11-22")),
        occasion(key="called-off", starts=day("2026-12-01"), status="canceled"),
        occasion(key="next-year", starts=day("2027-05-25")),
    )
    assert [each.key for each in looked_at(room(occasions=occasions)).occasions] == ["today", "soon", "later"]


# Coverage


def counted(of: Newsroom, key: str) -> Count:
    known = looked_at(of).coverage
    return next(tally.count for tally in (*known.audiences, *known.executives) if tally.key == key)


def test_an_audience_has_its_posts_and_the_places_of_its_objectives() -> None:
    posts = (
        written(1, "2026-11-01", audiences=("media",)),
        written(2, "2026-12-01", audiences=("media",), objective=None),
    )
    of = room(*posts, objectives=(objective(audiences=("media", "employees"), until=day("2026-12-31")),))
    assert counted(of, "media") == Count(published=1, planned=1, missing=2, overdue=2)
    assert counted(of, "employees") == Count(published=0, planned=0, missing=2, overdue=2)
    assert counted(of, "customers") == Count(0, 0, 0, 0)


def test_every_audience_is_told_of_even_one_to_which_nobody_spoke() -> None:
    assert tuple(tally.key for tally in looked_at(room()).coverage.audiences) == AUDIENCES


def test_an_executive_is_asked_for_what_the_objective_lacks_for_which_they_spoke_last() -> None:
    posts = (written(1, "2026-02-01"), written(2, "2026-05-01", author="huda"), written(3, "2027-01-01"))
    of = room(*posts, objectives=(objective(until=day("2026-12-31")),))
    assert counted(of, "huda") == Count(published=0, planned=0, missing=2, overdue=1)
    assert counted(of, "salim") == Count(published=0, planned=1, missing=0, overdue=0)


def test_what_nobody_has_spoken_for_is_nobodys() -> None:
    assert counted(room(), NOBODY).missing == 4
    keys = [tally.key for tally in looked_at(room(objectives=())).coverage.executives]
    assert keys == ["huda", "salim"]


def test_coverage_is_of_a_year_with_the_day_in_its_middle() -> None:
    ends = ("2026-05-24", "2026-05-25", "2027-05-24", "2027-05-25")
    of = room(*(written(number, date) for number, date in enumerate(ends)))
    assert (counted(of, "salim").published, counted(of, "salim").planned) == (1, 1)


def test_an_objective_for_nobody_counts_for_no_audience() -> None:
    known = looked_at(room(objectives=(objective(audiences=()),)))
    assert {tally.count.missing for tally in known.coverage.audiences} == {0}


# Odd plans


def test_only_what_is_overdue_is_left_of_a_timetable() -> None:
    known = only_overdue(looked_at(room(written(1, "2026-11-01"), **listed())))
    assert all(place.is_overdue for track in known.tracks for place in track.places)
    assert (known.overdue, known.late_to_begin) == (2 + 4, 0)


def test_nothing_is_left_where_nothing_is_overdue() -> None:
    known = only_overdue(looked_at(room(objectives=(objective(since=day("2026-12-01")),))))
    assert (known.tracks, known.deadlines, known.occasions, known.coverage.audiences) == ((), (), (), ())


@given(INSTANTS, st.sampled_from(POST_TYPES), PERIODS)
def test_a_timetable_can_be_had_at_any_instant(at: datetime.datetime, kind: Any, every: Period) -> None:
    of = room(written(1, "2026-11-01", type=kind), objectives=(objective(every=every),), **listed())
    known = looked_at(of, at)
    for language in LANGUAGES:
        PlanHand.of(Hand.of(of, language)).view(known)
    today = known.calendar.today
    assert sum(today in slot.span for slot in known.tracks[0].slots) == (today >= day("2024-01-01"))
