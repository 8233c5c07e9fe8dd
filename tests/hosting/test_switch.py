"""A release takes the place of another while readers ask without pause: each of them gets one of the two, whole."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from threading import Event

import pytest

from newsroom.engine.packing import pack
from newsroom.hosting.served import Served
from tests.hosting.server import HERE, NAMES, Name, ask, serving
from tests.hosting.test_servers import HOME

READERS = 4
SWITCHES = 150
PAGES = {"/ar/": "ar/index.html", "/": "index.html", "/en/feed.xml": "en/feed.xml", "/ar/atom.xml": "ar/atom.xml"}


def body(release: str, path: str) -> bytes:
    """What no one can mistake for a part of another: every line says whose it is, and each release has its length."""
    return f"{path} of the {release} release\n".encode() * (4000 if release == "first" else 5000)


def lay_release(folder: Path, release: str) -> Path:
    for path in PAGES.values():
        place = folder / release / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(body(release, path))
        place.with_name(f"{place.name}.gz").write_bytes(pack(body(release, path))[".gz"])
    return folder / release


def switch(live: Path, release: Path) -> None:
    prepared = live.with_name("prepared")
    prepared.symlink_to(release)
    prepared.replace(live)


def read_until(done: Event, port: int, *, packed: bool) -> dict[tuple[int, bytes], str]:
    """Every different answer, with the path that it was given at."""
    seen: dict[tuple[int, bytes], str] = {}
    with closing(HTTPConnection(HERE, port, timeout=10)) as connection:
        for path in cycle(PAGES):
            connection.request("GET", path, headers={"Accept-Encoding": "gzip" if packed else "identity"})
            answer = connection.getresponse()
            seen.setdefault((answer.status, answer.read()), path)
            if done.is_set():
                return seen
    raise AssertionError


@pytest.mark.parametrize("server", NAMES)
def test_every_reader_gets_one_release_or_the_other(server: Name, tmp_path: Path) -> None:
    releases = [lay_release(tmp_path, release) for release in ("first", "second")]
    live, done = tmp_path / "live", Event()
    live.symlink_to(releases[0])
    with serving(server, tmp_path, Served(HOME, live)) as port, ThreadPoolExecutor(READERS) as pool:
        reading = [pool.submit(read_until, done, port, packed=bool(number % 2)) for number in range(READERS)]
        for _, release in zip(range(SWITCHES), cycle(reversed(releases)), strict=False):
            switch(live, release)
            done.wait(0.005)
        done.set()
        assert ask(port, "/ar/").body == body(live.resolve().name, "ar/index.html")
        answers = [answer for reader in reading for answer in reader.result().items()]
    for (status, data), path in answers:
        whole = [body(release.name, PAGES[path]) for release in releases]
        assert status == 200
        assert data in (*whole, *(pack(each)[".gz"] for each in whole))
    assert len({data for (_, data), _ in answers}) > len(PAGES)
