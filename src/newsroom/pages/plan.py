"""The whole site as data."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter

from newsroom.model.brand import Brand
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Picture, Size
from newsroom.pages import addresses
from newsroom.pages.archive import plan_archive
from newsroom.pages.document import Document
from newsroom.pages.home import plan_home
from newsroom.pages.messages_page import plan_messages
from newsroom.pages.moves import plan_moves
from newsroom.pages.outlook import Outlook
from newsroom.pages.page import Asset, Blueprint, Site
from newsroom.pages.people import plan_people
from newsroom.pages.planning import Desk
from newsroom.pages.posts import plan_posts
from newsroom.pages.release import at_instant, in_preview
from newsroom.pages.service import plan_service

Documents = Callable[[Desk, Sequence[Blueprint]], Iterable[Document]]
"""Plans the documents of a site that has these pages."""


def no_documents(*_: object) -> tuple[Document, ...]:
    """Plan none: for whoever wants pages alone."""
    return ()


def plan(newsroom: Newsroom, now: datetime.datetime, documents: Documents = no_documents) -> Site:
    """Every page and file that the public may see at an instant."""
    return _plan(at_instant(newsroom, now), documents, preview=False)


def plan_preview(newsroom: Newsroom, documents: Documents = no_documents, outlook: Outlook | None = None) -> Site:
    """Every page and file, whatever its date, each marked as a preview; with an outlook, the plan and the messages."""
    return _plan(in_preview(newsroom), documents, preview=True, outlook=outlook)


def _plan(visible: Newsroom, documents: Documents, *, preview: bool, outlook: Outlook | None = None) -> Site:
    assets = assets_of(visible)
    desk = desk_of(visible, assets, preview=preview, with_keys=True, outlook=outlook)
    blueprints = tuple(sorted(_blueprints(desk), key=attrgetter("address")))
    return Site(visible.address, visible.lead, blueprints, tuple(assets), tuple(documents(desk, blueprints)))


def desk_of(
    visible: Newsroom, assets: Iterable[Asset], *, preview: bool, with_keys: bool, outlook: Outlook | None = None
) -> Desk:
    """The desk at which a newsroom, already cut down to what may be seen, is planned."""
    linkable, sizes = _linkable(visible, assets), _sizes(visible)
    return Desk.of(visible, linkable, sizes, preview=preview, with_keys=with_keys, outlook=outlook)


def _blueprints(desk: Desk) -> Iterator[Blueprint]:
    yield from plan_home(desk)
    yield from plan_posts(desk)
    yield from plan_archive(desk)
    yield from plan_people(desk)
    yield from plan_service(desk)
    yield from plan_messages(desk)
    yield from plan_moves(desk)


def _linkable(visible: Newsroom, assets: Iterable[Asset]) -> dict[str, str]:
    """The address of each file that a text may link to."""
    pages = {
        text.path: addresses.post(language, post)
        for post in visible.posts
        for language, text in post.translations.items()
    }
    for executive in visible.executives.values():
        for language, biography in executive.biographies.items():
            pages[biography.path] = addresses.executive(language, executive.key)
    for page in visible.pages:
        for language, words in page.texts.items():
            pages[words.path] = addresses.plain_page(language, page.slug)
    return pages | {asset.source: asset.address for asset in assets}


def assets_of(visible: Newsroom) -> list[Asset]:
    """The files that visible pages show, each once, in order of address."""
    paths = {visible.organization.logo, *_of_brand(visible.brand), *(picture.path for picture in _pictures(visible))}
    for folder in visible.folders:
        paths.update(folder.attachments)
    return [Asset(path, addresses.asset(path)) for path in sorted(paths)]


def _of_brand(brand: Brand) -> Iterator[str]:
    yield from filter(None, (brand.logo_on_dark,))
    yield from (brand.fonts.regular, brand.fonts.bold) if brand.fonts else ()


def _sizes(visible: Newsroom) -> dict[str, Size]:
    """The pixels of every picture that a text may show."""
    sizes = {path: size for each in visible.folders for path, size in each.attachments.items() if size}
    return sizes | {picture.path: (picture.width, picture.height) for picture in _pictures(visible)}


def _pictures(visible: Newsroom) -> list[Picture]:
    heroes = [post.hero for post in visible.posts]
    portraits = [executive.portrait for executive in visible.executives.values()]
    own = [visible.organization.icon, visible.organization.picture]
    return [picture for picture in (*heroes, *portraits, *own) if picture]
