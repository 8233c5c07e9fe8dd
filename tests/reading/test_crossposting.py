"""``crosspost.yml``: what it says comes back, and what it cannot mean is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.model.crossposting import ORIGIN, LedgerHome
from newsroom.reading.newsroom import read_newsroom
from tests.reading.problems import Case, found, only_problem, write

SOUND = "accounts: []\n"


def home(root: Path, section: str = "") -> LedgerHome:
    """Where the ledger is kept according to a file with a section; the rest of the newsroom is sound."""
    write(root, "crosspost.yml", SOUND + section)
    newsroom = read_newsroom(root).newsroom
    assert newsroom
    return newsroom.ledger


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("", LedgerHome("git", "origin")),
        ("ledger: {git: upstream}\n", LedgerHome("git", "upstream")),
        ("ledger: {sqlite: /srv/newsroom/ledger.sqlite}\n", LedgerHome("sqlite", "/srv/newsroom/ledger.sqlite")),
    ],
    ids=["not said", "git", "sqlite"],
)
def test_the_ledger_is_kept_where_the_file_says(root: Path, section: str, expected: LedgerHome) -> None:
    assert home(root, section) == expected


def test_without_the_file_the_ledger_is_at_the_remote_that_the_newsroom_was_cloned_from(root: Path) -> None:
    newsroom = read_newsroom(root).newsroom
    assert newsroom
    assert newsroom.ledger == ORIGIN == LedgerHome("git", "origin")


def case(name: str, code: str, section: str, line: int = 2) -> Case:
    return Case(name, code, "crosspost.yml", line, lambda root: write(root, "crosspost.yml", SOUND + section))


LEDGERS = [
    case("two homes", "NR203", "ledger: {git: origin, sqlite: ledger.sqlite}\n"),
    case("no home", "NR203", "ledger: {}\n"),
    case("an empty name", "NR206", "ledger: {git: ''}\n"),
    case("another home", "NR202", "ledger: {redis: here}\n"),
    case("a word", "NR203", "ledger: git\n"),
]


@pytest.mark.parametrize("case", LEDGERS, ids=[each.name for each in LEDGERS])
def test_a_ledger_that_is_nowhere_or_in_two_places_is_named_with_its_line(root: Path, case: Case) -> None:
    case.change(root)
    assert found(root) == [(case.code, case.path, case.line)]


def test_who_names_two_homes_is_shown_what_one_looks_like(root: Path) -> None:
    write(root, "crosspost.yml", SOUND + "ledger: {git: origin, sqlite: ledger.sqlite}\n")
    problem = only_problem(root)
    assert all("{git: origin}, {sqlite: ledger.sqlite}" in problem.line_of_text(language) for language in ("ar", "en"))
