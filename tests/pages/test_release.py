"""What may be seen when, to the minute."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.model.newsroom import Newsroom
from newsroom.model.text import NO_WORDS
from newsroom.pages.release import at_instant, in_preview, next_change
from tests.samples import both, executive, occasion, write_calendar, write_post, write_text

RELEASE = datetime.datetime.fromisoformat("2026-01-15T09:00+04:00")
MINUTE = datetime.timedelta(minutes=1)


def slugs(root: Path, now: datetime.datetime) -> list[str]:
    return [post.slug for post in at_instant(sound_newsroom(root), now).posts]


def test_a_post_is_out_at_its_minute_and_not_before(root: Path) -> None:
    assert slugs(root, RELEASE - MINUTE) == []
    assert slugs(root, RELEASE) == ["post-1"]


def test_an_embargo_later_than_the_date_holds_the_post(root: Path) -> None:
    write_post(root, 1, ar={"embargoed": "2026-01-15T10:00"})
    assert slugs(root, RELEASE) == []
    assert slugs(root, RELEASE + 60 * MINUTE) == ["post-1"]


def test_an_embargo_earlier_than_the_date_releases_nothing(root: Path) -> None:
    write_post(root, 1, ar={"embargoed": "2026-01-15T08:00"})
    assert slugs(root, RELEASE - MINUTE) == []


def test_a_withheld_post_is_never_out(root: Path) -> None:
    write_post(root, 1, ar={"pubstatus": "withheld"})
    assert slugs(root, RELEASE + 10**6 * MINUTE) == []


def test_an_instant_in_another_zone_is_the_same_instant(root: Path) -> None:
    assert slugs(root, datetime.datetime.fromisoformat("2026-01-15T05:00Z")) == ["post-1"]
    assert slugs(root, datetime.datetime.fromisoformat("2026-01-15T04:59Z")) == []


@pytest.mark.parametrize("before", [True, False])
def test_a_post_withdrawn_before_its_release_leaves_no_notice(before: bool, root: Path) -> None:
    date = "2026-01-15T08:00" if before else "2026-01-15T10:00"
    write_post(root, 1, ar={"pubstatus": "canceled", "withdrawal": {"date": date, "reason": both("سبب", "reason")}})
    assert slugs(root, RELEASE) == ([] if before else ["post-1"])


def test_a_withdrawn_post_keeps_nothing_of_what_it_said(root: Path) -> None:
    withdrawal = {"date": "2026-01-16T09:00", "reason": both("سبب", "reason")}
    write_post(root, 1, ar={"pubstatus": "canceled", "withdrawal": withdrawal})
    (post,) = in_preview(sound_newsroom(root)).posts
    assert {(each.title, each.summary, each.body) for each in post.translations.values()} == {("", "", NO_WORDS)}


def test_a_correction_waits_for_its_date(root: Path) -> None:
    write_post(root, 1, ar={"corrections": [{"date": "2026-02-01T09:00", "text": both("تصويب", "mended")}]})
    newsroom = sound_newsroom(root)
    later = datetime.datetime.fromisoformat("2026-02-01T09:00+04:00")
    assert at_instant(newsroom, RELEASE).posts[0].corrections == ()
    assert len(at_instant(newsroom, later).posts[0].corrections) == 1


def test_a_post_that_holds_nothing_back_is_the_very_record_that_was_read(root: Path) -> None:
    changes = {"corrections": [{"date": "2026-02-01T09:00", "text": both("تصويب", "mended")}]}
    write_post(root, 1, ar=changes | {"updated": "2026-02-02T09:00"})
    (read,) = (newsroom := sound_newsroom(root)).posts
    days = (datetime.datetime.fromisoformat(f"2026-02-0{day}T09:00+04:00") for day in (1, 2))
    assert [at_instant(newsroom, now).posts[0] is read for now in days] == [False, True]


@pytest.fixture
def appointment(root: Path) -> Newsroom:
    """Salim leaves one role for another on 1 March, and opens an account on 1 April."""
    roles = [
        {"title": both("الرئيس", "Chair"), "since": "2026-03-01"},
        {"title": both("المدير", "Director"), "since": "2020-01-01", "until": "2026-02-28"},
    ]
    account = {"network": "x", "handle": "@salim", "link": "https://x.example/salim", "since": "2026-04-01"}
    profile = executive(roles=roles, accounts=[account])
    write_text(root / "content/executives/salim/index.ar.md", profile, "سيرة.")
    return sound_newsroom(root)


def titles(newsroom: Newsroom, day: str) -> list[tuple[str, bool]]:
    now = datetime.datetime.fromisoformat(f"{day}T12:00+04:00")
    roles = at_instant(newsroom, now).executives["salim"].roles
    return [(role.title.en, role.until is None) for role in roles]


def test_a_role_to_come_and_the_end_of_the_present_one_are_not_told(appointment: Newsroom) -> None:
    assert titles(appointment, "2026-02-28") == [("Director", True)]
    assert titles(appointment, "2026-03-01") == [("Chair", True), ("Director", False)]


def test_an_account_is_shown_from_its_day(appointment: Newsroom) -> None:
    before, after = (datetime.datetime.fromisoformat(f"2026-{day}T23:59+04:00") for day in ("03-31", "04-01"))
    assert at_instant(appointment, before).executives["salim"].accounts == ()
    assert len(at_instant(appointment, after).executives["salim"].accounts) == 1


def test_due_knows_roles_and_accounts_too(appointment: Newsroom) -> None:
    now, days = datetime.datetime.fromisoformat("2026-02-01T00:00+04:00"), []
    while (change := next_change(appointment, now)) is not None:
        days.append(change.isoformat())
        now = change
    assert days == ["2026-03-01T00:00:00+04:00", "2026-04-01T00:00:00+04:00"]


def test_an_executive_is_shown_from_the_profiles_date(root: Path) -> None:
    write_text(root / "content/executives/huda/index.ar.md", executive(date="2026-06-01T08:00"), "سيرة.")
    newsroom = sound_newsroom(root)
    assert "huda" not in at_instant(newsroom, RELEASE).executives
    assert "huda" in at_instant(newsroom, datetime.datetime.fromisoformat("2026-06-01T08:00+04:00")).executives


def test_an_executive_is_shown_with_the_first_post_that_is_out(root: Path) -> None:
    write_text(root / "content/executives/huda/index.ar.md", executive(date="2030-06-01T08:00"), "سيرة.")
    write_post(root, 2, ar={"author": "huda"})
    newsroom = sound_newsroom(root)
    assert "huda" not in at_instant(newsroom, RELEASE - MINUTE).executives
    assert "huda" in at_instant(newsroom, RELEASE).executives


def test_due_says_nothing_of_an_executive_who_is_not_shown_yet(root: Path) -> None:
    roles = [{"title": both("الرئيس", "Chair"), "since": "2026-03-01"}]
    write_text(root / "content/executives/huda/index.ar.md", executive(date="2026-06-01T08:00", roles=roles), "سيرة.")
    change = next_change(sound_newsroom(root), RELEASE)
    assert change == datetime.datetime.fromisoformat("2026-06-01T08:00+04:00")


ANNOUNCED = datetime.datetime.fromisoformat("2026-01-10T09:00+04:00")


def test_an_occasion_is_shown_from_its_announcement(root: Path) -> None:
    write_calendar(root, occasion(announced="2026-01-10T09:00"))
    newsroom = sound_newsroom(root)
    assert at_instant(newsroom, ANNOUNCED - MINUTE).occasions == ()
    assert [each.key for each in at_instant(newsroom, ANNOUNCED).occasions] == ["occasion-1"]
    assert in_preview(newsroom).occasions == newsroom.occasions


def test_an_occasion_names_its_post_from_the_release_of_the_post(root: Path) -> None:
    write_calendar(root, occasion(announced="2026-01-10T09:00", post="sample000001"))
    newsroom = sound_newsroom(root)
    shown = [at_instant(newsroom, now).occasions[0].post for now in (RELEASE - MINUTE, RELEASE)]
    assert shown == [None, "sample000001"]
    assert next_change(newsroom, ANNOUNCED) == RELEASE


def test_an_occasion_about_a_withheld_post_never_names_it(root: Path) -> None:
    write_post(root, 1, ar={"pubstatus": "withheld"})
    write_calendar(root, occasion(announced="2026-01-10T09:00", post="sample000001"))
    assert at_instant(sound_newsroom(root), RELEASE + 10**6 * MINUTE).occasions[0].post is None


def test_a_change_of_an_occasion_that_is_still_to_come_is_not_told(root: Path) -> None:
    write_calendar(root, occasion(announced="2026-01-10T09:00", updated="2026-02-01T09:00"))
    newsroom = sound_newsroom(root)
    later = datetime.datetime.fromisoformat("2026-02-01T09:00+04:00")
    updated = [at_instant(newsroom, now).occasions[0].updated for now in (later - MINUTE, later)]
    assert updated == [ANNOUNCED, later]


def test_due_knows_announcements_changes_and_ends_of_occasions(root: Path) -> None:
    write_calendar(
        root,
        occasion(1, announced="2026-03-01T09:00", updated="2026-04-01T09:00"),
        occasion(2, announced="2026-05-01T09:00", updated="2026-02-01T09:00"),
    )
    newsroom, now, days = sound_newsroom(root), RELEASE, []
    while (change := next_change(newsroom, now)) is not None:
        days.append(f"{change:%m-%d}")
        now = change
    assert days == ["03-01", "04-01", "04-29", "05-01"]


@pytest.mark.parametrize(
    ("changes", "over"),
    [
        pytest.param({}, "2026-04-29T00:00", id="an instant"),
        pytest.param({"ends": "2026-04-30T12:00"}, "2026-05-01T00:00", id="until an instant"),
        pytest.param({"starts": "2026-04-28", "ends": "2026-04-30"}, "2026-05-01T00:00", id="days"),
    ],
)
def test_an_occasion_is_over_when_its_last_day_is(root: Path, changes: dict[str, str], over: str) -> None:
    write_calendar(root, occasion(**changes))
    newsroom, midnight = sound_newsroom(root), datetime.datetime.fromisoformat(f"{over}+04:00")
    assert [at_instant(newsroom, now).occasions[0].over for now in (midnight - MINUTE, midnight)] == [False, True]
    assert next_change(newsroom, midnight - MINUTE) == midnight
