"""Secrets of accounts: from the environment, else from the system's keyring, and never in anything that is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote, quote_plus

from newsroom.errors import SecretMissing
from newsroom.model.crossposting import Carrier

SERVICE: Final = "newsroom"
"""The name under which the keyring holds what is ours."""
HIDDEN: Final = "[secret]"
_LEAST: Final = 6
"""A secret of fewer letters is not looked for in texts: it would take out words that say what went wrong."""

Lookup = Callable[[str], str | None]
"""Gives the secret of a name, if it has one."""


class Secrets:
    """The secrets of one account, asked for by what each is for: ``token``, ``password``."""

    def __init__(self, carrier: Carrier, environment: Mapping[str, str], keyring: Lookup = lambda _: None) -> None:
        self._carrier = carrier
        self._environment = environment
        self._keyring = keyring
        self._known: dict[str, str] = {}
        self._learned: set[str] = set()

    def __repr__(self) -> str:
        """Names alone."""
        return f"Secrets({self._carrier.network} {self._carrier.handle})"

    def name(self, purpose: str) -> str:
        """The name under which a secret is looked for: ``NEWSROOM_MASTODON_LUBAN_SOCIAL_EXAMPLE_TOKEN``."""
        words = re.findall(r"[A-Za-z0-9]+", f"{self._carrier.network} {self._carrier.handle} {purpose}")
        return "_".join(("NEWSROOM", *words)).upper()

    def get(self, purpose: str) -> str:
        """A secret. Raises :class:`SecretMissing`."""
        found = self.find(purpose)
        if not found:
            name = self.name(purpose)
            raise SecretMissing(
                f"{self._carrier.network} {self._carrier.handle}: the secret {name} is neither in the environment nor"
                " in the keyring",
                f"{self._carrier.network} {self._carrier.handle}: المتغير السري {name} غير موجود في البيئة ولا في"
                " سلسلة المفاتيح",
            )
        return found

    def find(self, purpose: str) -> str:
        """A secret, or an empty text where there is none."""
        if purpose not in self._known:
            name = self.name(purpose)
            self._known[purpose] = (self._environment.get(name) or self._keyring(name) or "").strip()
        return self._known[purpose]

    def learn(self, secret: str) -> None:
        """Hide what was given in exchange for a secret, and is one itself, such as the token of a session."""
        self._learned.add(secret)

    def hide(self, text: str) -> str:
        """A text without any of the secrets that were asked for or learnt."""
        secrets = {*self._known.values(), *self._learned}
        forms = {form for secret in secrets if len(secret) >= _LEAST for form in _forms(secret)}
        for form in sorted(forms, key=lambda form: (-len(form), form)):
            text = text.replace(form, HIDDEN)
        return text


def _forms(secret: str) -> tuple[str, ...]:
    """A secret as it is, and as it stands in addresses and forms, in the two ways to write these."""
    return secret, quote(secret, safe=""), quote(secret), quote_plus(secret)


def from_keyring(name: str) -> str | None:
    """A secret from the system's keyring, where the package ``keyring`` is installed and can be asked."""
    try:
        import keyring  # noqa: PLC0415 - few need it, and it asks the system's services when it is loaded

        return keyring.get_password(SERVICE, name)
    except Exception:
        return None
