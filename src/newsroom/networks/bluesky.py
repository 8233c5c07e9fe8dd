"""Bluesky, where a post is a record of the AT Protocol.

What may stand in it says
https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json. Its length is limited twice, in
letters as they are seen and in bytes: Arabic with all its vowel signs may meet the second limit first.

A post is *put* under a key that was fixed when it was claimed, and only where nothing stands under it
(https://docs.bsky.app/docs/api/com-atproto-repo-put-record, ``swapRecord``): however often that is tried, it is there
once.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Final

from newsroom.model.delivery import ANNOUNCEMENT, Identity, Receipt, Sealed
from newsroom.model.language import Language, Localized
from newsroom.model.message import Message
from newsroom.networks.bluesky_records import COLLECTION, Record, record_key, with_picture, without_picture, written
from newsroom.networks.bluesky_sessions import PASSWORD, REFUSED, Session, error_of
from newsroom.networks.counting import BYTES, GRAPHEMES, graphemes, utf8_bytes
from newsroom.networks.network import Limit, Network, plainly
from newsroom.networks.outcomes import Declined, Undelivered, Unknown
from newsroom.networks.outlet import Access, Health
from newsroom.networks.thumbnails import Thumbnail, thumbnail
from newsroom.networks.web import Answer

MOST_GRAPHEMES: Final = 300
MOST_BYTES: Final = 3000
MOST_IN_PICTURE: Final = 1_000_000
"""Bytes (https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/embed/external.json)."""
_PICTURE: Final = "picture"
_OCCUPIED: Final = "InvalidSwap"
"""What a put is answered where another record stands already."""
_PUT: Final = "com.atproto.repo.putRecord"
_GET: Final = "com.atproto.repo.getRecord"
_UPLOAD: Final = "com.atproto.repo.uploadBlob"


class Bluesky:
    """An account on a server of the AT Protocol."""

    def __init__(self, access: Access) -> None:
        self._handle = access.carrier.handle.removeprefix("@")
        self._web = access.web
        self._session = Session(access)

    def parts(self, _: Language) -> Sequence[str]:
        """One post."""
        return (ANNOUNCEMENT,)

    def seal(self, identity: Identity, message: Message, now: datetime.datetime) -> Sealed:
        """The record with its facets and its time, and the key that it will stand under."""
        return Sealed(identity, message, now, {"key": record_key(identity, now), "record": written(message, now)})

    def prepare(self, sealed: Sealed) -> Mapping[str, str]:
        """Upload the card's picture, for Bluesky never looks at the page; a post goes without one that fails."""
        self._session.begin()
        picture = self._picture(sealed.message.card.picture)
        if not picture:
            return {}
        headers = {"Content-Type": picture.type}
        try:
            answer = self._session.ask("POST", _UPLOAD, content=picture.data, headers=headers)
        except Undelivered:
            return {}
        reference = answer.at("blob")
        return {_PICTURE: json.dumps(reference)} if reference else {}

    def _picture(self, address: str) -> Thumbnail | None:
        with suppress(Undelivered):
            return thumbnail(self._web.ask("GET", address).body, MOST_IN_PICTURE)
        return None

    def send(self, sealed: Sealed, prepared: Mapping[str, str]) -> Receipt:
        """Put the record, if nothing stands under its key; where the server refuses it, without its picture."""
        key, picture = sealed.extras["key"], prepared.get(_PICTURE, "")
        answer = self._put(sealed, picture)
        if picture and answer.status == REFUSED and error_of(answer) != _OCCUPIED:
            answer = self._put(sealed, "")
        if error_of(answer) == _OCCUPIED:
            return self._occupant(sealed)
        if answer.status == REFUSED:
            raise Declined(self._session.reason(_PUT, answer))
        if answer.at("uri") != self._uri(key):
            raise Unknown(self._session.reason(_PUT, answer))
        return self._receipt(key)

    def _put(self, sealed: Sealed, picture: str) -> Answer:
        record = with_picture(json.loads(sealed.extras["record"]), picture)
        # A null means "only where there is nothing"; without the name the server would overwrite.
        body = json.dumps({**self._place(sealed.extras["key"]), "record": record, "swapRecord": None})
        return self._session.do(_PUT, {REFUSED}, content=body, headers={"Content-Type": "application/json"})

    def _occupant(self, sealed: Sealed) -> Receipt:
        """The receipt of what stood under the key before; who cannot see it does not know whose it is."""
        try:
            found = self._found(sealed.extras["key"])
        except Undelivered as error:
            raise Unknown(error.reason) from None
        if found is None:
            raise Unknown(Localized("كان تحت مفتاح الرسالة منشور ثم زال", "what stood under the message's key is gone"))
        return self._acknowledged(sealed, found)

    def recover(self, sealed: Sealed, _: Mapping[str, str], __: datetime.datetime) -> Receipt | None:
        """Look under its key: what is not there may be put again, however late an earlier try arrives."""
        found = self._found(sealed.extras["key"])
        return None if found is None else self._acknowledged(sealed, found)

    def _found(self, key: str) -> Record | None:
        answer = self._session.ask("GET", _GET, {REFUSED}, params=self._place(key))
        if error_of(answer) == "RecordNotFound":
            return None
        record = answer.at("value")
        if not isinstance(record, dict):
            raise Unknown(self._session.reason(_GET, answer))
        return record

    def _acknowledged(self, sealed: Sealed, found: Record) -> Receipt:
        key = sealed.extras["key"]
        if without_picture(found) != without_picture(json.loads(sealed.extras["record"])):
            raise Declined(_another(self._uri(key)))
        return self._receipt(key)

    def delete(self, receipt: Receipt) -> None:
        """Take the record out; what is not there is gone already."""
        key = receipt.id.rpartition("/")[2]
        self._session.ask("POST", "com.atproto.repo.deleteRecord", json=self._place(key))

    def health(self) -> Health:
        """Ask whose session it is."""
        return Health(str(self._session.ask("GET", "com.atproto.server.getSession").at("handle") or ""))

    def _place(self, key: str) -> dict[str, str]:
        return {"repo": self._session.holder, "collection": COLLECTION, "rkey": key}

    def _uri(self, key: str) -> str:
        return f"at://{self._session.holder}/{COLLECTION}/{key}"

    def _receipt(self, key: str) -> Receipt:
        return Receipt(self._uri(key), f"https://bsky.app/profile/{self._handle}/post/{key}")


def _another(uri: str) -> Localized[str]:
    return Localized(
        f"تحت مفتاح هذه الرسالة ({uri}) منشور آخر لم نرسله؛ فانظر من يكتب في هذا الحساب",
        f"a post that we did not send stands under this message's key ({uri}); find out who writes to this account",
    )


NETWORK: Final = Network(
    "bluesky",
    (Limit(MOST_GRAPHEMES, graphemes, GRAPHEMES), Limit(MOST_BYTES, utf8_bytes, BYTES)),
    plainly,
    hashtags=3,
    opened=Bluesky,
    settings={
        "server": Localized(
            "عنوان الخادم الذي فيه الحساب، مثل https://bsky.social",
            "the address of the server that the account is on, such as https://bsky.social",
        )
    },
    secrets={
        PASSWORD: Localized(
            "كلمة مرور خاصة بالتطبيقات، تُنشأ في إعدادات الحساب", "an app password, made in the account's settings"
        )
    },
)
