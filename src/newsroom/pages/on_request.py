"""The site as data, each page planned when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.archive import plan_archive
from newsroom.pages.document import Document
from newsroom.pages.home import plan_home
from newsroom.pages.messages_page import plan_messages
from newsroom.pages.moves import plan_moves
from newsroom.pages.neighbours import Neighbours
from newsroom.pages.outlook import Outlook
from newsroom.pages.page import Asset, Blueprint, Site
from newsroom.pages.people import plan_people
from newsroom.pages.plan import assets_of, desk_of
from newsroom.pages.planning import Desk
from newsroom.pages.posts import plan_post
from newsroom.pages.service import plan_service

_Planner = Callable[[Desk], Iterator[Blueprint]]

_PLANNERS: Final[tuple[_Planner, ...]] = (
    plan_home,
    plan_service,
    plan_people,
    plan_archive,
    plan_moves,
    plan_messages,
)
"""Those of all pages but posts', the quickest first."""


class SiteOnRequest:
    """The pages that :func:`newsroom.pages.plan.plan` gives, without their keys, and only those that are asked for.

    ``visible`` is already cut down to what may be seen; ``documents`` plans what is no page. ``site`` tells where the
    site stands, and holds no page.
    """

    def __init__(
        self,
        visible: Newsroom,
        documents: Callable[[Desk], Iterable[Document]],
        *,
        preview: bool,
        outlook: Outlook | None = None,
    ) -> None:
        assets = assets_of(visible)
        self.site = Site(visible.address, visible.lead, (), tuple(assets))
        self._assets = {asset.address: asset for asset in assets}
        self._desk = desk_of(visible, assets, preview=preview, with_keys=False, outlook=outlook)
        self._posts = {_below_language(addresses.post(visible.lead, post)): post for post in visible.posts}
        self._sections: dict[_Planner, Mapping[str, Blueprint]] = {}
        self._plan_documents = documents

    def page(self, address: str) -> Blueprint | None:
        """The page of an address, or nothing."""
        below = _below_language(address)
        if below in self._posts:
            return self._page_of(self._posts[below], address)
        if below.startswith("posts/"):
            return self._section(plan_moves).get(address)
        sections = map(self._section, _PLANNERS)
        return next((section[address] for section in sections if address in section), None)

    def asset(self, address: str) -> Asset | None:
        """The file that is copied to an address, or nothing."""
        return self._assets.get(address)

    def document(self, address: str) -> Document | None:
        """The document of which an address is a file, or nothing."""
        return self._documents.get(address)

    def source(self, source: str) -> Blueprint | None:
        """The page that carries the text in a file below ``content/``, or nothing."""
        address = self.address_of(source)
        return None if address is None else self.page(address)

    def address_of(self, source: str) -> str | None:
        """Where the page or copy of a file below ``content/`` stands, or nothing."""
        return self._desk.visible.get(source)

    @cached_property
    def _documents(self) -> Mapping[str, Document]:
        return {address: each for each in self._plan_documents(self._desk) for address in each.addresses}

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(self._desk.newsroom.posts)

    def _page_of(self, post: Post, address: str) -> Blueprint | None:
        here = (language for language in post.translations if addresses.post(language, post) == address)
        return next((plan_post(self._desk, self._neighbours, post, language) for language in here), None)

    def _section(self, planner: _Planner) -> Mapping[str, Blueprint]:
        if planner not in self._sections:
            self._sections[planner] = {blueprint.address: blueprint for blueprint in planner(self._desk)}
        return self._sections[planner]


def _below_language(address: str) -> str:
    """An address without the language that it begins with."""
    return address.partition("/")[2]
