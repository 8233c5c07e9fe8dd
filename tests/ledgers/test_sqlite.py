"""A ledger in a file: whatever happens to the file, nothing is sent that should not be, and nothing forgotten."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from newsroom.errors import LedgerUnusable
from newsroom.ledgers.ledger import Baseline, BrokenLine, State
from newsroom.ledgers.sqlite import SqliteLedger
from tests.ledgers.homes import NOW, history, identity, line

KEY = identity().key
STORY = [line("claimed", "a"), line("sending", "b", minute=1), line("posted", "c", minute=2)]
BASELINE = Baseline("mastodon @a@b.example", NOW, ("post-1",))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def refused(path: Path) -> str:
    """What is said to whoever reads or writes; nothing is changed by it."""
    before = path.read_bytes() if path.is_file() else b""
    said = set()
    for attempt in (
        lambda: SqliteLedger(path).states(),
        lambda: SqliteLedger(path).baselines(),
        lambda: SqliteLedger(path).append(STORY[0], None),
        lambda: SqliteLedger(path).open(BASELINE, "writer"),
    ):
        with pytest.raises(LedgerUnusable) as caught:
            attempt()
        assert "لم يُرسل شيء" in caught.value.sentence("ar")
        said.add(str(caught.value))
    (sentence,) = said
    assert f"the ledger {path} cannot be used" in sentence
    assert "nothing was sent" in sentence
    assert (path.read_bytes() if path.is_file() else b"") == before
    return sentence


def test_to_read_a_ledger_makes_none(path: Path) -> None:
    assert (SqliteLedger(path).states(), SqliteLedger(path).baselines()) == ({}, {})
    assert not path.exists()


def test_while_nobody_writes_the_ledger_is_one_file(path: Path) -> None:
    history(SqliteLedger(path), *STORY)
    assert [each.name for each in path.parent.iterdir()] == ["ledger.sqlite"]


def test_a_copy_of_the_file_knows_all_that_the_ledger_knows(path: Path, tmp_path: Path) -> None:
    history(SqliteLedger(path), *STORY)
    copy = tmp_path / "copy.sqlite"
    copy.write_bytes(path.read_bytes())
    assert SqliteLedger(copy).states() == SqliteLedger(path).states()


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    # It may be that of a disk that is not mounted, and a new ledger would know nothing.
    assert "See that the folder is there" in refused(tmp_path / "missing" / "ledger.sqlite")
    assert not (tmp_path / "missing").exists()


def test_a_folder_in_the_files_place_is_no_ledger(tmp_path: Path) -> None:
    assert "See that the folder is there" in refused(tmp_path)


@pytest.mark.parametrize(
    "content",
    [b"text " * 300, b"SQLite format 3\x00" + b"\xff" * 200, b"\x00" * 4096],
    ids=["text", "torn header", "zeros"],
)
def test_a_file_that_is_no_database_is_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refused(path)


def test_a_file_that_nobody_has_written_to_is_a_new_ledger(path: Path) -> None:
    path.touch()
    assert SqliteLedger(path).states() == {}
    assert history(SqliteLedger(path), *STORY)


def test_another_programs_database_is_left_as_it_is(path: Path) -> None:
    change(path, "CREATE TABLE recipes (name TEXT)")
    assert "another program's database" in refused(path)


def test_a_later_versions_ledger_is_left_to_the_later_version(path: Path) -> None:
    history(SqliteLedger(path), *STORY)
    change(path, "PRAGMA user_version = 2")
    assert "Bring Newsroom up to date" in refused(path)


def test_a_file_that_was_cut_short_is_not_believed(path: Path) -> None:
    writer = SqliteLedger(path)
    for number in range(50):
        history(writer, line("claimed", post=f"post-{number}"))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert "Restore the file from a copy" in refused_to_read(path)


def test_a_page_that_was_damaged_is_found_though_the_rest_can_be_read(path: Path) -> None:
    writer = SqliteLedger(path)
    for number in range(50):
        history(writer, line("claimed", post=f"post-{number}"))
    size, whole = 4096, bytearray(path.read_bytes())
    # The number of cells on a page of the tables, made less: the lines beyond would be gone without a word.
    for page in range(3, len(whole) // size):
        cells = int.from_bytes(whole[page * size + 3 : page * size + 5])
        if whole[page * size] == 10 and cells > 2:
            whole[page * size + 3 : page * size + 5] = (cells - 1).to_bytes(2)
            break
    path.write_bytes(whole)
    assert "Restore the file from a copy" in refused_to_read(path)


def refused_to_read(path: Path) -> str:
    with pytest.raises(LedgerUnusable) as caught:
        SqliteLedger(path).states()
    return str(caught.value)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM line WHERE number = 1",
        "DELETE FROM line WHERE number = 2",
        "UPDATE line SET number = 7 WHERE number = 3",
        "UPDATE line SET number = 'x' WHERE number = 3",
        "UPDATE line SET body = 7 WHERE number = 2",
        "UPDATE line SET body = x'ff00' WHERE number = 2",
        "UPDATE line SET body = (SELECT body FROM line WHERE number = 3) WHERE number = 2",
    ],
    ids=["first gone", "middle gone", "gap", "no number", "a number for words", "no UTF-8", "out of order"],
)
def test_of_a_message_whose_rows_are_not_whole_nothing_is_believed(path: Path, statement: str) -> None:
    writer = SqliteLedger(path)
    history(writer, *STORY)
    change(path, statement)
    history(writer, line("claimed", post="post-2"))
    found = writer.states()
    assert isinstance(found[KEY], BrokenLine)
    assert isinstance(found[identity("post-2").key], State)


CHILD = """
import resource, signal, sys
from pathlib import Path
from newsroom.errors import LedgerUnusable
from newsroom.ledgers.sqlite import SqliteLedger
from tests.ledgers.homes import line
ledger = SqliteLedger(Path(sys.argv[1]))
size = int(sys.argv[2])
if size:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
written = 0
try:
    ledger.states()
    for number in range(1000):
        ledger.append(line("claimed", post=f"full-{number}"), None)
        written += 1
