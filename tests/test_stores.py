"""A site put into a store that speaks S3, and read there as anybody reads it."""

from __future__ import annotations

import builtins
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from newsroom.cli import run
from newsroom.commands.edition import Edition
from newsroom.commands.upload import MARK
from newsroom.engine.build import build
from newsroom.hosting.uploading import Upload
from newsroom.stores import s3_store
from tests.conftest import NOW
from tests.samples import write_newsroom
from tests.servers.processes import client
from tests.servers.s3 import BUCKET, store

THEIRS = Upload("theirs.txt", "text/plain", "")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, str]]:
    with store(tmp_path_factory.mktemp("store")) as found:
        yield found


@pytest.fixture
def address(environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> str:
    """Where the files of an empty bucket are read."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    bucket = s3_store(BUCKET)
    bucket.delete(bucket.stored())
    return f"{environment['AWS_ENDPOINT_URL_S3']}/{BUCKET}"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom whose site is built."""
    root = write_newsroom(tmp_path_factory.mktemp("built") / "newsroom")
    build(root, Edition(NOW), None, strict=False)
    return root


def files(root: Path) -> dict[str, bytes]:
    site = root / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def newsroom(root: Path, *arguments: str) -> int:
    return run(["--language", "en", "--root", str(root), "upload", *arguments])


def test_a_reader_finds_the_site_byte_by_byte_with_its_types_and_how_long_to_keep_each(
    root: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert newsroom(root, BUCKET) == 0
    expected = files(root)
    assert capsys.readouterr().err == f"files uploaded: {len(expected)}; deleted: 0\n"
    assert set(s3_store(BUCKET).stored()) == {*expected, MARK}
    found = {path: client().get(f"{address}/{path}") for path in expected}
    assert {path: answer.content for path, answer in found.items()} == expected
    said = {
        path: (answer.headers["content-type"], answer.headers.get("cache-control")) for path, answer in found.items()
    }
    assert said["en/index.html"] == ("text/html; charset=utf-8", "public, max-age=60, must-revalidate")
    assert said["ar/atom.xml"] == ("application/atom+xml; charset=utf-8", "public, max-age=60, must-revalidate")
    assert said["assets/newsroom.css"] == ("text/css; charset=utf-8", "public, max-age=3600, must-revalidate")


def test_what_is_in_the_store_already_does_not_go_again_and_what_is_gone_is_deleted(
    root: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert newsroom(root, BUCKET) == 0
    s3_store(BUCKET).put(Upload("en/index.html", "text/html", ""), b"another")
    s3_store(BUCKET).put(THEIRS, b"gone")
    capsys.readouterr()
    assert newsroom(root, BUCKET) == 0
    assert capsys.readouterr().err == "files uploaded: 1; deleted: 1\n"


def test_a_folder_of_a_bucket_leaves_the_rest_of_it_alone(root: Path, address: str) -> None:
    s3_store(BUCKET).put(THEIRS, b"theirs")
    assert newsroom(root, f"{BUCKET}/news") == 0
    assert client().get(f"{address}/news/en/index.html").content == files(root)["en/index.html"]
    assert client().get(f"{address}/theirs.txt").text == "theirs"


def test_a_bucket_that_is_not_there_is_told_in_a_sentence(
    root: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert newsroom(root, "no-such-bucket") == 3
    said = capsys.readouterr().err
    assert "NoSuchBucket" in said
    assert "Traceback" not in said


def test_what_to_install_is_told_where_obstore_is_not(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    true = builtins.__import__

    def without(name: str, *given: Any, **named: Any) -> Any:
        if name.startswith("obstore"):
            raise ImportError(name)
        return true(name, *given, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    assert newsroom(root, BUCKET) == 3
    assert 'pip install "mkdocs-newsroom[s3]"' in capsys.readouterr().err
