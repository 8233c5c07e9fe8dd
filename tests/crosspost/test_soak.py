"""Each message is there once, whatever befalls who sends it: a short edition of the soak."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.conftest import REPOSITORY


@pytest.mark.parametrize("network", ["bluesky", "mastodon"])
def test_every_message_is_there_once_whoever_dies_and_whatever_the_line_does(network: str) -> None:
    # In a process of its own, for it forks, and nothing else may run in who does.
    command = [sys.executable, "-m", "tests.crosspost.soak", "--network", network]
    command += ["--posts", "10", "--workers", "4", "--deaths", "30", "--seed", "2026"]
    outcome = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    told = json.loads(outcome.stdout)
    assert (told["wanted"], told["standing"]) == (20, 20)
    assert len(told["killed"]) > 5
    assert len(told["befell"]) > 5
