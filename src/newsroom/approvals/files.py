"""Where approvals lie: ``approvals/YYYY/slug/ROLE.txt``, the statement, and ``ROLE.txt.sig``, its signature."""

from __future__ import annotations

import binascii
import os
import re
import stat
from base64 import b64decode
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final, get_args

from newsroom.approvals.rules import SIGNERS, STRAY
from newsroom.model.language import Localized
from newsroom.model.policy import Role
from newsroom.model.post import Post
from newsroom.reading.files import Folder, is_file
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
_REVOCATION_LIST: Final = b"SSHKRL\n\0"
"""Begins a key revocation list: https://cvsweb.openbsd.org/src/usr.bin/ssh/PROTOCOL.krl."""

_NOT_A_FILE: Final = Localized("ليس ملفًا عاديًا، أو هو أكبر مما ينبغي", "it is no ordinary file, or is too large")
_NO_POST: Final = Localized("لا منشور في هذا الموضع", "there is no post of this year and slug")
_NO_ROLE: Final = Localized("اسمه ليس اسم صفة", "its name is that of no role")
_NO_SIGNATURE: Final = Localized("ليس معه توقيع", "it has no signature beside it")
_NO_STATEMENT: Final = Localized("ليس معه النص الموقَّع", "it has no statement beside it")
_MISSING: Final = Localized("غير موجود", "it is not there")
_NO_KEYS: Final = Localized("ليس فيه مفتاح", "there is no key in it")
_NO_KEY: Final = Localized("ليس في السطر مفتاح عام", "there is no public key on this line")


@dataclass(frozen=True, slots=True)
class Approval:
    """The two files of an approval, as bytes; ``path`` is that of the statement, below the newsroom's folder."""

    path: str
    statement: bytes
    signature: bytes


Approvals = Mapping[str, Mapping[str, Approval]]
"""By the folder of a post below ``content/``, and by the role."""


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
            wrong = _wrong(f"{root}/{place}/{name}", names) if is_of_a_post else _NO_POST
            if wrong:
                findings.add(STRAY, f"{place}/{name}", reason=wrong.en, reason_ar=wrong.ar)
            elif name.endswith(STATEMENT):
                approval = _read_approval(root, f"{place}/{name}")
                found.setdefault(f"posts{folder}", {})[name.removesuffix(STATEMENT)] = approval
    return found


def _places(root: Path) -> Iterator[tuple[str, set[str]]]:
    """The folders in which approvals could lie, below the newsroom's, with the names of their files."""
    for place, folders, files in os.walk(root / FOLDER):
        folders.sort()
        name = Path(place).relative_to(root).as_posix()
        yield name, {file for file in files if not file.startswith(".") and f"{name}/{file}" not in _KEYS}


def _wrong(path: str, names: Container[str]) -> Localized[str] | None:
    """Why a file is no part of an approval; nothing, where it is. ``names`` are those of all files of its folder."""
    name = path.rpartition("/")[2]
    statement = name.removesuffix(".sig")
    if statement.removesuffix(STATEMENT) not in _ROLES or not statement.endswith(STATEMENT):
        return _NO_ROLE
    status = os.lstat(path)
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAXIMUM_SIZE:
        return _NOT_A_FILE
    if statement == name:
        return None if f"{name}.sig" in names else _NO_SIGNATURE
    return None if statement in names else _NO_STATEMENT


def _read_approval(root: Path, name: str) -> Approval:
    # A link to elsewhere was told of already, and is read as nothing.
    statement, signature = (
        b"" if (root / each).is_symlink() else (root / each).read_bytes() for each in (name, f"{name}.sig")
    )
    return Approval(name, statement, signature)


def read_signers(root: Path, findings: Findings) -> bytes:
    """The file of allowed signers; empty where it cannot be used, which is a problem."""
    data = _read(root, ALLOWED_SIGNERS, findings)
    if data is not None and not _check_keys(ALLOWED_SIGNERS, data, findings):
        _refuse(ALLOWED_SIGNERS, _NO_KEYS, findings)
    return data or b""


def read_revoked(root: Path, findings: Findings) -> bytes | None:
    """The file of revoked keys; nothing, where there is none."""
    if not os.path.lexists(root / REVOKED_KEYS):
        return None
    data = _read(root, REVOKED_KEYS, findings)
    if data is not None and not data.startswith(_REVOCATION_LIST):
        _check_keys(REVOKED_KEYS, data, findings)
    return data or b""


def _read(root: Path, name: str, findings: Findings) -> bytes | None:
    path = root / name
    try:
        if is_file(path) and Folder(root).contains(path) and path.stat().st_size <= MAXIMUM_SIZE:
            return path.read_bytes()
        _refuse(name, _NOT_A_FILE if os.path.lexists(path) else _MISSING, findings)
    except OSError as error:
        words = error.strerror or type(error).__name__
        _refuse(name, Localized(words, words), findings)
    return None


def _check_keys(name: str, data: bytes, findings: Findings) -> int:
    """How many lines have a public key; one that has none is a problem, unless it is empty or a comment."""
    count = 0
    for number, line in enumerate(data.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith(b"#"):
            if has_key(line):
                count += 1
            else:
                _refuse(name, _NO_KEY, findings, number)
    return count


def has_key(line: bytes) -> bool:
    """Whether a kind of key stands on a line with a key of that kind behind it."""
    words = line.split()
    return any(_is_key(kind, key) for kind, key in pairwise(words))


def _is_key(kind: bytes, key: bytes) -> bool:
    try:
        data = b64decode(key, validate=True)
    except binascii.Error:
        return False
    return data[4 : 4 + int.from_bytes(data[:4], "big")] == kind and len(kind) > 0


def keys_of(principal: str, signers: bytes) -> Iterator[str]:
    """The public keys that a file of allowed signers gives to a principal by their full name."""
    for line in signers.decode("utf-8", "replace").splitlines():
        words = line.split()
        if words and principal.lower() in words[0].strip('"').lower().split(","):
            pairs = pairwise(words)
            yield from (f"{kind} {key}" for kind, key in pairs if _is_key(kind.encode(), key.encode()))


def _refuse(name: str, reason: Localized[str], findings: Findings, line: int = 1) -> None:
    findings.add(SIGNERS, name, line, reason=reason.en, reason_ar=reason.ar)
