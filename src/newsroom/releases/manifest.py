"""The manifest of a publication: each file of the site, its digest, and from when these bytes have stood there.

It is a text that ``sha256sum --check`` reads. Lines that begin with ``#`` are comments there and say the rest here:

    # newsroom manifest 1
    # site https://newsroom.luban.example/
    # commit 3f29…
    # published 2026-11-24T09:00:00+04:00
    # previous 6fd0…
    # files 2
    # since 2026-11-20T09:00:00+04:00
    9c56…  en/posts/2026/new-cold-store/index.html
    # since 2026-11-24T09:00:00+04:00
    71b0…  en/index.html

``previous`` is the SHA-256 of the manifest before, so that none can be taken out of the chain unseen; the first has
none. Files stand in groups by the publication since which they have been as they are, the oldest group first and each
in order of paths. A text has one form: what is read and written again is the same to the byte.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, NamedTuple

from newsroom.errors import ManifestUnusable

FORMAT: Final = "newsroom manifest 1"
"""Changes whenever an older manifest would be read otherwise."""
LARGEST: Final = 32_000_000
"""Bytes: those of some 300,000 files, twenty times as many as a large newsroom has."""

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_ADDRESS: Final = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?/(?:[!-~]*/)?")
_COMMIT: Final = re.compile(r"[0-9a-f]{40,64}|-")
_PATH: Final = re.compile(r"(?!/)[^\x00-\x1f\x7f\\\ud800-\udfff]+")
"""Relative and in UTF-8. A name with a backslash or a line's end in it would need a line of another form."""
_HEAD: Final = re.compile(
    rf"""# {FORMAT}
# site (?P<address>{_ADDRESS.pattern})
# commit (?P<commit>{_COMMIT.pattern})
# published (?P<published>\S+)
# previous (?P<previous>[0-9a-f]{{64}}|-)
# files (?P<count>[0-9]{{1,9}})
"""
)


