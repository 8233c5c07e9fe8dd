"""The exchange of a site's files: all of it happens or none, and nothing is lost on the way."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from newsroom.engine.publishing import Staging
from tests.trees import read_tree

OLD = {"index.html": b"home", "a/index.html": b"a", "b/index.html": b"b", "b/c/index.html": b"c"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path / "site", OLD)
    return tmp_path / "site"


def write(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def publish(site: Path, changed: dict[str, bytes], removed: list[str]) -> None:
    staging = Staging(site)
    staging.open()
    write(staging.folder, changed)
    try:
        staging.publish(list(changed), removed)
    finally:
        staging.close()


def test_what_changed_is_put_and_what_went_is_taken(site: Path) -> None:
    publish(site, {"index.html": b"new", "d/e/index.html": b"e"}, ["b/c/index.html", "a/index.html"])
    assert read_tree(site) == {"index.html": b"new", "b/index.html": b"b", "d/e/index.html": b"e"}
    assert sorted(path.name for path in site.iterdir()) == ["b", "d", "index.html"]
    assert [path.name for path in site.parent.iterdir() if path.name != ".site.lock"] == ["site"]


def test_a_first_site_comes_in_one_step(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"index.html": b"new"}, [])
    assert read_tree(tmp_path / "site") == {"index.html": b"new"}


@pytest.mark.parametrize("step", range(8))
def test_where_a_step_fails_everything_is_as_it_was(step: int, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = iter(range(100))
    replace, rename = Path.replace, Path.rename

    def fail_once(work, path: Path, target: Path) -> Path:
        if next(steps) == step:
            raise OSError(5, "Input/output error", str(path))
        return work(path, target)

    monkeypatch.setattr(Path, "replace", lambda path, target: fail_once(replace, path, target))
    monkeypatch.setattr(Path, "rename", lambda path, target: fail_once(rename, path, target))
    changed = {"n/index.html": b"n", "index.html": b"new", "a": b"a file now", "b/index.html/x": b"a folder now"}
    removed = ["b/c/index.html"]
    with pytest.raises(OSError, match="Input/output") if step < 7 else pytest.raises(StopIteration):
        publish(site, changed, removed)
        raise StopIteration
    if step < 7:
        assert read_tree(site) == OLD
        assert sorted(path.name for path in site.iterdir()) == ["a", "b", "index.html"]
    else:
        assert read_tree(site) == changed


def test_a_folder_gives_way_to_a_file_and_a_file_to_a_folder(site: Path) -> None:
    publish(site, {"a": b"a file now", "index.html/x": b"a folder now"}, ["a/index.html", "index.html"])
    assert read_tree(site) == {
        "a": b"a file now",
        "index.html/x": b"a folder now",
        "b/index.html": b"b",
        "b/c/index.html": b"c",
    }


def test_nothing_is_written_through_a_symbolic_link(site: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    write(elsewhere, {"index.html": b"not ours", "kept": b"not ours"})
    (site / "l").symlink_to(elsewhere)
    (site / "f").symlink_to(elsewhere / "kept")
    publish(site, {"l/index.html": b"ours", "f": b"ours"}, ["l"])
    assert read_tree(elsewhere) == {"index.html": b"not ours", "kept": b"not ours"}
    assert (site / "l" / "index.html").read_bytes() == (site / "f").read_bytes() == b"ours"


def test_a_file_system_without_second_names_is_served_too(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    publish(site, {"index.html": b"new"}, [])
    assert (site / "index.html").read_bytes() == b"new"


def test_what_a_killed_build_left_is_cleared(site: Path) -> None:
    write(site.parent / ".site.staging", {"half.html": b"half"})
    write(site.parent / ".site.old", {"0": b"old"})
    publish(site, {}, [])
    assert [path.name for path in site.parent.iterdir() if path.name != ".site.lock"] == ["site"]


def test_a_build_that_has_closed_leaves_the_next_ones_folder_alone(site: Path) -> None:
    first, second = Staging(site), Staging(site)
    first.open()
    first.publish([], [])
    second.open()
    first.close()
    assert second.folder.is_dir()
    second.close()


def test_an_empty_folder_goes_with_those_that_hold_nothing_else(site: Path) -> None:
    (site / "b" / "x" / "y").mkdir(parents=True)
    staging = Staging(site)
    staging.open()
    staging.publish([], ["a/index.html"], ["b/x/y/"])
    assert read_tree(site) == {name: data for name, data in OLD.items() if name != "a/index.html"}
    assert sorted(path.name for path in (*site.iterdir(), *(site / "b").iterdir())) == [
        "b",
        "c",
        "index.html",
        "index.html",
    ]


def test_what_cannot_be_tidied_up_in_the_end_is_no_failure(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    staging = Staging(site)
    staging.open()
    write(staging.folder, {"index.html": b"new"})

    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rmdir", fail)
        patch.setattr("newsroom.engine.publishing.shutil.rmtree", fail)
        staging.publish(["index.html"], ["a/index.html"])
    assert (site / "index.html").read_bytes() == b"new"
    publish(site, {}, [])
    assert [path.name for path in site.parent.iterdir() if path.name != ".site.lock"] == ["site"]


@pytest.mark.parametrize("kind", ["os.rename", "os.link", "os.mkdir", "os.rmdir", "os.remove"])
def test_a_publication_killed_at_any_step_leaves_every_file_old_or_new(kind: str, tmp_path: Path) -> None:
    changed = {"index.html": b"new", "b/index.html": b"b2", "n/index.html": b"n"}
    new = OLD | changed
    del new["b/c/index.html"]
    for number in range(1, 20):
        site = tmp_path / str(number) / "site"
        write(site, OLD)
        process = os.fork()
        if process == 0:
            kill_at(kind, number)
            publish(site, changed, ["b/c/index.html"])
            os._exit(0)
        ended = os.waitpid(process, 0)[1]
        found = read_tree(site)
        assert all(found[name] in (OLD.get(name), new.get(name)) for name in found)
        assert OLD.keys() & new.keys() <= found.keys()
        if ended == 0:
            break
    assert number < 19
    assert found == new


def kill_at(kind: str, number: int) -> None:
    """End this process at its so many-th change of a kind."""
    left = iter(range(number - 1))

    def hear(event: str, _: object) -> None:
        if event == kind and next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hear)
