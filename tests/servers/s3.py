"""What stands for a store that speaks S3: ``moto``, which keeps buckets in memory and answers as Amazon's does.

It takes any key, and checks no signature.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import httpx

from tests.servers.processes import FOLDER, PYTHON, client, free_port, running

BUCKET: Final = "sample-newsroom"


@contextmanager
def store(folder: Path) -> Iterator[Mapping[str, str]]:
    """A store with one empty bucket that anyone may read, and the environment in which it is found."""
    port = free_port()
    command = [str(PYTHON), str(FOLDER / "until_input_ends.py"), "moto.server", "--host", "127.0.0.1"]
    address = f"http://127.0.0.1:{port}"
    with running([*command, "--port", str(port)], {"PATH": os.environ["PATH"]}, folder, lambda: _answers(address)):
        client().put(f"{address}/{BUCKET}", headers={"x-amz-acl": "public-read"})
        yield {
            "AWS_ENDPOINT_URL_S3": address,
            "AWS_ALLOW_HTTP": "true",
            "AWS_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": "sample",
            "AWS_SECRET_ACCESS_KEY": "sample",
        }


def _answers(address: str) -> bool:
    try:
        return client().get(f"{address}/moto-api/data.json").is_success
    except httpx.TransportError:
        return False
