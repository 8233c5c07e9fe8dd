"""Heads and microformats of the example site, as programs read them."""

from __future__ import annotations

import json
from typing import Any

import mf2py
import pytest
from lxml.html import HtmlElement

from newsroom.model.language import LANGUAGES, Language, other
from newsroom.model.newsroom import Newsroom
from newsroom.pages import addresses
from newsroom.pages.editions import edition_of
from tests.site.tree import NOT_FOUND, HtmlPage, Tree

_FEED_TYPES = {"application/rss+xml", "application/atom+xml", "application/feed+json"}
_FOR_BOTH = ("", "404.html")


def named(page: HtmlPage, name: str) -> list[str]:
    return page.find(f"//head/meta[@property='{name}' or @name='{name}']/@content")


def one(page: HtmlPage, name: str) -> str:
    (content,) = named(page, name)
    return content


def feed_links(page: HtmlPage) -> list[HtmlElement]:
    return [each for each in page.find("//head/link[@rel='alternate']") if each.get("type") in _FEED_TYPES]


def microformats(page: HtmlPage) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = mf2py.parse(doc=page.file.read_text("utf-8"), url=page.url)["items"]
    return items


def of_type(items: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [item for item in items if name in item["type"]]


def post_pages(tree: Tree, visible: Newsroom, *, withdrawn: bool = False) -> list[HtmlPage]:
    return [
        tree[addresses.post(language, post)]
        for post in visible.posts
        if bool(post.withdrawal) is withdrawn
        for language in post.translations
    ]


@pytest.mark.parametrize(
    "name",
    [
        "og:type",
        "og:title",
        "og:description",
        "og:url",
        "og:site_name",
        "og:locale",
        "twitter:card",
        "twitter:title",
        "twitter:description",
        "twitter:site",
        "fediverse:creator",
    ],
)
def test_every_page_says_its(name: str, tree: Tree):
    assert [page.address for page in tree.pages if len(named(page, name)) != 1] == []


def test_the_address_of_a_card_is_the_canonical_one(tree: Tree):
    assert [page.address for page in tree.pages if one(page, "og:url") != page.url] == []


def test_a_description_fits_where_it_is_shown(tree: Tree):
    assert [page.address for page in tree.pages if len(one(page, "description")) > 155] == []
    assert [page.address for page in tree.pages if one(page, "description") != one(page, "og:description")] == []


def test_a_card_names_the_locale_of_its_translation_where_there_is_one(public: Tree):
    locales = {"ar": "ar_OM", "en": "en_GB"}
    for page in public.pages:
        expected = [locales[other(page.language)]] if {"ar", "en"} <= set(hreflangs(page)) else []
        assert (one(page, "og:locale"), named(page, "og:locale:alternate")) == (locales[page.language], expected)


def hreflangs(page: HtmlPage) -> list[str]:
    return page.find("//head/link[@rel='alternate']/@hreflang")


@pytest.mark.parametrize("name", ["published_time", "modified_time", "author", "section"])
def test_every_post_says_its(name: str, public: Tree, visible: Newsroom):
    pages = post_pages(public, visible)
    assert len(pages) > 50
    assert [page.address for page in pages if len(named(page, f"article:{name}")) != 1] == []


def test_the_author_in_a_card_has_a_page(public: Tree, visible: Newsroom):
    pages = post_pages(public, visible)
    assert [page.address for page in pages if public.leads_nowhere(one(page, "article:author"))] == []


def test_a_picture_of_a_card_is_a_file_of_the_site(public: Tree):
    cards = [(page, picture) for page in public.pages for picture in named(page, "og:image")]
    assert cards
    assert [page.address for page, picture in cards if public.leads_nowhere(picture)] == []
    assert [page.address for page, _ in cards if one(page, "twitter:card") != "summary_large_image"] == []
    assert [page.address for page, _ in cards if not one(page, "og:image:alt")] == []


def test_search_engines_may_show_large_pictures_but_of_what_is_not_public(public: Tree, preview: Tree):
    allowed = {page.robots[0] for page in public.pages if page.address not in NOT_FOUND}
    assert allowed == {"max-image-preview:large"}
    assert {tuple(page.robots) for page in preview.pages} == {("noindex, nofollow",)}


def test_feeds_are_found_the_pages_own_language_first(tree: Tree):
    wrong = []
    for page in tree.pages:
        said = [link.get("href").removeprefix(tree.home)[:3] for link in feed_links(page)]
        own, elsewhere = f"{page.language}/", f"{other(page.language)}/"
        if said[:3] != [own] * 3 or said[-3:] != [elsewhere] * 3 or elsewhere in said[:-3]:
            wrong.append(page.address)
    assert wrong == []


def test_every_feed_that_is_found_has_a_title(tree: Tree):
    assert [page.address for page in tree.pages for link in feed_links(page) if not link.get("title")] == []


def test_the_page_of_a_subject_leads_to_its_feeds(public: Tree, visible: Newsroom):
    topic = next(topic for post in visible.posts for topic in post.topics)
    addresses_of_feeds = [link.get("href") for link in feed_links(public[f"ar/topics/{topic}/"])]
    assert addresses_of_feeds[3:6] == [
        f"{public.home}ar/feeds/{form}/topics/{topic}.{ending}"
        for form, ending in (("rss", "xml"), ("atom", "xml"), ("json", "json"))
    ]


def test_official_accounts_are_vouched_for_on_every_page(public: Tree, visible: Newsroom):
    links = [account.link for account in visible.organization.accounts]
    assert links
    assert [
        page.address for page in public.pages if page.find("//head/link[@rel='me']/@href")[: len(links)] != links
    ] == []


def test_every_script_in_a_page_is_data_that_can_be_read(tree: Tree):
    types = {page.address: page.find("//script[not(@src)]/@type") for page in tree.pages}
    assert {kind for kinds in types.values() for kind in kinds} == {"application/ld+json"}
    contexts = {json.loads(text)["@context"] for page in tree.pages for text in page.find("//script/text()")}
    assert contexts == {"https://schema.org"}


def test_every_post_is_a_complete_entry(public: Tree, visible: Newsroom):
    asked = {"name", "url", "uid", "published", "updated", "author", "content", "summary", "category"}
    incomplete = {}
    for page in post_pages(public, visible):
        (entry,) = of_type(microformats(page), "h-entry")
        lacking = asked - set(entry["properties"])
        if lacking:
            incomplete[page.address] = lacking
    assert incomplete == {}


def test_an_entry_says_what_the_page_says(public: Tree, visible: Newsroom):
    for post in visible.posts:
        for language, text in () if post.withdrawal else post.translations.items():
            page = public[addresses.post(language, post)]
            (entry,) = of_type(microformats(page), "h-entry")
            said = entry["properties"]
            (author,) = said["author"]
            assert said["name"] == [text.title]
            assert said["url"] == said["uid"] == [page.url]
            assert author["properties"]["name"] == [visible.executives[post.author].name[language]]
            assert author["properties"]["url"] == [public.home + addresses.executive(language, post.author)]
            assert len(said.get("photo", [])) == (1 if post.hero else 0)


def test_a_withdrawn_post_is_an_entry_with_its_notice(public: Tree, visible: Newsroom):
    pages = post_pages(public, visible, withdrawn=True)
    assert pages
    for page in pages:
        (entry,) = of_type(microformats(page), "h-entry")
        assert entry["properties"]["url"] == [page.url]
        assert "author" not in entry["properties"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_is_a_feed_of_its_posts(language: Language, public: Tree):
    page = public[addresses.home(language)]
    (feed,) = of_type(microformats(page), "h-feed")
    entries = of_type(feed["children"], "h-entry")
    assert feed["properties"]["name"] == [page.one("//h1").text_content()]
    assert len(entries) == len(page.find("//article[contains(@class, 'h-entry')]"))


def test_every_list_is_a_feed_with_a_name(public: Tree):
    lists = [page for page in public.pages if page.html.body.get("class") == "page-list"]
    feeds = {page.address: of_type(microformats(page), "h-feed") for page in lists}
    assert [address for address, found in feeds.items() if len(found) != 1 or not found[0]["properties"]["name"]] == []


def test_an_executive_is_a_card_with_the_persons_page(public: Tree, visible: Newsroom):
    for executive in visible.executives.values():
        page = public[addresses.executive("en", executive.key)]
        said = of_type(microformats(page), "h-card")[0]["properties"]
        assert (said["name"], said["url"]) == ([executive.name.en], [page.url])
        assert said["org"] == [visible.organization.name.en]


def test_contacts_are_cards_with_a_file_for_address_books(public: Tree, visible: Newsroom):
    page = public[addresses.media_contacts("ar")]
    cards = [card["properties"] for card in of_type(microformats(page), "h-card") if "tel" in card["properties"]]
    assert [(card["name"], card["email"]) for card in cards] == [
        ([each.name.ar], [f"mailto:{each.email}"]) for each in visible.contacts
    ]
    files = page.find("//a[@type='text/vcard']/@href")
    assert [page.absolute(file).removeprefix(public.home) for file in files] == [
        addresses.contact_file("ar", each.key) for each in visible.contacts
    ]


def test_the_organisation_is_a_card_with_its_logo_on_every_page(public: Tree, visible: Newsroom):
    lacking = []
    for page in public.pages:
        cards = [card["properties"] for card in of_type(microformats(page), "h-card")]
        if [f"{public.home}{visible.organization.logo}"] not in [card.get("logo") for card in cards]:
            lacking.append(page.address)
    assert lacking == list(_FOR_BOTH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_to_subscribe_is_at_the_foot_of_every_page(language: Language, public: Tree):
    pages = [page for page in public.pages if page.address.startswith(f"{language}/")]
    target = public.home + addresses.subscribe(language)
    feet = {page.address: [page.absolute(link) for link in page.find("//footer//a/@href")] for page in pages}
    assert [address for address, links in feet.items() if target not in links] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feeds_that_are_explained_are_those_that_pages_offer(language: Language, public: Tree):
    page = public[addresses.subscribe(language)]
    explained = {page.absolute(link.getparent().get("href")) for link in page.find("//dl[@class='feed']//code")}
    offered = {
        link.get("href")
        for each in public.pages
        for link in feed_links(each)
        if link.get("href").startswith(f"{public.home}{language}/")
    }
    assert explained == offered


def test_an_address_to_copy_is_the_one_that_its_link_leads_to(public: Tree):
    page = public[addresses.subscribe("ar")]
    codes = page.find("//dl[@class='feed']//code")
    assert [code.text for code in codes] == [page.absolute(code.getparent().get("href")) for code in codes]


def test_the_page_of_a_post_says_which_edition_it_shows(public: Tree, visible: Newsroom):
    for post in visible.posts:
        for language in post.translations:
            page = public[f"{language}/posts/{post.year}/{post.slug}/"]
            assert one(page, "newsroom:edition") == edition_of(post, language)
