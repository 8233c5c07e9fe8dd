"""The page at an old address: a browser goes on from it under the strict policy, and whoever stays can read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.hosting.served import Served
from tests.browser.conftest import Open
from tests.conftest import NOW
from tests.hosting.server import HERE, serving
from tests.readers.programs import judged, understood
from tests.samples import write_newsroom, write_post

ADDRESS = "https://newsroom.sample.example/"
OLD = tuple(f"{language}/posts/2025/old/" for language in ("ar", "en"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the sites of a newsroom stand in which a post was moved."""
    folder = tmp_path_factory.mktemp("moved")
    root = write_newsroom(folder / "newsroom")
    write_post(root, 2, ar={"aliases": ["2025/old"]})
    for name in ("site", "still"):
        build(root, Edition(NOW), folder / name, strict=True)
    for address in OLD:
        page = folder / "still" / address / "index.html"
        lines = page.read_text(encoding="utf-8").splitlines()
        page.write_text("\n".join(line for line in lines if 'http-equiv="refresh"' not in line), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def origin(folder: Path) -> Iterator[str]:
    """Where the page is served that does not go on, so that it can be looked at."""
    (folder / "server").mkdir()
    with serving("nginx", folder / "server", Served(ADDRESS, folder / "still")) as port:
        yield f"http://{HERE}:{port}/"


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without"])
def test_a_browser_goes_on_from_an_old_address(javascript: bool, folder: Path, tmp_path: Path, read: Open) -> None:
    with (
        serving("nginx", tmp_path, Served(ADDRESS, folder / "site")) as port,
        read(f"http://{HERE}:{port}/", java_script_enabled=javascript) as reader,
    ):
        for address in OLD:
            reader.go(address)
            new = address.replace("2025/old", "2026/post-2")
            reader.page.wait_for_url(f"{reader.origin}{new}")


def test_whoever_stays_is_shown_the_way(origin: str, read: Open) -> None:
    with read(origin) as reader:
        for address in OLD:
            reader.go(address)
            link = reader.page.locator("main a")
            assert link.inner_text() == f"https://newsroom.sample.example/{address.replace('2025/old', '2026/post-2')}"
            reader.follow(link)
            assert reader.address == address.replace("2025/old", "2026/post-2")


@pytest.mark.slow
def test_axe_and_pa11y_find_nothing_in_it(origin: str) -> None:
    assert judged("accessibility.mjs", origin, OLD) == {}


def test_html_validate_finds_nothing_in_it(folder: Path) -> None:
    pages = [folder / "site" / address / "index.html" for address in OLD]
    assert not any(understood("html_validate.mjs", pages).values())
