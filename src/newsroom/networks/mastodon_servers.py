"""A server that speaks Mastodon's API, asked in the name of one account (https://docs.joinmastodon.org/methods/)."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Annotated, Any, Final, TypeVar

import msgspec

from newsroom.model.delivery import Receipt
from newsroom.networks.outcomes import Unknown
from newsroom.networks.web import Answer, Web

GONE: Final = 404
_PAGE: Final = 40
"""The most statuses that are given at once (https://docs.joinmastodon.org/methods/accounts/#statuses)."""
_PAGES: Final = 25
"""So many pages are looked through for a message: a thousand statuses."""

_Told = TypeVar("_Told")


@dataclass(frozen=True, slots=True)
class Limits:
    """The most letters of a status, and how many any link counts; nothing where a server does not say."""

    max_characters: int | None = None
    characters_reserved_per_url: int | None = None


@dataclass(frozen=True, slots=True)
class _Configuration:
    statuses: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class _Instance:
    configuration: _Configuration = field(default_factory=_Configuration)


@dataclass(frozen=True, slots=True)
class _Status:
    id: str
    created_at: Annotated[datetime.datetime, msgspec.Meta(tz=True)]
    content: str = ""
    url: str | None = None

    @property
    def receipt(self) -> Receipt:
        return Receipt(self.id, self.url or "")


@dataclass(frozen=True, slots=True)
class _Source:
    text: str


@dataclass(frozen=True, slots=True)
class _Account:
    id: str
    acct: str


@dataclass(frozen=True, slots=True)
class _Link:
    href: str


@dataclass(frozen=True, slots=True)
class _Links:
    links: list[_Link]


@dataclass(frozen=True, slots=True)
class _Software:
    name: str


@dataclass(frozen=True, slots=True)
class _Node:
    software: _Software


class MastodonServer:
    """A server at an address; ``token`` is the account's."""

    def __init__(self, address: str, web: Web, token: str) -> None:
        self._address = address.rstrip("/")
        self._web = web
        self._token = token
        self._limits: Limits | None = None

    def limits(self) -> Limits:
        """What the server takes, asked once."""
        if not self._limits:
            self._limits = self._instance().configuration.statuses
        return self._limits

    def _instance(self) -> _Instance:
        """What the server says of itself, by the newest method that it has and in words that are understood."""
        for version in ("v2", "v1"):
            answer = self._web.ask("GET", f"{self._address}/api/{version}/instance", {GONE})
            with suppress(Unknown):
                return self._read(answer, _Instance)
        return _Instance()

    def post(self, fields: Mapping[str, str], key: str) -> Receipt:
        """The deed."""
        headers = {**self._authorization(), "Idempotency-Key": key}
        answer = self._web.do("POST", f"{self._address}/api/v1/statuses", data=dict(fields), headers=headers)
        return self._read(answer, _Status).receipt

    def find(self, link: str, text: str, since: datetime.datetime) -> Receipt | None:
        """The account's own status of an instant or later that has a link and a text."""
        with_link = (each for each in self._statuses(since) if link in _targets(each.content))
        return next((each.receipt for each in with_link if self._says(each.id, text)), None)

    def _says(self, status: str, text: str) -> bool:
        """Whether a status has a text, as far as the server tells: its HTML may lack what was taken for markup."""
        answer = self._asked("GET", f"/api/v1/statuses/{status}/source", {GONE})
        return answer.status == GONE or self._read(answer, _Source).text.split() == text.split()

    def _statuses(self, since: datetime.datetime) -> Iterator[_Status]:
        """The account's own statuses back to an instant, the newest first."""
        path, params = f"/api/v1/accounts/{self._account().id}/statuses", {"limit": str(_PAGE)}
        for _ in range(_PAGES):
            page = self._read(self._asked("GET", path, params=params), list[_Status])
            yield from (each for each in page if each.created_at >= since)
            if not page or page[-1].created_at < since:
                return
            params = {**params, "max_id": page[-1].id}

    def delete(self, status: str) -> None:
        """Take a status down."""
        self._asked("DELETE", f"/api/v1/statuses/{status}", {GONE})

    def holder(self) -> str:
        """The name of the account whose token it is."""
        return f"@{self._account().acct}"

    def software(self) -> str:
        """What the server says that it runs (https://nodeinfo.diaspora.software/protocol)."""
        links = self._read(self._web.ask("GET", f"{self._address}/.well-known/nodeinfo"), _Links).links
        nodes = (self._read(self._web.ask("GET", each.href), _Node) for each in reversed(links))
        return next((each.software.name for each in nodes), "")

    def _account(self) -> _Account:
        return self._read(self._asked("GET", "/api/v1/accounts/verify_credentials"), _Account)

    def _asked(self, method: str, path: str, expected: Collection[int] = (), **content: Any) -> Answer:
        return self._web.ask(method, self._address + path, expected, headers=self._authorization(), **content)

    def _authorization(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._token}"}

    def _read(self, answer: Answer, kind: type[_Told]) -> _Told:
        """What was answered. What cannot be understood tells nothing, and raises ``Unknown``."""
        try:
            return msgspec.json.decode(answer.body, type=kind, strict=False)
        except msgspec.MsgspecError:
            raise Unknown(self._web.reason(self._address, answer)) from None


class _Anchors(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.targets: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Keep the target of a link."""
        if tag == "a":
            self.targets.update(value for name, value in attributes if name == "href" and value)


def _targets(html: str) -> set[str]:
    """The addresses that a text links to."""
    parser = _Anchors()
    parser.feed(html)
    return parser.targets
