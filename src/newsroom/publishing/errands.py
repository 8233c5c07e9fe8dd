"""Errands of the publisher: our own command in another process, which has gone again when it is done."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence

from newsroom.publishing.publisher import Outcome


class Process:
    """A ``newsroom`` that runs beside us, with what it says kept until it ends."""

    def __init__(self, *arguments: str) -> None:
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - read and closed when it has ended
        command = (sys.executable, "-m", "newsroom", *arguments)
        self._process = subprocess.Popen(  # noqa: S603 - no shell, and words of ours
            command, stdin=subprocess.DEVNULL, stdout=self._said, stderr=self._said
        )

    def outcome(self) -> Outcome | None:
        """How it ended, or nothing while it goes on."""
        code = self._process.poll()
        if code is None:
            return None
        self._said.seek(0)
        said = self._said.read().decode(errors="replace").strip()
        self._said.close()
        return Outcome(code == 0, said or f"exit code {code}")

    def stop(self) -> None:
        """End it: whatever it has begun is thrown away by whoever begins anew."""
        self._process.terminate()
        self._process.wait()
        self._said.close()


def shell(command: str) -> Sequence[str]:
    """What runs a line as an operator would type it."""
    return ("/bin/sh", "-c", command)
