"""Where approvals lie: ``approvals/YYYY/slug/ROLE.txt``, the statement, and ``ROLE.txt.sig``, its signature."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Container, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, get_args

from newsroom.approvals.rules import STRAY
from newsroom.model.language import Localized
from newsroom.model.policy import Role
from newsroom.model.post import Post
from newsroom.reading.findings import Findings

FOLDER: Final = "approvals"
ALLOWED_SIGNERS: Final = f"{FOLDER}/allowed_signers"
REVOKED_KEYS: Final = f"{FOLDER}/revoked_keys"
STATEMENT: Final = ".txt"
MAXIMUM_SIZE: Final = 4_000_000
"""Bytes of one file: a post has two texts of a million bytes at most."""

_KEYS: Final = (ALLOWED_SIGNERS, REVOKED_KEYS)
_POST: Final = re.compile(r"/[0-9]{4}/[^/]+")
_ROLES: Final[tuple[str, ...]] = get_args(Role)

NOT_A_FILE: Final = Localized("ليس ملفًا عاديًا، أو هو أكبر مما ينبغي", "it is no ordinary file, or is too large")
_NO_POST: Final = Localized("لا منشور في هذا الموضع", "there is no post of this year and slug")
_NO_ROLE: Final = Localized("اسمه ليس اسم صفة", "its name is that of no role")
_NO_SIGNATURE: Final = Localized("ليس معه توقيع", "it has no signature beside it")
_NO_STATEMENT: Final = Localized("ليس معه النص الموقَّع", "it has no statement beside it")


@dataclass(frozen=True, slots=True)
class Approval:
    """The two files of an approval, as bytes; ``path`` is that of the statement, below the newsroom's folder."""

    path: str
    statement: bytes
    signature: bytes


Approvals = Mapping[str, Mapping[str, Approval]]
"""By the folder of a post below ``content/``, and by the role."""


def folder_of(post: Post) -> str:
    """The folder of a post's approvals, below the newsroom's."""
    return f"{FOLDER}{post.folder.removeprefix('posts')}"


def path_of(post: Post, role: str) -> str:
    """Where a post's approval in a role lies, below the newsroom's folder."""
    return path_at(post.folder, role)


def path_at(folder: str, role: str) -> str:
    """The same, of a post whose folder below ``content/`` is known."""
    return f"{FOLDER}{folder.removeprefix('posts')}/{role}{STATEMENT}"


def read_approvals(root: Path, findings: Findings) -> Approvals:
    """Every approval that has both of its files; what else lies there is a problem."""
    found: dict[str, dict[str, Approval]] = {}
    for place, names in _places(root):
        folder = place.removeprefix(FOLDER)
        is_of_a_post = _POST.fullmatch(folder) is not None and (root / "content" / f"posts{folder}").is_dir()
        for name in sorted(names):
            wrong = (
                _wrong(f"{root}/{place}/{name}", names) if is_of_a_post else _wrong_elsewhere(f"{root}/{place}/{name}")
            )
            if wrong:
                findings.add(STRAY, f"{place}/{name}", reason=wrong.en, reason_ar=wrong.ar)
            # What is no file was handed in all the same: its post must not vanish in silence.
            if is_of_a_post and name.endswith(STATEMENT) and wrong in (None, NOT_A_FILE):
                approval = _read_approval(root, f"{place}/{name}")
                found.setdefault(f"posts{folder}", {})[name.removesuffix(STATEMENT)] = approval
    return found


def _places(root: Path) -> Iterator[tuple[str, set[str]]]:
    """The folders in which approvals could lie, below the newsroom's, with the names of their files and links."""
    for place, folders, files in os.walk(root / FOLDER):
        folders.sort()
        name = Path(place).relative_to(root).as_posix()
        # What a link leads to is not gone through, and no approval.
        linked = {folder for folder in folders if Path(place, folder).is_symlink()}
        yield name, {each for each in {*files, *linked} if not each.startswith(".") and f"{name}/{each}" not in _KEYS}


def _wrong(path: str, names: Container[str]) -> Localized[str] | None:
    """Why a file is no part of an approval; nothing, where it is. ``names`` are those of all files of its folder."""
    name = path.rpartition("/")[2]
    statement = name.removesuffix(".sig")
    if statement.removesuffix(STATEMENT) not in _ROLES or not statement.endswith(STATEMENT):
        return _NO_ROLE
    if not _is_sound(path):
        return NOT_A_FILE
    if statement == name:
        return None if f"{name}.sig" in names else _NO_SIGNATURE
    return None if statement in names else _NO_STATEMENT


def _wrong_elsewhere(path: str) -> Localized[str]:
    """The same, of a file that lies where no approval can."""
    return NOT_A_FILE if Path(path).is_symlink() else _NO_POST


def _is_sound(path: str) -> bool:
    """Whether there is an ordinary file at a path, which is no link and not too large."""
    status = os.lstat(path)
    return stat.S_ISREG(status.st_mode) and status.st_size <= MAXIMUM_SIZE


def _read_approval(root: Path, name: str) -> Approval:
    return Approval(name, _read(root / name), _read(root / f"{name}.sig"))


def _read(path: Path) -> bytes:
    """The bytes of a file; none of what is no ordinary file or may not be read, which is no approval then."""
    with suppress(OSError):
        return path.read_bytes() if _is_sound(str(path)) else b""
    return b""
