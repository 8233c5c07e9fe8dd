"""The media library: every released picture once under its year, with its terms and the way to where it belongs."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.languages import words
from newsroom.model.language import Language
from newsroom.pages.media_library import NEWEST
from newsroom.pages.media_views import Exhibit, MediaLibraryView
from newsroom.pages.plan import plan
from tests.conftest import NOW
from tests.samples import both, picture, write_newsroom, write_picture, write_post


def views(root: Path, language: Language = "en") -> dict[str, MediaLibraryView]:
    """What the pages of the library show, by their addresses below its front."""
    front, pages = f"{language}/media-library/", plan(sound_newsroom(root), NOW).pages
    here = [page for page in pages if page.address.startswith(front)]
    return {page.address.removeprefix(front): page.view for page in here if isinstance(page.view, MediaLibraryView)}


def exhibits(view: MediaLibraryView) -> list[Exhibit]:
    return [each for wall in view.walls for each in wall.exhibits]


def write_pictured_post(root: Path, number: int = 1, *, year: int = 2026) -> Path:
    hero = picture(caption=both(f"رافعة {number}", f"Crane {number}"))
    folder = write_post(root, number, year=year, ar={"hero": hero, "date": f"{year}-01-15T09:00"})
    write_picture(folder / "hero.png")
    return folder


def test_a_newsroom_without_pictures_shows_its_logo(root: Path) -> None:
    found = views(root)
    assert set(found) == {""}
    (logo,) = exhibits(found[""])
    assert (logo.title, logo.image.address, logo.image.alt) == ("Logo", "media/logo.svg", "Sample Company")


def test_each_logo_stands_on_the_ground_that_it_is_drawn_for(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path / "other", brand={"logo_on_dark": "media/dark.svg"})
    media = root / "content" / "media"
    (media / "dark.svg").write_bytes((media / "logo.svg").read_bytes())
    grounds = {each.image.address: each.ground for each in exhibits(views(root)[""])}
    assert grounds == {"media/logo.svg": "light", "media/dark.svg": "dark"}


def test_a_picture_of_a_post_stands_with_its_words_and_leads_to_the_post(root: Path) -> None:
    write_pictured_post(root)
    for view in views(root).values():
        shown = exhibits(view)[-1]
        assert (shown.title, shown.image.credit, shown.image.licence) == ("Crane 1", "Sample", "for the press")
        assert shown.subject
        assert shown.subject.address == "en/posts/2026/post-1/"


def test_a_picture_in_a_text_says_that_its_terms_are_those_of_the_post(root: Path) -> None:
    folder = write_post(root, 1, body_ar="![مخطط](chart.png)")
    write_picture(folder / "chart.png")
    shown = exhibits(views(root)["2026/"])[-1]
    assert shown.image.address == "posts/2026/post-1/chart.png"
    assert shown.note == words("en").picture_in_text


def test_a_picture_above_a_text_and_in_it_is_shown_once(root: Path) -> None:
    folder = write_post(root, 1, ar={"hero": picture()}, body_ar="![مخطط](hero.png)")
    write_picture(folder / "hero.png")
    assert len(exhibits(views(root)["2026/"])) == 1


def test_a_post_in_the_other_language_keeps_its_words_and_says_so(root: Path) -> None:
    folder = write_post(root, 1, ar={"hero": picture(caption=both("رافعة", "A crane"))}, languages=("ar",))
    (folder / "index.en.md").unlink()
    write_picture(folder / "hero.png")
    shown = exhibits(views(root)["2026/"])[0]
    assert (shown.language, shown.title) == ("ar", "رافعة")


@pytest.mark.parametrize("changes", [{"embargoed": "2027-01-01T00:00"}, {"pubstatus": "withheld"}], ids=str)
def test_a_picture_of_what_is_not_released_is_nowhere(changes: dict[str, str], root: Path) -> None:
    folder = write_post(root, 2, ar={"hero": picture()} | changes)
    write_picture(folder / "hero.png")
    assert set(views(root)) == {""}
    assert len(exhibits(views(root)[""])) == 1


def test_years_lead_to_pages_of_their_own_the_newest_first(root: Path) -> None:
    for number, year in enumerate((2024, 2026, 2025), 2):
        write_pictured_post(root, number, year=year)
    found = views(root)
    assert set(found) == {"", "2024/", "2025/", "2026/"}
    names = [choice.link.text for choice in found[""].choices]
    assert names[-3:] == ["2026", "2025", "2024"]
    assert [choice.link.text for choice in found["2025/"].choices if choice.is_here] == ["2025"]
    assert [choice.count for choice in found["2025/"].choices][-1] == "1 picture"


def test_a_year_of_many_pictures_is_cut_into_pages_and_each_picture_is_on_one(root: Path) -> None:
    for number in range(1, 31):
        write_pictured_post(root, number)
    found = {address: exhibits(view) for address, view in views(root).items() if address}
    assert set(found) == {"2026/", "2026/page/1/", "2026/page/2/"}
    addresses = [each.image.address for shown in found.values() for each in shown]
    assert len(addresses) == len(set(addresses)) == 30


def test_the_front_holds_the_newest_only(root: Path) -> None:
    for number in range(1, NEWEST + 5):
        write_pictured_post(root, number)
    news = views(root)[""].walls[-1]
    assert len(news.exhibits) == NEWEST
