"""Search engines that share what they are told, by IndexNow (https://www.indexnow.org/documentation).

They believe whoever has put a key of 8 to 128 letters, digits and hyphens in a file on the site; where that file
stands bounds the addresses that it speaks for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from newsroom.model.delivery import Receipt, Sealed
from newsroom.model.language import Localized
from newsroom.networks.network import Draft, Network
from newsroom.networks.one_way import Repeatable
from newsroom.networks.outcomes import Declined
from newsroom.networks.outlet import Access, Health

SERVER: Final = "https://api.indexnow.org"
"""It tells all engines that take part; an account may name one of them instead."""


def written(draft: Draft) -> str:
    """The address of the page."""
    return draft.link


class IndexNow(Repeatable):
    """All engines, or the one that the account's entry names."""

    def __init__(self, access: Access) -> None:
        self._web = access.web
        self._server = access.carrier.server or SERVER
        self._file = access.carrier.id
        self._key = access.secrets.get("key")
        self._hide = access.secrets.hide

    def send(self, sealed: Sealed, _: Mapping[str, str]) -> Receipt:
        """Name the page."""
        told = {
            "host": urlsplit(self._file).netloc,
            "key": self._key,
            "keyLocation": self._file,
            "urlList": [sealed.message.text],
        }
        self._web.do("POST", f"{self._server.rstrip('/')}/indexnow", json=told)
        return Receipt(sealed.identity.key)

    def health(self) -> Health:
        """Look for the key where engines will."""
        if self._web.ask("GET", self._file).body.decode("utf-8", "replace").strip() != self._key:
            file = self._hide(self._file)
            raise Declined(Localized(f"{file}: ليس فيه المفتاح", f"{file}: the key is not in it"))
        return Health(urlsplit(self._file).netloc)


NETWORK: Final = Network(
    "indexnow",
    (),
    written,
    hashtags=0,
    opened=IndexNow,
    settings={
        "id": Localized(
            "عنوان الملف الذي فيه المفتاح في موقع الأخبار",
            "the address of the file with the key, on the newsroom's site",
        )
    },
    secrets={
        "key": Localized("المفتاح: ٨ إلى ١٢٨ حرفًا لاتينيًّا ورقمًا وشرطة", "the key: 8 to 128 letters, digits and hyphens")
    },
    tells="edition",
    public=False,
    illustrated=False,
)
