"""The page of the plan: in previews that know what day it is, and nowhere else."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.commands.edition import Edition
from newsroom.model.language import LANGUAGES, Language
from newsroom.pages.page import Page, digest
from newsroom.pages.plan_views import PlanView
from tests.conftest import NOW
from tests.samples import both, configuration, write_post, write_yaml

ADDRESSES = {f"{language}/plan/" for language in LANGUAGES}
PREVIEW = Edition(None, planned_at=NOW)


def pages(root: Path, edition: Edition) -> dict[str, Page]:
    return {page.address: page for page in edition.plan(sound_newsroom(root)).pages}


def view(root: Path, language: Language = "en", edition: Edition = PREVIEW) -> PlanView:
    found = pages(root, edition)[f"{language}/plan/"].view
    assert isinstance(found, PlanView)
    return found


def test_a_preview_has_the_page_in_both_languages_and_every_page_leads_there(root: Path) -> None:
    known = pages(root, PREVIEW)
    assert known.keys() >= ADDRESSES
    for page in known.values():
        assert page.frame.plan
        assert page.frame.plan.address == f"{page.language}/plan/"


@pytest.mark.parametrize(
    "edition",
    [
        pytest.param(Edition(NOW), id="now"),
        pytest.param(Edition(NOW, is_supposed=True), id="at an instant"),
        pytest.param(Edition(NOW, planned_at=NOW), id="now, though somebody asked"),
        pytest.param(Edition(None), id="a preview that does not know the day"),
    ],
)
def test_no_other_edition_has_it_or_leads_there(edition: Edition, root: Path) -> None:
    known = pages(root, edition)
    assert ADDRESSES.isdisjoint(known)
    assert {page.frame.plan for page in known.values()} == {None}
    on_request = edition.on_request(sound_newsroom(root))
    assert [address for address in ADDRESSES if on_request.page(address)] == []


def test_it_shows_posts_that_are_not_released_and_leads_to_them(root: Path) -> None:
    write_post(root, 2, ar={"objective": "informed-shareholders", "date": "2026-12-01T09:00", "pubstatus": "withheld"})
    (objective,) = view(root).objectives
    (place,) = (place for place in objective.places if place.period == "Q4 2026")
    assert (place.status, place.note, place.missing_evidence) == (
        "drafted", "planned for 1 December 2026", "evidence missing: figure"
    )  # fmt: skip
    assert place.post
    assert (place.post.text, place.post.address) == ("Title of post 2", "en/posts/2026/post-2/")


def test_it_tells_of_a_post_that_awaits_consent(root: Path) -> None:
    approvals = {
        "since": "2026-01-01T00:00",
        "required": {"release": ["legal"]},
        "approvers": [{"principal": "a@sample.example", "name": both("هدى", "Huda"), "roles": ["legal"]}],
    }
    write_yaml(
        root / "policy.yml", {"paragraphs": {"1": both("لكل منشور موافقة.", "Consent.")}, "approvals": approvals}
    )
    write_post(root, 2, ar={"objective": "informed-shareholders", "date": "2026-11-01T09:00"})
    (objective,) = view(root).objectives
    assert "awaiting approval" in [place.status for place in objective.places]


def test_a_withdrawn_post_is_not_told_of(root: Path) -> None:
    keys = {"objective": "informed-shareholders", "date": "2026-11-01T09:00", "pubstatus": "canceled"}
    write_post(root, 2, ar=keys | {"withdrawal": {"date": "2026-11-02T09:00", "reason": both("خطأ", "Wrong")}})
    (objective,) = view(root).objectives
    assert {place.post for place in objective.places} == {None}


def test_it_stays_the_same_all_day_and_not_the_day_after(root: Path) -> None:
    hours = (NOW, NOW + datetime.timedelta(hours=8), NOW + datetime.timedelta(days=1))
    digests = [digest(pages(root, Edition(None, planned_at=hour))["en/plan/"]) for hour in hours]
    assert digests[0] == digests[1] != digests[2]


def test_deadlines_and_dates_are_told_in_the_pages_language(root: Path) -> None:
    listing = {"exchange": both("بورصة مسقط", "Muscat Stock Exchange"), "symbol": "SMPL", "market": "msx"}
    organization = configuration()["organization"] | {"listing": listing | {"disclosures_since": "2027-01-01"}}
    write_yaml(root / "newsroom.yml", configuration(organization=organization))
    first = (view(root, language).deadlines[0] for language in LANGUAGES)
    assert [(line.last.text, line.results) for line in first] == [
        ("١٥ يناير ٢٠٢٧", "الأولية حتى ٣١ ديسمبر ٢٠٢٦"),
        ("15 January 2027", "initial, to 31 December 2026"),
    ]


def test_a_plan_without_objectives_says_so(root: Path) -> None:
    write_yaml(root / "plan.yml", {"objectives": []})
    known = view(root)
    assert (known.objectives, known.nothing) == ((), "There are no objectives in the plan yet.")
