"""Signatures of OpenSSH, made and verified by ``ssh-keygen``; no private key is ever read here.

Each is for a *namespace*, which says what was signed: a signature for anything else, such as a commit, is none of ours.
Every file that the program is given is a copy of bytes that we hold, so that what was verified is what was read. Times
in the file of allowed signers that name no zone are in UTC, wherever this runs.
"""

from __future__ import annotations

import datetime
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal

from newsroom.errors import Refused

PATIENCE: Final = 30
"""Seconds for a verification, which takes some hundredths of one."""
PATIENCE_OF_A_PERSON: Final = 180
"""Seconds for a signature, for which somebody may look for a passphrase or touch a key."""

Outcome = Literal["good", "unknown", "expired", "revoked", "broken", "no-program"]

_PROGRAM: Final = ("env", "LC_ALL=C", "TZ=UTC", "ssh-keygen")
_NOT_THERE: Final = 127
_GOOD: Final = re.compile(rb'Good "(\S+)" signature .*with \S+ key (SHA256:[A-Za-z0-9+/]+)\s*\Z')
_OUT_OF_TIME: Final = re.compile(rb"key has expired|key is not yet valid")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a verification; ``key`` is the fingerprint of the key that signed, where the signature is good."""

    outcome: Outcome
    key: str = ""


class Verifier:
    """Verifies signatures for a namespace against a file of allowed signers and one of revoked keys, or nothing."""

    def __init__(self, namespace: str, signers: bytes, revoked: bytes | None = None) -> None:
        self._namespace = namespace
        self._signers = signers
        self._revoked = revoked

    def verdict(self, text: bytes, signature: bytes, principal: str, moment: datetime.datetime) -> Verdict:
        """Whether a principal signed a text with a key that was theirs at a moment."""
        with TemporaryDirectory(prefix="newsroom-") as folder:
            files = _Files(Path(folder), signature, self._signers, self._revoked)
            return _verdict(files, self._namespace, text, principal, moment)


class _Files:
    """The files of one verification, in a folder of its own."""

    def __init__(self, folder: Path, signature: bytes, signers: bytes, revoked: bytes | None) -> None:
        self.signature = _written(folder / "signature", signature)
        self.signers = _written(folder / "signers", signers)
        self.revoked = ("-r", _written(folder / "revoked", revoked)) if revoked is not None else ()


def _written(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)


def _verdict(files: _Files, namespace: str, text: bytes, principal: str, moment: datetime.datetime) -> Verdict:
    time = moment.astimezone(datetime.UTC).strftime("%Y%m%d%H%M%S")
    common = ("-n", namespace, "-s", files.signature)
    against = ("-Y", "verify", *common, "-f", files.signers, "-I", principal, f"-Overify-time={time}")
    answer = _run((*against, *files.revoked), text)
    if answer.returncode == _NOT_THERE:
        return Verdict("no-program")
    good = _GOOD.search(answer.stdout)
    if answer.returncode == 0 and good and good[1].decode() == namespace:
        return Verdict("good", good[2].decode())
    return Verdict(_reason(_run(("-Y", "check-novalidate", *common), text), _run(against, text)))


def _reason(alone: subprocess.CompletedProcess[bytes], unrevoked: subprocess.CompletedProcess[bytes]) -> Outcome:
    """Why a signature is not good, told from what is said of it without signers, and without revoked keys."""
    if alone.returncode:
        return "broken"
    if unrevoked.returncode == 0:
        return "revoked"
    return "expired" if _OUT_OF_TIME.search(unrevoked.stderr) else "unknown"


def _run(arguments: Sequence[str], text: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [*_PROGRAM, *arguments]
    try:
        return subprocess.run(command, input=text, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return subprocess.CompletedProcess(command, _NOT_THERE, b"", b"")


def sign(text: bytes, key: Path | str, namespace: str) -> bytes:
    """A signature of a text by a key: a file with a private key, or the words of a public one that an agent holds.

    Raises :class:`Refused`.
    """
    with TemporaryDirectory(prefix="newsroom-") as folder:
        file = Path(folder) / "statement"
        file.write_bytes(text)
        named = key if isinstance(key, Path) else _public(Path(folder), key)
        words = _sign(file, named, namespace)
        try:
            return file.with_name("statement.sig").read_bytes()
        except OSError:
            raise Refused(f"it was not signed: {words}", f"لم يُوقَّع: {words}") from None


def _sign(file: Path, key: Path, namespace: str) -> str:
    """Let the program sign a file, and give what it says. It may ask a person for a passphrase."""
    command = [*_PROGRAM, "-Y", "sign", "-n", namespace, "-f", str(key.absolute()), str(file)]
    try:
        answer = subprocess.run(command, stderr=subprocess.PIPE, timeout=PATIENCE_OF_A_PERSON, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return answer.stderr.decode("utf-8", "replace").strip()


def _public(folder: Path, key: str) -> Path:
    file = folder / "key.pub"
    file.write_text(f"{key}\n")
    return file
