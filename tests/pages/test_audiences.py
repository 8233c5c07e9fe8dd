"""The pages of shareholders and of the media: what these come for stands above the posts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.model.language import LANGUAGES, Language
from newsroom.pages.audience_views import MediaView, ReportLine, ShareholdersView
from newsroom.pages.page import View
from newsroom.pages.plan import plan
from newsroom.pages.views import ListView
from tests.conftest import NOW
from tests.samples import Tree, both, contact, occasion, write_calendar, write_newsroom, write_post


def front(root: Path, audience: str, language: Language = "en") -> View:
    address = f"{language}/audiences/{audience}/"
    return next(page.view for page in plan(sound_newsroom(root), NOW).pages if page.address == address)


def shareholders(root: Path, language: Language = "en") -> ShareholdersView:
    view = front(root, "shareholders", language)
    assert isinstance(view, ShareholdersView)
    return view


def media(root: Path) -> MediaView:
    view = front(root, "media")
    assert isinstance(view, MediaView)
    return view


def report(name: str, link: str, **changes: Any) -> Tree:
    return {
        "kind": "report",
        "label": both(f"تقرير {name}", f"Report {name}"),
        "source": both("الشركة", "The company"),
        "date": "2026-01-15",
        "link": link,
    } | changes


def publish(root: Path, number: int, **changes: Any) -> Path:
    return write_post(root, number, ar={"date": f"2026-01-{number:02}T09:00", "audiences": ["shareholders"]} | changes)


def lines(root: Path, language: Language = "en") -> list[tuple[str, str, str]]:
    return [(line.name, line.form, line.post.text) for line in shareholders(root, language).reports]


def test_shareholders_meet_the_newest_results_for_them_with_their_figures(root: Path) -> None:
    figure = report("a", "https://a.example/", kind="figure", value=48.5, unit=both("مليون", "million"))
    publish(root, 2, type="results", topics=["results"], evidence=[figure])
    publish(root, 3, type="results", topics=["results"], audiences=["media"])
    publish(root, 4)
    view = shareholders(root)
    assert view.results
    assert view.results.title == "Title of post 2"
    assert [fact.value for fact in view.figures] == ["48.5\N{NO-BREAK SPACE}million"]


@pytest.mark.parametrize(
    ("link", "form"),
    [
        ("https://a.example/2026.pdf", "PDF"),
        ("https://a.example/2026.XLSX?v=2", "XLSX"),
        ("https://a.example/2026/", ""),
        ("https://a.example/2026.html", ""),
    ],
)
def test_a_report_says_what_kind_of_file_it_is(link: str, form: str, root: Path) -> None:
    publish(root, 2, evidence=[report("a", link)])
    assert lines(root) == [("Report a", form, "Title of post 2")]


def test_a_report_is_listed_once_under_the_newest_post_that_rests_on_it(root: Path) -> None:
    one, two = (report(name, f"https://a.example/{name}.pdf") for name in "ab")
    publish(root, 2, evidence=[one])
    publish(root, 3, evidence=[two, one])
    assert lines(root) == [("Report b", "PDF", "Title of post 3"), ("Report a", "PDF", "Title of post 3")]


def test_figures_lead_to_the_report_that_they_were_taken_from(root: Path) -> None:
    figure = report("a", "https://a.example/q1.pdf", kind="figure", value=1, unit=both("مليون", "million"))
    publish(root, 2, evidence=[figure])
    assert lines(root) == [("The company", "PDF", "Title of post 2")]


def test_a_report_of_a_post_in_one_language_keeps_its_name_on_the_page_of_the_other(root: Path) -> None:
    write_post(
        root, 2, languages=("ar",), ar={"audiences": ["shareholders"], "evidence": [report("أ", "https://a.example/")]}
    )
    (line,) = shareholders(root, "en").reports
    assert isinstance(line, ReportLine)
    assert (line.name, line.language, line.post.language) == ("تقرير أ", "ar", "ar")


def test_shareholders_are_told_of_a_date_that_was_called_off(root: Path) -> None:
    title = both("زيارة", "Visit")
    write_calendar(root, occasion(starts="2026-12-01", status="canceled", title=title))
    view = shareholders(root)
    assert [(line.title, line.canceled) for line in view.dates] == [("Visit", True)]
    assert view.calendar_file == "en/calendar.ics"


def test_a_newsroom_that_has_nothing_for_shareholders_shows_them_an_empty_list(root: Path) -> None:
    view = shareholders(root)
    assert (view.results, view.dates, view.calendar, view.reports) == (None, (), None, ())
    assert (view.contact, view.contact_file, view.posts.items) == (None, "", ())


def test_whoever_answers_shareholders_is_named_once(tmp_path: Path) -> None:
    investors = contact(key="investors", name=both("طارق", "Tariq"), audiences=["shareholders"])
    view = shareholders(write_newsroom(tmp_path, contacts=[contact(), investors]))
    assert view.contact
    assert (view.contact.name, view.contact_file, view.posts.contact) == ("Tariq", "en/contacts/investors.vcf", None)


def test_journalists_meet_those_who_take_their_calls_and_nobody_else(tmp_path: Path) -> None:
    others = [
        contact(key="investors", name=both("طارق", "Tariq"), audiences=["shareholders"]),
        contact(key="night", name=both("ليلى", "Layla"), audiences=["media", "community"]),
    ]
    view = media(write_newsroom(tmp_path, contacts=[contact(), *others]))
    assert [(each.name, file) for each, file in view.contacts] == [
        ("Huda", "en/contacts/media-desk.vcf"),
        ("Layla", "en/contacts/night.vcf"),
    ]


def test_journalists_are_never_left_without_anyone_to_call(tmp_path: Path) -> None:
    view = media(write_newsroom(tmp_path, contacts=[contact(audiences=["shareholders"])]))
    assert [each.name for each, _ in view.contacts] == ["Huda"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", ["shareholders", "media"])
def test_older_pages_are_plain_lists_that_do_not_repeat_the_front(
    audience: str, language: Language, tmp_path: Path
) -> None:
    root = write_newsroom(tmp_path, posts=0, posts_per_page=2)
    for number in range(1, 7):
        publish(root, number, audiences=[audience])
    pages = {page.address: page.view for page in plan(sound_newsroom(root), NOW).pages}
    older = pages[f"{language}/audiences/{audience}/page/1/"]
    assert isinstance(older, ListView)
    assert (older.count, older.contact, len(older.items)) == ("", None, 2)


@pytest.mark.parametrize("audience", ["shareholders", "media", "community"])
def test_a_new_post_leaves_the_keys_of_older_pages(audience: str, tmp_path: Path) -> None:
    root = write_newsroom(tmp_path, posts=0, posts_per_page=2)
    for number in range(1, 7):
        publish(root, number, audiences=[audience])
    before = older_keys(root, audience)
    publish(root, 7, audiences=[audience])
    assert older_keys(root, audience) == before
    assert len(before) == 4


def older_keys(root: Path, audience: str) -> dict[str, str]:
    blueprints = plan(sound_newsroom(root), NOW).blueprints
    return {each.address: each.key for each in blueprints if f"/audiences/{audience}/page/" in each.address}
