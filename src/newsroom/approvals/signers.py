"""Whose keys may sign, and which are revoked: ``approvals/allowed_signers`` and ``approvals/revoked_keys``.

The first has the form of ALLOWED SIGNERS in the manual of ssh-keygen (https://man.openbsd.org/ssh-keygen#ALLOWED_SIGNERS),
but each line names in full whose key it has: a pattern, or an authority for certificates, would let one key speak for
everybody whom the policy asks.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from newsroom.approvals.files import ALLOWED_SIGNERS, MAXIMUM_SIZE, NOT_A_FILE, REVOKED_KEYS
from newsroom.approvals.rules import SIGNERS
from newsroom.model.language import Localized
from newsroom.reading.files import Folder, is_file
from newsroom.reading.findings import Findings
from newsroom.signatures.keys import has_key, keys_in

_REVOCATION_LIST: Final = b"SSHKRL\n\0"
"""Begins a key revocation list: https://cvsweb.openbsd.org/src/usr.bin/ssh/PROTOCOL.krl."""
_UNUSABLE: Final = b"?"
"""In place of revoked keys that cannot be read: ssh-keygen takes every key for revoked then, and for none if empty."""

_HEAD: Final = re.compile(rb'\s*(?P<names>"[^"]*"|\S+)\s+')
_NAME: Final = re.compile(rb"[^\x00-\x20*?!\x7f-\xff]+")
_QUOTED: Final = re.compile(rb'"(?:[^"\\]|\\.)*"')

_MISSING: Final = Localized("غير موجود", "it is not there")
_NO_KEYS: Final = Localized("ليس فيه مفتاح", "there is no key in it")
_NO_KEY: Final = Localized("ليس في السطر مفتاح عام", "there is no public key on this line")
_NOT_NAMED: Final = Localized(
    "لا يسمّي السطر أصحاب المفتاح بأسمائهم كاملة، دون * ولا ? ولا !",
    "this line does not name in full whose key it is, without *, ? or !",
)
_AUTHORITY: Final = Localized(
    "في السطر cert-authority، ومن يملك هذا المفتاح يوقّع عن أي أحد",
    "with cert-authority, whoever holds this key could sign for anyone",
)


def read_signers(root: Path, findings: Findings) -> bytes:
    """The file of allowed signers without the lines that cannot count; empty where it cannot be used.

    Whatever does not count is a problem.
    """
    data = _read(root, ALLOWED_SIGNERS, findings)
    if data is None:
        return b""
    reasons = dict(_wrong_lines(data, _why_no_signer))
    _tell(ALLOWED_SIGNERS, reasons, findings)
    lines = data.splitlines()
    if not any(has_key(line) for number, line in enumerate(lines, 1) if number not in reasons):
        _refuse(ALLOWED_SIGNERS, _NO_KEYS, findings)
    return b"".join(b"\n" if number in reasons else line + b"\n" for number, line in enumerate(lines, 1))


def read_revoked(root: Path, findings: Findings) -> bytes | None:
    """The file of revoked keys; nothing, where there is none."""
    if not os.path.lexists(root / REVOKED_KEYS):
        return None
    data = _read(root, REVOKED_KEYS, findings)
    if data is None:
        return _UNUSABLE
    if not data.startswith(_REVOCATION_LIST):
        _tell(REVOKED_KEYS, dict(_wrong_lines(data, _why_no_key)), findings)
    return data


def _read(root: Path, name: str, findings: Findings) -> bytes | None:
    path = root / name
    try:
        if is_file(path) and Folder(root).contains(path) and path.stat().st_size <= MAXIMUM_SIZE:
            return path.read_bytes()
        _refuse(name, NOT_A_FILE if os.path.lexists(path) else _MISSING, findings)
    except OSError as error:
        words = error.strerror or type(error).__name__
        _refuse(name, Localized(words, words), findings)
    return None


def _wrong_lines(data: bytes, why: Callable[[bytes], Localized[str] | None]) -> Iterator[tuple[int, Localized[str]]]:
    """The lines that cannot count, from 1, and why; those that are empty or comments say nothing."""
    for number, line in enumerate(data.splitlines(), 1):
        reason = why(line) if line.strip() and not line.lstrip().startswith(b"#") else None
        if reason:
            yield number, reason


def _why_no_key(line: bytes) -> Localized[str] | None:
    return None if has_key(line) else _NO_KEY


def _why_no_signer(line: bytes) -> Localized[str] | None:
    """Why a line lets nobody sign: it has no key, or has one that could speak for whoever it likes."""
    head = _HEAD.match(line)
    rest = _QUOTED.sub(b"", line[head.end() :]) if head else b""
    if head is None or not has_key(rest):
        return _NO_KEY
    if not all(map(_NAME.fullmatch, head["names"].strip(b'"').split(b","))):
        return _NOT_NAMED
    options = rest.split()[0].lower().split(b",")
    return _AUTHORITY if b"cert-authority" in options else None


def _tell(name: str, reasons: Mapping[int, Localized[str]], findings: Findings) -> None:
    for number, reason in reasons.items():
        _refuse(name, reason, findings, number)


def keys_of(principal: str, signers: bytes) -> Iterator[str]:
    """The public keys that a file of allowed signers gives to a principal by their full name."""
    for line in signers.decode("utf-8", "replace").splitlines():
        words = line.split()
        if words and principal.lower() in words[0].strip('"').lower().split(","):
            yield from (f"{kind} {key}" for kind, key in keys_in(line.encode()))


def _refuse(name: str, reason: Localized[str], findings: Findings, line: int = 1) -> None:
    findings.add(SIGNERS, name, line, reason=reason.en, reason_ar=reason.ar)
