"""Pictures and what the media take along, as a reader's browser meets them."""

from __future__ import annotations

import pytest
from PIL import Image

from newsroom.languages import words
from newsroom.model.language import LANGUAGES, Language
from newsroom.model.newsroom import Newsroom
from tests.samples import both, picture, write_newsroom, write_picture, write_post
from tests.site.conftest import Build
from tests.site.tree import Tree, text_of

POST = "posts/2026/robot-stacker-sohar/"


def test_every_picture_says_its_size_so_that_nothing_moves(tree: Tree) -> None:
    for page in tree.pages:
        assert not page.find("//img[not(@width and @height)]"), page.address


@pytest.mark.parametrize("address", [f"ar/{POST}", "en/", "en/executives/", "ar/media-library/2026/"])
def test_every_size_that_a_page_offers_is_as_wide_as_it_says(address: str, public: Tree) -> None:
    page = public[address]
    offered = [each for candidates in page.find("//source/@srcset") for each in candidates.split(", ")]
    assert offered
    for place, width in map(str.split, offered):
        with Image.open(public.folder / page.absolute(place).removeprefix(public.home)) as picture_offered:
            assert f"{picture_offered.width}w" == width


def test_the_picture_itself_is_there_for_who_knows_no_newer_format(public: Tree) -> None:
    page = public[f"en/{POST}"]
    assert page.one("//figure[@class='hero']//img").get("src").endswith("/hero.jpg")
    assert [each.get("type") for each in page.find("//figure[@class='hero']//source")] == ["image/avif", "image/webp"]


def test_the_first_picture_of_a_post_comes_at_once_and_those_below_when_needed(public: Tree) -> None:
    page = public[f"en/{POST}"]
    assert page.one("//figure[@class='hero']//img").get("fetchpriority") == "high"
    assert {each.get("loading") for each in page.find("//section[contains(@class, 'related')]//img")} == {"lazy"}


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "(JPEG, 1600 × 900 pixels, 133 KB)"), ("ar", "(JPEG، ١٦٠٠ × ٩٠٠ بكسل، ١٣٣ كيلوبايت)")],
)
def test_a_download_says_what_it_is(language: Language, said: str, public: Tree) -> None:
    terms = text_of(public[f"{language}/{POST}"].one("//figure[@class='hero']//p[@class='terms']"))
    assert f"{words(language).full_size} {said}" in terms


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_library_shows_every_portrait_with_its_credit(language: Language, public: Tree, visible: Newsroom) -> None:
    page = public[f"{language}/media-library/"]
    wall = text_of(page.one("//section[@id='Newsroom-portraits']"))
    for executive in visible.executives.values():
        assert executive.name[language] in wall
        if executive.portrait:
            assert executive.portrait.credit[language] in wall


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_post_leads_to_its_kit_and_holds_its_buttons_back(language: Language, public: Tree) -> None:
    page = public[f"{language}/{POST}"]
    assert page.linked_address("//a[@type='application/zip']") == "press-kits/2026/robot-stacker-sohar.zip"
    panel = page.one("//div[@class='copying']")
    assert "hidden" in panel.attrib
    assert panel.get("data-copied") == words(language).copied
    file, figures = panel.findall(".//button")
    assert page.absolute(file.get("data-copy-from")).endswith(f"/{language}/{POST}post.txt")
    assert all(line.count("\t") == 4 for line in figures.get("data-copy-text").split("\n"))


def test_a_page_without_something_to_copy_runs_no_script_for_it(public: Tree) -> None:
    assert not public["en/archive/"].find("//script[contains(@src, 'newsroom.js')]")


def test_a_picture_in_a_text_is_plain_in_feeds(built: Build, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = write_newsroom(tmp_path_factory.mktemp("pictured") / "newsroom")
    folder = write_post(root, 1, ar={"hero": picture(caption=both("أ", "A"))}, body_en="Before ![chart](chart.png) it.")
    write_picture(folder / "hero.png")
    write_picture(folder / "chart.png")
    tree = built(root, strict=False)
    assert tree["en/posts/2026/post-1/"].one("//div[contains(@class, 'post-text')]//picture/img").get("width") == "600"
    feed = (tree.folder / "en" / "feed.xml").read_text(encoding="utf-8")
    assert "posts/2026/post-1/chart.png" in feed
    assert "srcset" not in feed
