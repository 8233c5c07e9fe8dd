"""How Meta's networks are asked, and what their errors mean (https://developers.facebook.com/docs/graph-api/guides/error-handling).

An error has a number, which says more than the status: number 2 asks to be tried again later, and what it is about was
seen to be published all the same, each time.
"""

from __future__ import annotations

import datetime
from typing import Final

from newsroom.networks.outcomes import NotSent, Undelivered, Unknown
from newsroom.networks.outlet import Access
from newsroom.networks.web import Answer

_ERRORS: Final = range(400, 600)
_UNSURE: Final = frozenset({1, 2})
"""Numbers of errors of the server."""
_THROTTLED: Final = frozenset({4, 17, 32, 341, 613})
"""Numbers that say that too much was asked of Meta."""
_PAUSE: Final = datetime.timedelta(hours=1)
"""Over which Meta counts, and after which it may be asked again."""


class Graph:
    """An account's web on one of Meta's servers: paths instead of addresses, and fields of forms."""

    def __init__(self, access: Access, server: str) -> None:
        self._web, self._clock, self._server = access.web, access.clock, server
        self._token = access.secrets.get("token")

    def ask(self, method: str, path: str, **fields: str) -> Answer:
        """A request that nobody sees. Raises ``NotSent`` and ``Declined``."""
        address, where = f"{self._server}/{path}", "data" if method == "POST" else "params"
        answer = self._web.ask(method, address, _ERRORS, **{where: self._signed(fields)})
        error = self.failure(path, answer)
        if isinstance(error, Unknown):
            raise NotSent(error.reason)
        if error:
            raise error
        return answer

    def do(self, path: str, **fields: str) -> Answer:
        """The deed, whatever is answered: :meth:`failure` says what that means."""
        return self._web.do("POST", f"{self._server}/{path}", _ERRORS, data=self._signed(fields))

    def inspected(self) -> Answer:
        """What the server tells of the token itself."""
        return self.ask("GET", "debug_token", input_token=self._token)

    def failure(self, path: str, answer: Answer) -> Undelivered | None:
        """What an answer says went wrong, if anything did."""
        if answer.status not in _ERRORS:
            return None
        address, number = f"{self._server}/{path}", answer.at("error", "code")
        if number in _UNSURE:
            return Unknown(self._web.reason(address, answer))
        if number in _THROTTLED:
            until = self._web.wanted_pause(answer) or self._clock() + _PAUSE
            return NotSent(self._web.reason(address, answer), until)
        return self._web.failure(address, answer)

    def unanswered(self, path: str, answer: Answer) -> Unknown:
        """For an answer that says that all is well, and does not say where."""
        return Unknown(self._web.reason(f"{self._server}/{path}", answer))

    def _signed(self, fields: dict[str, str]) -> dict[str, str]:
        return {**fields, "access_token": self._token}
