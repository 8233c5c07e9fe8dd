"""``newsroom addresses``: what the site offers for ever, and the list of it in the repository."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from newsroom import cli
from newsroom.commands.addresses import addresses, write_addresses
from newsroom.commands.edition import Edition
from newsroom.errors import ProblemsFound, Refused
from newsroom.pages.lasting import is_lasting, lasting_addresses
from newsroom.pages.release import at_instant
from newsroom.reading.newsroom import read_newsroom
from newsroom.reading.published import PUBLISHED
from tests.conftest import NOW, REPOSITORY
from tests.samples import configuration, write_newsroom, write_post, write_yaml


def codes(root: Path) -> list[tuple[str, int]]:
    with pytest.raises(ProblemsFound) as found:
        write_addresses(root, NOW)
    return [(problem.rule.code, problem.line) for problem in found.value.problems]


@pytest.mark.parametrize("example", ["the example", "one that moved"])
def test_exactly_what_is_planned_is_offered(example: str, tmp_path: Path) -> None:
    root = REPOSITORY
    if example == "one that moved":
        root = write_newsroom(tmp_path / "newsroom", redirects={"topics/docks": "topics/ports", "old": "about"})
        write_post(root, 2, ar={"aliases": ["2025/old"], "topics": ["results"]}, languages=("ar",))
    newsroom = read_newsroom(root).newsroom
    assert newsroom
    site = Edition(NOW).plan(newsroom)
    planned = {each.address for each in site.blueprints} | {
        address for document in site.documents for address in document.addresses
    }
    assert lasting_addresses(at_instant(newsroom, NOW)) == {address for address in planned if is_lasting(address)}


def test_nothing_is_told_of_what_is_not_released(root: Path) -> None:
    write_post(root, 2, slug="secret", ar={"date": "2027-01-01T08:00", "aliases": ["2025/held-back"]})
    told = addresses(root, NOW)
    assert "en/posts/2026/post-1/" in told
    assert not [each for each in told if "secret" in each or "held-back" in each]


def test_what_was_written_is_kept_and_what_is_new_is_added(root: Path) -> None:
    path, held, new = write_addresses(root, NOW)
    assert held == new == len(addresses(root, NOW))
    first = path.read_text()
    assert write_addresses(root, NOW) == (path, held, 0)
    assert path.read_text() == first
    write_post(root, 2)
    assert write_addresses(root, NOW) == (path, held + 2, 2)


def test_an_address_of_the_list_that_would_vanish_is_no_more_forgotten_than_published(root: Path) -> None:
    folder = write_post(root, 2)
    path, _, _ = write_addresses(root, NOW)
    before = path.read_text()
    shutil.rmtree(folder)
    lines = before.splitlines()
    assert codes(root) == [("NR780", lines.index(f"{language}/posts/2026/post-2/") + 1) for language in ("ar", "en")]
    assert path.read_text() == before
    write_yaml(root / "newsroom.yml", configuration(redirects={"posts/2026/post-2": "archive"}))
    write_addresses(root, NOW)
    assert path.read_text() == before


def test_two_lists_that_were_merged_by_hand_become_one_when_the_seal_is_taken_away(root: Path) -> None:
    path, held, _ = write_addresses(root, NOW)
    text = path.read_text()
    path.write_text(text.replace("ar/about/\n", "<<<<<<< HEAD\nar/about/\n=======\nen/about/\n>>>>>>> other\n"))
    assert {code for code, _ in codes(root)} == {"NR778"}
    path.write_text(text.replace("ar/about/\n", "ar/about/\nar/about/\n"))
    assert codes(root) == [("NR779", held + 4)]
    path.write_text(path.read_text().rpartition("# sha256")[0])
    write_addresses(root, NOW)
    assert path.read_text() == text


def test_a_full_disk_leaves_the_list_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, _, _ = write_addresses(root, NOW)
    before = path.read_text()
    write_post(root, 2)

    def no_room(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", no_room)
    with pytest.raises(Refused, match="No space left"):
        write_addresses(root, NOW)
    monkeypatch.undo()
    assert path.read_text() == before
    assert [each.name for each in root.iterdir() if each.name.startswith(f".{PUBLISHED}")] == []


@pytest.mark.parametrize(("language", "words"), [("en", "new among them: 2"), ("ar", "منها جديد: 2")])
def test_the_command_says_what_it_did(
    language: str, words: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start = ["--root", str(root), "--language", language, "addresses"]
    assert cli.run(start) == 0
    assert "en/posts/2026/post-1/" in capsys.readouterr().out.splitlines()
    assert cli.run([*start, "--write"]) == 0
    write_post(root, 2)
    capsys.readouterr()
    assert cli.run([*start, "--write"]) == 0
    said = capsys.readouterr()
    assert said.out.strip().endswith(PUBLISHED)
    assert words in said.err
