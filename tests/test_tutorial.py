"""The tutorial is typed as it stands, from nothing to a live newsroom, and answers as it promises: in both languages.

What it shows in ``sh`` is run, one frame after the other in one folder; in ``markdown`` and ``yaml``, written to the
file named in the first line, in which ``*`` stands for the year. What is in ``output`` has to be among what was
answered, line by line, with ``…`` for what differs. What is in ``text`` cannot be run here, and is named in
:data:`NOT_RUN`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.documents import TUTORIALS, Block, blocks
from tests.hosting.server import free_port

LOCALES = {"en": "C.UTF-8", "ar": "ar_OM.UTF-8"}
RUN = {"sh", "markdown", "yaml", "output"}
NOT_RUN = [
    "sudo apt install git openssh-client python3-venv nginx",
    "git remote add newsroom ssh://huda@newsroom.manara.example/srv/newsroom/repository.git",
    "sudo cp ../newsroom.conf /etc/nginx/sites-enabled/newsroom.conf",
]
"""The first lines of what is shown and not run: it is for root, for the network or for another machine."""
PATIENCE = 60
"""Seconds after which the server of previews is taken not to answer."""


class Reader:
    """Somebody who types what the tutorial shows, at a terminal of one language."""

    def __init__(self, folder: Path, language: str) -> None:
        self.place = folder
        self.said = ""
        self._environment = os.environ | {
            "PATH": f"{_program(folder)}:{os.environ['PATH']}",
            "HOME": str(folder),
            "LANG": LOCALES[language],
            "LC_ALL": LOCALES[language],
            "PYTHONUNBUFFERED": "1",
        }

    def follow(self, block: Block) -> None:
        """Do what a frame asks for."""
        match block.language:
            case "sh" if block.text.startswith("newsroom serve "):
                self._look(block.text)
            case "sh":
                self._type(block.text)
            case "markdown" | "yaml":
                self._write(block.text)
            case "output":
                self._expect(block)

    def _type(self, text: str) -> None:
        script = f"set -e\n{text}\npwd >{self._environment['HOME']}/.place"
        run = subprocess.run(
            ["bash", "-c", script],
            cwd=self.place,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert run.returncode == 0, f"{text}\n{run.stdout}"
        self.said = run.stdout
        self.place = Path((Path(self._environment["HOME"]) / ".place").read_text().strip())

    def _write(self, text: str) -> None:
        head, _, body = text.partition("\n")
        name = re.sub(r"^(?:<!-- |# )| -->$", "", head)
        (path,) = list(self.place.glob(name)) or [self.place / name]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")

    def _expect(self, block: Block) -> None:
        answers = iter(line.rstrip() for line in self.said.splitlines())
        for line in block.text.splitlines():
            pattern = ".*".join(map(re.escape, line.split("…")))
            found = any(re.fullmatch(pattern, answer) for answer in answers)
            assert found, f"line {block.line}: {line}\nis not said, or not in this order, in:\n{self.said}"

    def _look(self, text: str) -> None:
        """Start the server of previews, see a page, and leave as Ctrl+C does."""
        port = free_port()
        command = ["bash", "-c", f"exec {text.strip()} --address 127.0.0.1:{port}"]
        with _running(command, self.place, self._environment) as server:
            assert b"newsroom" in _page(port, "/en/", server)


def _program(folder: Path) -> Path:
    """A folder with ``newsroom``, as an installed environment has it."""
    script = folder / "program" / "newsroom"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newsroom "$@"\n')
    script.chmod(0o755)
    return script.parent


@contextmanager
def _running(command: list[str], place: Path, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, cwd=place, env=environment)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _page(port: int, path: str, server: subprocess.Popen[bytes]) -> bytes:
    """A page of a server that may still be starting."""
    until = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < until:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            assert answer.status == 200
            return answer.read()
        except ConnectionRefusedError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise AssertionError("nobody answers")


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_tutorial_leads_to_a_live_newsroom(language: str, tmp_path: Path) -> None:
    reader = Reader(tmp_path, language)
    for block in blocks(TUTORIALS[language]):
        reader.follow(block)
    (page,) = (tmp_path / "host" / "live" / "en" / "posts").glob("*/sohar-service-centre/index.html")
    assert "14 people work there" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_cannot_be_run_is_known(language: str) -> None:
    shown = [block for block in blocks(TUTORIALS[language]) if block.language not in RUN]
    assert [block.text.splitlines()[0] for block in shown] == NOT_RUN
    assert {block.language for block in shown} == {"text"}


def test_both_tutorials_type_and_write_the_same() -> None:
    typed = [
        [(block.language, block.text) for block in blocks(name) if block.language in RUN - {"output"}]
        for name in TUTORIALS.values()
    ]
    assert typed[0] == typed[1]


def test_both_tutorials_promise_answers_in_the_same_places() -> None:
    order = [[(block.language, block.text.count("\n")) for block in blocks(name)] for name in TUTORIALS.values()]
    assert order[0] == order[1]
