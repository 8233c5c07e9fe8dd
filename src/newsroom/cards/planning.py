"""The organisation's icons, cuts of every picture that stands for a page, and smaller sizes of all that are shown."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.cards.pictures import cut, icon, scaled
from newsroom.pages import addresses
from newsroom.pages.document import Document, Made, Texts
from newsroom.pages.planning import Desk
from newsroom.pages.renditions import Rendition, Scaling, renditions, scalings


def plan_cards(desk: Desk) -> Iterator[Document]:
    """What is made of pictures, for networks, search engines and screens."""
    yield from _plan_icons(desk)
    yield from _plan_renditions(desk)
    yield from _plan_scalings(desk)


def _plan_icons(desk: Desk) -> Iterator[Document]:
    source = desk.newsroom.organization.icon
    if source:
        files = tuple(map(addresses.icon, addresses.ICONS))
        yield desk.document(files, _icons, source.path, files=(source.path,), is_costly=True)


def _icons(texts: Texts, path: str) -> Made:
    data = texts.data(path)
    yield from ((addresses.icon(size), icon(data, size)) for size in addresses.ICONS)


def _plan_renditions(desk: Desk) -> Iterator[Document]:
    """Those of the organisation's picture, of heroes and of portraits."""
    newsroom = desk.newsroom
    portraits = (executive.portrait for executive in newsroom.executives.values())
    pictures = (newsroom.organization.picture, *portraits, *(post.hero for post in newsroom.posts))
    found = {picture.path: picture for picture in pictures if picture}
    for path, picture in sorted(found.items()):
        files = tuple(each.address for each in renditions(picture))
        yield desk.document(files, _renditions, path, renditions(picture), files=(path,), is_costly=True)


def _renditions(texts: Texts, path: str, wanted: tuple[Rendition, ...]) -> Made:
    data = texts.data(path)
    yield from ((each.address, cut(data, each.size)) for each in wanted)


def _plan_scalings(desk: Desk) -> Iterator[Document]:
    """Each size by itself, so that processes share them out, and one that is asked for need not wait for the others."""
    for path, size in sorted(desk.sizes.items()):
        for each in scalings(path, size):
            yield desk.document(each.addresses, _scaling, path, each, files=(path,), is_costly=True)


def _scaling(texts: Texts, path: str, wanted: Scaling) -> Made:
    yield from zip(wanted.addresses, scaled(texts.data(path), wanted.size), strict=True)
