"""``newsroom upload``: the site, in a store that speaks S3 (https://docs.aws.amazon.com/AmazonS3/latest/API/)."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from newsroom.commands.prove import SITE, prove_site
from newsroom.errors import ProblemsFound, Refused
from newsroom.hosting.uploading import Steps, Upload, digest_of_headers, steps
from newsroom.reading.newsroom import read_newsroom

MARK: Final = ".newsroom/uploaded"
"""Where the store is told that it is a newsroom's, and with which headers its files went there."""
AT_ONCE: Final = 16
"""Uploads under way at a time: most of each is waiting."""


class Store(Protocol):
    """A place that keeps files one by one. Every method may raise :class:`Refused`."""

    def stored(self) -> Mapping[str, str]:
        """The MD5 of each file in hexadecimal, by its path; another text where the store does not know it."""
        ...

    def read(self, path: str) -> bytes:
        """The bytes of a file that is there."""
        ...

    def put(self, upload: Upload, data: bytes) -> None:
        """Keep a file, in one step."""
        ...

    def delete(self, paths: Iterable[str]) -> None:
        """Keep some files no longer."""
        ...


@dataclass(frozen=True, slots=True)
class Uploaded:
    """How many files were put, and how many deleted."""

    put: int
    deleted: int


def upload(root: Path, site: Path | None, store: Store, now: datetime.datetime) -> Uploaded:
    """Make a store hold a site that is proved to hold nothing held back.

    Raises :class:`ProblemsFound` where it is not, and :class:`Refused` where the store holds what no newsroom put
    there, or does not do as it is told: what was there leads readers to nothing that is missing, and the next upload
    goes on from there.
    """
    account = prove_site(root, site, now)
    newsroom = read_newsroom(root).newsroom
    if not account.is_proved or newsroom is None:
        raise ProblemsFound(account.problems)
    folder = site or root / SITE
    stored = dict(store.stored())
    headers = digest_of_headers(newsroom.address).encode()
    _refuse_others(stored)
    # What nobody has marked yet is a store whose first upload did not come to its end.
    as_before = stored.pop(MARK, None) is not None and store.read(MARK) == headers
    if not as_before:
        # The digest is of no worth until everything has gone; that the store is a newsroom's is known from now on.
        store.put(Upload(MARK, "text/plain", ""), b"")
    done = _taken(store, folder, steps(newsroom.address, _digests(folder), stored, as_before=as_before))
    if not as_before:
        store.put(Upload(MARK, "text/plain", ""), headers)
    return done


def _taken(store: Store, folder: Path, wanted: Steps) -> Uploaded:
    """Take the steps, one after another."""
    for wave in wanted.waves:
        _put_all(store, folder, wave)
    store.delete(wanted.deletions)
    return Uploaded(sum(map(len, wanted.waves)), len(wanted.deletions))


def _refuse_others(stored: Mapping[str, str]) -> None:
    if stored and MARK not in stored:
        raise Refused(
            "the store holds files that no newsroom put there, and they would be deleted; name an empty bucket, or a"
            " folder in it: BUCKET/FOLDER",
            "في المخزن ملفات لم يضعها مركز إعلامي، وكانت ستُحذف؛ اذكر حاوية فارغة أو مجلدًا فيها: BUCKET/FOLDER",
        )


def _digests(folder: Path) -> dict[str, str]:
    """The MD5 of each file of the site: what stores know files by, and nothing that anybody's safety rests on."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
        for path in files
    }


def _put_all(store: Store, folder: Path, wave: Iterable[Upload]) -> None:
    """Put files at the same time, and wait for all of them."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in pool.map(lambda each: store.put(each, (folder / each.path).read_bytes()), wave):
            pass
