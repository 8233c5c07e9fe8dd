"""The share cards of a newsroom: of each post in each language, of each executive, and of all other pages."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.cards.palette import Look
from newsroom.cards.share import share_card
from newsroom.pages.document import Document
from newsroom.pages.planning import Desk
from newsroom.pages.sharing import Shared, of_executive, of_newsroom, of_post


def plan_share_cards(desk: Desk) -> Iterator[Document]:
    """A card for each page that has one of its own, and one in each language for the others."""
    brand = desk.newsroom.brand
    look = Look(brand.colours, desk.newsroom.organization.kind)
    letters = (brand.fonts.regular, brand.fonts.bold) if brand.fonts else ()
    for card in _cards(desk):
        files, inputs = (*card.face.files, *letters), (card.address, card.face, look, brand.fonts)
        yield desk.document((card.address,), share_card, *inputs, files=files, is_costly=True)


def _cards(desk: Desk) -> Iterator[Shared]:
    for hand in desk.hands:
        yield from (of_executive(hand, executive) for executive in desk.newsroom.executives.values())
        if desk.newsroom.organization.picture is None:
            yield of_newsroom(hand)
    for post in desk.newsroom.posts:
        yield from (of_post(desk.hands[language], post) for language in post.translations)
