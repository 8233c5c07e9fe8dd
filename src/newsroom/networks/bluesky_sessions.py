"""A session on a server of the AT Protocol, begun with an app password.

https://docs.bsky.app/docs/api/com-atproto-server-create-session
A log-in counts against limits of some hundred a day, so there is one session an account and run, refreshed when the
server no longer knows its token.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Final

from newsroom.model.language import Localized
from newsroom.networks.outcomes import Declined, NotSent
from newsroom.networks.outlet import Access
from newsroom.networks.web import Answer

PASSWORD: Final = "password"  # noqa: S105 (what the secret is for)
_REFUSALS: Final = {"ExpiredToken", "InvalidToken"}
"""What is said of a token, with the status 400 or 401."""
REFUSED: Final = 400
"""The status of what a server will not do: the body says why."""
_STATUSES: Final = {REFUSED, 401}


@dataclass(frozen=True, slots=True)
class _Tokens:
    holder: str
    access: str
    refresh: str


class Session:
    """What an account asks of its server, as itself."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self._server = access.carrier.server.rstrip("/")
        self._password = access.secrets.get(PASSWORD)
        self._tokens: _Tokens | None = None
        self._refusal: Declined | NotSent | None = None

    @property
    def holder(self) -> str:
        """The account's permanent id."""
        return self._known().holder

    def begin(self) -> None:
        """Log in, if that has not been done."""
        self._known()

    def ask(self, method: str, name: str, expected: Collection[int] = (), **content: Any) -> Answer:
        """A request that nobody sees (:meth:`newsroom.networks.web.Web.ask`), to the method ``name``."""
        return self._answered(self._access.web.ask, method, name, expected, content)

    def do(self, name: str, expected: Collection[int] = (), **content: Any) -> Answer:
        """The deed (:meth:`newsroom.networks.web.Web.do`)."""
        return self._answered(self._access.web.do, "POST", name, expected, content)

    def reason(self, name: str, answer: Answer) -> Localized[str]:
        """What was answered, for people."""
        return self._access.web.reason(self._address(name), answer)

    def _answered(
        self, send: Callable[..., Answer], method: str, name: str, expected: Collection[int], content: dict[str, Any]
    ) -> Answer:
        answer = self._sent(send, method, name, expected, content)
        if _refuses_token(answer):
            # Refused before anything was done: what follows is still the only deed.
            self._refresh()
            answer = self._sent(send, method, name, expected, content)
        if answer.status in {*expected, *range(200, 300)}:
            return answer
        raise Declined(self.reason(name, answer))

    def _sent(
        self, send: Callable[..., Answer], method: str, name: str, expected: Collection[int], content: dict[str, Any]
    ) -> Answer:
        headers = {**content.get("headers", {}), "Authorization": f"Bearer {self._known().access}"}
        return send(method, self._address(name), _STATUSES | set(expected), **{**content, "headers": headers})

    def _known(self) -> _Tokens:
        if not self._tokens:
            self._tokens = self._logged_in()
        return self._tokens

    def _logged_in(self) -> _Tokens:
        """The tokens of a new session. Who was refused one does not ask again, for asking counts."""
        if self._refusal and self._lasts(self._refusal):
            raise self._refusal
        login = {"identifier": self._access.carrier.handle.removeprefix("@"), "password": self._password}
        try:
            return self._begun("com.atproto.server.createSession", json=login)
        except (Declined, NotSent) as refusal:
            self._refusal = refusal
            raise

    def _lasts(self, refusal: Declined | NotSent) -> bool:
        if isinstance(refusal, Declined):
            return True
        return refusal.until is not None and self._access.clock() < refusal.until

    def _refresh(self) -> None:
        headers = {"Authorization": f"Bearer {self._known().refresh}"}
        self._tokens = self._begun("com.atproto.server.refreshSession", headers=headers)

    def _begun(self, name: str, **content: Any) -> _Tokens:
        answer = self._access.web.ask("POST", self._address(name), **content)
        told = [answer.at(each) for each in ("did", "accessJwt", "refreshJwt")]
        if not all(told):
            raise Declined(self.reason(name, answer))
        tokens = _Tokens(*map(str, told))
        self._access.secrets.learn(tokens.access)
        self._access.secrets.learn(tokens.refresh)
        return tokens

    def _address(self, name: str) -> str:
        return f"{self._server}/xrpc/{name}"


def error_of(answer: Answer) -> str:
    """What a refusal is called (https://atproto.com/specs/xrpc#error-responses); empty where there is none."""
    return str(answer.at("error") or "") if answer.status >= REFUSED else ""


def _refuses_token(answer: Answer) -> bool:
    return answer.status in _STATUSES and error_of(answer) in _REFUSALS
