"""A host's folder made: its settings, a bare repository with our hooks, and room for releases."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from newsroom.errors import Refused
from newsroom.history.git import ask
from newsroom.model.host import HOOKS, HostSettings
from newsroom.model.language import Language
from newsroom.publishing.permissions import CLOSED, OPEN, make_folder, make_secret
from newsroom.reading.host import HOST, read_host
from newsroom.releases.host import Host

_OURS: Final = "# Written by newsroom host, which writes it again."
_MOST_AT_ONCE: Final = "2g"
"""The most that git takes in with one push, unpacked by nobody; ``largest`` in host.yml limits a file."""


def open_host(folder: Path) -> Host:
    """The host in a folder. Raises :class:`HostNotFound`, and :class:`ProblemsFound` where host.yml is wrong."""
    return Host(folder.resolve(), read_host(folder))


def prepare_host(folder: Path, branch: str, language: Language) -> Iterator[Path]:
    """Make what is not there yet, and give the path of everything that was made. Raises :class:`Refused`."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        make_folder(folder, OPEN)
        if not (folder / HOST).exists():
            make_secret(folder / HOST, f"branch: {branch}\nkeep: {HostSettings().keep}\nlanguage: {language}\n")
            yield folder / HOST
        yield from _prepared(open_host(folder))
    except OSError as error:
        raise Refused(
            f"{error.filename}: {error.strerror}; nothing was lost, and the same command goes on from here",
            f"{error.filename}: {error.strerror}؛ لم يُفقد شيء، والأمر نفسه يكمل من هنا",
        ) from None


def _prepared(host: Host) -> Iterator[Path]:
    if not host.repository.exists():
        make_folder(host.repository, CLOSED)
        yield host.repository
    # Of a repository that is there already this changes nothing; one of which a part was lost it mends.
    ask(host.folder, "init", "--quiet", "--bare", f"--initial-branch={host.settings.branch}", str(host.repository))
    for name, value in _settings(host).items():
        ask(host.repository, "config", name, value)
    if not host.releases.exists():
        make_folder(host.releases, OPEN)
        yield host.releases
    for name in HOOKS:
        yield from _hook(host, name)


def _settings(host: Host) -> dict[str, str]:
    return {
        "receive.maxInputSize": _MOST_AT_ONCE,
        "receive.fsckObjects": "true",
        "core.logAllRefUpdates": "true",
        # The ledger of what was sent to accounts lies here too, and is asked for at the remote of the check-out.
        "remote.origin.url": str(host.repository),
    }


def _hook(host: Host, name: str) -> Iterator[Path]:
    file = host.repository / "hooks" / name
    # Git calls hooks in the repository, which is told from there: so the folder may be moved.
    command = shlex.join((sys.executable, "-P", "-m", "newsroom", "receive", name, "--host", ".."))
    words = f"#!/bin/sh\n{_OURS}\nexec {command}\n"
    there = file.read_text() if file.exists() else ""
    if there == words:
        return
    if there and _OURS not in there:
        raise Refused(
            f"{file} is a hook of somebody else's; call from it: {command}",
            f"{file} خطاف لغيرنا؛ استدعِ منه: {command}",
        )
    file.parent.mkdir(exist_ok=True)
    beside = file.with_suffix(".new")
    beside.write_text(words)
    beside.chmod(0o755)
    beside.replace(file)
    yield file
