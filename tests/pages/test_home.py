"""A home leads with what matters now, and each kind of organisation with what it owes its readers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.model.language import Language
from newsroom.pages.home_views import HomeView
from newsroom.pages.plan import plan
from tests.conftest import NOW
from tests.samples import (
    Tree,
    both,
    configuration,
    executive,
    occasion,
    write_calendar,
    write_newsroom,
    write_post,
    write_text,
)

FIGURE: Tree = {
    "kind": "figure",
    "label": both("وظائف", "Jobs"),
    "value": 140,
    "unit": both("وظيفة", "jobs"),
    "source": both("سجل الموظفين", "Staff register"),
    "date": "2026-01-15",
}


def home(root: Path, language: Language = "en") -> HomeView:
    view = next(page.view for page in plan(sound_newsroom(root), NOW).pages if page.address == f"{language}/")
    assert isinstance(view, HomeView)
    return view


def of_kind(kind: str, root: Path) -> Path:
    organization = configuration()["organization"] | {"kind": kind}
    return write_newsroom(root, posts=0, organization=organization)


def publish(root: Path, number: int, **changes: Any) -> Path:
    """The post of a day, so that higher numbers are newer."""
    return write_post(root, number, ar={"date": f"2026-01-{number:02}T09:00"} | changes)


def fill(root: Path) -> Path:
    """Something for each section of a home: results, a figure that the public gains from, community, and a lead."""
    publish(root, 1, type="results", audiences=["shareholders"], topics=["results"], evidence=[FIGURE])
    publish(root, 2, audiences=["community"], evidence=[FIGURE])
    publish(root, 3)
    publish(root, 4)
    return root


@pytest.mark.parametrize(
    ("kind", "sections", "first_door"),
    [
        ("joint-stock", ("results", "latest", "voices"), "en/audiences/shareholders/"),
        ("government", ("impact", "latest", "community", "voices", "results"), "en/audiences/community/"),
        ("family", ("voices", "community", "latest", "impact", "results"), "en/audiences/community/"),
    ],
)
def test_the_kind_of_organisation_decides_what_comes_first(
    kind: str, sections: tuple[str, ...], first_door: str, tmp_path: Path
) -> None:
    view = home(fill(of_kind(kind, tmp_path)))
    assert view.sections == sections
    assert view.audiences[0].address == first_door
    assert len(view.audiences) == 6


@pytest.mark.parametrize("kind", ["joint-stock", "government", "family"])
def test_a_section_without_anything_in_it_is_not_there(kind: str, tmp_path: Path) -> None:
    view = home(of_kind(kind, tmp_path))
    assert view.sections == ("voices",)
    assert view.lead is None


def test_the_newest_post_leads_and_the_next_six_follow_it(root: Path) -> None:
    for number in range(2, 11):
        publish(root, number + 15)
    view = home(root)
    assert view.lead
    assert view.lead.title == "Title of post 25"
    assert [item.title for item in view.latest] == [f"Title of post {number}" for number in range(24, 18, -1)]


def test_what_stands_under_community_is_not_told_again_under_the_latest_below_it(tmp_path: Path) -> None:
    view = home(fill(of_kind("family", tmp_path)))
    assert [item.title for item in view.community] == ["Title of post 2"]
    assert [item.title for item in view.latest] == ["Title of post 3", "Title of post 1"]


def test_figures_of_impact_come_from_what_was_told_the_public_and_not_from_results(tmp_path: Path) -> None:
    view = home(fill(of_kind("government", tmp_path)))
    assert [(fact.value, post.text) for fact, post in view.impact] == [("140\N{NO-BREAK SPACE}jobs", "Title of post 2")]


def test_a_figure_told_in_the_other_language_alone_is_not_shown(tmp_path: Path) -> None:
    root = of_kind("government", tmp_path)
    write_post(root, 1, languages=("ar",), ar={"audiences": ["community"], "evidence": [FIGURE]})
    assert home(root, "en").impact == ()
    assert len(home(root, "ar").impact) == 1


def test_figures_of_results_stand_beside_the_next_dates_but_not_those_called_off(root: Path) -> None:
    publish(root, 16, type="results", evidence=[FIGURE])
    titles = [both(f"موعد {number}", f"Date {number}") for number in range(6)]
    ahead = [occasion(number, starts=f"2027-0{number}-01", title=titles[number]) for number in range(1, 6)]
    write_calendar(root, occasion(0, starts="2026-12-01", status="canceled"), *ahead)
    view = home(root)
    assert [fact.value for fact in view.figures] == ["140\N{NO-BREAK SPACE}jobs"]
    assert [line.title for line in view.dates] == ["Date 1", "Date 2", "Date 3"]
    assert view.calendar
    assert view.calendar.address == "en/calendar/"


def test_whoever_spoke_in_person_last_is_heard_first_and_the_silent_last(root: Path) -> None:
    for key in ("aisha", "badr", "zahra"):
        write_text(root / "content/executives" / key / "index.ar.md", executive(name=both(key, key)), "سيرة.")
        write_text(root / "content/executives" / key / "index.en.md", {"summary": "A life."}, "A life.")
    publish(root, 16, type="speech", author="badr")
    publish(root, 17, type="release", author="badr")
    publish(root, 18, type="release", author="zahra")
    heard = [(voice.person.name, voice.latest.title if voice.latest else "") for voice in home(root).voices]
    assert heard == [
        ("badr", "Title of post 16"),
        ("zahra", "Title of post 18"),
        ("Salim", "Title of post 1"),
        ("aisha", ""),
    ]


def test_a_voice_that_all_readers_understand_is_preferred_to_one_that_half_of_them_do(root: Path) -> None:
    publish(root, 16, type="speech")
    write_post(root, 17, languages=("ar",), ar={"type": "speech", "date": "2026-01-17T09:00"})
    assert [voice.latest and voice.latest.title for voice in home(root).voices] == ["Title of post 16"]


def test_so_is_a_post_that_all_readers_understand(root: Path) -> None:
    write_post(root, 17, languages=("ar",), ar={"date": "2026-01-17T09:00"})
    assert [voice.latest and voice.latest.title for voice in home(root).voices] == ["Title of post 1"]


def test_whoever_has_spoken_in_one_language_alone_is_heard_in_it(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path, posts=0)
    write_post(root, 17, languages=("ar",))
    assert [voice.latest and voice.latest.language for voice in home(root).voices] == ["ar"]