except LedgerUnusable as error:
    print(written, error)
"""


def child(path: Path, size: int = 0) -> str:
    """What a process says that fills the ledger until it is told to stop."""
    command = [sys.executable, "-c", CHILD, str(path), str(size)]
    environment = {**os.environ, "PYTHONPATH": ":".join(sys.path)}
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_when_no_more_can_be_written_what_was_written_stands_and_no_half_of_a_line(path: Path) -> None:
    # The system lets a file grow to a size and no further, as a full disk does.
    history(SqliteLedger(path), *STORY)
    written, _, sentence = child(path, 100_000).partition(" ")
    assert "Make room on the disk" in sentence
    found = SqliteLedger(path).states()
    assert len(found) == int(written) + 1
    assert all(isinstance(state, State) for state in found.values())
    assert history(SqliteLedger(path), line("claimed", post="after"))


def test_a_full_disk_is_told_of_and_nothing_is_lost_by_it(path: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only root may mount a small disk; the test above limits the file itself")
    try:
        history(SqliteLedger(disk / "ledger.sqlite"), *STORY)
        written, _, sentence = child(disk / "ledger.sqlite").partition(" ")
        assert "Make room on the disk" in sentence
        assert len(SqliteLedger(disk / "ledger.sqlite").states()) == int(written) + 1
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@contextmanager
def nobody(folder: Path) -> Iterator[None]:
    """Be someone who may read in a folder and not write: root may everything, and becomes nobody."""
    folder.chmod(0o555)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)
        folder.chmod(0o755)


def test_who_may_not_write_may_read_and_is_told_to_get_the_right() -> None:
    # Not below the tests' own folder, which is nobody else's business.
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "ledger.sqlite"
        history(SqliteLedger(path), *STORY)
        path.chmod(0o444)
        with nobody(path.parent):
            assert isinstance(SqliteLedger(path).states()[KEY], State)
            with pytest.raises(LedgerUnusable, match=r"nothing was sent\. Let whoever runs this write to the file"):
                SqliteLedger(path).append(line("claimed", post="post-2"), None)


def test_a_writer_waits_for_another(path: Path) -> None:
    history(SqliteLedger(path), *STORY)
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        threading.Timer(0.3, lambda: other.execute("ROLLBACK")).start()
        assert history(SqliteLedger(path), line("claimed", post="post-2"))


def test_a_file_that_another_holds_too_long_is_told_of(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsroom.ledgers.sqlite._PATIENCE", 0.1)
    history(SqliteLedger(path), *STORY)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "Another program writes to it" in refused(path)
        other.execute("ROLLBACK")
