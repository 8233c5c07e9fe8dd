"""Mastodon (https://docs.joinmastodon.org/methods/statuses/), and servers that speak as it does.

Each server has limits of its own; those by which messages are composed are those of a server that changed nothing
(https://docs.joinmastodon.org/user/posting/), and a message that is too long for its own is not sent.

A server remembers for an hour under which key it was asked to post, and does not post twice under one. Later than that,
or where a server is not known to mind the key, only looking at the account tells.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from newsroom.model.delivery import ANNOUNCEMENT, Identity, Receipt, Sealed
from newsroom.model.language import Language, Localized
from newsroom.model.message import Message
from newsroom.networks.counting import GRAPHEMES, with_links_as
from newsroom.networks.mastodon_servers import MastodonServer
from newsroom.networks.network import Limit, Network, plainly
from newsroom.networks.outcomes import Declined, Unknown
from newsroom.networks.outlet import Access, Health

MOST: Final = 500
LINK: Final = 23
"""What any link counts."""
REMEMBERED: Final = datetime.timedelta(minutes=50)
"""A server remembers keys for an hour (https://docs.joinmastodon.org/methods/statuses/#headers); clocks differ."""
SKEW: Final = datetime.timedelta(minutes=1)
"""How far a server's clock may be behind ours."""
TOKEN: Final = "token"  # noqa: S105 (what the secret is for)


class Mastodon:
    """An account on a server that speaks Mastodon's API."""

    def __init__(self, access: Access) -> None:
        self._clock = access.clock
        self._server = MastodonServer(access.carrier.server, access.web, access.secrets.get(TOKEN))

    def parts(self, _: Language) -> Sequence[str]:
        """One status."""
        return (ANNOUNCEMENT,)

    def seal(self, identity: Identity, message: Message, now: datetime.datetime) -> Sealed:
        """The message as it is: its key is its identity's."""
        return Sealed(identity, message, now)

    def prepare(self, sealed: Sealed) -> Mapping[str, str]:
        """Ask the server how much it takes. The picture is not sent: the server looks at the page itself."""
        limits = self._server.limits()
        most = limits.max_characters or MOST
        length = with_links_as(limits.characters_reserved_per_url or LINK, sealed.message.text)
        if length > most:
            raise Declined(
                Localized(
                    f"طول الرسالة {length} حرف، ولا يقبل الخادم أكثر من {most}؛ فاكتب للحساب نصًّا أقصر",
                    f"the message is {length} letters long and the server takes {most}; write shorter words for it",
                )
            )
        return {}

    def send(self, sealed: Sealed, _: Mapping[str, str]) -> Receipt:
        """Post the status under the key of its identity."""
        message = sealed.message
        fields = {"status": message.text, "language": message.language, "visibility": "public"}
        return self._server.post(fields, sealed.identity.key)

    def recover(self, sealed: Sealed, _: Mapping[str, str], since: datetime.datetime) -> Receipt | None:
        """Look for a status with the link; what is not there may be posted again while its key is remembered."""
        found = self._server.find(sealed.message.link, sealed.message.text, since - SKEW)
        if found or self._is_remembered(since):
            return found
        raise Unknown(
            Localized(
                "لم يُعثر على الرسالة في الحساب، وقد لا يعرف الخادم أنها أُرسلت إليه من قبل",
                "the message was not found on the account, and the server may not know that it was sent before",
            )
        )

    def _is_remembered(self, since: datetime.datetime) -> bool:
        """Whether a key that was used at an instant or later would still be known."""
        return -SKEW <= self._clock() - since <= REMEMBERED and self._server.software() == "mastodon"

    def delete(self, receipt: Receipt) -> None:
        """Take the status down; what is not there is gone already."""
        self._server.delete(receipt.id)

    def health(self) -> Health:
        """Ask whose token it is."""
        return Health(self._server.holder())


NETWORK: Final = Network(
    "mastodon",
    (Limit(MOST, partial(with_links_as, LINK), GRAPHEMES),),
    plainly,
    hashtags=3,
    opened=Mastodon,
    settings={
        "server": Localized(
            "عنوان الخادم الذي فيه الحساب، مثل https://mastodon.social",
            "the address of the server that the account is on, such as https://mastodon.social",
        )
    },
    secrets={
        TOKEN: Localized(
            "رمز وصول لتطبيق له الصلاحيتان read وwrite:statuses، يُنشأ في إعدادات الحساب تحت «التطوير»",
            "the access token of an application with the scopes read and write:statuses, made in the account's"
            " preferences under Development",
        )
    },
)
