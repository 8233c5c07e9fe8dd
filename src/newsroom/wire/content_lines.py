"""Values in the content lines that vCard and iCalendar share, and names that never change for what the files list.

``icalendar`` writes and folds the lines: at 75 octets, never inside a letter. Texts are escaped here, since it takes a
backslash before a capital N for a line break: https://datatracker.ietf.org/doc/html/rfc5545#section-3.3.11.
"""

from __future__ import annotations

import uuid
from typing import Final

from icalendar import Component, vText

from newsroom.model.newsroom import Newsroom
from newsroom.wire.characters import sound

_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


class Verbatim(vText):
    """A value that stands in the file as it is."""

    def to_ical(self) -> bytes:
        """The value in UTF-8."""
        return str(self).encode()


def plain(value: str, **parameters: str | list[str]) -> Verbatim:
    """A value that needs no escapes, such as an address or a date."""
    return Verbatim(sound(value).replace("\n", " "), params=parameters)


def text(words: str, language: str = "") -> Verbatim:
    """Words for people. ``language`` is a BCP 47 tag, told to the reader unless it is empty."""
    return Verbatim(_escaped(words), params={"LANGUAGE": language} if language else None)


def fields(*words: str) -> Verbatim:
    """A value of several parts, such as a name: https://datatracker.ietf.org/doc/html/rfc2426#section-3.1.2."""
    return Verbatim(";".join(map(_escaped, words)))


def written(component: Component) -> bytes:
    """A component as a file, its lines in the order in which they were set."""
    return bytes(component.to_ical(sorted=False))


def permanent_name(newsroom: Newsroom, kind: str, key: str) -> str:
    """The UUID of what has a key in this newsroom, the same in both languages and wherever the newsroom stands.

    It is made from the organisation's website, for others' keys may be the same, as RFC 9562 makes version 5.
    """
    namespace = uuid.uuid5(uuid.NAMESPACE_URL, newsroom.organization.website)
    return str(uuid.uuid5(namespace, f"{kind}/{key}"))


def _escaped(words: str) -> str:
    return sound(words).translate(_ESCAPES)
