"""Posts on LinkedIn by a page or a member, with the card of the link, for LinkedIn does not look at the page.

LinkedIn refuses a text that it had, and names the post that it takes for the same: for a day or two also one that was
deleted, under a name that leads nowhere. A page's posts can be read and looked through, those of a member cannot.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from newsroom.errors import AccountUnusable
from newsroom.model.delivery import Receipt, Sealed
from newsroom.model.language import Localized
from newsroom.model.message import Card, Message
from newsroom.networks.likeness import SLACK, alike
from newsroom.networks.little_text import readable
from newsroom.networks.outcomes import Declined, NotSent, Undelivered, Unknown
from newsroom.networks.outlet import Access, Health, WholeMessages
from newsroom.networks.web import TOO_MANY, Answer

SERVER: Final = "https://api.linkedin.com"
SITE: Final = "https://www.linkedin.com/feed/update"
VERSION: Final = "202609"
"""Of the API, which is switched off on 15 September 2027; to be looked at by 1 June 2027
(https://learn.microsoft.com/linkedin/marketing/versioning)."""
_REPEATED: Final = 422
_NOT_FOUND: Final = 404
_MOST_READ: Final = 100
_PAUSE: Final = datetime.timedelta(hours=1)
"""Limits end at midnight UTC, and no answer says so; it may be asked once an hour until then."""
_AUTHOR: Final = re.compile(r"urn:li:(?:organization|person):[\w-]+")
_NAMED: Final = re.compile(r"urn:li:(?:share|ugcPost|activity):\d+")
_MEMBER: Final = Localized(
    "لا تسمح LinkedIn بقراءة منشورات الأفراد؛ انظر في الحساب لتعرف هل وصلت الرسالة",
    "LinkedIn lets nobody read a member's posts; look at the profile whether the message arrived",
)
_ABSENT: Final = Localized(
    "لا تظهر الرسالة بين منشورات الصفحة، وقد تكون منشورة؛ انظر في الصفحة",
    "the message is not among the page's posts, and may yet be out; look at the page",
)


class Author(WholeMessages):
    """A page or a member, by the name that LinkedIn has for it: ``urn:li:organization:…`` or ``urn:li:person:…``.

    Raises :class:`AccountUnusable` where it is neither.
    """

    def __init__(self, access: Access) -> None:
        carrier = access.carrier
        if not _AUTHOR.fullmatch(carrier.id):
            raise AccountUnusable(
                f"{carrier.name}: the id {carrier.id} is neither urn:li:organization:… nor urn:li:person:…",
                f"{carrier.name}: المعرّف {carrier.id} ليس urn:li:organization:… ولا urn:li:person:…",
            )
        self._web, self._clock, self._id = access.web, access.clock, access.carrier.id
        self._headers = {
            "Authorization": f"Bearer {access.secrets.get('token')}",
            "LinkedIn-Version": VERSION,
            "X-Restli-Protocol-Version": "2.0.0",
        }

    @property
    def _is_page(self) -> bool:
        return self._id.startswith("urn:li:organization:")

    def prepare(self, sealed: Sealed) -> Mapping[str, str]:
        """Upload the picture of the card; a post without one is a post."""
        try:
            return {"picture": self._uploaded(sealed.message.card)}
        except Undelivered:
            return {}

    def send(self, sealed: Sealed, prepared: Mapping[str, str]) -> Receipt:
        """Post the text with its card."""
        address = f"{SERVER}/rest/posts"
        record = _post(self._id, sealed.message, prepared.get("picture", ""))
        answer = self._web.do("POST", address, (_REPEATED, TOO_MANY), json=record, headers=self._headers)
        self._held(address, answer)
        if answer.status == _REPEATED:
            return self._adopted(sealed, address, answer)
        name = answer.headers.get("x-restli-id")
        if not name:
            raise Unknown(self._web.reason(address, answer))
        return _receipt(name)

    def recover(self, sealed: Sealed, _: Mapping[str, str], since: datetime.datetime) -> Receipt | None:
        """Look among a page's posts since then. Not to find it proves nothing: nobody says how soon it is shown."""
        if not self._is_page:
            raise Unknown(_MEMBER)
        start = (since - SLACK).timestamp() * 1000
        for post in self._posts(_MOST_READ):
            if post.get("createdAt", 0) >= start and _is(post, sealed.message):
                return _receipt(post["id"])
        raise Unknown(_ABSENT)

    def delete(self, receipt: Receipt) -> None:
        """Take the post down."""
        self._asked("DELETE", f"/rest/posts/{quote(receipt.id, safe='')}")

    def health(self) -> Health:
        """Whether the page's posts can be read, or whose the member's token is."""
        if self._is_page:
            self._posts(1)
            return Health(self._id)
        answer = self._asked("GET", "/v2/userinfo")
        if f"urn:li:person:{answer.at('sub')}" != self._id:
            name = answer.at("name")
            raise Declined(Localized(f"هذا رمز حساب آخر: {name}", f"this is the token of another account: {name}"))
        return Health(str(answer.at("name")))

    def _uploaded(self, card: Card) -> str:
        picture = self._web.ask("GET", card.picture)
        wanted = {"initializeUploadRequest": {"owner": self._id}}
        begun = self._asked("POST", "/rest/images?action=initializeUpload", json=wanted)
        headers = {"Authorization": self._headers["Authorization"]}
        self._web.ask("PUT", str(begun.at("value", "uploadUrl")), content=picture.body, headers=headers)
        return str(begun.at("value", "image"))

    def _adopted(self, sealed: Sealed, address: str, answer: Answer) -> Receipt:
        named = _NAMED.search(str(answer.at("message")))
        if not named:
            raise self._web.failure(address, answer)
        try:
            post = self._asked("GET", f"/rest/posts/{quote(named.group(), safe='')}", expected=(_NOT_FOUND,))
        except Undelivered:
            raise Unknown(self._web.reason(address, answer)) from None
        if not _is(post.json(), sealed.message):
            raise Declined(self._web.reason(address, answer))
        return _receipt(named.group())

    def _posts(self, most: int) -> list[dict[str, Any]]:
        author = quote(self._id, safe="")
        answer = self._asked("GET", f"/rest/posts?author={author}&q=author&count={most}&sortBy=CREATED")
        return list(answer.at("elements") or [])

    def _asked(self, method: str, path: str, **content: Any) -> Answer:
        address = f"{SERVER}{path}"
        expected = (TOO_MANY, *content.pop("expected", ()))
        answer = self._web.ask(method, address, expected, headers=self._headers, **content)
        self._held(address, answer)
        return answer

    def _held(self, address: str, answer: Answer) -> None:
        if answer.status == TOO_MANY:
            now = self._clock().astimezone(datetime.UTC)
            midnight = now.replace(hour=0, minute=0, second=0, microsecond=0) + datetime.timedelta(days=1)
            raise NotSent(self._web.reason(address, answer), min(midnight, now + _PAUSE))


def _post(author: str, message: Message, picture: str) -> dict[str, Any]:
    """A post as the Posts API wants it; what stands in the card is plain text, unlike the commentary."""
    article = {"source": message.link, "title": message.card.title, "description": message.card.description}
    if picture:
        article |= {"thumbnail": picture, "thumbnailAltText": message.card.alt}
    return {
        "author": author,
        "commentary": message.text,
        "visibility": "PUBLIC",
        "distribution": {"feedDistribution": "MAIN_FEED", "targetEntities": [], "thirdPartyDistributionChannels": []},
        "content": {"article": article},
        "lifecycleState": "PUBLISHED",
        "isReshareDisabledByAuthor": False,
    }


def _receipt(name: str) -> Receipt:
    return Receipt(name, f"{SITE}/{name}/")


def _is(post: Mapping[str, Any], message: Message) -> bool:
    source = post.get("content", {}).get("article", {}).get("source")
    return bool(source == message.link and alike(readable(message.text), readable(post.get("commentary", ""))))
