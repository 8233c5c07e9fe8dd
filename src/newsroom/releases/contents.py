"""What a finished site holds that must not be lost, counted from its files: what readers get, not what was meant."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from newsroom.model.language import LANGUAGES, Language
from newsroom.pages.lasting import is_lasting

CONTENTS: Final = "contents.json"
"""The file beside a release's site that holds its contents; it can be made again from the site."""
_POST: Final = re.compile(r"(?:ar|en)/posts/[0-9]{4}/[^/]+/")


class Counts(msgspec.Struct, frozen=True):
    """How much a site holds in both languages: addresses that are promised for ever, posts, and feed items."""

    addresses: int
    posts: int
    items: int


class Contents(msgspec.Struct, frozen=True):
    """What a site holds in both languages, each in order.

    ``addresses`` are those that are promised for ever, posts among them; ``items`` are the entries of the feed of
    everything, each a language and the entry's id.
    """

    addresses: tuple[str, ...] = ()
    items: tuple[str, ...] = ()

    @property
    def counts(self) -> Counts:
        """How much that is."""
        posts = sum(1 for address in self.addresses if _POST.fullmatch(address))
        return Counts(len(self.addresses), posts, len(self.items))

    def beyond(self, other: Contents) -> Contents:
        """What is here, and not in the other."""
        return Contents(_beyond(self.addresses, other.addresses), _beyond(self.items, other.items))


class _Entry(msgspec.Struct):
    id: str


class _Feed(msgspec.Struct):
    items: list[_Entry]


_decode_feed: Final = msgspec.json.Decoder(_Feed).decode
_encode: Final = msgspec.json.Encoder().encode
_decode: Final = msgspec.json.Decoder(Contents).decode


def contents_of(site: Path) -> Contents:
    """What the site in a folder holds."""
    items = {f"{language} {entry}" for language in LANGUAGES for entry in _entries(site, language)}
    return Contents(tuple(sorted(filter(is_lasting, _addresses(site)))), tuple(sorted(items)))


def write_contents(folder: Path, contents: Contents) -> None:
    """Put what a release holds beside its site."""
    (folder / CONTENTS).write_bytes(_encode(contents) + b"\n")


def read_contents(folder: Path) -> Contents | None:
    """What a release holds, as it was written beside its site; nothing where that is gone or broken."""
    try:
        return _decode((folder / CONTENTS).read_bytes())
    except (OSError, msgspec.DecodeError):
        return None


def contents_in(site: Path) -> Contents:
    """What a finished release holds, whose site this is; counted again where that is not known any more."""
    return read_contents(site.parent) or contents_of(site)


def _addresses(site: Path) -> Iterator[str]:
    top = len(str(site)) + 1
    for folder, _, files in os.walk(site):
        below = folder[top:].replace(os.sep, "/")
        for name in files:
            if name == "index.html" and below:
                yield f"{below}/"
            else:
                yield f"{below}/{name}" if below else name


def _entries(site: Path, language: Language) -> Iterator[str]:
    """The ids in the feed of everything in a language, and in its archives."""
    archive = (site / language / "feeds" / "json" / "archive").glob("*.json")
    for feed in (site / language / "feed.json", *archive):
        if feed.is_file():
            yield from (entry.id for entry in _decode_feed(feed.read_bytes()).items)


def _beyond(some: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(set(some) - set(others)))
