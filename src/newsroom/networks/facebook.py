"""A Facebook Page (https://developers.facebook.com/docs/pages-api/posts); the link stands beside the text.

Facebook makes the card of the link itself. It refuses some repeats and publishes others, so what is in doubt is looked
for in the page's feed, by the link and by the words.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, Final

from newsroom.model.delivery import Receipt, Sealed
from newsroom.model.language import Localized
from newsroom.model.message import Message
from newsroom.networks.counting import CHARACTERS
from newsroom.networks.graph import Graph
from newsroom.networks.likeness import SETTLES, SLACK, alike
from newsroom.networks.network import Limit, Network, without_link
from newsroom.networks.outcomes import Declined, Undelivered, Unknown
from newsroom.networks.outlet import Access, Health, WholeMessages
from newsroom.networks.web import Answer

SERVER: Final = "https://graph.facebook.com/v25.0"
SITE: Final = "https://www.facebook.com"
MOST: Final = 60_000
"""The limit is written nowhere; pages were seen with some 63,000 characters."""
_REPEATED: Final = 506
_REPEATED_OR_BARRED: Final = 368
_FIELDS: Final = "id,message,permalink_url,created_time,attachments{unshimmed_url}"
_MOST_READ: Final = "100"
_NOT_FOUND: Final = Localized(
    "لا تظهر الرسالة في الصفحة، وقد تكون منشورة؛ انظر في الصفحة",
    "the message is not in the page's feed, and may yet be out; look at the page",
)


class Page(WholeMessages):
    """A page, by the token of the page itself."""

    def __init__(self, access: Access) -> None:
        self._graph, self._id = Graph(access, SERVER), access.carrier.id

    def send(self, sealed: Sealed, _: Mapping[str, str]) -> Receipt:
        """Post the text with its link."""
        path = f"{self._id}/feed"
        answer = self._graph.do(path, message=sealed.message.text, link=sealed.message.link)
        error = self._graph.failure(path, answer)
        if error:
            return self._adopted(sealed, answer, error)
        if not answer.at("id"):
            raise self._graph.unanswered(path, answer)
        return _receipt(answer.at("id"), "")

    def recover(self, sealed: Sealed, _: Mapping[str, str], since: datetime.datetime) -> Receipt | None:
        """Look in the feed since then. Not to find it proves nothing: nobody says how soon a feed shows a post."""
        found = self._found(sealed.message, since)
        if not found:
            raise Unknown(_NOT_FOUND)
        return found

    def delete(self, receipt: Receipt) -> None:
        """Take the post down."""
        self._graph.ask("DELETE", receipt.id)

    def health(self) -> Health:
        """Whose the token is: a person's own would post as that person."""
        answer = self._graph.ask("GET", "me", fields="id,name")
        if answer.at("id") != self._id:
            raise Declined(
                Localized(
                    f"هذا رمز حساب آخر: {answer.at('name')}",
                    f"this is the token of another account: {answer.at('name')}",
                )
            )
        return Health(str(answer.at("name")))

    def _adopted(self, sealed: Sealed, answer: Answer, error: Undelivered) -> Receipt:
        number = answer.at("error", "code")
        if number not in {_REPEATED, _REPEATED_OR_BARRED}:
            raise error
        try:
            found = self._found(sealed.message, sealed.made)
        except Undelivered:
            raise Unknown(error.reason) from None
        if found:
            return found
        raise Unknown(error.reason) if number == _REPEATED else error

    def _found(self, message: Message, since: datetime.datetime) -> Receipt | None:
        start = str(int((since - SLACK).timestamp()))
        answer = self._graph.ask("GET", f"{self._id}/feed", fields=_FIELDS, since=start, limit=_MOST_READ)
        posts = answer.at("data") or []
        return next((_receipt(post["id"], post.get("permalink_url")) for post in posts if _is(post, message)), None)


def _receipt(number: str, address: str | None) -> Receipt:
    return Receipt(number, address or f"{SITE}/{number}")


def _is(post: Mapping[str, Any], message: Message) -> bool:
    return message.link in _links(post) and alike(message.text, post.get("message", ""))


def _links(post: Mapping[str, Any]) -> Iterator[str]:
    for attachment in post.get("attachments", {}).get("data", []):
        # Facebook may add a name of its own for the visit.
        yield attachment.get("unshimmed_url", "").partition("?")[0]


NETWORK: Final = Network(
    "facebook",
    (Limit(MOST, len, CHARACTERS),),
    without_link,
    hashtags=3,
    opened=Page,
    settings={"id": Localized("رقم الصفحة", "the page's number")},
    secrets={"token": Localized("رمز وصول الصفحة نفسها", "the access token of the page itself")},
    settles=SETTLES,
)
