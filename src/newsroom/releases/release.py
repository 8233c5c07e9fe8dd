"""What is known of a release: which commit it is, of which instant, and how much it holds."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Final

import msgspec

from newsroom.releases.contents import Counts

RECORD: Final = "release.json"
SITE: Final = "site"


class Release(msgspec.Struct, frozen=True):
    """A whole site as it was published.

    ``instant`` is the one that it shows; ``due`` the next at which the public site changes by itself, or nothing. Both
    are aware. ``reason`` tells why it holds less than the one before, where it does.
    """

    number: int
    commit: str
    instant: datetime.datetime
    due: datetime.datetime | None
    counts: Counts
    reason: str = ""

    @property
    def name(self) -> str:
        """The name of its folder, in the order of publication."""
        return f"{self.number:06}-{self.commit[:12]}"


_encoder: Final = msgspec.json.Encoder()
_decoder: Final = msgspec.json.Decoder(Release)


def write_record(folder: Path, release: Release) -> None:
    """Put what is known of a release beside its site."""
    (folder / RECORD).write_bytes(msgspec.json.format(_encoder.encode(release), indent=2) + b"\n")


def read_record(folder: Path) -> Release | None:
    """What is known of the release in a folder, or nothing where it is none, or not whole."""
    try:
        return _decoder.decode((folder / RECORD).read_bytes())
    except (OSError, msgspec.DecodeError):
        return None
