"""The media library: every picture that the newsroom shows, with the terms of its use.

Its front holds the organisation, its people and the newest posts; the pictures of posts stand on pages of their year.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.executive import Executive
from newsroom.model.language import LANGUAGES, Localized
from newsroom.model.post import Picture, Post, Size
from newsroom.pages import addresses
from newsroom.pages.listings import Sheet, grouped, sheets
from newsroom.pages.media_views import Choice, Exhibit, MediaLibraryView, Wall
from newsroom.pages.metadata import of_page
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.press_kit import kit_of_newsroom
from newsroom.pages.renditions import sources
from newsroom.pages.subjects import title_of_sheet
from newsroom.pages.views import Image, Pager
from newsroom.pages.voices import by_name
from newsroom.pages.writing import Hand

NEWEST: Final = 12
"""Posts whose pictures the front shows: as many as fill three rows or four."""
LOGO: Final[Size] = (480, 320)
"""The frame of the logo in pixels: a vector drawing has no size of its own."""
ORGANIZATION: Final = "Newsroom-organization"
PORTRAITS: Final = "Newsroom-portraits"


_Counts = tuple[tuple[int, int], ...]
"""Years, newest first, and the number of pictures in each."""


def plan_media_library(desk: Desk) -> Iterator[Blueprint]:
    """The front and the pages of each year, in each language."""
    posts = [post for post in desk.newsroom.posts if _count(post)]
    years = grouped(posts, lambda post: (post.year,))
    counts = tuple((year, sum(map(_count, years[year]))) for year in sorted(years, reverse=True))
    address = Localized(*map(addresses.media_library, LANGUAGES))
    yield from desk.twins(address, _front, tuple(posts[:NEWEST]), counts)
    for year in years:
        address = Localized(*(addresses.media_library_year(language, year) for language in LANGUAGES))
        for sheet in sheets(address, years[year], desk.newsroom.posts_per_page):
            yield from desk.twins(sheet.address, _year, year, sheet, counts)


def _count(post: Post) -> int:
    """How many pictures a post has; a withdrawn one has none."""
    return len(_in_text(post)) + (post.hero is not None)


def _in_text(post: Post) -> list[tuple[str, Size]]:
    """The pictures in the text of a post with their pixels, in order of path."""
    own = post.hero.path if post.hero else ""
    return [(path, size) for path, size in sorted(post.attachments.items()) if size and path != own]


def _front(paper: Paper, newest: tuple[Post, ...], counts: _Counts) -> Page:
    hand, words, address = paper.hand, paper.hand.words, Localized(*map(addresses.media_library, LANGUAGES))
    own = (Wall(ORGANIZATION, words.pictures_of_organization, tuple(_of_organization(hand))), _portraits(hand))
    news = tuple(each for post in newest for each in _of_post(hand, post))
    walls = (*own, Wall("Newsroom-posts", words.pictures_of_posts, news))
    view = MediaLibraryView(
        introduction=words.media_library_introduction,
        kicker=None,
        choices=tuple(_choices(hand, counts, 0)),
        walls=tuple(wall for wall in walls if wall.exhibits),
        pager=Pager("", ""),
        kit=kit_of_newsroom(hand),
    )
    return paper.page(
        address, "media_library.html", words.media_library, view, description=words.media_library_introduction
    )


def _year(paper: Paper, year: int, sheet: Sheet, counts: _Counts) -> Page:
    hand, words = paper.hand, paper.hand.words
    title = words.media_library_of_year.format(year=hand.style.year(year))
    library = hand.link(words.media_library, addresses.media_library(hand.language))
    front = (hand.link(title, addresses.media_library_year(hand.language, year)),) if sheet.number else ()
    view = MediaLibraryView(
        introduction="",
        kicker=library,
        choices=tuple(_choices(hand, counts, year)),
        walls=(Wall("", "", tuple(each for post in sheet.posts for each in _of_post(hand, post))),),
        pager=sheet.pager[hand.language],
        kit=kit_of_newsroom(hand),
    )
    described = of_page(hand, words.media_library_introduction, trail=(library, *front))
    return paper.page(sheet.address, "media_library.html", title_of_sheet(hand, title, sheet), view, metadata=described)


def _choices(hand: Hand, counts: _Counts, year_here: int) -> Iterator[Choice]:
    front, words = addresses.media_library(hand.language), hand.words
    own = (
        (ORGANIZATION, words.pictures_of_organization, len(list(_of_organization(hand)))),
        (PORTRAITS, words.portraits, len(_portraits(hand).exhibits)),
    )
    for anchor, name, count in own:
        if count:
            yield Choice(hand.link(name, f"{front}#{anchor}"), hand.style.count(words.pictures, count), is_here=False)
    for year, count in counts:
        link = hand.link(hand.style.year(year), addresses.media_library_year(hand.language, year))
        yield Choice(link, hand.style.count(words.pictures, count), is_here=year == year_here)


def _of_organization(hand: Hand) -> Iterator[Exhibit]:
    """The logo, the icon and the picture that stands for pages without one."""
    organization, words, language = hand.newsroom.organization, hand.words, hand.language
    yield Exhibit(_logo(hand, organization.logo), words.logo, language, None, "", "light")
    if on_dark := hand.newsroom.brand.logo_on_dark:
        yield Exhibit(_logo(hand, on_dark), words.logo_on_dark, language, None, "", "dark")
    for picture, name in ((organization.icon, words.icon), (organization.picture, words.picture_of_organization)):
        if picture and picture.path != organization.logo:
            image = hand.download(picture)
            assert image
            yield Exhibit(image, image.caption or name, language, None, "")


def _logo(hand: Hand, path: str) -> Image:
    (width, height), name = LOGO, hand.newsroom.organization.name[hand.language]
    return Image(addresses.asset(path), width, height, name, "", "", "", path.rpartition(".")[2].upper(), ())


def _portraits(hand: Hand) -> Wall:
    exhibits = (_portrait(hand, each, each.portrait) for each in by_name(hand) if each.portrait)
    return Wall(PORTRAITS, hand.words.portraits, tuple(exhibits))


def _portrait(hand: Hand, executive: Executive, portrait: Picture) -> Exhibit:
    image, name = hand.download(portrait), executive.name[hand.language]
    assert image
    link = hand.link(name, addresses.executive(hand.language, executive.key))
    return Exhibit(image, image.caption or hand.role(executive), hand.language, link, "")


def _of_post(hand: Hand, post: Post) -> Iterator[Exhibit]:
    """The pictures of a post, that above it first."""
    link, hero = hand.post_link(post), hand.download(post.hero, hand.language_shown(post))
    if hero:
        yield Exhibit(hero, hero.caption, link.language, link, "")
    for path, size in _in_text(post):
        yield Exhibit(_unnamed(path, size), "", hand.language, link, hand.words.picture_in_text)


def _unnamed(path: str, size: Size) -> Image:
    """A picture of which the newsroom knows no words: they stand in a text."""
    width, height = size
    return Image(addresses.asset(path), width, height, "", "", "", "", "", sources(path, size))
