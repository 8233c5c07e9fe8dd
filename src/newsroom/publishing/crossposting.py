"""After a publication: what is due goes to accounts, by a process of its own, which nobody who pushes waits for."""

from __future__ import annotations

import subprocess
import sys
from typing import Final

from newsroom.history.git import OUTSIDE
from newsroom.publishing.permissions import open_log
from newsroom.reading.crossposting import CROSSPOSTING
from newsroom.releases.host import Host

LOG: Final = "crosspost.log"
"""Beside ``host.yml``: what was said of messages, line by line."""


def crosspost_beside(host: Host) -> subprocess.Popen[bytes] | None:
    """Send all that is due while others go on; the process that does, or nothing where there is nobody to send to."""
    if not host.settings.crossposts or not (host.checkout / CROSSPOSTING).is_file():
        return None
    command = (*OUTSIDE, sys.executable, "-P", "-m", "newsroom", "--root", str(host.checkout), "crosspost")
    with open_log(host.folder / LOG) as log:
        return subprocess.Popen(  # noqa: S603 - no shell, and words of ours
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
