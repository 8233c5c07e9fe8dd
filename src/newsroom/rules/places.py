"""Where in texts it is worth looking, and what is found at a place: shared by the rules on letters and words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import compress, islice
from operator import eq
from typing import Final

from newsroom.model.language import Language
from newsroom.model.problem import Edit, Problem, Rule
from newsroom.prose.passages import OBJECT, Passage
from newsroom.reading.wording import Wording, Wordings

Place = tuple[Wording, Passage, re.Match[str]]
"""What a pattern found, and where."""

SPACE: Final = "[ \u00a0\u202f]"
"""A space, or one that no line breaks at."""
_ENDS_MARKUP: Final = ")}>`"
"""The last letters of a link, a value, an element and code: after these anything may stand."""
_MAY_BE_MARKUP: Final = "*_~=^`[]<{}\\"


def places(
    pattern: re.Pattern[str],
    language: Language,
    wordings: Wordings,
    *signs: str,
    as_read: Callable[[str], str] = str,
) -> Iterator[Place]:
    """Each place of a pattern in a language's text, in the order of the text.

    ``signs`` are letters without any of which it cannot stand there; none: the pattern itself is looked for. It is
    looked for in what ``as_read`` makes of each passage, letter for letter.
    """
    wording = wordings.get(language)
    if wording is None:
        return
    text = wording.text
    if any(sign in text for sign in signs) if signs else pattern.search(text):
        for passage in wording.passages:
            yield from ((wording, passage, match) for match in pattern.finditer(as_read(passage.text)))


def problem(
    rule: Rule, wording: Wording, passage: Passage, place: int, values: Mapping[str, str], *edits: Edit | None
) -> Problem:
    """A finding at a letter of a passage. Without all of its edits it has none."""
    whole_mend = tuple(edit for edit in edits if edit is not None)
    return Problem(
        rule,
        wording.document.name,
        wording.line_of(passage, place),
        values,
        whole_mend if len(whole_mend) == len(edits) else (),
    )


def may_stand_twice(words: Sequence[str], text: str) -> bool:
    """Whether one of the words of a text stands twice in a row with a space between: told in little time."""
    doubled = set(compress(words, map(eq, words, islice(words, 1, None))))
    return any(f"{word} {word}" in text for word in doubled)


def word_before(text: str, place: int) -> str:
    """The word that ends before a place of a text, with what is glued to it; for a message."""
    words = text[:place].replace(OBJECT, "").split()
    return words[-1] if words else ""


def closed_up(wording: Wording, passage: Passage, start: int, end: int) -> Edit | None:
    """The edit that takes out the spaces from ``start`` to before ``end``, where no markup comes of it."""
    before, after = passage.text[start - 1 : start], passage.text[end : end + 1]
    if not after or after in _MAY_BE_MARKUP or not wording.edit(passage, start, end + 1, ""):
        return None
    is_letter = before not in _MAY_BE_MARKUP and wording.edit(passage, start - 1, end, "") is not None
    return wording.edit(passage, start, end, "") if is_letter or _stands_after_markup(wording, passage, start) else None


def _stands_after_markup(wording: Wording, passage: Passage, place: int) -> bool:
    before = wording.source_before(passage, place)
    return bool(before) and before in _ENDS_MARKUP
