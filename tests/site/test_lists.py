"""Lists hold every post that they should, in pages that a new post leaves as they are."""

from __future__ import annotations

import datetime
from pathlib import Path

import lxml.html
import pytest

from newsroom.languages import words
from newsroom.model.language import LANGUAGES, Language, direction, other
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from tests.samples import write_newsroom, write_post
from tests.site.conftest import Build
from tests.site.tree import HtmlPage, Tree, language_of, text_of

_LIST = "//ol[contains(@class, 'rows')]"
_ITEM = f"{_LIST}//a[contains(@class, 'u-url')]"
_PAGER = "//nav[contains(@class, 'pager')]"
_FIRST_DAY = datetime.datetime.fromisoformat("2026-01-01T09:00")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_lists_every_post_once_newest_first(language: Language, public: Tree, visible: Newsroom):
    for year in {post.year for post in visible.posts}:
        expected = [_address(post, language) for post in visible.posts if post.year == year]
        assert _listed(public, f"{language}/archive/{year}/") == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "keys_of"),
    [
        pytest.param("types", lambda post: {post.type}, id="types"),
        pytest.param("topics", lambda post: set(post.topics), id="topics"),
        pytest.param("audiences", lambda post: set(post.audiences), id="audiences"),
        pytest.param("executives", lambda post: {post.author}, id="executives"),
    ],
)
def test_a_list_holds_what_it_is_about_and_no_withdrawn_post(kind, keys_of, language, public: Tree, visible: Newsroom):
    standing = [post for post in visible.posts if not post.withdrawal]
    for key in set().union(*map(keys_of, standing)):
        expected = [_address(post, language) for post in standing if key in keys_of(post)]
        assert _listed(public, f"{language}/{kind}/{key}/") == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_archive_says_how_many_posts_each_list_holds(language: Language, public: Tree):
    said = {}
    page = public[f"{language}/archive/"]
    for entry in page.find("//section[contains(@class, 'shelf')]//li"):
        address = page.absolute(entry.xpath("./a/@href")[0]).removeprefix(public.home)
        said[address] = _number(text_of(entry.xpath("./span")[0]), language)
    assert said == {address: len(_listed(public, address)) for address in said}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_post_in_the_other_language_alone_is_listed_with_a_badge_in_this_one(
    language: Language, public: Tree, visible: Newsroom
):
    there = other(language)
    (post,) = [post for post in visible.posts if set(post.translations) == {there}]
    year = [page for page in public.pages if page.address.startswith(f"{language}/archive/{post.year}/")]
    target = public.home + _address(post, language)
    (link,) = [each for page in year for each in page.find(_ITEM) if page.absolute(each.get("href")) == target]
    assert text_of(link) == post.translations[there].title
    assert (language_of(link), link.get("hreflang")) == (there, there)
    assert link.xpath("string(ancestor::*[@dir][1]/@dir)") == direction(there)
    (badge,) = link.xpath("ancestor::article[1]//*[contains(@class, 'badge')]")
    assert (text_of(badge), language_of(badge)) == (words(language).elsewhere, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_posts_of_the_other_language_carry_the_badge(language: Language, public: Tree):
    badges = f"//*[contains(@class, 'badge')][.='{words(language).elsewhere}'][not(ancestor::template)]"
    for page in public.pages:
        if page.address.startswith(f"{language}/"):
            for badge in page.find(badges):
                assert badge.xpath(f"ancestor::article[1]//*[@lang='{other(language)}']")


def test_eleven_posts_in_threes_make_a_front_of_five_and_two_numbered_pages(tmp_path: Path, built: Build):
    tree = built(_newsroom_of(11, tmp_path / "newsroom"))
    listed = {page: _numbers(tree[f"en/archive/2026/{page}"]) for page in ("", "page/2/", "page/1/")}
    assert listed == {"": [11, 10, 9, 8, 7], "page/2/": [6, 5, 4], "page/1/": [3, 2, 1]}


@pytest.mark.parametrize(
    "address", ["archive/2026/", "types/release/", "topics/ports/", "audiences/media/", "executives/salim/"]
)
def test_a_new_post_leaves_the_items_of_numbered_pages_as_they_were(address: str, tmp_path: Path, built: Build):
    before = built(_newsroom_of(11, tmp_path / "eleven"), "before")
    after = built(_newsroom_of(12, tmp_path / "twelve"), "after")
    for language in LANGUAGES:
        numbered = [page.address for page in before.pages if page.address.startswith(f"{language}/{address}page/")]
        assert numbered == [f"{language}/{address}page/{number}/" for number in (1, 2)]
        assert [_items(before[each]) for each in numbered] == [_items(after[each]) for each in numbered]
        assert f"{language}/{address}page/3/" in after


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_a_list_lead_from_newest_to_oldest_and_back(language: Language, tmp_path: Path, built: Build):
    tree = built(_newsroom_of(11, tmp_path / "newsroom"))
    front = f"{language}/archive/2026/"
    down = _walk(tree, front, words(language).older)
    assert down == [front, f"{front}page/2/", f"{front}page/1/"]
    assert _walk(tree, down[-1], words(language).newer) == down[::-1]


def test_numbered_pages_have_their_twin_under_the_same_number(tmp_path: Path, built: Build):
    tree = built(_newsroom_of(11, tmp_path / "newsroom"))
    page = tree["ar/archive/2026/page/1/"]
    assert page.alternates["en"] == f"{tree.home}en/archive/2026/page/1/"
    assert page.linked_address("//a[contains(@class, 'switch')]") == "en/archive/2026/page/1/"


def _address(post: Post, language: Language) -> str:
    shown = language if language in post.translations else other(language)
    return f"{shown}/posts/{post.year}/{post.slug}/"


def _listed(tree: Tree, first: str) -> list[str]:
    """What a list holds on all of its pages, by following its pager."""
    language: Language = "ar" if first.startswith("ar/") else "en"
    pages = [tree[address] for address in _walk(tree, first, words(language).older)]
    return [page.absolute(href).removeprefix(tree.home) for page in pages for href in page.find(f"{_ITEM}/@href")]


def _walk(tree: Tree, start: str, word: str) -> list[str]:
    """The addresses on the way from a page through the links of its pager that say a word."""
    way = [start]
    while links := [link for link in tree[way[-1]].find(f"{_PAGER}//a") if text_of(link) == word]:
        way.append(tree[way[-1]].absolute(links[0].get("href")).removeprefix(tree.home))
    return way


def _number(count: str, language: Language) -> int:
    """How many a count says, also where an Arabic noun says it alone."""
    if language == "ar":
        return {words("ar").posts.zero: 0, words("ar").posts.one: 1, words("ar").posts.two: 2}.get(
            count, int("".join(filter(str.isdigit, count)) or -1)
        )
    return int(count.split(maxsplit=1)[0])


def _numbers(page: HtmlPage) -> list[int]:
    return [int(text_of(link).removeprefix("Title of post ")) for link in page.find(_ITEM)]


def _items(page: HtmlPage) -> bytes:
    return lxml.html.tostring(page.one(_LIST))


def _newsroom_of(number: int, root: Path) -> Path:
    """A newsroom of so many posts, one a day, listed in threes."""
    write_newsroom(root, posts=0, posts_per_page=3)
    for each in range(1, number + 1):
        write_post(root, each, ar={"date": (_FIRST_DAY + datetime.timedelta(days=each)).isoformat(timespec="minutes")})
    return root
