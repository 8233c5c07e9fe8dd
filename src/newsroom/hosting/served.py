"""What a server is told of a site: where it stands and lies, what moved, what is gone, and where previews lie."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final
from urllib.parse import urlsplit

from newsroom.hosting.headers import HIDDEN, PREVIEWED, SAFETY, rules
from newsroom.hosting.redirects import Leads
from newsroom.model.language import LANGUAGES
from newsroom.pages import addresses

OPEN_NAMES: Final = r"^(?:/(?:\.well-known|[^./\x00][^/\x00]*)?)+$"
"""Paths that are answered at all. No name in them begins with a dot, as those of git and of editors do, but the one
for machines (https://www.rfc-editor.org/rfc/rfc8615); none holds the byte 0, at which a file system stops reading."""
LARGEST_BODY: Final = "1k"
"""What is read of a request's body: nothing here takes one."""
PREVIEWS: Final = "previews/"
"""Where previews stand below the site's own address."""


@dataclass(frozen=True, slots=True)
class Previews:
    """The folder that holds a folder for each preview, and who may look: all, or who is named in a file of passwords.

    ``accounts`` are the names and hashes in that file, for a server that does not read it.
    """

    folder: PurePath
    passwords: PurePath | None = None
    accounts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Served:
    """A site as a server knows it.

    ``address`` is absolute; ``folder`` is what lies there, or the symlink that leads to it. ``leads`` are old addresses
    with the new ones, and ``gone`` the addresses of notices that stand for what the law took away; all of these are
    below the site's root.
    """

    address: str
    folder: PurePath
    leads: Leads = ()
    gone: tuple[str, ...] = ()
    previews: Previews | None = None

    @property
    def top(self) -> str:
        """The path of the site's root, with a slash at both ends."""
        return urlsplit(self.address).path or "/"

    @property
    def previewed(self) -> str:
        """The path below which previews stand."""
        return self.top + PREVIEWS

    @property
    def not_found(self) -> Mapping[str, str]:
        """The page for paths where nothing stands, by what these begin with; the most particular first."""
        own = {f"{self.top}{addresses.home(each)}": f"{self.top}{addresses.not_found(each)}" for each in LANGUAGES}
        return {**own, self.top: self.top + addresses.NOT_FOUND}


def headers_of_previews() -> dict[str, str]:
    """All headers of whatever is below the previews' path, but for its type."""
    return {**SAFETY, **HIDDEN, **PREVIEWED}


def types_in_previews(previewed: str) -> Iterator[tuple[str, str]]:
    """Each type that the end of a name does not tell, with an expression for the paths that have it in any preview."""
    by_type: dict[str, list[str]] = {}
    for rule in rules("https://preview.invalid/"):
        if "Content-Type" in rule.headers:
            by_type.setdefault(rule.headers["Content-Type"], []).append(_expression(rule.path))
    for content_type, paths in by_type.items():
        yield content_type, f"^{re.escape(previewed)}[^/]+(?:{'|'.join(paths)})"


def _expression(path: str) -> str:
    return re.escape(path[:-1]) if path.endswith("*") else f"{re.escape(path)}$"
