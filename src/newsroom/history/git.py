"""The program ``git``, asked in the forms that it keeps for other programs."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from newsroom.errors import HistoryUnknown

TIMEOUT: Final = 60
"""Seconds for one question: a history of 100,000 commits takes a tenth of that."""

NOT_THERE: Final = 127
"""What ``env`` answers where there is no such program."""

_OF_ONE_REPOSITORY: Final = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_SHALLOW_FILE",
)
"""What a hook of git's is told of the repository that it runs in, and would take for that of any other folder."""
_PROGRAM: Final = (
    "env",
    *(f"-u{name}" for name in _OF_ONE_REPOSITORY),
    "LC_ALL=C",
    "GIT_TERMINAL_PROMPT=0",
    "GIT_NO_LAZY_FETCH=1",
    "git",
)
"""``env`` passes the rest of the caller's environment on: messages in English, and nothing asked or fetched."""
_SETTINGS: Final = (
    "--no-replace-objects",
    "--no-optional-locks",
    "-c",
    "core.quotePath=false",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "log.showSignature=false",
    "-c",
    "log.mailmap=true",
    "-c",
    "status.renames=false",
    "-c",
    "diff.renameLimit=10000",
)
"""Objects as they were recorded, paths as they are, and nothing that the user's own settings would change."""


def ask(folder: Path, *question: str, told: bytes = b"") -> bytes:
    """What git answers in a folder, being ``told`` something on its standard input. Raises :class:`HistoryUnknown`."""
    command = [*_PROGRAM, *_SETTINGS, *question]
    try:
        answer = subprocess.run(  # noqa: S603 - no shell, and words of ours
            command, cwd=folder, input=told, capture_output=True, timeout=TIMEOUT, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise HistoryUnknown(f"git cannot be run ({error})", f"تعذّر تشغيل git ({error})") from None
    if answer.returncode == NOT_THERE:
        raise HistoryUnknown("the program git is not there", "برنامج git غير موجود")
    if answer.returncode:
        words = _last_line(answer.stderr)
        raise HistoryUnknown(f"git says: {words}", f"يقول git: {words}")
    return answer.stdout


def ask_in_lines(folder: Path, *question: str) -> list[str]:
    """The lines of an answer. Raises :class:`HistoryUnknown`."""
    return text_of(ask(folder, *question)).splitlines()


def text_of(data: bytes) -> str:
    """Bytes of git as text; a name that is not UTF-8 comes as Python has such names of files."""
    return data.decode("utf-8", "surrogateescape")


def _last_line(words: bytes) -> str:
    lines: Sequence[str] = words.decode("utf-8", "replace").strip().splitlines()
    told = next((line for line in lines if line.startswith("fatal:")), lines[-1] if lines else "?")
    return told.removeprefix("fatal:").strip()
