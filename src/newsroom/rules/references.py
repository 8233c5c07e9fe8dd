"""What the rules about references share: a key of a post that names something which is not there."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator

from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines, lead_of


def unknown_references(
    rule: Rule,
    newsroom: Newsroom,
    lines: Lines,
    key: str,
    references: Callable[[Post], Iterable[str]],
    known: Collection[str],
    is_elsewhere: Callable[[str], bool] = lambda _: False,
) -> Iterator[Problem]:
    """A problem for each reference of each post that is neither among the known ones nor ``is_elsewhere``."""
    for post in newsroom.posts:
        for value in references(post):
            if value not in known and not is_elsewhere(value):
                text = lead_of(post, newsroom)
                values = {"value": value, "known": likeliest(value, known)}
                yield Problem(rule, lines.name(text), lines.of_key(text, key), values)


def likeliest(value: str, known: Collection[str]) -> str:
    """What could have been meant, the likeliest first."""
    close = difflib.get_close_matches(value, known)
    return ", ".join([*close, *(each for each in sorted(known) if each not in close)])
