"""``newsroom prove``: that a finished site holds nothing of what is held back, or what of it lies where."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newsroom.commands.check import newsroom_and_warnings
from newsroom.commands.edition import Edition
from newsroom.commands.instants import aware
from newsroom.commands.reports import as_text, record
from newsroom.errors import SiteNotFound
from newsroom.model.language import Language
from newsroom.model.problem import Problem
from newsroom.proof.haystack import File
from newsroom.proof.held import held_back, seen_of
from newsroom.proof.proving import prove
from newsroom.proof.released import Released
from newsroom.reading.newsroom import require_newsroom

SITE: Final = "site"
"""The folder of the public site, below the newsroom's, unless another is named: MkDocs' own default."""
VERSION: Final = 1
"""Of the JSON: another number tells whoever reads it that a key has gone or means something else."""
_MEGABYTE: Final = 10**6


@dataclass(frozen=True, slots=True)
class Account:
    """What was proved of a site at an instant: how much was searched and for how much, and what was found.

    ``tree`` is the digest of its files, of no worth where nothing is proved, and then empty.
    """

    site: str
    instant: datetime.datetime
    files: int
    size: int
    posts: int
    traces: int
    tree: str
    problems: tuple[Problem, ...]

    @property
    def is_proved(self) -> bool:
        """Whether nothing held back was found, and every file could be looked into but what its authors closed."""
        return not any(problem.is_error for problem in self.problems)


def prove_site(root: Path, site: Path | None, now: datetime.datetime) -> Account:
    """Search a finished site. Raises :class:`SiteNotFound`, and :class:`ProblemsFound` for a newsroom with errors."""
    require_newsroom(root)
    folder = site or root / SITE
    files = _files_of(folder)
    newsroom, _ = newsroom_and_warnings(root, now=now, publishes=False)
    instant = aware(now, newsroom)
    seen = seen_of(Edition(instant).visible(newsroom), newsroom, instant)
    held = held_back(newsroom, seen, root)
    problems = prove(held, Released(seen, root), files, folder)
    return Account(
        site=folder.name,
        instant=instant.astimezone(newsroom.timezone),
        files=len(files),
        size=sum(place.lstat().st_size for _, place, _ in files),
        posts=held.posts,
        traces=len(held.traces) + len(held.files),
        tree="" if any(problem.is_error for problem in problems) else _digest_of(files),
        problems=problems,
    )


def as_sentences(account: Account, language: Language) -> str:
    """The account for people: the problems, and the proof where it holds."""
    told = as_text(account.problems, language)
    return told + _proof(account, language) if account.is_proved else told


def _proof(account: Account, language: Language) -> str:
    size = f"{account.size / _MEGABYTE:.1f}"
    if language == "ar":
        return (
            f"لا أثر في {account.site} لما يُحجب في {account.instant.isoformat()}.\n"
            f"المنشورات المحجوبة: {account.posts}؛ الآثار المطلوبة: {account.traces}؛"
            f" الملفات: {account.files} ({size} م.ب).\n"
            f"بصمة الموقع: {account.tree}\n"
        )
    return (
        f"{account.site} holds nothing of what is held back at {account.instant.isoformat()}.\n"
        f"Posts held: {account.posts}; traces looked for: {account.traces}; files: {account.files} ({size} MB).\n"
        f"Digest of the site: {account.tree}\n"
    )


def as_json(account: Account) -> str:
    """The account for programs."""
    said = {
        "version": VERSION,
        "proved": account.is_proved,
        "site": account.site,
        "at": account.instant.isoformat(),
        "files": account.files,
        "bytes": account.size,
        "held": account.posts,
        "traces": account.traces,
        "digest": account.tree or None,
        "problems": list(map(record, account.problems)),
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _files_of(folder: Path) -> list[File]:
    """Every file of a site, and every symbolic link, which is not followed. Raises :class:`SiteNotFound`."""
    if not folder.is_dir():
        raise SiteNotFound(
            f"{folder} is no folder; build the site first, or name the folder that it is in",
            f"لا يوجد مجلد باسم {folder}؛ ابنِ الموقع أولًا، أو سمِّ المجلد الذي هو فيه",
        )
    files = sorted(File(place.relative_to(folder).as_posix(), place) for place in _below(folder))
    if not files:
        raise SiteNotFound(
            f"{folder} is empty, and there is nothing to prove; build the site first",
            f"المجلد {folder} فارغ فلا شيء يُثبت؛ ابنِ الموقع أولًا",
        )
    return files


def _below(folder: Path) -> Iterator[Path]:
    """Whatever is no folder, below one. Raises :class:`SiteNotFound` where a folder cannot be listed."""
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError as error:
        raise SiteNotFound(
            f"{folder} cannot be looked into ({error.strerror})", f"تعذّر النظر في {folder} ({error.strerror})"
        ) from None
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry.path))
        else:
            yield Path(entry.path)


def _digest_of(files: Sequence[File]) -> str:
    """SHA-256 of the lines that ``sha256sum`` prints of the files in the order of their paths' bytes.

    A symbolic link, which that program would follow, counts with the name that it holds.
    """
    whole = hashlib.sha256()
    for path, place, _ in sorted(files, key=lambda file: os.fsencode(file.path)):
        whole.update(f"{_digest_of_file(place)}  {path}\n".encode("utf-8", "surrogateescape"))
    return f"sha256:{whole.hexdigest()}"


def _digest_of_file(place: Path) -> str:
    if place.is_symlink():
        return hashlib.sha256(os.fsencode(place.readlink())).hexdigest()
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
