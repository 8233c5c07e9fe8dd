"""Each rule of an article's page sees what it is for: a sound page is spoilt in one place, and the rule says no."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from lxml.etree import _Element

from tests.readers import page_rules
from tests.readers.headed_page import HeadedPage
from tests.readers.page_rules import CARDS, STRUCTURED, PageRule
from tests.readers.published import PictureFile, Site
from tests.readers.spoiling import Spoil, SpoiltPage, naming, without

HOME = "https://newsroom.luban.example/"
NOWHERE = f"{HOME}nowhere/"
SMALL = f"{HOME}media/icon-144.png"


def _path(name: str) -> str:
    return f"//head/meta[@property='{name}' or @name='{name}']"


def told(name: str, content: str) -> Spoil:
    return naming(_path(name), "content", content)


def untold(name: str) -> Spoil:
    return without(_path(name))


def in_node(kind: str, change: Callable[[dict[str, Any]], object]) -> Spoil:
    def spoil(root: _Element) -> None:
        for script in root.xpath("//script[@type='application/ld+json']"):
            node = json.loads(script.text)
            if node["@type"] == kind:
                change(node)
                script.text = json.dumps(node)

    return spoil


def in_article(change: Callable[[dict[str, Any]], object]) -> Spoil:
    return in_node("NewsArticle", change)


SPOILT: list[tuple[PageRule, Spoil]] = [
    (page_rules.og_title, untold("og:title")),
    (page_rules.og_description, untold("og:description")),
    (page_rules.og_url_is_canonical, told("og:url", HOME)),
    (page_rules.og_site_name, untold("og:site_name")),
    (page_rules.og_type, told("og:type", "website")),
    (page_rules.og_locale, told("og:locale", "en-GB")),
    (page_rules.og_locale_alternate, untold("og:locale:alternate")),
    (page_rules.og_image_is_absolute, told("og:image", "/media/share.jpg")),
    (page_rules.og_image_exists, told("og:image", NOWHERE)),
    (page_rules.og_image_is_large, told("og:image", SMALL)),
    (page_rules.og_image_has_the_shape_of_cards, told("og:image", SMALL)),
    (page_rules.og_image_width_is_true, told("og:image:width", "1")),
    (page_rules.og_image_height_is_true, told("og:image:height", "1")),
    (page_rules.og_image_is_described, untold("og:image:alt")),
    (page_rules.published_time, told("article:published_time", "2025-02-23")),
    (page_rules.modified_time, untold("article:modified_time")),
    (page_rules.article_author_is_a_page, told("article:author", "Maryam")),
    (page_rules.twitter_card, told("twitter:card", "summary")),
    (page_rules.twitter_title, untold("twitter:title")),
    (page_rules.twitter_image, told("twitter:image", NOWHERE)),
    (page_rules.twitter_image_is_described, untold("twitter:image:alt")),
    (page_rules.description_is_short, told("description", "x" * 156)),
    (page_rules.fediverse_creator, told("fediverse:creator", "@luban")),
    (page_rules.large_previews_are_allowed, told("robots", "noindex")),
    (page_rules.is_an_article, in_article(lambda node: node.pop("@context"))),
    (page_rules.headline, in_article(lambda node: node.update(headline="x" * 111))),
    (page_rules.described, in_article(lambda node: node.pop("description"))),
    (page_rules.images_exist_in_every_shape, in_article(lambda node: node["image"].pop())),
    (page_rules.images_are_large, in_article(lambda node: node["image"].append(SMALL))),
    (page_rules.date_published_is_the_cards, in_article(lambda node: node.update(datePublished="2025-02-23"))),
    (page_rules.date_modified_is_the_cards, in_article(lambda node: node.pop("dateModified"))),
    (page_rules.authors_are_people_with_names, in_article(lambda node: node.update(author=[]))),
    (page_rules.authors_have_pages, in_article(lambda node: node.update(author={"url": NOWHERE}))),
    (page_rules.publisher_has_a_name, in_article(lambda node: node["publisher"].pop("name"))),
    (page_rules.publisher_has_a_logo, in_article(lambda node: node["publisher"].pop("logo"))),
    (page_rules.main_entity_is_the_page, in_article(lambda node: node.update(mainEntityOfPage=HOME))),
    (page_rules.url_is_the_page, in_article(lambda node: node.update(url=HOME))),
    (page_rules.language_is_the_pages, in_article(lambda node: node.update(inLanguage="en"))),
    (page_rules.bread_crumbs_lead_here, in_node("BreadcrumbList", lambda node: node["itemListElement"].reverse())),
]


class SiteOfHeavyPictures(Site):
    """The site, if each of its pictures had ten megabytes."""

    def picture(self, url: str) -> PictureFile | None:
        found = super().picture(url)
        return found and replace(found, length=10_000_000)


@pytest.fixture
def sound(site: Site) -> HeadedPage:
    return HeadedPage(site, site.folder / "en" / "posts" / "2025" / "annual-results-2024" / "index.html")


@pytest.mark.parametrize(("rule", "spoil"), SPOILT, ids=[rule.__name__ for rule, _ in SPOILT])
def test_a_rule_sees_its_fault(rule: PageRule, spoil: Spoil, sound: HeadedPage) -> None:
    html = copy.deepcopy(sound.html)
    spoil(html)
    assert (rule(sound), rule(SpoiltPage(sound.site, sound.file, html))) == (True, False)


def test_a_heavy_picture_is_seen(sound: HeadedPage) -> None:
    heavy = SiteOfHeavyPictures(sound.site.folder, sound.site.home)
    assert page_rules.og_image_is_light(sound)
    assert not page_rules.og_image_is_light(HeadedPage(heavy, sound.file))


def test_every_rule_of_a_page_is_seen_to_fail() -> None:
    assert {*CARDS, *STRUCTURED} - {page_rules.og_image_is_light} == {rule for rule, _ in SPOILT}
