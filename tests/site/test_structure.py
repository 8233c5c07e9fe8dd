"""What holds for every page: one heading, a title, its own address, links that lead somewhere, nothing foreign."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from newsroom.model.newsroom import Newsroom
from tests.samples import write_newsroom
from tests.site.conftest import Build
from tests.site.tree import NOT_FOUND, Tree, text_of

_TEXTS = {".html", ".css", ".xml", ".txt", ".json", ".svg"}
_BLANK = re.compile(r"\{\w+\}|\bLocalized\(|\bUndefined\b")
_SCRIPT = (
    "//script[not(@type='application/ld+json') and not(@type='module' and @src and not(node()))] | "
    "//@*[starts-with(name(), 'on')]/.. | //*[starts-with(normalize-space(@href), 'javascript:')]"
)
"""Scripts that run and stand in the page; a script of data does not run, and a module stands in a file of its own."""
_KICKER = "//header[@class='opening']/p[@class='kicker']"
_LABELLED = "//*[@aria-labelledby or @aria-describedby or @for]"


def test_there_are_pages_in_both_languages(tree: Tree):
    counted = Counter(page.address[:3] for page in tree.pages)
    assert counted["ar/"] > 50
    assert counted["en/"] > 50


def test_every_page_has_one_first_heading(tree: Tree):
    assert [page.address for page in tree.pages if len(page.find("//h1")) != 1 or not text_of(page.one("//h1"))] == []


def test_headings_never_skip_a_level(tree: Tree):
    skipped = {}
    for page in tree.pages:
        levels = [int(heading.tag[1]) for heading in page.find("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]
        jumps = [pair for pair in zip([0, *levels], levels, strict=False) if pair[1] > pair[0] + 1]
        if jumps:
            skipped[page.address] = jumps
    assert skipped == {}


def test_every_page_has_a_title_that_begins_with_its_heading(tree: Tree):
    pages = [page for page in tree.pages if page.address not in ("", "404.html")]
    wrong = {}
    for page in pages:
        title, heading = text_of(page.one("//title")), text_of(page.one("//h1"))
        if not title.startswith(heading):
            wrong[page.address] = (title, heading)
    assert wrong == {}


def test_titles_tell_the_pages_of_a_language_apart(public: Tree):
    pages = [page for page in public.pages if page.address != "404.html"]
    titles = Counter((page.language, text_of(page.one("//title"))) for page in pages)
    assert {title: number for title, number in titles.items() if number > 1} == {}


def test_the_title_of_a_list_says_where_it_belongs(tree: Tree):
    lists = [page for page in tree.pages if page.html.body.get("class") == "page-list"]
    assert len(lists) > 50
    silent = [page for page in lists if text_of(page.one(_KICKER)) not in text_of(page.one("//title"))]
    assert [page.address for page in silent] == []


def test_the_logo_is_the_icon_of_every_page(tree: Tree, example: Newsroom):
    icons = {page.absolute(icon) for page in tree.pages for icon in page.find("//link[@rel='icon']/@href")}
    assert icons == {tree.home + example.organization.logo}
    assert [page.address for page in tree.pages if len(page.find("//link[@rel='icon']")) != 1] == []


def test_every_page_is_described(tree: Tree):
    described = {page.address: page.find("//meta[@name='description']/@content") for page in tree.pages}
    assert [address for address, words in described.items() if len(words) != 1 or not words[0].strip()] == []


def test_the_canonical_address_of_a_page_is_its_own(tree: Tree):
    canonical = {page.url: page.find("//link[@rel='canonical']/@href") for page in tree.pages}
    assert canonical == {address: [address] for address in canonical}


def test_every_link_and_picture_leads_to_what_is_there(tree: Tree):
    lost = {page.address: [link for link in page.links if tree.leads_nowhere(link)] for page in tree.pages}
    assert {address: links for address, links in lost.items() if links} == {}


def test_a_link_to_nowhere_would_be_seen(public: Tree):
    assert public.leads_nowhere(f"{public.home}ar/nowhere/")
    assert public.leads_nowhere(f"{public.home}ar/#nowhere")
    assert not public.leads_nowhere(f"{public.home}ar/#Content")


def test_a_newsroom_that_stands_in_a_folder_of_a_site_keeps_to_it(tmp_path: Path, built: Build):
    tree = built(write_newsroom(tmp_path / "newsroom", address="https://press.sample.example/news/room/"))
    assert {page.url for page in tree.pages} >= {
        f"https://press.sample.example/news/room/{each}/" for each in ("ar", "en")
    }
    assert [(page.address, link) for page in tree.pages for link in page.links if tree.leads_nowhere(link)] == []
    assert [page.address for page in tree.pages if page.find("//link[@rel='canonical']/@href") != [page.url]] == []


def test_every_page_can_be_reached_from_the_front_door(public: Tree):
    reached, waiting = set(), [""]
    while waiting:
        address = waiting.pop()
        if address in reached or address not in public:
            continue
        reached.add(address)
        page = public[address]
        anchors = set(page.links) - set(page.find("//link/@href"))
        waiting += [urlsplit(link).path.removeprefix("/") for link in anchors if link.startswith(public.home)]
    assert {page.address for page in public.pages} - reached == NOT_FOUND


def test_an_id_stands_once_on_a_page(tree: Tree):
    repeated = {}
    for page in tree.pages:
        counted = Counter(page.find("//@id"))
        if any(number > 1 for number in counted.values()):
            repeated[page.address] = [name for name, number in counted.items() if number > 1]
    assert repeated == {}


def test_whatever_names_an_id_finds_it(tree: Tree):
    lost = []
    for page in tree.pages:
        ids = set(page.find("//@id"))
        for element in page.find(_LABELLED):
            named = [element.get(name, "") for name in ("aria-labelledby", "aria-describedby", "for")]
            lost += [(page.address, name) for name in " ".join(named).split() if name not in ids]
    assert lost == []


def test_landmarks_of_one_kind_are_told_apart_by_name(tree: Tree):
    alike = {}
    for page in tree.pages:
        names = Counter((nav.tag, nav.get("aria-label")) for nav in page.find("//nav"))
        if any(number > 1 or not name for (_, name), number in names.items()):
            alike[page.address] = names
    assert alike == {}


@pytest.mark.parametrize("attribute", ["alt", "width", "height"])
def test_every_picture_says_its(attribute: str, tree: Tree):
    silent = {
        page.address: [image.get("src") for image in page.find("//img") if image.get(attribute) is None]
        for page in tree.pages
    }
    assert {address: images for address, images in silent.items() if images} == {}


def test_the_size_that_a_picture_says_is_its_own(public: Tree, visible: Newsroom):
    pictures = [post.hero for post in visible.posts] + [each.portrait for each in visible.executives.values()]
    sizes = {public.home + each.path: (str(each.width), str(each.height)) for each in pictures if each}
    images = ((page.absolute(image.get("src")), image) for page in public.pages for image in page.find("//img"))
    said = {address: (image.get("width"), image.get("height")) for address, image in images if address in sizes}
    assert said == sizes


def test_a_posts_own_picture_is_described(public: Tree, visible: Newsroom):
    undescribed = []
    for post in visible.posts:
        for language in post.translations if post.hero else ():
            image = public[f"{language}/posts/{post.year}/{post.slug}/"].one("//figure//img")
            if image.get("alt") != post.hero.alt[language]:
                undescribed.append((language, post.slug))
    assert undescribed == []


def test_no_page_holds_a_script_of_its_own(tree: Tree):
    assert [page.address for page in tree.pages if page.find(_SCRIPT)] == []


def test_no_page_holds_an_inline_style(tree: Tree):
    assert {page.address: len(found) for page in tree.pages if (found := page.find("//style | //@style"))} == {}


def test_a_page_asks_no_one_else_for_anything(tree: Tree):
    foreign = {page.address: [each for each in page.loads if not each.startswith(tree.home)] for page in tree.pages}
    assert {address: links for address, links in foreign.items() if links} == {}


def test_a_page_refers_to_its_neighbours_without_naming_a_host(tree: Tree):
    written = {page.address: page.find("//a/@href | //*/@src") for page in tree.pages}
    named = {address: [link for link in links if link.startswith(tree.home)] for address, links in written.items()}
    assert {address: links for address, links in named.items() if links} == {}


def test_every_address_is_ascii(tree: Tree):
    assert [
        str(path) for path in tree.folder.rglob("*") if not path.relative_to(tree.folder).as_posix().isascii()
    ] == []


def test_no_link_needs_escapes_but_in_its_fragment(tree: Tree):
    escaped = {
        link
        for page in tree.pages
        for link in page.links
        if link.startswith(tree.home) and unquote(urlsplit(link).path) != urlsplit(link).path
    }
    assert escaped == set()


def test_no_file_is_an_unfilled_template(tree: Tree):
    texts = {path.name: path.read_text("utf-8") for path in tree.files if path.suffix in _TEXTS}
    assert [name for name, text in texts.items() for mark in ("{{", "{%") if mark in text] == []


def test_no_text_shows_a_blank_that_was_to_be_filled(tree: Tree):
    assert {page.address: found for page in tree.pages if (found := _BLANK.findall(page.words))} == {}
