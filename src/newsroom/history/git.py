"""The program ``git``, asked in the forms that it keeps for other programs."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newsroom.errors import HistoryUnknown

TIMEOUT: Final = 60
"""Seconds for one question: a history of 100,000 commits takes a tenth of that, a push over a bad line half."""

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
OUTSIDE: Final = ("env", *(f"-u{name}" for name in _OF_ONE_REPOSITORY))
"""Before a command that is to know nothing of the repository whose hook began it."""
_QUARANTINE: Final = ("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES")
_PROGRAM: Final = (
    *OUTSIDE,
    "LC_ALL=C",
    "GIT_TERMINAL_PROMPT=0",
    "SSH_ASKPASS_REQUIRE=never",
    "GCM_INTERACTIVE=never",
    "GIT_NO_LAZY_FETCH=1",
    "git",
)
"""``env`` passes the rest of the caller's environment on: messages in English, nothing fetched unbidden, and nobody
asked for a password, be it by git, ssh or a keeper of credentials: whoever waits for an answer waits for ever."""
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
WITHOUT_HOOKS: Final = ("-c", "core.hooksPath=/dev/null")
"""Before a question that changes something: programs of the user's have no part in it."""
_CREDENTIALS: Final = re.compile(r"(?<=://)[^/@\s]+@")
"""What stands before the host in the address of a remote, often a token: git repeats it in what it says."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question: git's exit ``code``, what it printed, and in a line what it complained of, if it did."""

    code: int
    output: bytes
    complaint: str


def ask(folder: Path, *question: str, told: bytes = b"", quarantine: Sequence[str] = ()) -> bytes:
    """What git answers in a folder, being ``told`` something on its standard input. Raises :class:`HistoryUnknown`.

    ``quarantine`` is what :func:`quarantine_of` found.
    """
    answer = attempt(folder, *question, told=told, quarantine=quarantine)
    if answer.code:
        raise HistoryUnknown(f"git says: {answer.complaint}", f"يقول git: {answer.complaint}")
    return answer.output


def attempt(folder: Path, *question: str, told: bytes = b"", quarantine: Sequence[str] = ()) -> Answer:
    """What git answers where it may say no. Raises :class:`HistoryUnknown` where it says nothing at all."""
    *environment, program = _PROGRAM
    command = [*environment, *quarantine, program, *_SETTINGS, *question]
    try:
        # A session of its own has no terminal, on which ssh would ask for a password.
        answer = subprocess.run(  # noqa: S603 - no shell, and words of ours
            command,
            cwd=folder,
            input=told,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired:
        raise HistoryUnknown(
            f"git gave no answer within {TIMEOUT} seconds", f"لم يُجب git خلال {TIMEOUT} ثانية"
        ) from None
    except OSError as error:
        raise HistoryUnknown(f"git cannot be run ({error})", f"تعذّر تشغيل git ({error})") from None
    if answer.returncode == NOT_THERE:
        raise HistoryUnknown("the program git is not there", "برنامج git غير موجود")
    return Answer(answer.returncode, answer.stdout, _last_line(answer.stderr))


def quarantine_of(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Where git keeps what is being pushed until a hook has let it in, as the hook's environment tells.

    https://git-scm.com/docs/git-receive-pack#_quarantine_environment
    """
    return tuple(f"{name}={environment[name]}" for name in _QUARANTINE if name in environment)


def ask_in_lines(folder: Path, *question: str) -> list[str]:
    """The lines of an answer. Raises :class:`HistoryUnknown`."""
    return text_of(ask(folder, *question)).splitlines()


def text_of(data: bytes) -> str:
    """Bytes of git as text; a name that is not UTF-8 comes as Python has such names of files."""
    return data.decode("utf-8", "surrogateescape")


def _last_line(words: bytes) -> str:
    lines: Sequence[str] = _CREDENTIALS.sub("", words.decode("utf-8", "replace")).strip().splitlines()
    told = next((line for line in lines if line.startswith("fatal:")), lines[-1] if lines else "?")
    return told.removeprefix("fatal:").strip()
