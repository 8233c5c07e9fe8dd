"""The published site as a stranger meets it: addresses that lead to files, and the feeds that it offers."""

from __future__ import annotations

import datetime
import email.utils
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import lxml.etree
import lxml.html
from lxml.etree import _Element
from lxml.html import HtmlElement
from PIL import Image

from newsroom.languages import words as words_in

NAMES = {
    "at": "http://purl.org/atompub/tombstones/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "fh": "http://purl.org/syndication/history/1.0",
    "media": "http://search.yahoo.com/mrss/",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
"""The namespaces that a feed of ours may use, by their usual prefixes."""

LANGUAGES = {"ar": "ar-OM", "en": "en-GB"}
"""The folder of each language, and its tag in feeds."""

LIVE = {"rss": "feed.xml", "atom": "atom.xml", "json": "feed.json"}
"""The live feed of everything in each format, below the folder of its language."""


@dataclass(frozen=True)
class PictureFile:
    """A picture as it lies in the site: bytes, pixels, and what it is."""

    length: int
    width: int
    height: int
    media_type: str


@dataclass(frozen=True)
class Site:
    """A built site: ``home`` is the address of its root."""

    folder: Path
    home: str

    def file(self, url: str) -> Path | None:
        """The file that an absolute address leads to; nothing where it leads elsewhere or nowhere."""
        if not url.startswith(self.home):
            return None
        path = unquote(urlsplit(url).path.removeprefix(urlsplit(self.home).path))
        file = self.folder / (f"{path}index.html" if path.endswith("/") or not path else path)
        return file if file.is_file() else None

    def url(self, file: Path) -> str:
        """The address of a file."""
        return self.home + file.relative_to(self.folder).as_posix().removesuffix("index.html")

    def picture(self, url: str) -> PictureFile | None:
        """The picture at an address, measured."""
        file = self.file(url)
        if file is None:
            return None
        with Image.open(file) as image:
            media_type = Image.MIME[image.format or ""]
            return PictureFile(file.stat().st_size, image.width, image.height, media_type)

    def leads_nowhere(self, url: str) -> bool:
        """Whether an address into the site meets no file."""
        return url.startswith(self.home) and self.file(url) is None

    @cached_property
    def pages(self) -> tuple[Path, ...]:
        """Every HTML file but those that stand for missing pages."""
        return tuple(file for file in sorted(self.folder.rglob("*.html")) if file.name != "404.html")

    def files(self, pattern: str) -> tuple[Path, ...]:
        """The files of a pattern, in order."""
        return tuple(sorted(self.folder.glob(pattern)))

    def feeds(self, name: str) -> tuple[Document, ...]:
        """Every feed of a format, archives among them: ``rss``, ``atom`` or ``json``."""
        live = self.files(f"*/{LIVE[name]}")
        assert len(live) == len(LANGUAGES), f"no {LIVE[name]} in each language"
        rest = self.files(f"*/feeds/{name}/**/*{Path(LIVE[name]).suffix}")
        return tuple(Document(self, file) for file in (*live, *rest))


@dataclass(frozen=True)
class Published:
    """A file of the site."""

    site: Site
    file: Path

    @property
    def url(self) -> str:
        return self.site.url(self.file)


class Document(Published):
    """A feed in the site."""

    @property
    def language(self) -> str:
        """The language whose folder it stands in."""
        return self.file.relative_to(self.site.folder).parts[0]

    @property
    def is_archive(self) -> bool:
        return self.file.parent.name == "archive"

    @property
    def is_of_everything(self) -> bool:
        """Whether it is the live feed of everything."""
        return self.file.parent.name == self.language

    @cached_property
    def root(self) -> _Element:
        return lxml.etree.fromstring(self.file.read_bytes())

    @cached_property
    def data(self) -> dict[str, Any]:
        return json.loads(self.file.read_bytes())

    def __str__(self) -> str:
        return self.file.relative_to(self.site.folder).as_posix()


def texts(element: _Element, path: str) -> list[str]:
    """The words of all elements or attributes on a path, with :data:`NAMES`."""
    found = element.xpath(path, namespaces=NAMES)
    return [each if isinstance(each, str) else each.text or "" for each in found]


def text(element: _Element, path: str) -> str:
    """The words of the only one on a path; empty where there is none or are several."""
    found = texts(element, path)
    return found[0] if len(found) == 1 else ""


def is_withdrawn(words: str) -> bool:
    """Whether a title is that of a notice in the place of a post."""
    return words in {words_in(language).withdrawn_title for language in LANGUAGES}


def fragment(html: str) -> HtmlElement:
    """HTML of an item, in an element of its own."""
    return lxml.html.fragment_fromstring(html, create_parent="div")


def words_of(html: str) -> str:
    """The words of an item's HTML, white space made single."""
    return " ".join(fragment(html).text_content().split())


def mail_date(words: str) -> datetime.datetime | None:
    """An instant as RFC 822 writes it."""
    try:
        return email.utils.parsedate_to_datetime(words)
    except ValueError:
        return None


def instant(words: str) -> datetime.datetime | None:
    """An instant as RFC 3339 writes it, with its zone."""
    try:
        read = datetime.datetime.fromisoformat(words)
    except ValueError:
        return None
    return read if read.tzinfo else None


def is_far(url: str) -> bool:
    """Whether an address is absolute, ASCII and of the web."""
    parts = urlsplit(url)
    return url.isascii() and " " not in url and parts.scheme in {"http", "https"} and bool(parts.netloc)


def addresses_in(html: str) -> Iterator[str]:
    """Every address in an item's HTML."""
    for element in fragment(html).iter("*"):
        for name in ("href", "src", "cite", "poster"):
            if (value := element.get(name)) is not None:
                yield value
        for candidate in (element.get("srcset") or "").split(","):
            yield from candidate.split()[:1]
