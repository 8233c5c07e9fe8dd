"""The two pages that stand for both languages at once: the front door, and what is shown where nothing stands."""

from __future__ import annotations

import pytest

from newsroom.languages import words
from newsroom.model.language import LANGUAGES, Language, direction, other
from newsroom.model.newsroom import Newsroom
from tests.site.tree import NOT_FOUND, HtmlPage, Tree, language_of, text_of


def _half(page: HtmlPage, language: Language):
    return page.one(f"//section[@lang='{language}']")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_front_door_has_a_half_in_each_language(language: Language, tree: Tree, example: Newsroom):
    half = _half(tree[""], language)
    assert half.get("dir") == direction(language)
    assert text_of(half.xpath(".//h2")[0]) == example.organization.name[language]
    assert example.organization.description[language] in text_of(half)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", ["", "404.html"], ids=["front door", "404"])
def test_a_half_leads_into_its_language(address: str, language: Language, tree: Tree):
    half = _half(tree[address], language)
    (button,) = [link for link in half.xpath(".//a") if text_of(link) == words(language).enter]
    assert tree[address].absolute(button.get("href")) == f"{tree.home}{language}/"
    assert language_of(button) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_front_door_shows_the_three_latest_posts_of_each_language(
    language: Language, public: Tree, visible: Newsroom
):
    own = [post for post in visible.posts if language in post.translations and not post.withdrawal]
    shown = [text_of(link) for link in _half(public[""], language).xpath(".//li/a")]
    assert shown == [post.translations[language].title for post in own[:3]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_404_says_in_each_language_that_nothing_stands_here(language: Language, tree: Tree):
    page = tree["404.html"]
    assert words(language).not_found_text in text_of(_half(page, language))
    (title,) = page.find(f"//h1/*[@lang='{language}']")
    assert text_of(title) == words(language).not_found_title


@pytest.mark.parametrize("language", LANGUAGES)
def test_below_a_home_the_404_is_in_its_language_alone(language: Language, tree: Tree):
    page = tree[f"{language}/404.html"]
    assert text_of(page.one("//h1")) == words(language).not_found_title
    assert words(language).not_found_text in page.words
    assert words(other(language)).not_found_text not in page.words
    assert page.one("//form").get("action") == f"/{language}/search/"


@pytest.mark.parametrize("address", sorted(NOT_FOUND))
def test_a_404_works_at_any_depth(address: str, tree: Tree):
    written = tree[address].find("//a/@href | //link[@rel='stylesheet']/@href | //*/@src | //form/@action")
    assert [target for target in written if not target.startswith(("/", "#", "https://"))] == []


def test_the_front_door_answers_the_homes_that_name_it_as_their_default(tree: Tree):
    assert tree[""].alternates == {"ar": f"{tree.home}ar/", "en": f"{tree.home}en/", "x-default": tree.home}


def test_the_front_door_moves_nobody_and_remembers_nothing(tree: Tree):
    assert tree[""].find("//meta[@http-equiv] | //script[not(@type='application/ld+json')] | //form | //iframe") == []
