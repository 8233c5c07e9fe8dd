"""What the tests of bad input share: one change to a sound newsroom, and the problems that it makes."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from newsroom.commands.check import check
from newsroom.model.post import Post
from newsroom.model.problem import Problem
from newsroom.reading.newsroom import read_newsroom
from newsroom.rules import WORDING_RULES

POST = "content/posts/2026/post-1"
ARABIC = f"{POST}/index.ar.md"
"""Lines 2 to 12 are the keys, the last two title and summary; 13 is the closing fence and 15 the text."""
ENGLISH = f"{POST}/index.en.md"
"""Lines 2 and 3 are title and summary, 4 is the closing fence and 6 the text."""

_OF_WORDS = frozenset(rule.code for rule, _ in WORDING_RULES if rule.code.startswith("NR3"))
Found = tuple[str, str, int]


def found(root: Path) -> list[Found]:
    """Code, path and line of everything that ``newsroom check`` finds, but of how it is said."""
    return [(problem.rule.code, problem.path, problem.line) for problem in check_but_for_words(root)]


def check_but_for_words(root: Path) -> tuple[Problem, ...]:
    """What is found, but for the rules of evidence, style and parity: the changes are made to one text of two.

    Those rules have planted faults of their own.
    """
    return tuple(problem for problem in check(root) if problem.rule.code not in _OF_WORDS)


def only_problem(root: Path):
    (problem,) = check_but_for_words(root)
    return problem


def replace(root: Path, file: str, old: str, new: str) -> None:
    """Change what stands in a file, which must be there once."""
    text = (root / file).read_text(encoding="utf-8")
    assert text.count(old) == 1, (old, text)
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


def add_keys(root: Path, keys: str, file: str = ARABIC) -> None:
    """Write keys before the closing fence; in the lead language's file they begin on line 13, in the other on 4."""
    replace(root, file, "\n---\n", f"\n{keys}\n---\n")


def add_words(root: Path, words: str, file: str = ENGLISH) -> None:
    """Write words at the end of a file: line 7 in English, line 16 in Arabic."""
    with (root / file).open("a", encoding="utf-8") as text:
        text.write(f"{words}\n")


def write(root: Path, file: str, text: str | bytes) -> Path:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def the_post(root: Path) -> Post:
    """The one post of a newsroom without a problem."""
    assert not found(root)
    newsroom = read_newsroom(root).newsroom
    assert newsroom
    (post,) = newsroom.posts
    return post


def instant(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


@dataclass(frozen=True)
class Case:
    """A change to a sound newsroom, and the one problem that it makes."""

    name: str
    code: str
    path: str
    line: int
    change: Callable[[Path], object]
