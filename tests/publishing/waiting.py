"""A real publisher beside a real host: started, killed and watched."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.conftest import REPOSITORY

PATHS = os.pathsep.join(str(REPOSITORY / name) for name in ("src", "themes"))


class WaitingPublisher:
    """``newsroom publisher`` in a process of its own."""

    def __init__(self, folder: Path, log: Path) -> None:
        command = [sys.executable, "-m", "newsroom", "--language", "en", "publisher", "--host", str(folder)]
        with log.open("ab") as said:
            self.process = subprocess.Popen(
                command, stdout=said, stderr=said, env={**os.environ, "PYTHONPATH": PATHS}, start_new_session=True
            )

    def end(self, number: int = signal.SIGTERM) -> int:
        """Send a signal; the exit code."""
        self.process.send_signal(number)
        return self.process.wait(timeout=60)

    def kill(self) -> None:
        """End it and all that it has begun, as a machine that crashes does."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    @property
    def resident(self) -> int:
        """Bytes of memory that it takes."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) * 1024

    @property
    def seconds(self) -> float:
        """Seconds of a processor that it took by itself, without its errands."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
