"""Threads (https://developers.facebook.com/docs/threads/posts), which takes a post in two steps.

A container is made, which nobody sees and which may be made again; then it is published, once. Its state tells what
became of it (https://developers.facebook.com/docs/threads/troubleshooting), so its id stands in the ledger before
anything is published. Threads makes the card of the first link itself.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Mapping
from typing import Final

from newsroom.model.delivery import Receipt, Sealed
from newsroom.model.language import Localized
from newsroom.model.message import Message
from newsroom.networks.counting import CHARACTERS, with_pictograms_as_bytes
from newsroom.networks.graph import Graph
from newsroom.networks.likeness import SLACK, alike
from newsroom.networks.network import Limit, Network, plainly
from newsroom.networks.outcomes import Declined, NotSent, Undelivered, Unknown
from newsroom.networks.outlet import Access, Health, WholeMessages

SERVER: Final = "https://graph.threads.net/v1.0"
MOST: Final = 450
"""The documented limit is 500 characters. How Arabic letters count is written nowhere, so some room is left."""
UNDER_WAY: Final = datetime.timedelta(minutes=15)
"""For so long an unpublished container may be one that is just being published: that was seen to take four minutes, and
Threads advises to ask for five."""
_WAITS: Final = (1, 2, 4, 8)
"""Seconds between questions whether a container of text is ready, which it is nearly always at once."""
_PAUSE: Final = datetime.timedelta(minutes=1)
_MOST_READ: Final = "100"
_MAY_BE_OUT: Final = Localized("قد تكون الرسالة قيد النشر", "the message may be about to be published")
_NOT_SHOWN: Final = Localized(
    "نُشرت الرسالة، ولا تظهر بعد بين منشورات الحساب", "the message is published, and not yet among the account's posts"
)


class Profile(WholeMessages):
    """A profile; ``wait`` waits for some seconds."""

    def __init__(self, access: Access, wait: Callable[[float], None] = time.sleep) -> None:
        self._graph, self._clock, self._wait = Graph(access, SERVER), access.clock, wait
        self._name = access.carrier.handle.removeprefix("@")

    def prepare(self, sealed: Sealed) -> Mapping[str, str]:
        """Make a container, and see it finished."""
        made = self._graph.ask("POST", "me/threads", media_type="TEXT", text=sealed.message.text)
        container = str(made.at("id"))
        for seconds in (*_WAITS, 0):
            state = self._state(container)
            if state != "IN_PROGRESS":
                break
            self._wait(seconds)
        if state == "FINISHED":
            return {"container": container, "made": self._clock().isoformat()}
        reason = Localized(f"حاوية Threads حالتها {state}", f"the Threads container is {state}")
        raise NotSent(reason, self._clock() + _PAUSE)

    def send(self, _: Sealed, prepared: Mapping[str, str]) -> Receipt:
        """Publish the container."""
        path = "me/threads_publish"
        answer = self._graph.do(path, creation_id=prepared["container"])
        error = self._graph.failure(path, answer)
        if error:
            raise error
        if not answer.at("id"):
            raise self._graph.unanswered(path, answer)
        return self._shown(str(answer.at("id")))

    def recover(self, sealed: Sealed, prepared: Mapping[str, str], since: datetime.datetime) -> Receipt | None:
        """Ask for the state of the container, and for the post if it is published."""
        state = self._state(prepared["container"])
        found = self._found(sealed.message, since)
        if found:
            return found
        if state == "PUBLISHED":
            raise Unknown(_NOT_SHOWN)
        # What left first may have been an earlier container, which is long past being published.
        begun = max(since, datetime.datetime.fromisoformat(prepared["made"]))
        if state in {"ERROR", "EXPIRED"} or self._clock() - begun > UNDER_WAY:
            return None
        raise Unknown(_MAY_BE_OUT)

    def delete(self, receipt: Receipt) -> None:
        """Take the post down."""
        self._graph.ask("DELETE", receipt.id)

    def health(self) -> Health:
        """Whose the token is, and until when it works, if Threads tells."""
        name = str(self._graph.ask("GET", "me", fields="id,username").at("username"))
        if name.lower() != self._name.lower():
            raise Declined(Localized(f"هذا رمز حساب آخر: @{name}", f"this is the token of another account: @{name}"))
        return Health(f"@{name}", self._expires())

    def _expires(self) -> datetime.datetime | None:
        try:
            seconds = self._graph.inspected().at("data", "expires_at")
        except Undelivered:
            # Some tokens may not be inspected, and work.
            return None
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC) if isinstance(seconds, int) else None

    def _state(self, container: str) -> str:
        return str(self._graph.ask("GET", container, fields="status").at("status"))

    def _found(self, message: Message, since: datetime.datetime) -> Receipt | None:
        start = str(int((since - SLACK).timestamp()))
        answer = self._graph.ask("GET", "me/threads", fields="id,permalink,text", since=start, limit=_MOST_READ)
        posts = answer.at("data") or []
        found = (post for post in posts if message.link in post.get("text", "") and alike(message.text, post["text"]))
        return next((Receipt(post["id"], post.get("permalink", "")) for post in found), None)

    def _shown(self, post: str) -> Receipt:
        try:
            return Receipt(post, str(self._graph.ask("GET", post, fields="permalink").at("permalink") or ""))
        except Undelivered:
            # It is out, whatever its address is.
            return Receipt(post)


NETWORK: Final = Network(
    "threads",
    (Limit(MOST, with_pictograms_as_bytes, CHARACTERS),),
    plainly,
    hashtags=1,
    opened=Profile,
    secrets={"token": Localized("رمز وصول طويل الأجل", "a long-lived access token")},
    settles=60,
)
