"""Posts on X, and how an account is found to have one.

Requests are signed with OAuth 1.0a, whose secrets alone do not expire
(https://docs.x.com/fundamentals/authentication/oauth-1-0a/obtaining-user-access-tokens). X makes the card of the link
itself. It knows no key of ours for a post, and refuses a text that it has just had, without saying where that is; so
what is in doubt is looked for among the account's own posts, by the link and by the words. Reading costs too: a tenth
of a cent for each post.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlencode

from newsroom.model.delivery import Receipt, Sealed
from newsroom.model.language import Localized
from newsroom.model.message import Message
from newsroom.networks.likeness import SLACK, alike
from newsroom.networks.outcomes import Declined, NotSent, Undelivered, Unknown
from newsroom.networks.outlet import Access, Health, WholeMessages
from newsroom.networks.web import Answer

SERVER: Final = "https://api.x.com"
SITE: Final = "https://x.com"
_UNPAID: Final = 402
_FORBIDDEN: Final = 403
_PAUSE: Final = datetime.timedelta(hours=1)
"""Before it is asked again whether somebody has paid."""
_MOST_READ: Final = 100
"""The most posts that one answer holds."""
_REPEATED: Final = "duplicate content"
"""In the words with which X refuses a text that it had; there is no code for it."""
_NOT_FOUND: Final = Localized(
    "لا تظهر الرسالة بين منشورات الحساب، وقد تكون منشورة؛ انظر في الحساب",
    "the message is not among the account's posts, and may yet be out; look at the account",
)

SECRETS: Final[Mapping[str, Localized[str]]] = {
    "api_key": Localized("مفتاح التطبيق", "the app's API key"),
    "api_secret": Localized("سر مفتاح التطبيق", "the app's API key secret"),
    "token": Localized("رمز وصول الحساب", "the account's access token"),
    "token_secret": Localized("سر رمز الوصول", "the access token's secret"),
}
"""In the order in which oauthlib takes them."""


class Poster(WholeMessages):
    """An account of which we have the four secrets that sign."""

    def __init__(self, access: Access) -> None:
        self._web, self._clock = access.web, access.clock
        self._name = access.carrier.handle.removeprefix("@")
        self._secrets = {purpose: access.secrets.get(purpose) for purpose in SECRETS}

    def send(self, sealed: Sealed, _: Mapping[str, str]) -> Receipt:
        """Post the text."""
        address = f"{SERVER}/2/tweets"
        signed = self._signed("POST", address)
        answer = self._web.do(
            "POST", address, (_UNPAID, _FORBIDDEN), json={"text": sealed.message.text}, headers=signed
        )
        if answer.status == _UNPAID:
            raise NotSent(self._web.reason(address, answer), self._clock() + _PAUSE)
        if answer.status == _FORBIDDEN:
            return self._adopted(sealed, self._web.reason(address, answer), str(answer.at("detail")))
        number = answer.at("data", "id")
        if not number:
            raise Unknown(self._web.reason(address, answer))
        return self._receipt(number)

    def recover(self, sealed: Sealed, _: Mapping[str, str], since: datetime.datetime) -> Receipt | None:
        """Look among the posts since then. Not to find it proves nothing: X says nowhere how soon it shows a post."""
        found = self._found(sealed.message, since)
        if not found:
            raise Unknown(_NOT_FOUND)
        return found

    def delete(self, receipt: Receipt) -> None:
        """Take the post down."""
        self._asked("DELETE", f"/2/tweets/{receipt.id}")

    def health(self) -> Health:
        """Whose the secrets are."""
        name = str(self._asked("GET", "/2/users/me").at("data", "username"))
        if name.lower() != self._name.lower():
            raise Declined(
                Localized(f"هذه أسرار حساب آخر: @{name}", f"these are the secrets of another account: @{name}")
            )
        return Health(f"@{name}")

    def _adopted(self, sealed: Sealed, reason: Localized[str], detail: str) -> Receipt:
        if _REPEATED not in detail.lower():
            raise Declined(reason)
        # X had this text, so an earlier try may have come through.
        try:
            found = self._found(sealed.message, sealed.made)
        except Undelivered:
            found = None
        if not found:
            raise Unknown(reason)
        return found

    def _found(self, message: Message, since: datetime.datetime) -> Receipt | None:
        holder = self._asked("GET", "/2/users/me").at("data", "id")
        start = (since - SLACK).astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        fields = {"start_time": start, "max_results": _MOST_READ, "tweet.fields": "created_at,entities"}
        posts = self._asked("GET", f"/2/users/{holder}/tweets?{urlencode(fields)}").at("data") or []
        return next((self._receipt(post["id"]) for post in posts if _is(post, message)), None)

    def _receipt(self, number: str) -> Receipt:
        return Receipt(number, f"{SITE}/{self._name}/status/{number}")

    def _asked(self, method: str, path: str) -> Answer:
        address = f"{SERVER}{path}"
        return self._web.ask(method, address, headers=self._signed(method, address))

    def _signed(self, method: str, address: str) -> dict[str, str]:
        # Compiles its patterns when it is imported.
        from oauthlib.oauth1 import Client  # type: ignore[import-untyped]  # noqa: PLC0415

        client = Client(*self._secrets.values(), timestamp=str(int(self._clock().timestamp())))
        # It tells its log what it signs, keys and all.
        logging.getLogger("oauthlib").setLevel(logging.CRITICAL)
        # Without the body, as JSON is not signed: oauthlib would add a digest of it, which X never asked for.
        _, headers, _ = client.sign(address, method)
        return dict(headers)


def _is(post: Mapping[str, Any], message: Message) -> bool:
    return alike(message.text, post["text"]) and message.link in {*_links(post), *post["text"].split()}


def _links(post: Mapping[str, Any]) -> Iterator[str]:
    for link in post.get("entities", {}).get("urls", []):
        yield from (link.get(name, "") for name in ("expanded_url", "unwound_url"))
