"""Requests to networks, each answered or failed by the phase in which it failed; nothing is tried twice here.

What matters of a failure is whether something may have left: a connection that was never made sent nothing, and after
the request began only an answer tells.
"""

from __future__ import annotations

import datetime
import json
import logging
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import cache, cached_property
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from newsroom.model.language import Localized
from newsroom.model.problem import printable
from newsroom.networks.outcomes import Declined, NotSent, Unknown

if TYPE_CHECKING:
    import ssl

    import httpx

TOO_MANY: Final = 429
_CONNECT: Final = 10.0
"""Seconds to wait for a connection."""
_READ: Final = 120.0
"""Seconds to wait for an answer: who gives up early has an uncertain message more."""
_EXCERPT: Final = 300
"""Letters of an answer that are told to people."""
_RESETS: Final = ("x-rate-limit-reset", "ratelimit-reset", "x-ratelimit-reset")
_EPOCH: Final = 1_000_000_000
"""A larger number is an instant since 1970, a smaller one is seconds from now."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """The body read as JSON; an empty mapping where it is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return {}

    def at(self, *path: str | int) -> Any:
        """What stands in the JSON at a path of names and places; nothing where nothing does."""
        found = self.json()
        try:
            for step in path:
                found = found[step]
        except (KeyError, IndexError, TypeError):
            return None
        return found


class Web:
    """The web as an outlet sees it: its clock, and a guard that keeps secrets out of whatever is said of failures.

    ``transport`` stands for the network in tests; ``hide`` takes secrets out of a text.
    """

    def __init__(
        self,
        clock: Callable[[], datetime.datetime],
        hide: Callable[[str], str] = str,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._clock = clock
        self._hide = hide
        self._transport = transport

    def ask(self, method: str, address: str, expected: Collection[int] = (), **content: Any) -> Answer:
        """A request that nobody sees, and that may be repeated.

        An answer of the 200s or one that is ``expected`` is given. Raises ``NotSent`` and ``Declined``, never
        ``Unknown``. ``content`` is as httpx has it: ``json``, ``data``, ``content``, ``files``, ``headers``,
        ``params``.
        """
        try:
            return self._answered(method, address, expected, content)
        except Unknown as error:
            raise NotSent(error.reason) from None

    def do(self, method: str, address: str, expected: Collection[int] = (), **content: Any) -> Answer:
        """The deed: a request that makes something public. Raises ``NotSent``, ``Declined`` and ``Unknown``."""
        return self._answered(method, address, expected, content)

    def _answered(self, method: str, address: str, expected: Collection[int], content: Mapping[str, Any]) -> Answer:
        with self._phases(address):
            # A new connection: one that was idle may be closed under the request, and nobody could tell.
            timeout = self._httpx.Timeout(_READ, connect=_CONNECT)
            with self._client(timeout) as client:
                response = client.request(method, address, **content)
            answer = Answer(response.status_code, dict(response.headers), response.content)
        if answer.status in expected or answer.status // 100 == 2:
            return answer
        raise self.failure(address, answer)

    def _client(self, timeout: httpx.Timeout) -> httpx.Client:
        client: httpx.Client = self._httpx.Client(
            transport=self._transport, timeout=timeout, follow_redirects=False, verify=_authorities()
        )
        return client

    @contextmanager
    def _phases(self, address: str) -> Iterator[None]:
        httpx = self._httpx
        try:
            yield
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol) as error:
            raise NotSent(self._reason(address, str(error) or type(error).__name__)) from None
        except httpx.HTTPError as error:
            raise Unknown(self._reason(address, str(error) or type(error).__name__)) from None
        except (httpx.InvalidURL, UnicodeError) as error:
            raise Declined(self._reason(address, str(error))) from None

    def failure(self, address: str, answer: Answer) -> NotSent | Declined | Unknown:
        """What an answer that is none of the 200s says of a deed, unless it means something else on this network."""
        reason = self.reason(address, answer)
        if answer.status == TOO_MANY:
            return NotSent(reason, self.wanted_pause(answer))
        return Unknown(reason) if answer.status // 100 == 5 else Declined(reason)

    def reason(self, address: str, answer: Answer) -> Localized[str]:
        """What a server answered, for people."""
        # What is cut before it is hidden may be half a secret, which nobody knows again.
        words = self._hide(answer.body.decode("utf-8", "replace"))[:_EXCERPT]
        return self._reason(address, f"{answer.status} {' '.join(words.split())}".strip())

    def _reason(self, address: str, words: str) -> Localized[str]:
        host, told = _host(address), printable(self._hide(words))
        return Localized(f"{host}: الجواب: {told}", f"{host}: {told}")

    def wanted_pause(self, answer: Answer) -> datetime.datetime | None:
        """The instant until which a server wants to be left alone, if it says so in one of the usual headers."""
        wanted = answer.headers.get("retry-after", "")
        if wanted.isdigit():
            return self._clock() + datetime.timedelta(seconds=int(wanted))
        texts = (wanted, *(answer.headers.get(name, "") for name in _RESETS))
        return next(filter(None, map(self._instant, texts)), None)

    def _instant(self, text: str) -> datetime.datetime | None:
        """An instant in any form that servers use: seconds, seconds since 1970, HTTP's or that of ISO 8601."""
        try:
            if text.isdigit():
                number = int(text)
                at = datetime.datetime.fromtimestamp(number, datetime.UTC) if number > _EPOCH else None
                return at or self._clock() + datetime.timedelta(seconds=number)
            instant = datetime.datetime.fromisoformat(text) if text[:4].isdigit() else parsedate_to_datetime(text)
        except (ValueError, OverflowError, OSError):
            return None
        return instant if instant.tzinfo else instant.replace(tzinfo=datetime.UTC)

    @cached_property
    def _httpx(self) -> ModuleType:
        # Loaded where something is sent: it takes longer than to find that nothing is due.
        import httpx  # noqa: PLC0415

        # It tells its log the address of each request, in which some networks want the secret.
        for name in ("httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        return httpx


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.rpartition("@")[2]
    except ValueError:
        return "?"


@cache
def _authorities() -> ssl.SSLContext:
    """Whose certificates are believed: read once, for that takes longer than a short request."""
    import httpx  # noqa: PLC0415

    return httpx.create_ssl_context()
