"""A text in memory as rules on words look at it, what they find in it, and the text when it is mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import cast

from newsroom.model.language import Digits, Language, Localized
from newsroom.model.post import Post
from newsroom.model.problem import Edit, Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.files import Document
from newsroom.reading.wording import wording
from newsroom.rules import WordingCheck

Checks = Sequence[tuple[Rule, WordingCheck]]
NO_POST = cast(Post, None)
"""The rules on letters and words never look at the post."""


def document(body: str, title: str = "", summary: str = "") -> Document:
    keys = {name: words for name, words in (("title", title), ("summary", summary)) if words}
    front_matter = "".join(f"{name}: {words}\n" for name, words in keys.items())
    return Document(Path("index.md"), "index.md", front_matter, keys, body, len(keys) + 3)


def problems(
    checks: Checks, language: Language, body: str, *, title: str = "", digits: Digits = "arab"
) -> Iterator[Problem]:
    """What rules find in a text."""
    wordings = {language: wording(language, document(body, title))}
    for _, check in checks:
        yield from check(NO_POST, wordings, Standards(digits=Localized(digits, "latn")))


def codes(checks: Checks, language: Language, body: str, *, title: str = "", digits: Digits = "arab") -> list[str]:
    return sorted(problem.rule.code for problem in problems(checks, language, body, title=title, digits=digits))


def mended(checks: Checks, language: Language, body: str) -> str:
    """The text with all edits that rules offer."""
    return with_edits(body, (edit for problem in problems(checks, language, body) for edit in problem.edits))


def with_edits(body: str, edits: Iterable[Edit]) -> str:
    """A body, which begins on the third line of its file, with edits that do not overlap."""
    lines = body.split("\n")
    end_of_next: tuple[int, int] | None = None
    for edit in sorted(edits, key=lambda each: (each.line, each.start, each.end), reverse=True):
        assert end_of_next is None or (edit.line, edit.end) <= end_of_next, "two edits overlap"
        line = lines[edit.line - 3]
        assert edit.start <= edit.end <= len(line)
        lines[edit.line - 3] = line[: edit.start] + edit.words + line[edit.end :]
        end_of_next = edit.line, edit.start
    return "\n".join(lines)
