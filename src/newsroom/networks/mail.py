"""A press list by e-mail: a letter of their own to each reader, so that none sees another.

Servers do not tell that they had a letter before, and nobody can look into a reader's box: what is in doubt stays so.
What was released a day ago is news no more.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from email.utils import parseaddr
from pathlib import Path
from typing import Final

from newsroom.errors import AccountUnusable
from newsroom.model.crossposting import Carrier
from newsroom.model.delivery import Identity, Receipt, Sealed
from newsroom.model.language import Language, Localized
from newsroom.model.message import Message
from newsroom.networks.mail_letters import MESSAGE_ID, Sender, letter, message_id
from newsroom.networks.mail_readers import Reader, read_readers, sound_address
from newsroom.networks.mail_sending import SCHEMES, PostOffice
from newsroom.networks.network import Draft, Network, plainly
from newsroom.networks.one_way import OneWay
from newsroom.networks.outcomes import Declined
from newsroom.networks.outlet import Access, Health

LAPSES: Final = datetime.timedelta(days=1)
_PRESS: Final = "press"
"""The list's name where its handle has no letter of ASCII, in which such names are written (RFC 2919)."""


def written(draft: Draft) -> str:
    """Words and link; the headline is the subject as well."""
    return plainly(Draft(draft.words, (), draft.link))


class PressList(OneWay):
    """A list of readers, each of whom is sent a letter in the language that they read.

    Raises :class:`AccountUnusable` where the list or its sender cannot be used.
    """

    def __init__(self, access: Access) -> None:
        secret = access.secrets.get
        self._office = PostOffice(access.carrier.server, secret("user"), secret("password"), access.secrets.hide)
        self._sender = _sender(access.carrier)
        self._readers = _by_part(read_readers(Path(secret("recipients")), secret("salt")))

    def parts(self, language: Language) -> Sequence[str]:
        """The keyed hashes of those who read the language, in the order of the file, each once."""
        return tuple(part for part, languages in self._readers.items() if language in languages)

    def seal(self, identity: Identity, message: Message, now: datetime.datetime) -> Sealed:
        """Fix the letter's id; its date is the instant of the claim."""
        return Sealed(identity, message, now, {MESSAGE_ID: message_id(identity, self._sender)})

    def send(self, sealed: Sealed, _: Mapping[str, str]) -> Receipt:
        """Hand in the letter to one reader."""
        whole = letter(sealed, self._sender, self._reader(sealed.identity))
        with self._office.open() as line:
            self._office.hand_over(line, whole)
        return Receipt(sealed.extras[MESSAGE_ID])

    def health(self) -> Health:
        """Log in where letters are handed in."""
        with self._office.open():
            return Health(self._sender.address)

    def _reader(self, identity: Identity) -> Reader:
        reader = self._readers.get(identity.part, {}).get(identity.language)
        if reader is None:
            raise Declined(Localized("لم يعد القارئ في القائمة", "the reader is on the list no more"))
        return reader


def _by_part(readers: Iterable[Reader]) -> Mapping[str, Mapping[Language, Reader]]:
    """Readers by their hashes, and by the languages that each reads."""
    found: dict[str, dict[Language, Reader]] = {}
    for reader in readers:
        found.setdefault(reader.part, {}).setdefault(reader.language, reader)
    return found


def _sender(carrier: Carrier) -> Sender:
    name, address = parseaddr(carrier.id)
    sound = sound_address(address)
    if not sound:
        raise AccountUnusable(
            f'mail {carrier.handle}: "{carrier.id}" is no sender; write one such as: Luban <news@luban.example>',
            f"mail {carrier.handle}: «{carrier.id}» ليس مرسلًا؛ اكتب مثل: لُبان <news@luban.example>",
        )
    return Sender(name, sound, "-".join(re.findall("[a-z0-9]+", carrier.handle.lower())) or _PRESS)


NETWORK: Final = Network(
    "mail",
    (),
    written,
    hashtags=0,
    opened=PressList,
    settings={
        "server": Localized(
            "خادم البريد: smtps://host:465 أو smtp://host:587", "the mail server: smtps://host:465 or smtp://host:587"
        ),
        "id": Localized(
            "المرسل باسمه وعنوانه: لُبان <news@luban.example>",
            "the sender with name and address: Luban <news@luban.example>",
        ),
    },
    secrets={
        "user": Localized("اسم الدخول إلى خادم البريد", "the name to log in with at the mail server"),
        "password": Localized("كلمة المرور لخادم البريد", "the password for the mail server"),
        "recipients": Localized(
            "المسار الكامل لملف القراء خارج المستودع: عنوان ولغة في كل سطر",
            "the full path of the file of readers, outside the repository: an address and a language a line",
        ),
        "salt": Localized(
            "كلمة عشوائية طويلة لا تتغيّر، يُعرف بها القراء في السجل من غير عناوينهم",
            "a long random word that never changes, by which the ledger knows readers without their addresses",
        ),
    },
    lapses=LAPSES,
    schemes=SCHEMES,
    public=False,
    illustrated=False,
)
