"""A built site as a reader's browser meets it: pages by address, parsed, with their links resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
from lxml.html import HtmlElement

_SPACES = re.compile(r"\s+")
_LOADED = "//link[not(@rel='alternate' or @rel='canonical' or @rel='me')]/@href | //*[not(self::link)]/@src | //@poster"
_CANDIDATE = re.compile(r"\S+(?= +[\d.]+[wx](?:,|$))")
"""An address in a ``srcset``."""
NOT_FOUND = frozenset({"404.html", "ar/404.html", "en/404.html"})
"""The pages that stand for what is missing, in both languages and in each."""
_INTERNAL = "//a/@href | //link/@href | //*/@src"


@dataclass(frozen=True)
class HtmlPage:
    """One HTML file of a tree; ``address`` is below the site's root, as in :mod:`newsroom.pages.addresses`."""

    tree: Path
    home: str
    address: str

    @property
    def file(self) -> Path:
        return file_of(self.tree, self.address)

    @cached_property
    def html(self) -> HtmlElement:
        return lxml.html.document_fromstring(self.file.read_bytes().decode("utf-8"))

    @property
    def url(self) -> str:
        return self.home + self.address

    @property
    def language(self) -> str:
        """The language that the address promises; the front door and the 404 stand for both, Arabic leading."""
        return "en" if self.address.startswith("en/") else "ar"

    @property
    def words(self) -> str:
        return text_of(self.html.body)

    @property
    def alternates(self) -> dict[str, str]:
        """Absolute addresses by ``hreflang``."""
        return {each.get("hreflang"): each.get("href") for each in self.html.xpath("//link[@hreflang]")}

    @property
    def robots(self) -> list[str]:
        return self.html.xpath("//meta[@name='robots']/@content")

    @property
    def links(self) -> list[str]:
        """Where the page leads or what it shows, absolute."""
        return [self.absolute(target) for target in self.html.xpath(_INTERNAL)]

    @property
    def loads(self) -> list[str]:
        """What a browser fetches to show the page, absolute."""
        offered = [target for each in self.html.xpath("//@srcset") for target in _CANDIDATE.findall(each)]
        return [self.absolute(target) for target in (*self.html.xpath(_LOADED), *offered)]

    def find(self, path: str) -> list[HtmlElement]:
        return self.html.xpath(path)

    def one(self, path: str) -> HtmlElement:
        (element,) = self.html.xpath(path)
        return element

    def linked_address(self, path: str) -> str:
        """Where the one link that ``path`` finds leads to, below the site's root."""
        return self.absolute(self.one(path).get("href")).removeprefix(self.home)

    def absolute(self, target: str) -> str:
        return urljoin(self.url, target)


class Tree:
    """A folder that was built, standing at ``home``."""

    def __init__(self, folder: Path, home: str) -> None:
        self.folder = folder
        self.home = home
        self.pages = [HtmlPage(folder, home, address) for address in sorted(_addresses(folder))]
        self._by_address = {page.address: page for page in self.pages}

    def __getitem__(self, address: str) -> HtmlPage:
        return self._by_address[address]

    def __contains__(self, address: str) -> bool:
        return address in self._by_address

    @property
    def files(self) -> list[Path]:
        return sorted(path for path in self.folder.rglob("*") if path.is_file())

    def leads_nowhere(self, link: str) -> bool:
        """Whether an absolute link into the site meets no file, or no element with its fragment's id."""
        parts = urlsplit(link)
        if parts.netloc != urlsplit(self.home).netloc:
            return False
        if not link.startswith(self.home):
            return True
        address = unquote(parts.path.removeprefix(urlsplit(self.home).path))
        if not file_of(self.folder, address).is_file():
            return True
        return bool(parts.fragment) and not self[address].html.xpath("//*[@id=$id]", id=unquote(parts.fragment))


def _addresses(folder: Path) -> Iterator[str]:
    for file in folder.rglob("*.html"):
        yield file.relative_to(folder).as_posix().removesuffix("index.html")


def file_of(folder: Path, address: str) -> Path:
    return folder / (f"{address}index.html" if address.endswith("/") or not address else address)


def text_of(element: HtmlElement) -> str:
    """The words in an element, white space made single."""
    return single_spaced(element.text_content())


def single_spaced(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def language_of(element: HtmlElement) -> str:
    """The language in which an element stands."""
    return element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")
