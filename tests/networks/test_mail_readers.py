"""The file of readers is used whole or not at all, and no error tells what is in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.errors import AccountUnusable
from newsroom.networks.mail_readers import Reader, read_readers, sound_address

SALT = "sel" * 9


def listed(folder: Path, text: str) -> tuple[Reader, ...]:
    (folder / "readers.txt").write_text(text, encoding="utf-8")
    return read_readers(folder / "readers.txt", SALT)


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("name@paper.example", "name@paper.example"),
        ("First.Last+tag@Paper.Example", "First.Last+tag@paper.example"),
        ("زهرة@paper.example", "زهرة@paper.example"),
        ("name@عمان.example", "name@xn--mgb9awbf.example"),
        ("name", None),
        ("@paper.example", None),
        ("name@", None),
        ("na me@paper.example", None),
        ("name@paper..example", None),
        (".name@paper.example", None),
        ("name@paper.example>\r\nBcc: x@y.example", None),
        ("a@b@paper.example", None),
        ("<name@paper.example>", None),
    ],
)
def test_an_address_is_sound_or_none(text: str, sound: str | None) -> None:
    assert sound_address(text) == sound


def test_comments_and_empty_lines_are_no_readers(tmp_path: Path) -> None:
    readers = listed(tmp_path, "\ufeff# The press\n\na@paper.example ar\n  b@paper.example\ten # desk\n")
    assert [(reader.address, reader.language, reader.line) for reader in readers] == [
        ("a@paper.example", "ar", 3),
        ("b@paper.example", "en", 4),
    ]


@pytest.mark.parametrize(
    "line", ["zahra@paper.example", "zahra@paper.example fr", "zahra ar", "zahra@paper.example ar en", "ar zahra@p.om"]
)
def test_a_line_that_is_wrong_is_told_by_its_number_alone(tmp_path: Path, line: str) -> None:
    with pytest.raises(AccountUnusable) as caught:
        listed(tmp_path, f"a@paper.example ar\n{line}\n")
    told = [caught.value.sentence(language) for language in ("en", "ar")]
    assert ["line 2" in told[0], "السطر 2" in told[1]] == [True, True]
    assert "zahra" not in "".join(told)


def test_a_list_in_a_repository_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "lists").mkdir()
    with pytest.raises(AccountUnusable, match="repository"):
        listed(tmp_path / "lists", "a@paper.example ar")


@pytest.mark.parametrize("path", ["readers.txt", "/nowhere/readers.txt"], ids=["relative", "missing"])
def test_a_list_that_cannot_be_read_is_told(path: str) -> None:
    with pytest.raises(AccountUnusable):
        read_readers(Path(path), SALT)


def test_a_reader_is_shown_without_the_address(tmp_path: Path) -> None:
    assert "zahra" not in repr(listed(tmp_path, "zahra@paper.example ar"))
