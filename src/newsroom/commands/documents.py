"""Every file of an edition that is no page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from newsroom.cards.lettering import require_shaping
from newsroom.cards.planning import plan_cards
from newsroom.cards.share_planning import plan_share_cards
from newsroom.feeds.planning import plan_feeds
from newsroom.hosting.planning import plan_hosting
from newsroom.pages.document import Document
from newsroom.pages.page import Blueprint
from newsroom.pages.planning import Desk
from newsroom.search.planning import plan_search
from newsroom.styling.planning import plan_styling
from newsroom.wire.planning import plan_wire
from newsroom.wire.press_kits import plan_press_kits


def documents_of(desk: Desk, blueprints: Sequence[Blueprint], now: datetime.datetime | None) -> Iterator[Document]:
    """The documents of the site that has these pages, at an instant or in a preview. Raises :class:`BuildFailed`."""
    require_shaping()
    yield from readable_documents(desk)
    yield from plan_search(desk)
    yield from plan_hosting(desk, blueprints, now)


def readable_documents(desk: Desk) -> Iterator[Document]:
    """Those that people subscribe to, take with them or see, which need not know of the site's pages."""
    yield from plan_feeds(desk)
    yield from plan_wire(desk)
    yield from plan_press_kits(desk)
    yield from plan_cards(desk)
    yield from plan_share_cards(desk)
    yield from plan_styling(desk)
