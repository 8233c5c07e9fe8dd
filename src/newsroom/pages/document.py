"""Files of the site that are no pages: feeds, and all else that is made for machines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

import msgspec


class Texts(Protocol):
    """The texts of the site's pages, as the build made them."""

    def html(self, source: str) -> str:
        """The HTML that became of the text in a file below ``content/``; empty where there are no words in it."""
        ...

    def data(self, path: str) -> bytes:
        """The bytes of a file below ``content/``."""
        ...


Made = Iterator[tuple[str, bytes]]
"""Files as they come to be: address and bytes."""


class Document(msgspec.Struct, frozen=True, eq=False):
    """Files that are made together: where they stand, and the digest of all that they are made from but texts.

    ``making`` is a function of a module; it makes exactly the files at ``addresses`` from ``inputs`` and from the texts
    in ``sources``, files below ``content/``, and from the bytes of ``files`` there. It asks for no other. ``key`` is
    the digest of ``making`` and ``inputs``; a document that is made at once has none. ``is_costly`` tells one that is
    worth remembering where no site stands. ``folder``, with a slash at its end, is one that no other document or page
    uses: there the making may put files beside ``addresses`` that get their names only from what is in them.
    """

    addresses: tuple[str, ...]
    key: str
    making: Callable[..., Made]
    inputs: tuple[object, ...]
    sources: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    is_costly: bool = False
    folder: str = ""

    def make(self, texts: Texts) -> Made:
        """The files, made anew each time and kept nowhere."""
        return self.making(texts, *self.inputs)
