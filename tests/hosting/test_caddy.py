"""What is Caddy's own: twins in brotli, and a whole block that it takes as it is."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from newsroom.engine.packing import pack
from newsroom.hosting.caddy import caddy
from newsroom.hosting.served import Previews, Served
from tests.hosting.server import ask, serving
from tests.hosting.test_servers import HOME, PACKED, SECRET, WORDS, lay, write


def test_whoever_can_unpack_brotli_is_sent_the_smaller_twin(tmp_path: Path) -> None:
    with serving("caddy", tmp_path, Served(HOME, lay(tmp_path))) as port:
        answer = ask(port, f"/{PACKED}", Accept_Encoding="gzip, br")
        assert answer.headers["content-encoding"] == "br"
        assert answer.body == pack(WORDS.encode())[".br"]


@pytest.mark.parametrize("address", [HOME, "https://news.example.om:8443/room/"])
def test_a_whole_block_needs_nothing_more(tmp_path: Path, address: str) -> None:
    previews = Previews(tmp_path, tmp_path / "passwords", (("huda", f"$2y$05${'a' * 53}"),))
    configuration = tmp_path / "Caddyfile"
    configuration.write_bytes(caddy(Served(address, tmp_path / "a site", gone=("ar/gone/",), previews=previews)))
    assert configuration.read_text().splitlines()[1] == f"{address.split('/')[2]} {{"
    command = ["caddy", "validate", "--config", str(configuration), "--adapter", "caddyfile"]
    outcome = subprocess.run(
        command, env={**os.environ, "HOME": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stderr


def test_where_a_password_is_asked_for_and_nobody_has_one_nobody_sees_previews(tmp_path: Path) -> None:
    write(tmp_path / "previews" / "token" / "index.html", SECRET)
    previews = Previews(tmp_path / "previews", tmp_path / "passwords")
    with serving("caddy", tmp_path, Served(HOME, lay(tmp_path), previews=previews)) as port:
        assert ask(port, "/previews/token/").status == 401
