"""What the media library shows."""

from __future__ import annotations

from typing import Literal

import msgspec

from newsroom.model.language import Language
from newsroom.pages.views import Image, Link, Pager


class Exhibit(msgspec.Struct, frozen=True):
    """A picture to take along. ``subject`` is the post or person that it belongs to, or nothing.

    ``title`` says what it is, in ``language``; so do its own words. ``note`` says what these do not, or is empty.
    ``ground`` is that on which it can be seen, where this matters.
    """

    image: Image
    title: str
    language: Language
    subject: Link | None
    note: str
    ground: Literal["", "light", "dark"] = ""


class Wall(msgspec.Struct, frozen=True):
    """Pictures of one kind under their heading; ``anchor`` is the identity by which links lead to it."""

    anchor: str
    heading: str
    exhibits: tuple[Exhibit, ...]


class Choice(msgspec.Struct, frozen=True):
    """A part of the library to choose, with the number of its pictures in words, and whether it is on this page."""

    link: Link
    count: str
    is_here: bool


class MediaLibraryView(msgspec.Struct, frozen=True):
    """The media library, or the part of it that holds a year. ``introduction`` stands on its front alone."""

    introduction: str
    kicker: Link | None
    choices: tuple[Choice, ...]
    walls: tuple[Wall, ...]
    pager: Pager
    kit: Link
