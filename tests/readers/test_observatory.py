"""How safely the site is served, as two judges of web security see it: MDN Observatory and Google's CSP Evaluator."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from newsroom.hosting.nginx import nginx
from newsroom.hosting.served import Served
from tests.hosting.server import HERE, free_port, included, running
from tests.readers.programs import PATIENCE, READERS

HOST = "newsroom.luban.example"


def certificate(folder: Path) -> str:
    """A certificate for the host that vouches for itself, and the key to it, as nginx names them."""
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    names = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")]
    subprocess.run([*request, *names, *files], check=True, capture_output=True)
    return f"ssl_certificate {folder}/certificate.pem; ssl_certificate_key {folder}/key.pem;"


@pytest.fixture(scope="module")
def verdict(example_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """What both judges say of the example newsroom, served by nginx as ``newsroom serve-config nginx`` has it."""
    folder = tmp_path_factory.mktemp("observatory")
    http, https = free_port(), free_port()
    told = nginx(Served(f"https://{HOST}/", example_site), inside=True)
    secure = f"{certificate(folder)} {included(folder, told)}"
    servers = (
        f"server {{ listen {HERE}:{http}; return 301 https://$host$request_uri; }}"
        f"server {{ listen {HERE}:{https} ssl; {secure} }}"
    )
    with running(folder, servers, https):
        outcome = subprocess.run(
            ["node", str(READERS / "observatory.mjs"), HOST, str(http), str(https)],
            env={**os.environ, "NODE_EXTRA_CA_CERTS": str(folder / "certificate.pem")},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    assert outcome.returncode == 0, outcome.stderr
    return dict(json.loads(outcome.stdout))


def test_the_observatory_gives_its_best_grade(verdict: Mapping[str, Any]) -> None:
    assert (verdict["grade"], verdict["failed"]) == ("A+", [])


def test_the_policy_has_no_weakness(verdict: Mapping[str, Any]) -> None:
    # It may be one to run what the site itself holds, says the judge, where readers can put files there. Ours cannot.
    own_scripts = (
        "MEDIUM_MAYBE: script-src 'self' can be problematic if you host JSONP, AngularJS or user uploaded files."
    )
    assert verdict["findings"] == [own_scripts]
