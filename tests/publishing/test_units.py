"""The units for systemd are such as systemd takes, and let the publisher do nothing but publish."""

from __future__ import annotations

import getpass
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.cli import run
from newsroom.publishing.units import units, write_units
from tests.publishing.hosted import Hosted

MOST_EXPOSED = 3.5
"""What systemd may make of the exposure at most, of 10 (https://man7.org/linux/man-pages/man1/systemd-analyze.1.html)."""

needs_systemd = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")


@pytest.fixture
def written(fresh: Hosted) -> list[Path]:
    return list(write_units(fresh.host))


def analyzed(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", *arguments], capture_output=True, text=True, check=False)


def test_the_command_writes_them_and_says_where(fresh: Hosted, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["publisher", "--host", str(fresh.folder), "--systemd"]) == 0
    paths = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert [path.name for path in paths] == [
        "newsroom-publisher.service",
        "newsroom-publish.service",
        "newsroom-publish.timer",
    ]
    assert all(path.is_file() for path in paths)


@needs_systemd
def test_systemd_finds_nothing_wrong_with_them(written: list[Path]) -> None:
    answer = analyzed("verify", *map(str, written))
    ours = [line for line in (answer.stdout + answer.stderr).splitlines() if "newsroom-" in line]
    assert ours == []


@needs_systemd
@pytest.mark.parametrize("number", [0, 1], ids=["publisher", "each minute"])
def test_systemd_finds_them_little_exposed(written: list[Path], number: int) -> None:
    answer = analyzed("security", "--offline=true", "--no-pager", str(written[number]))
    exposure = re.search(r"exposure level for \S+: ([0-9.]+)", answer.stdout)
    assert exposure, answer
    assert float(exposure[1]) <= MOST_EXPOSED


def test_they_run_as_the_user_to_whom_the_folder_belongs(written: list[Path]) -> None:
    assert f"User={getpass.getuser()}\n" in written[0].read_text()


def test_whatever_is_in_a_path_stays_one_word() -> None:
    folder = Path("srv") / 'a "b" $c 50%'
    words = units(folder, "www", Path(sys.executable))["newsroom-publisher.service"]
    assert r'--host "srv/a \"b\" $$c 50%%"' in words
    assert 'WorkingDirectory=srv/a "b" $c 50%%\n' in words


def test_the_publisher_may_write_in_its_folder_alone(fresh: Hosted, written: list[Path]) -> None:
    lines = written[0].read_text().splitlines()
    assert "ProtectSystem=strict" in lines
    assert f'ReadWritePaths="{fresh.folder.resolve()}"' in lines
