"""The shelf: a folder is read again when something in it changed, and only then; what is held back is not kept."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsroom.engine.cache import Cache
from newsroom.engine.fingerprints import Look
from newsroom.engine.progress import Part, in_silence
from newsroom.engine.shelf import Shelf
from newsroom.reading.newsroom import Reading, read_newsroom
from newsroom.reading.posts import PostReader, PostReading
from tests.samples import configuration, write_newsroom, write_picture, write_post, write_yaml

POSTS = 4
BODY = "See ![chart](chart.png)."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_newsroom(tmp_path / "newsroom", posts=POSTS)
    write_picture(write_post(root, 1, body_ar=BODY, body_en=BODY) / "chart.png")
    return root


def first(root: Path) -> Path:
    return root / "content" / "posts" / "2026" / "post-1"


@contextmanager
def shelf_of(root: Path, processes: int = 1) -> Iterator[Shelf]:
    """A shelf as a new build has it, with what earlier ones kept."""
    cache = Cache(root / ".newsroom" / "public.db", "1")
    yield Shelf(cache, root / ".newsroom", processes, Part("posts", in_silence))
    cache.close()


def folders(reading: Reading) -> frozenset[str]:
    assert reading.newsroom
    return frozenset(post.folder for post in reading.newsroom.posts)


def build(root: Path, processes: int = 1) -> tuple[int, Reading]:
    """How many folders are read, and what comes of all."""
    with shelf_of(root, processes) as shelf:
        reading = read_newsroom(root, each=shelf)
        shelf.keep(folders(reading))
        return shelf.count, reading


def rewrite(path: Path, old: str, new: str) -> None:
    """Change a file and leave its size and time as they are."""
    status = path.stat()
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a text": lambda folder: (folder / "index.en.md").write_text("---\ntitle: x\nsummary: y.\n---\n"),
    "a text at equal size and time": lambda folder: rewrite(folder / "index.en.md", "See", "Saw"),
    "a text less": lambda folder: (folder / "index.en.md").unlink(),
    "another picture": lambda folder: write_picture(folder / "chart.png", (5, 5)),
    "a file more": lambda folder: (folder / "notes.txt").write_text("notes"),
    "a file under another name": lambda folder: (folder / "chart.png").rename(folder / "other.png"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_only_a_folder_that_changed_is_read_again(change: Callable[[Path], object], root: Path) -> None:
    assert build(root)[0] == POSTS
    assert build(root) == (0, read_newsroom(root))
    change(first(root))
    assert build(root) == (1, read_newsroom(root))
    assert build(root)[0] == 0


def test_a_folder_that_was_only_touched_is_not_read(root: Path) -> None:
    build(root)
    for path in (root / "content").rglob("*"):
        os.utime(path)
    assert build(root) == (0, read_newsroom(root))


def test_a_renamed_folder_is_another_post(root: Path) -> None:
    build(root)
    first(root).rename(first(root).with_name("renamed"))
    assert build(root) == (1, read_newsroom(root))


@pytest.mark.parametrize(
    "change",
    [{"timezone": "Europe/London"}, {"languages": configuration()["languages"] | {"lead": "en"}}],
    ids=["time zone", "lead language"],
)
def test_what_all_readings_depend_on_makes_all_of_them_anew(change: dict[str, object], root: Path) -> None:
    build(root)
    write_yaml(root / "newsroom.yml", configuration(**change))
    with shelf_of(root) as shelf:
        assert read_newsroom(root, each=shelf) == read_newsroom(root)
        assert shelf.count == POSTS


def test_of_what_is_held_back_neither_words_nor_name_are_kept(root: Path) -> None:
    write_post(root, 9, slug="secret-merger", body_en="A secret.", languages=("en",))
    with shelf_of(root) as shelf:
        reading = read_newsroom(root, each=shelf)
        shelf.keep(folders(reading) - {"posts/2026/secret-merger"})
    data = (root / ".newsroom" / "public.db").read_bytes()
    assert b"Title of post 1" in data
    assert b"secret" not in data.lower()
    assert b"Title of post 9" not in data
    assert build(root)[0] == 1


def test_a_reading_of_what_is_no_longer_public_is_forgotten(root: Path) -> None:
    build(root)
    with shelf_of(root) as shelf:
        reading = read_newsroom(root, each=shelf)
        shelf.keep(folders(reading) - {"posts/2026/post-1"})
    assert b"Title of post 1" not in (root / ".newsroom" / "public.db").read_bytes()


def test_problems_are_read_again_each_time_and_stay_the_same(root: Path) -> None:
    write_post(root, 2, ar={"type": "nonsense"})
    assert read_newsroom(root).problems
    assert [build(root)[1].problems for _ in range(2)] == [read_newsroom(root).problems] * 2


@pytest.mark.parametrize("strange", ["a link", "a folder within"])
def test_a_folder_with_more_than_files_in_it_is_read_each_time(strange: str, root: Path) -> None:
    if strange == "a link":
        (first(root) / "link.txt").symlink_to(root / "plan.yml")
    else:
        (first(root) / "within").mkdir()
    assert [build(root)[0] for _ in range(3)] == [POSTS, 1, 1]


@pytest.mark.parametrize(
    ("latest", "is_noticed"), [(0, False), (2**63 - 1, True)], ids=["long ago", "within this tick"]
)
def test_a_look_is_believed_only_where_the_clock_has_moved_on(
    latest: int, is_noticed: bool, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsroom.engine.shelf.look_at", lambda _: Look(b"the same", latest))
    build(root)
    rewrite(first(root) / "index.en.md", "See", "Saw")
    assert build(root)[0] == is_noticed


class Meddler(PostReader):
    """Reads a folder, in which somebody saves a text meanwhile."""

    def __call__(self, path: Path) -> PostReading:
        reading = super().__call__(path)
        if path.name == "post-1":
            rewrite(path / "index.en.md", "See", "Saw")
        return reading


def test_what_was_changed_while_it_was_read_is_read_again(root: Path) -> None:
    with shelf_of(root) as shelf:
        reading = read_newsroom(root, each=lambda read, paths: shelf(Meddler(read.desk), paths))
        shelf.keep(folders(reading))
    assert build(root) == (1, read_newsroom(root))
