"""Take ``docs/pictures`` anew: the key pages of the example newsroom, for people to look at when the design changes.

``scripts/pictures`` runs this. No test compares pixels: fonts and browsers differ from one machine to another.
"""

from __future__ import annotations

import io
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final, Literal, NamedTuple

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from newsroom.commands.edition import Edition
from newsroom.engine.build import build

DOCS: Final = Path(__file__).resolve().parent
PICTURES: Final = DOCS / "pictures"
EDITION: Final = Edition(datetime.fromisoformat("2026-11-23T09:00+04:00"))
SIZES: Final = {"desk": (1280, 1600), "phone": (390, 1400)}
"""Pixels of the window: a laptop's width or a phone's, and high enough to see how a page goes on."""
COLOURS: Final = 128
"""What a picture is reduced to: the pages have few, and all pictures together stay below two megabytes."""
INTRODUCTION: Final = """\
# The pages, as they look

Look through these when the design has changed: `scripts/pictures` takes them anew from the example newsroom, as of
23 November 2026, and `git diff` shows which pages became others. They are for eyes; no test compares them.
"""


class View(NamedTuple):
    """A page as it is photographed: what it is called, where it stands, and how it is looked at."""

    name: str
    title: str
    address: str
    screen: Literal["desk", "phone"] = "desk"
    scheme: Literal["light", "dark"] = "light"


VIEWS: Final = (
    View("home-ar", "The Arabic home", "ar/"),
    View("home-en-phone", "The English home on a phone, by night", "en/", "phone", "dark"),
    View("post-en", "A post with its correction", "en/posts/2025/annual-results-2024/"),
    View("post-ar-phone", "Results on a phone", "ar/posts/2026/first-half-results-2026/", "phone"),
    View("shareholders-en", "What shareholders look for", "en/audiences/shareholders/"),
    View("shareholders-ar-phone", "The same in Arabic on a phone", "ar/audiences/shareholders/", "phone", "dark"),
    View("media-ar", "What journalists look for", "ar/audiences/media/", "desk", "dark"),
    View("media-en-phone", "The same in English on a phone", "en/audiences/media/", "phone"),
    View("executive-ar", "An executive", "ar/executives/yousuf-al-zadjali/"),
    View("executive-en-phone", "The same in English on a phone", "en/executives/yousuf-al-zadjali/", "phone", "dark"),
    View("archive-en", "The way into the archive", "en/archive/"),
    View("front", "The front door, by night", "", "desk", "dark"),
)


def main() -> None:
    """Build the example newsroom, photograph its key pages, and write the page that shows the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        build(DOCS.parent, EDITION, Path(folder, "site"), strict=True)
        with _served(Path(folder, "site")) as origin, _browser() as browser:
            for view in VIEWS:
                _write(view, _photograph(browser, view, origin))
    (PICTURES / "README.md").write_text(_index(), encoding="utf-8")


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


def _photograph(browser: Browser, view: View, origin: str) -> bytes:
    width, height = SIZES[view.screen]
    size = {"width": width, "height": height}
    with browser.new_context(viewport=size, color_scheme=view.scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(origin + view.address, wait_until="networkidle")
        return page.screenshot()


def _write(view: View, picture: bytes) -> None:
    reduced = Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    reduced.save(PICTURES / f"{view.name}.png", optimize=True)


def _index() -> str:
    shown = "\n".join(f"\n## {view.title}\n\n![{view.title}]({view.name}.png)" for view in VIEWS)
    return f"{INTRODUCTION}{shown}\n"


if __name__ == "__main__":
    main()
