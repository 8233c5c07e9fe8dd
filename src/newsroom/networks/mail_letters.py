"""A message as a letter to one reader of a press list: the same bytes at every try, and nothing that reports back.

Headers are those that mailbox providers ask of whoever writes to many
(https://support.google.com/a/answer/81126), but for the unsubscription by one click, which needs a server of ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy, Policy
from typing import Final
from urllib.parse import quote
from xml.etree import ElementTree as Tree

from newsroom.model.delivery import Identity, Sealed
from newsroom.model.language import Localized
from newsroom.model.message import Message
from newsroom.networks.mail_readers import Reader

MESSAGE_ID: Final = "message_id"
"""The name under which the id of a letter is sealed."""
_WHY: Final = Localized(
    "تصلك هذه الرسالة لأن عنوانك في القائمة الصحفية لدى {name}. ولإزالته منها اكتب إلى:",
    "You receive this because your address is on the press list of {name}. To be taken off it, write to:",
)
_SIGNATURE: Final = "-- "
"""The line above what is no news (https://www.rfc-editor.org/rfc/rfc3676#section-4.3)."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes: a name that readers see, an address, and the list's own name among those of its domain."""

    name: str
    address: str
    list_name: str

    @property
    def domain(self) -> str:
        """Where the address is at home."""
        return self.address.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as a server is handed it, to the reader who stands on that ``line`` of the list.

    ``is_international`` where an address has other letters than those of ASCII.
    """

    sender: str
    reader: str = field(repr=False)
    line: int
    content: bytes = field(repr=False)
    is_international: bool


class _Unbroken(UnstructuredHeader, BaseHeader):
    """A header of one long word, which the library would encode to make it shorter, and nobody would decode."""

    def fold(self, *, policy: Policy) -> str:
        """On one line."""
        return f"{self.name}: {self}{policy.linesep}"


def message_id(identity: Identity, sender: Sender) -> str:
    """The same for a message and a reader, whatever becomes of the words."""
    return f"<{identity.key}@{sender.domain}>"


def letter(sealed: Sealed, sender: Sender, reader: Reader) -> Letter:
    """The letter to a reader."""
    is_international = not (reader.address + sender.address).isascii()
    mail = EmailMessage(policy=_policy(is_international=is_international))
    for name, value in _headers(sealed, sender, reader.address):
        mail[name] = value
    mail.set_content(_plain(sealed.message, sender), cte="base64")
    mail.add_alternative(_html(sealed.message, sender), subtype="html", cte="base64")
    # The library takes what begins so from the whole to its first part: it has to come last.
    mail["Content-Language"] = sealed.message.language
    mail.set_boundary(f"newsroom-{sealed.identity.key}")
    return Letter(sender.address, reader.address, reader.line, mail.as_bytes(), is_international)


def _policy(*, is_international: bool) -> EmailPolicy[EmailMessage]:
    registry = HeaderRegistry()
    registry.map_to_type("list-unsubscribe", _Unbroken)
    return SMTP.clone(header_factory=registry, utf8=is_international)


def _headers(sealed: Sealed, sender: Sender, reader: str) -> tuple[tuple[str, object], ...]:
    leave = f"mailto:{quote(sender.address, safe='@')}?subject={quote(f'unsubscribe {reader}', safe='')}"
    return (
        ("From", _named(sender.address, sender.name)),
        ("To", _named(reader)),
        ("Date", sealed.made),
        ("Message-ID", sealed.extras[MESSAGE_ID]),
        ("Subject", sealed.message.card.title),
        ("List-Id", f"<{sender.list_name}.{sender.domain}>"),
        ("List-Unsubscribe", f"<{leave}>"),
        ("Auto-Submitted", "auto-generated"),
    )


def _named(address: str, name: str = "") -> Address:
    local, _, domain = address.rpartition("@")
    return Address(name, local, domain)


def _plain(message: Message, sender: Sender) -> str:
    return "\n".join((message.text, "", _SIGNATURE, _why(message, sender), sender.address, ""))


def _why(message: Message, sender: Sender) -> str:
    return _WHY[message.language].format(name=sender.name or sender.domain)


def _html(message: Message, sender: Sender) -> str:
    """The same words, and no picture: to fetch one from us would tell that the letter was read."""
    direction = {"lang": message.language, "dir": "rtl" if message.language == "ar" else "ltr"}
    root = Tree.Element("html", direction)
    head = Tree.SubElement(root, "head")
    Tree.SubElement(head, "meta", {"charset": "utf-8"})
    Tree.SubElement(head, "title").text = message.card.title
    # Some readers throw away what stands around the body.
    block = Tree.SubElement(Tree.SubElement(root, "body"), "div", direction)
    for paragraph in message.text.split("\n\n"):
        _add_lines(Tree.SubElement(block, "p"), paragraph)
    Tree.SubElement(block, "hr")
    why = Tree.SubElement(block, "p")
    why.text = _why(message, sender) + " "
    _add_link(why, f"mailto:{sender.address}", sender.address)
    return "<!doctype html>\n" + Tree.tostring(root, encoding="unicode", method="html") + "\n"


def _add_lines(paragraph: Tree.Element, text: str) -> None:
    for number, line in enumerate(text.split("\n")):
        if number:
            Tree.SubElement(paragraph, "br")
        for place, part in enumerate(re.split(r"(https?://\S+)", line)):
            if place % 2:
                _add_link(paragraph, part, part)
            else:
                _add_text(paragraph, part)


def _add_link(parent: Tree.Element, address: str, shown: str) -> None:
    Tree.SubElement(parent, "a", {"href": address, "dir": "ltr"}).text = shown


def _add_text(parent: Tree.Element, text: str) -> None:
    """Text after the last element, where there is one."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
