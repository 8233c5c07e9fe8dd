"""What pages say to search engines, as JSON-LD."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.model.calendar import Occasion, OccasionStatus
from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.pages.plan import plan
from newsroom.pages.structured_data import LONGEST_HEADLINE, script
from tests.conftest import NOW
from tests.samples import both, configuration, picture, write_newsroom, write_picture, write_post

HOME = "https://newsroom.sample.example/"
POST = "en/posts/2026/post-1/"
MUSCAT = datetime.timezone(datetime.timedelta(hours=4))

Node = dict[str, Any]


def nodes_of(newsroom: Newsroom, address: str) -> dict[str, Node]:
    """The nodes of a page, by the first type of each."""
    (page,) = (each for each in plan(newsroom, NOW).pages if each.address == address)
    parsed = [json.loads(node) for node in page.metadata.nodes]
    return {node["@type"] if isinstance(node["@type"], str) else node["@type"][0]: node for node in parsed}


def nodes(root: Path, address: str) -> dict[str, Node]:
    return nodes_of(sound_newsroom(root), address)


def report(link: str, date: str) -> dict[str, Any]:
    words = {"label": both("تقرير", "Report"), "source": both("المثال", "Sample")}
    return {"kind": "report", "date": date, "link": link} | words


def occasion(**changes: Any) -> Occasion:
    sample = Occasion(
        key="meeting",
        kind="meeting",
        status="confirmed",
        title=Localized("الاجتماع", "The meeting"),
        description=Localized("", ""),
        starts=datetime.datetime(2027, 3, 1, 10, tzinfo=MUSCAT),
        ends=None,
        place=Localized("مسقط", "Muscat"),
        link="",
        announced=datetime.datetime(2026, 1, 1, tzinfo=MUSCAT),
        updated=datetime.datetime(2026, 1, 1, tzinfo=MUSCAT),
        audiences=("shareholders",),
        post=None,
    )
    return replace(sample, **changes)


def event(root: Path, **changes: Any) -> Node:
    newsroom = replace(sound_newsroom(root), occasions=(occasion(**changes),))
    return nodes_of(newsroom, "en/calendar/")["Event"]


@pytest.mark.parametrize("text", ["</script><script>", "<!--", "&lt;", '"', "]]>", "نص", "\u2028", "🌊"])
def test_no_text_can_leave_its_script(text: str) -> None:
    written = script({"name": text})
    assert "<" not in written
    assert json.loads(written)["name"] == text


def test_a_post_is_an_article_with_its_dates_and_author(root: Path) -> None:
    article = nodes(root, POST)["NewsArticle"]
    assert (article["headline"], article["description"]) == ("Title of post 1", "Summary of post 1.")
    assert article["datePublished"] == article["dateModified"] == "2026-01-15T09:00:00+04:00"
    assert article["mainEntityOfPage"]["@id"] == article["url"] == HOME + POST
    assert article["inLanguage"] == "en-GB"
    (author,) = article["author"]
    assert (author["@type"], author["name"], author["url"]) == ("Person", "Salim", f"{HOME}en/executives/salim/")


def test_the_publisher_of_an_article_is_the_organisation_of_the_home(root: Path) -> None:
    publisher = nodes(root, POST)["NewsArticle"]["publisher"]
    organization = nodes(root, "en/")["Organization"]
    assert publisher["@id"] == organization["@id"]
    assert publisher["logo"] == organization["logo"] == {"@type": "ImageObject", "url": f"{HOME}media/logo.svg"}


def test_a_long_headline_is_cut_between_words(root: Path) -> None:
    write_post(root, 1, en={"title": "title " * 30})
    headline = nodes(root, POST)["NewsArticle"]["headline"]
    assert len(headline) <= LONGEST_HEADLINE
    assert headline.endswith("title…")


def test_a_posts_picture_stands_in_it_in_three_shapes_with_their_sizes(root: Path) -> None:
    write_picture(write_post(root, 1, ar={"hero": picture()}) / "hero.png", (1200, 630))
    images = nodes(root, POST)["NewsArticle"]["image"]
    assert images[0]["url"] == f"{HOME}renditions/posts/2026/post-1/hero-1200x630.jpg"
    assert [(image["width"], image["height"]) for image in images] == [(1200, 630), (840, 630), (630, 630)]
    assert {image["creditText"] for image in images} == {"Sample"}


def test_the_corrections_of_a_post_are_comments_on_it(root: Path) -> None:
    write_post(root, 1, ar={"corrections": [{"date": "2026-02-01T10:00", "text": both("خطأ.", "Wrong.")}]})
    article = nodes(root, POST)["NewsArticle"]
    (correction,) = article["correction"]
    assert (correction["@type"], correction["text"]) == ("CorrectionComment", "Wrong.")
    assert correction["datePublished"] == article["dateModified"] == "2026-02-01T10:00:00+04:00"


def test_an_article_names_its_translation(root: Path) -> None:
    there = nodes(root, POST)["NewsArticle"]["workTranslation"]
    assert (there["@id"], there["inLanguage"]) == (f"{HOME}ar/posts/2026/post-1/", "ar-OM")


def test_an_article_in_one_language_names_none(root: Path) -> None:
    write_post(root, 2, languages=("ar",))
    assert "workTranslation" not in nodes(root, "ar/posts/2026/post-2/")["NewsArticle"]


def test_the_reports_that_a_post_rests_on_are_named_once(root: Path) -> None:
    link = "https://www.sample.example/report.pdf"
    evidence = [report(link, "2026-01-01"), report(link, "2026-01-02")]
    write_post(root, 1, ar={"evidence": evidence})
    assert nodes(root, POST)["NewsArticle"]["isBasedOn"] == [link]


def test_a_withdrawn_post_says_nothing_that_it_said(root: Path) -> None:
    withdrawal = {"date": "2026-02-01T10:00", "reason": both("سبب.", "A reason.")}
    write_post(root, 1, ar={"pubstatus": "canceled", "withdrawal": withdrawal})
    said = nodes(root, POST)
    assert set(said) == {"WebPage", "BreadcrumbList"}
    assert "Title of post" not in json.dumps(said)
    assert said["WebPage"]["dateModified"] == "2026-02-01T10:00:00+04:00"


def test_breadcrumbs_lead_from_the_home_to_the_page(root: Path) -> None:
    steps = nodes(root, POST)["BreadcrumbList"]["itemListElement"]
    assert [(step["position"], step["name"]) for step in steps] == [
        (1, "Home"),
        (2, "Press releases"),
        (3, "Title of post 1"),
    ]
    assert [step["item"] for step in steps] == [f"{HOME}en/", f"{HOME}en/types/release/", HOME + POST]


def test_every_page_below_a_home_has_breadcrumbs_and_no_home_has(root: Path) -> None:
    newsroom = sound_newsroom(root)
    without = [
        page.address
        for page in plan(newsroom, NOW).pages
        if "BreadcrumbList" not in (json.loads(node)["@type"] for node in page.metadata.nodes)
    ]
    assert without == ["", "404.html", "ar/", "ar/404.html", "en/", "en/404.html"]


def test_the_home_says_who_speaks_and_whom_to_call(root: Path) -> None:
    said = nodes(root, "en/")
    organization, website = said["Organization"], said["WebSite"]
    assert (organization["name"], organization["url"]) == ("Sample Company", "https://www.sample.example/")
    assert organization["contactPoint"][0]["email"] == "media@sample.example"
    assert (website["name"], website["url"]) == ("Sample Company newsroom", f"{HOME}en/")
    assert website["publisher"] == {"@id": organization["@id"]}


def test_a_listed_company_names_its_symbol_and_accounts(tmp_path: Path) -> None:
    account = {"network": "x", "handle": "sample", "link": "https://x.example/sample", "since": "2024-01-01"}
    listing = {"exchange": both("بورصة", "Exchange"), "symbol": "SMPL"}
    own = configuration()["organization"] | {"accounts": [account], "listing": listing}
    said = nodes(write_newsroom(tmp_path / "newsroom", organization=own), "ar/")["Organization"]
    assert said["@type"] == ["Organization", "Corporation"]
    assert said["tickerSymbol"] == "Exchange SMPL"
    assert said["sameAs"] == ["https://x.example/sample"]


def test_an_executives_page_is_about_the_person(root: Path) -> None:
    profile = nodes(root, "ar/executives/salim/")["ProfilePage"]
    person = profile["mainEntity"]
    assert (person["name"], person["alternateName"]) == ("سالم", "Salim")
    assert person["jobTitle"] == ["الرئيس التنفيذي"]
    assert person["worksFor"]["name"] == "الشركة المثال"


def test_the_author_of_an_article_is_the_person_of_the_profile(root: Path) -> None:
    (author,) = nodes(root, POST)["NewsArticle"]["author"]
    assert author["@id"] == nodes(root, "en/executives/salim/")["ProfilePage"]["mainEntity"]["@id"]


@pytest.mark.parametrize(
    ("starts", "ends", "written"),
    [
        pytest.param(
            datetime.datetime(2027, 3, 1, 6, tzinfo=datetime.UTC),
            datetime.datetime(2027, 3, 1, 8, tzinfo=datetime.UTC),
            ("2027-03-01T10:00:00+04:00", "2027-03-01T12:00:00+04:00"),
            id="instants in the newsroom's zone",
        ),
        pytest.param(
            datetime.date(2027, 3, 1), datetime.date(2027, 3, 3), ("2027-03-01", "2027-03-03"), id="days as days"
        ),
        pytest.param(datetime.date(2027, 3, 1), None, ("2027-03-01", None), id="a day without an end"),
    ],
)
def test_an_occasion_is_an_event_with_its_times(root: Path, starts: Any, ends: Any, written: Any) -> None:
    said = event(root, starts=starts, ends=ends)
    assert (said["startDate"], said.get("endDate")) == written


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("confirmed", "https://schema.org/EventScheduled"),
        ("canceled", "https://schema.org/EventCancelled"),
        ("tentative", None),
    ],
)
def test_an_event_says_whether_it_stands(root: Path, status: OccasionStatus, said: str | None) -> None:
    assert event(root, status=status).get("eventStatus") == said


def test_an_event_is_at_its_place_or_at_its_link(root: Path) -> None:
    nowhere = Localized("", "")
    assert event(root)["location"]["name"] == "Muscat"
    assert event(root, place=nowhere, link="https://meet.example/")["location"]["url"] == "https://meet.example/"
    assert "location" not in event(root, place=nowhere)
