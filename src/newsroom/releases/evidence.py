"""A manifest with its signature and the signers that stand beside it, from wherever they are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from newsroom.errors import ManifestUnusable, NotFetched
from newsroom.pages.addresses import MANIFEST, SIGNATURE, SIGNERS
from newsroom.releases.digests import unreadable
from newsroom.releases.manifest import FORMAT, LARGEST

SMALL: Final = 100_000
"""Bytes of a signature or of signers, a hundred times those of a usual one."""

Fetch = Callable[[str, Callable[[bytes], object]], str]
"""Asks the web for an address, hands over what comes piece by piece, and gives the address that led to it.

Raises :class:`NotFetched`.
"""


class Evidence(NamedTuple):
    """The bytes of a manifest, of its signature, and of the signers that whoever keeps them names, or none."""

    text: bytes
    signature: bytes
    signers: bytes


@dataclass(slots=True)
class Held:
    """What came of an address, up to so many bytes; more raise :class:`ManifestUnusable`."""

    limit: int
    data: bytearray = field(default_factory=bytearray)

    def add(self, piece: bytes) -> None:
        """Hold one more piece."""
        self.data += piece
        if len(self.data) > self.limit:
            raise ManifestUnusable(
                f"what came has more than {self.limit} bytes; that is nothing of a newsroom's",
                f"حجم ما وصل يتجاوز {self.limit} بايت، وليس ذلك لمركز إعلامي",
            )


def kept_beside(file: Path) -> Evidence:
    """The evidence of a manifest in a file: its signature has the same name and ``.sig``, signers their usual one.

    Raises :class:`ManifestUnusable`.
    """
    signers = file.with_name(Path(SIGNERS).name)
    return Evidence(
        text=_read(file, LARGEST),
        signature=_read(file.with_name(f"{file.name}.sig"), SMALL),
        signers=_read(signers, SMALL) if signers.exists() else b"",
    )


def published_at(address: str, fetch: Fetch) -> Evidence:
    """The evidence of the site in which an absolute address lies.

    The site's root is the host's, or one of the folders on the way to the address. Raises :class:`NotFetched` where
    there is none, and :class:`ManifestUnusable`.
    """
    for root in _roots(address):
        text = _fetched(root + MANIFEST, LARGEST, fetch)
        if text.startswith(f"# {FORMAT[:-1]}".encode()):
            signature = _fetched(root + SIGNATURE, SMALL, fetch)
            return Evidence(text, signature, _fetched(root + SIGNERS, SMALL, fetch))
    host = urlsplit(address).netloc
    raise NotFetched(
        f"{host} has no manifest for this address; its site signs nothing, or it is not the site of a newsroom",
        f"ليس في {host} بيان نشر لهذا العنوان؛ فالموقع لا يوقّع ما ينشره، أو ليس موقع مركز إعلامي",
        is_missing=True,
    )


def _roots(address: str) -> Iterator[str]:
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise NotFetched(f"{address} is no address: {error}", f"ليس {address} عنوانًا: {error}") from None
    folders = parts.path.split("/")[1:-1]
    for length in range(len(folders) + 1):
        yield f"{parts.scheme}://{parts.netloc}/" + "".join(f"{folder}/" for folder in folders[:length])


def _fetched(address: str, limit: int, fetch: Fetch) -> bytes:
    """The bytes at an address; empty where there is nothing."""
    held = Held(limit)
    try:
        fetch(address, held.add)
    except NotFetched as error:
        if error.is_missing:
            return b""
        raise
    return bytes(held.data)


def _read(file: Path, limit: int) -> bytes:
    held = Held(limit)
    try:
        with file.open("rb") as opened:
            held.add(opened.read(limit + 1))
    except OSError as error:
        raise unreadable(file, error) from None
    return bytes(held.data)
