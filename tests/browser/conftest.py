"""A browser, built sites served to it on loopback, and a reader who notices every request and complaint."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Route, sync_playwright

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from tests.browser.hard_newsroom import write_bare_newsroom, write_hard_newsroom
from tests.conftest import NOW

MEASURES = Path(__file__).with_name("measures.js")


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    # Of the package, not of the session: the event loop that Playwright runs may not last into other tests.
    executable = shutil.which("chromium")
    if executable is None:
        pytest.fail("there is no chromium on the PATH; scripts/test installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def example_origin(example_site: Path) -> Iterator[str]:
    """Where the example newsroom is served."""
    with _served(example_site) as origin:
        yield origin


@pytest.fixture(scope="package")
def preview_origin(example_preview: Path) -> Iterator[str]:
    """Where the preview of the example newsroom is served."""
    with _served(example_preview) as origin:
        yield origin


@pytest.fixture(scope="package")
def hard_origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a newsroom is served whose texts are hard to show."""
    folder = tmp_path_factory.mktemp("hard")
    build(write_hard_newsroom(folder / "newsroom"), Edition(NOW), folder / "site", strict=False)
    with _served(folder / "site") as origin:
        yield origin


@pytest.fixture(scope="package")
def bare_origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a newsroom is served that has not published anything yet."""
    folder = tmp_path_factory.mktemp("bare")
    build(write_bare_newsroom(folder / "newsroom"), Edition(NOW), folder / "site", strict=False)
    with _served(folder / "site") as origin:
        yield origin


@dataclass
class Reader:
    """A page in a browser, and what it asked of others or complained about on the way."""

    page: Page
    origin: str
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, address: str, width: int = 1280, height: int = 900) -> None:
        """Show a page in a window of a size."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.goto(self.origin + address)

    def follow(self, link: Locator) -> None:
        """Press a link, and wait until the page that it leads to is there."""
        with self.page.expect_navigation():
            link.click()

    @property
    def address(self) -> str:
        return self.page.url.removeprefix(self.origin)

    def measure(self, name: str, *arguments: Any) -> Any:
        """What a function of ``measures.js`` tells."""
        return self.page.evaluate(f"given => measures.{name}(...given)", list(arguments))

    def noticed(self) -> list[str]:
        """What was asked of another host, and what the browser complained about, since this was last asked."""
        noticed = self.foreign + self.complaints
        self.foreign.clear()
        self.complaints.clear()
        return noticed


Open = Callable[..., AbstractContextManager[Reader]]


@pytest.fixture(scope="package")
def read(chromium: Browser) -> Open:
    """Opens a served site in a browser with settings of its own, such as ``color_scheme``."""

    @contextmanager
    def reader(origin: str, **settings: Any) -> Iterator[Reader]:
        context = chromium.new_context(**settings)
        context.add_init_script(path=MEASURES)
        reading = Reader(context.new_page(), origin)
        context.route(re.compile(f"^(?!{re.escape(origin)})"), partial(_refuse, reading))
        reading.page.on("console", lambda message: reading.complaints.extend(_complaint(message)))
        reading.page.on("pageerror", lambda error: reading.complaints.append(str(error)))
        try:
            yield reading
        finally:
            context.close()
        assert reading.noticed() == []

    return reader


@pytest.fixture(scope="package")
def example_reader(read: Open, example_origin: str) -> Iterator[Reader]:
    # Stillness, since a page that is scrolling smoothly cannot be measured.
    with read(example_origin, reduced_motion="reduce") as reading:
        yield reading


@pytest.fixture
def reader(example_reader: Reader) -> Iterator[Reader]:
    """The reader of the example newsroom, who must be content after each test."""
    yield example_reader
    example_reader.page.emulate_media(media="screen", color_scheme="light")
    assert example_reader.noticed() == []


def _refuse(reading: Reader, route: Route) -> None:
    reading.foreign.append(route.request.url)
    route.abort()


def _complaint(message: ConsoleMessage) -> list[str]:
    return [f"{message.type}: {message.text}"] if message.type in ("error", "warning") else []


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder as a host of static pages does, the newsroom's own 404 included."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