class Entry(NamedTuple):
    """The SHA-256 of a file in hexadecimal, and the instant of the publication since which it has been so."""

    digest: str
    since: datetime.datetime


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was published at an instant, below an absolute address that ends in a slash.

    ``commit`` is that of the repository, or empty where nobody knows it; ``previous`` the digest of the manifest
    before, or empty. ``files`` are told by their paths below the site's root.
    """

    address: str
    commit: str
    published: datetime.datetime
    previous: str
    files: Mapping[str, Entry]

    def text(self) -> bytes:
        """The manifest as it is published and signed."""
        head = (
            f"# {FORMAT}",
            f"# site {self.address}",
            f"# commit {self.commit or '-'}",
            f"# published {self.published.isoformat()}",
            f"# previous {self.previous or '-'}",
            f"# files {len(self.files)}",
        )
        return "".join(f"{line}\n" for line in (*head, *_lines(self.files))).encode()

    @property
    def digest(self) -> str:
        """The SHA-256 of the text, by which the next manifest names this one."""
        return hashlib.sha256(self.text()).hexdigest()


def manifest(
    digests: Mapping[str, str], previous: Manifest | None, address: str, commit: str, instant: datetime.datetime
) -> Manifest:
    """The manifest of a site with some files, told by path and SHA-256, that is published at an instant.

    What stood in the manifest before at the same address is as old as it was there. Where a clock went wrong and that
    lies after the instant, it counts from the instant, when it was seen to stand. Raises :class:`ManifestUnusable` for
    a path, an address or the name of a commit that no line can hold.
    """
    _require_form(address, commit, digests)
    published = instant.replace(microsecond=0)
    before = previous.files if previous and previous.address == address else {}
    files = {path: Entry(digest, _since(before.get(path), digest, published)) for path, digest in digests.items()}
    return Manifest(address, commit, published, previous.digest if previous else "", files)


def _require_form(address: str, commit: str, paths: Iterable[str]) -> None:
    if not _ADDRESS.fullmatch(address):
        raise ManifestUnusable(f"this is no address of a site: {address!r}", f"ليس هذا عنوان موقع: {address!r}")
    if not _COMMIT.fullmatch(commit or "-"):
        raise ManifestUnusable(
            f"this is no whole name of a commit: {commit!r}", f"ليس هذا اسمًا كاملًا لإيداع: {commit!r}"
        )
    for path in paths:
        if not _PATH.fullmatch(path):
            raise ManifestUnusable(
                f"no manifest can hold the name {path!r}; rename the file without control characters and backslashes",
                f"لا يتسع البيان لاسم الملف {path!r}؛ أعد تسميته دون رموز تحكم ولا شرطات عكسية",
            )


def _since(before: Entry | None, digest: str, published: datetime.datetime) -> datetime.datetime:
    return min(before.since, published) if before and before.digest == digest else published


def parse(data: bytes) -> Manifest:
    """Read a manifest. Raises :class:`ManifestUnusable` for what is none, or is not whole."""
    if len(data) > LARGEST:
        raise _unusable(f"it has more than {LARGEST} bytes", f"حجمه يتجاوز {LARGEST} بايت")
    if b"\r" in data:
        raise _unusable(
            "its line ends were changed to those of Windows; save it as it is",
            "استُبدلت نهايات أسطره بنهايات ويندوز؛ احفظه كما هو",
        )
    text = data.decode("utf-8", "replace")
    head = _HEAD.match(text)
    if head is None:
        raise _unusable(f'it does not begin as one does: "# {FORMAT}"', f"لا يبدأ كما يبدأ البيان: «# {FORMAT}»")
    found = _read(head, text[head.end() :])
    if len(found.files) != int(head["count"]):
        raise _unusable(
            f"it names {len(found.files)} of {head['count']} files; the rest is missing",
            f"فيه {len(found.files)} من {head['count']} من الملفات، والباقي مفقود",
        )
    if found.text() != data:
        raise _unusable("its lines are not in their order or form", "أسطره ليست على ترتيبها أو صيغتها")
    return found


def _read(head: re.Match[str], body: str) -> Manifest:
    named = head.groupdict()
    return Manifest(
        address=named["address"],
        commit=named["commit"].removeprefix("-"),
        published=_instant(named["published"]),
        previous=named["previous"].removeprefix("-"),
        files=dict(_entries(body.split("\n"))),
    )


def _entries(lines: Iterable[str]) -> Iterator[tuple[str, Entry]]:
    since: datetime.datetime | None = None
    for line in filter(None, lines):
        if line.startswith("# since "):
            since = _instant(line.removeprefix("# since "))
            continue
        digest, _, path = line.partition("  ")
        if since is None or not _DIGEST.fullmatch(digest) or not _PATH.fullmatch(path):
            raise _unusable(f"no line of one is: {line[:80]!r}", f"فيه سطر ليس من أسطر البيان: {line[:80]!r}")
        yield path, Entry(digest, since)


def _instant(text: str) -> datetime.datetime:
    with suppress(ValueError):
        instant = datetime.datetime.fromisoformat(text)
        if instant.tzinfo:
            return instant
    raise _unusable(f"this is no instant: {text[:40]!r}", f"ليس هذا وقتًا: {text[:40]!r}")


def _lines(files: Mapping[str, Entry]) -> Iterator[str]:
    groups: dict[datetime.datetime, list[str]] = defaultdict(list)
    for path, entry in sorted(files.items()):
        groups[entry.since].append(f"{entry.digest}  {path}")
    for since in sorted(groups):
        yield f"# since {since.isoformat()}"
        yield from groups[since]


def _unusable(en: str, ar: str) -> ManifestUnusable:
    return ManifestUnusable(f"this is no manifest of a newsroom: {en}", f"ليس هذا بيان نشر لمركز إعلامي: {ar}")
