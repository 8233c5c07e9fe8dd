"""Units of systemd for a host: one that waits for instants, and in its place one that looks each minute.

What each setting is for: https://www.freedesktop.org/software/systemd/man/systemd.exec.html. Memory that can be written
and executed stays allowed, for charts are drawn by an engine that compiles as it goes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from newsroom.releases.host import Host

FOLDER: Final = "systemd"
PUBLISHER: Final = "newsroom-publisher.service"
EACH_MINUTE: Final = ("newsroom-publish.service", "newsroom-publish.timer")

_CONFINED: Final = """\
NoNewPrivileges=yes
CapabilityBoundingSet=
ProtectSystem=strict
ProtectHome=read-only
ReadWritePaths={folder}
PrivateTmp=yes
PrivateDevices=yes
ProtectProc=invisible
ProtectClock=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
RemoveIPC=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallErrorNumber=EPERM
UMask=0022
"""

_SERVICE: Final = """\
[Service]
Type={type}
User={user}
WorkingDirectory={place}
# Secrets of accounts, a line each: NAME=value. It may be missing.
EnvironmentFile=-{place}/publisher.env
ExecStart={command}
"""

_WAITING: Final = """\
[Unit]
Description=Newsroom: publish at each instant
# An instant is one of a clock that is right.
Wants=time-sync.target
After=time-sync.target network.target
StartLimitIntervalSec=0

{service}Restart=always
RestartSec=1
{confined}
[Install]
WantedBy=multi-user.target
"""

_ONCE: Final = """\
[Unit]
Description=Newsroom: publish what is due
After=network.target

{service}{confined}"""

_TIMER: Final = """\
[Unit]
Description=Newsroom: publish what is due, each minute

[Timer]
OnCalendar=*:*:00
AccuracySec=100ms
Persistent=true

[Install]
WantedBy=timers.target
"""


def write_units(host: Host) -> Iterator[Path]:
    """Write the units into the host's folder, where root finds them to be installed, and give their paths."""
    folder = host.folder / FOLDER
    folder.mkdir(exist_ok=True)
    for name, words in units(host.folder, _owner(host.folder), Path(sys.executable)).items():
        (folder / name).write_text(words, encoding="utf-8")
        yield folder / name


def units(folder: Path, user: str, python: Path) -> dict[str, str]:
    """The text of each unit, by its name, for a host's folder, the user to whom it belongs and a Python."""
    confined = _CONFINED.format(folder=_quoted(folder))

    def service(kind: str, verb: str) -> str:
        command = " ".join((_quoted(python), "-m newsroom", verb, "--host", _quoted(folder)))
        return _SERVICE.format(type=kind, user=user, place=_escaped(folder), command=command)

    once, timer = EACH_MINUTE
    return {
        PUBLISHER: _WAITING.format(service=service("exec", "publisher"), confined=confined),
        once: _ONCE.format(service=service("oneshot", "publish"), confined=confined),
        timer: _TIMER,
    }


def _owner(folder: Path) -> str:
    try:
        return folder.owner()
    except KeyError:
        return str(folder.stat().st_uid)


def _escaped(path: Path) -> str:
    """A path in which systemd puts nothing in the place of anything."""
    return str(path).replace("%", "%%")


def _quoted(path: Path) -> str:
    """A path as one word, whatever is in it (https://www.freedesktop.org/software/systemd/man/systemd.syntax.html)."""
    escaped = _escaped(path).replace("\\", "\\\\").replace('"', '\\"').replace("$", "$$")
    return f'"{escaped}"'
