"""What the conformance suite asks of whatever stands for a network."""

from __future__ import annotations

import datetime
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from newsroom.model.crossposting import Carrier
from newsroom.model.delivery import Identity
from newsroom.model.language import Language
from newsroom.model.message import Card, Message
from newsroom.networks import NETWORKS
from newsroom.networks.network import Draft
from newsroom.networks.outlet import Access, Outlet
from newsroom.networks.secrets import Secrets
from newsroom.networks.web import Web

if TYPE_CHECKING:
    import httpx


class Fault(Enum):
    """What the next deed meets, the request after which something would be public; or the next picture."""

    REFUSED = "nobody listens"
    DROPPED = "the line drops before anything is done"
    ANSWER_LOST = "it is done and the line drops before the answer"
    BUSY = "too many requests, in the network's own words and headers"
    FAILED = "an error of the server, and nothing is done"
    FAILED_DONE = "an error of the server, and yet it is done"
    DENIED = "the token is refused"
    PICTURE_REFUSED = "the next picture is refused"


WORDS: Mapping[Language, str] = {
    "ar": "نتائج {number} (النصف الأول) #١ [أ] _ب_ <ج> & 8.4% ~ @د {{هـ}} a|b *و* \\ز: نمت الإيرادات إلى ٢٣٫٤ مليون",
    "en": "Results {number} (first half) #1 [a] _b_ <c> & 8.4% ~ @d {{e}} a|b *f* \\g: revenue grew to OMR 23.4m",
}
"""Every character that means something to some network, in a text where it means nothing."""
HASHTAGS: Mapping[Language, str] = {"ar": "الأمن_الغذائي", "en": "Ports"}
ALT: Mapping[Language, str] = {"ar": "بطاقة تحمل عنوان الخبر", "en": "A card with the headline"}


@dataclass(frozen=True)
class Public:
    """What readers see of a message; ``language`` and ``alt`` are empty where the network does not carry them."""

    id: str
    text: str
    language: str = ""
    alt: str = ""


class Stand(ABC):
    """An account on something that stands for a network, and enforces its limits as the network does.

    ``environment`` has the account's secrets, and ``revoked`` others under the same names that the network does not
    accept. ``faults`` are those that can be met here. ``transport`` leads requests to where they are answered, if the
    outlet's addresses do not. ``carries_language`` and ``carries_alt`` say what the network takes beside a text,
    ``deletes`` whether it takes anything back, ``health_knows`` whether health can tell that secrets were revoked,
    ``repeats`` that all its messages are alike and each may be repeated, and ``lists`` that a message in doubt is
    looked for in a list that may show it late.
    """

    carrier: Carrier
    environment: Mapping[str, str] = {}
    revoked: Mapping[str, str] = {}
    faults: frozenset[Fault] = frozenset()
    transport: httpx.BaseTransport | None = None
    carries_language: bool = False
    carries_alt: bool = False
    deletes: bool = True
    health_knows: bool = True
    repeats: bool = False
    lists: bool = False

    @abstractmethod
    def public(self) -> Sequence[Public]:
        """What readers see now, the oldest first; what came twice under one id, and they are shown once, once."""

    @abstractmethod
    def deeds(self) -> int:
        """How many requests came so far that would have made something public."""

    def named(self, **secrets: str) -> Mapping[str, str]:
        """Secrets by what each is for, under the names that the account has for them."""
        return {Secrets(self.carrier, {}).name(purpose): secret for purpose, secret in secrets.items()}

    def fault(self, fault: Fault) -> None:
        """Let the next deed meet a fault, or the next picture."""
        raise NotImplementedError

    def unreachable(self, *, gone: bool) -> None:
        """Let nobody listen any more, or again."""
        raise NotImplementedError

    def late(self, *, late: bool) -> None:
        """Let the list leave out what is public, or show it again."""
        raise NotImplementedError

    def shown(self, message: Message) -> str:
        """The text that readers see of a message, where that is another than what is sent."""
        return message.text

    def message(self, number: int, language: Language, picture: str) -> Message:
        """A message that differs from every other of another number or language."""
        address = f"https://newsroom.luban.om/{language}/posts/2026/results-{number}/"
        words = WORDS[language].format(number=number)
        draft = Draft(words, (HASHTAGS[language],), address)
        card = Card(f"Title {number}", "Description", picture, ALT[language])
        text = NETWORKS[self.carrier.network].written(draft)
        return Message(f"post-{number}", language, self.carrier.network, self.carrier.handle, text, address, card)

    def too_long(self, message: Message) -> str:
        """A text that is too long for the network; empty where it takes any."""
        most = max((limit.most for limit in NETWORKS[self.carrier.network].limits), default=0)
        return message.text + " كلمات" * most if most else ""

    def identity(self, message: Message, outlet: Outlet) -> Identity:
        """What the message is: the first of the parts that the outlet sends."""
        part = outlet.parts(message.language)[0]
        return Identity(message.post, message.language, message.network, message.handle, part)

    def outlet(self, environment: Mapping[str, str], ahead: datetime.timedelta = datetime.timedelta(0)) -> Outlet:
        """The account's outlet, with these secrets and a clock that is ahead."""
        opened = NETWORKS[self.carrier.network].opened
        assert opened
        return opened(self.access(environment, ahead))

    def access(self, environment: Mapping[str, str], ahead: datetime.timedelta = datetime.timedelta(0)) -> Access:
        """What the outlet may use."""

        def clock() -> datetime.datetime:
            return datetime.datetime.now(datetime.UTC) + ahead

        secrets = Secrets(self.carrier, environment)
        return Access(self.carrier, secrets, Web(clock, secrets.hide, self.transport), clock)
