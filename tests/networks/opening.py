"""Accounts opened for tests, and messages for them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping

from newsroom.model.crossposting import Carrier
from newsroom.model.delivery import Identity, Sealed
from newsroom.model.language import LANGUAGES, Language
from newsroom.model.message import Card, Message
from newsroom.networks import NETWORKS
from newsroom.networks.network import Draft
from newsroom.networks.outlet import Access, Outlet
from newsroom.networks.secrets import Secrets
from newsroom.networks.web import Web

NOW = datetime.datetime(2026, 11, 23, 8, 0, 0, 123456, tzinfo=datetime.UTC)
NOWHERE = "http://127.0.0.1:9/card.png"
"""A picture that nobody has."""


def outlet(
    carrier: Carrier, secrets: Mapping[str, str], clock: Callable[[], datetime.datetime] = lambda: NOW
) -> Outlet:
    """What an account is opened to; ``secrets`` by what each is for."""
    named = {Secrets(carrier, {}).name(purpose): secret for purpose, secret in secrets.items()}
    hidden = Secrets(carrier, named)
    opened = NETWORKS[carrier.network].opened
    assert opened
    return opened(Access(carrier, hidden, Web(clock, hidden.hide), clock))


def carrier(network: str, handle: str, server: str) -> Carrier:
    """An account on a server."""
    return Carrier(network, handle, LANGUAGES, (), server=server)


def sealed(
    outlet: Outlet,
    carrier: Carrier,
    words: str,
    *,
    language: Language = "ar",
    post: str = "results",
    picture: str = NOWHERE,
    now: datetime.datetime = NOW,
    tags: tuple[str, ...] = ("الأمن_الغذائي",),
) -> Sealed:
    """A message with a hashtag and a link, claimed."""
    link = f"https://newsroom.luban.om/{language}/posts/2026/{post}/"
    text = NETWORKS[carrier.network].written(Draft(words, tags, link))
    card = Card("نتائج النصف الأول", "نمت الإيرادات ٨٫٤٪", picture, "رسم بياني")
    message = Message(post, language, carrier.network, carrier.handle, text, link, card)
    return outlet.seal(Identity(post, language, carrier.network, carrier.handle), message, now)
