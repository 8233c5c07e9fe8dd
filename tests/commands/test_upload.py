"""``newsroom upload``: a store that holds the site, and never half of it."""

from __future__ import annotations

import datetime
import hashlib
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from newsroom.commands.edition import Edition
from newsroom.commands.upload import MARK, Uploaded, upload
from newsroom.engine.build import build
from newsroom.errors import ProblemsFound, Refused, SiteNotFound
from newsroom.hosting.uploading import Upload
from tests.samples import write_newsroom, write_post

NOW = datetime.datetime.fromisoformat("2026-11-23T09:00+04:00")


class Shelf:
    """A store in memory, which may fail at one of the requests that change it, and at all that come after."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.left = 10**6

    def stored(self) -> Mapping[str, str]:
        return {path: hashlib.md5(data).hexdigest() for path, data in self.files.items()}

    def read(self, path: str) -> bytes:
        return self.files[path]

    def put(self, upload: Upload, data: bytes) -> None:
        self._change()
        self.files[upload.path] = data

    def delete(self, paths: Iterable[str]) -> None:
        self._change()
        for path in paths:
            del self.files[path]

    def _change(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Refused("the line is dead", "انقطع الخط")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_newsroom(tmp_path_factory.mktemp("built") / "newsroom", posts=2)
    build(root, Edition(NOW), None, strict=False)
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """A newsroom whose site is built."""
    return shutil.copytree(built, tmp_path / "newsroom")


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def files(root: Path) -> dict[str, bytes]:
    site = root / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def published(shelf: Shelf) -> dict[str, bytes]:
    return {path: data for path, data in shelf.files.items() if path != MARK}


def test_the_store_then_holds_the_site_byte_by_byte(root: Path, shelf: Shelf) -> None:
    upload(root, None, shelf, NOW)
    assert published(shelf) == files(root)


def test_only_what_differs_goes_again_and_what_is_gone_is_deleted(root: Path, shelf: Shelf) -> None:
    upload(root, None, shelf, NOW)
    assert upload(root, None, shelf, NOW) == Uploaded(0, 0)
    (root / "site" / "en" / "index.html").write_text("changed")
    (root / "site" / "robots.txt").unlink()
    assert upload(root, None, shelf, NOW) == Uploaded(1, 1)
    assert published(shelf) == files(root)


def test_a_store_that_holds_other_things_is_refused(root: Path, shelf: Shelf) -> None:
    shelf.files["theirs.txt"] = b"theirs"
    with pytest.raises(Refused, match="no newsroom put there"):
        upload(root, None, shelf, NOW)
    assert shelf.files == {"theirs.txt": b"theirs"}


def test_a_site_that_holds_what_is_held_back_goes_nowhere(root: Path, shelf: Shelf) -> None:
    write_post(root, 3, ar={"pubstatus": "withheld"}, body_en="The merger with Northern Cold Stores is agreed.")
    build(root, Edition(None, planned_at=NOW), None, strict=False)
    with pytest.raises(ProblemsFound):
        upload(root, root / "preview", shelf, NOW)
    assert shelf.files == {}


def test_there_must_be_a_site(tmp_path: Path, shelf: Shelf) -> None:
    with pytest.raises(SiteNotFound):
        upload(write_newsroom(tmp_path / "newsroom"), None, shelf, NOW)


@pytest.mark.parametrize("after", [0, 1, 2, 5, 20, 40, 60])
def test_an_upload_that_broke_off_leads_nobody_to_what_is_missing_and_is_finished_by_the_next(
    after: int, root: Path, shelf: Shelf
) -> None:
    upload(root, None, shelf, NOW)
    fronts = {path: shelf.files[path] for path in ("en/index.html", "ar/index.html", "en/feed.xml", "sitemap.xml")}
    write_post(root, 3)
    build(root, Edition(NOW), None, strict=False)
    shelf.left = after
    with pytest.raises(Refused, match="the line is dead"):
        upload(root, None, shelf, NOW)
    is_there = "en/posts/2026/post-3/index.html" in shelf.files and "ar/posts/2026/post-3/index.html" in shelf.files
    assert is_there or fronts.items() <= shelf.files.items()
    shelf.left = 10**6
    upload(root, None, shelf, NOW)
    assert published(shelf) == files(root)


@pytest.mark.parametrize("after", [0, 1, 5, 100])
def test_a_first_upload_that_broke_off_is_finished_by_the_next(after: int, root: Path, shelf: Shelf) -> None:
    shelf.left = after
    with pytest.raises(Refused):
        upload(root, None, shelf, NOW)
    shelf.left = 10**6
    upload(root, None, shelf, NOW)
    assert published(shelf) == files(root)


def test_everything_goes_again_where_the_headers_were_others(root: Path, shelf: Shelf) -> None:
    upload(root, None, shelf, NOW)
    shelf.files[MARK] = b"others"
    assert upload(root, None, shelf, NOW) == Uploaded(len(files(root)), 0)
    assert upload(root, None, shelf, NOW) == Uploaded(0, 0)
