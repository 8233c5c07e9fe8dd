"""After a publication what is due goes to accounts, by a process of its own that nobody waits for."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from newsroom.publishing.crossposting import LOG
from tests.publishing.hosted import Hosted

PATIENCE = 60
"""Seconds after which a process that goes on by itself is taken to have failed."""
CHILD = """
import sys
from collections.abc import Callable
from pathlib import Path
from newsroom.publishing.crossposting import crosspost_beside
from newsroom.publishing.preparing import open_host
sys.executable = sys.argv[2]
print(crosspost_beside(open_host(Path(sys.argv[1]))) is not None)
"""
SLOW = """#!/bin/sh
trap 'exit 0' TERM
echo $$ > {told}
# It ends by itself, too, so that a test that fails leaves nothing behind for ever.
for _ in $(seq 600); do sleep 0.1; done
"""


def crossposting(hosted: Hosted) -> None:
    """Let the newsroom have an account, and commit that."""
    (hosted.root / "crosspost.yml").write_text("accounts:\n  - {network: printer, handle: paper}\n")
    configuration = hosted.root / "newsroom.yml"
    configuration.write_text(
        configuration.read_text().replace(
            "organization:\n",
            "organization:\n  accounts:\n  - {network: printer, handle: paper, link: 'https://paper.example/',"
            " since: 2024-01-01}\n",
        )
    )
    hosted.commit("Send")


def test_what_was_sent_is_remembered_in_the_repository_that_people_push_to(hosted: Hosted) -> None:
    crossposting(hosted)
    answer = hosted.push()
    assert answer.returncode == 0, answer.stderr
    assert "release 2 is live" in answer.stderr
    assert _awaited(lambda: _refs(hosted)), (hosted.folder / LOG).read_text()


def test_a_host_that_shall_not_send_does_not(hosted: Hosted) -> None:
    hosted.set(crossposts="false")
    crossposting(hosted)
    hosted.push()
    assert not (hosted.folder / LOG).exists()


def test_nobody_waits_for_what_is_sent_and_the_pushers_terminal_is_let_go_of(hosted: Hosted, tmp_path: Path) -> None:
    crossposting(hosted)
    hosted.commit_and_publish()
    slow, told = tmp_path / "slow", tmp_path / "told"
    slow.write_text(SLOW.format(told=told))
    slow.chmod(0o755)
    command = [sys.executable, "-c", CHILD, str(hosted.folder), str(slow)]
    # Git waits until nobody holds the pipe any more that leads to the pusher's terminal.
    run = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
    assert run.stdout == "True\n"
    assert _awaited(lambda: told.is_file() and told.read_text())
    os.kill(int(told.read_text()), 15)


def _refs(hosted: Hosted) -> str:
    listed = ["git", "for-each-ref", "refs/newsroom/"]
    return subprocess.run(listed, cwd=hosted.host.repository, capture_output=True, text=True, check=True).stdout


def _awaited(happens: Callable[[], object]) -> bool:
    end = time.monotonic() + PATIENCE
    while not happens() and time.monotonic() < end:
        time.sleep(0.05)
    return bool(happens())
