"""Traces: what of a saying is looked for, and how it is told from other words in which the same letters stand.

A sentence is looked for by windows of its words, so that a part of it is found too.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from newsroom.proof.folding import folded, legible, letters_in, parted, squeezed
from newsroom.proof.sayings import Form, Part, Saying
from newsroom.prose.passages import OBJECT

WINDOW: Final = 5
"""Words of a window. Windows begin at every :data:`STEP` words: any seven words that are not short hold one."""
STEP: Final = 3
DISTINCT: Final = 20
"""Letters of a window that needs no second look; one of five short words is made longer."""
SHORTEST: Final = 12
"""Letters of the shortest phrase that betrays anything; "Notes" and "Dates ahead" stand everywhere."""
SHORTEST_CODE: Final = 10
"""Characters of the shortest key, id or slug that counts by itself."""
SHORTEST_NAME: Final = 6
"""Letters of the shortest name of a person, in two words at least."""
_SENTENCE: Final = re.compile(rf"(?<=[.!?؟؛:…])\s+|\n\s*\n|{OBJECT}")
_JOINT: Final = r"[\W_]+"
_PREFIX: Final = "[وفبكل]?"
"""In Arabic a word may have one of these in front: «وسالم», «لسالم»."""
ASCII: Final = 127
_GROUPS: Final = r"[,٬'\u00a0\u202f ]?"
_POINT: Final = r"[.,٫]"


@dataclass(frozen=True, slots=True)
class Trace:
    """Letters to look for, which are then held against ``pattern`` where they alone would prove nothing.

    ``excusable`` says that released content may say the same.
    """

    owner: str
    part: Part
    form: Form
    needle: bytes
    pattern: str = ""
    excusable: bool = True

    @property
    def digest(self) -> bytes:
        """Names the trace where it must not be written down itself."""
        said = b"\0".join((self.owner.encode(), self.form.encode(), self.needle, self.pattern.encode()))
        return hashlib.blake2b(said, digest_size=8).digest()


def traces_of(owner: str, saying: Saying) -> Iterator[Trace]:
    """The traces of a saying; none where it is too short to betray anything."""
    part, form, text = saying
    if form == "prose":
        yield from _of_prose(owner, part, text)
    elif form == "name":
        yield from _phrase(owner, part, form, parted(text).split(), SHORTEST_NAME)
    elif form == "number":
        yield from _of_number(owner, part, text)
    elif form == "file":
        yield from _of_file_name(owner, part, text)
    elif form == "address" or _is_unlike_words(text):
        pattern = rf"(?<![\w-]){re.escape(folded(text))}(?![\w-])"
        yield Trace(owner, part, form, squeezed(text), pattern, excusable=form != "address")


def _is_unlike_words(code: str) -> bool:
    """Whether a slug, key or id is no single word that stands in other addresses too."""
    return len(code) >= SHORTEST_CODE and not code.isalpha()


def _of_prose(owner: str, part: Part, text: str) -> Iterator[Trace]:
    for sentence in _SENTENCE.split(text):
        words = parted(sentence).split()
        if letters_in(b"".join(words)) < DISTINCT:
            yield from _phrase(owner, part, "prose", words, SHORTEST)
        else:
            yield from (Trace(owner, part, "prose", needle) for needle in _windows(words))


def _windows(words: Sequence[bytes]) -> Iterator[bytes]:
    """Windows of a sentence, as short as they may be; the last ends where the sentence does."""
    seen = set()
    for start in range(0, len(words), STEP):
        end = _end_of_window(words, start)
        if end is None:
            break
        seen.add(_told(words[start:end]))
    backwards = words[::-1]
    end = _end_of_window(backwards, 0)
    seen.add(_told(backwards[:end][::-1]))
    yield from sorted(seen)


def _told(words: Sequence[bytes]) -> bytes:
    """The words of a window without numbers at its ends: a date that a template puts before a text may end in one."""
    lettered = [place for place, word in enumerate(words) if letters_in(word)]
    return b"".join(words[lettered[0] : lettered[-1] + 1])


def _end_of_window(words: Sequence[bytes], start: int) -> int | None:
    letters = 0
    for end in range(start, len(words)):
        letters += letters_in(words[end])
        if end - start >= WINDOW - 1 and letters >= DISTINCT:
            return end + 1
    return None


def _phrase(owner: str, part: Part, form: Form, words: Sequence[bytes], shortest: int) -> Iterator[Trace]:
    """A few words, or one long one, which count only where nothing is before or behind them."""
    needle = b"".join(words)
    letters = letters_in(needle)
    if letters >= SHORTEST or (len(words) > 1 and letters >= shortest):
        said = _JOINT.join(re.escape(legible(word)) for word in words)
        before = _PREFIX if needle[0] > ASCII else ""
        yield Trace(owner, part, form, needle, rf"(?<![^\W_]){before}{said}(?![^\W_])")


def _of_number(owner: str, part: Part, text: str) -> Iterator[Trace]:
    """A number with what stands beside it; one of a single digit or beside nothing is everybody's."""
    before, number, after = re.split(r"[{}]", text)
    whole, _, decimals = number.removeprefix("-").partition(".")
    if len(whole + decimals) > 1 and letters_in(squeezed(before + after)):
        sides = (_words_as_said(before), _number_as_said(whole, decimals), _words_as_said(after))
        pattern = _JOINT.join(side for side in sides if side)
        yield Trace(owner, part, "number", squeezed(text), rf"(?<![^\W_]){pattern}(?![^\W_])(?!:\d)")


def _words_as_said(text: str) -> str:
    return _JOINT.join(re.escape(legible(word)) for word in parted(text).split())


def _number_as_said(whole: str, decimals: str) -> str:
    """A number in figures: its thousands may be parted, and no other number may go on before or behind it."""
    digits = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", lambda _: _GROUPS, whole)
    point = _POINT + decimals if decimals else ""
    return rf"(?<![\d.,٬٫]){digits}{point}(?![.,٬٫]?\d)"


def _of_file_name(owner: str, part: Part, name: str) -> Iterator[Trace]:
    """The name with its ending, and what stands in its place in the names of smaller copies."""
    path = PurePosixPath(name)
    yield Trace(owner, part, "file", squeezed(name), rf"(?<![\w-]){re.escape(folded(name))}(?!\w)")
    if _is_unlike_words(path.stem):
        stem = re.escape(folded(path.stem))
        yield Trace(owner, part, "file", squeezed(path.stem), rf"(?<![\w-]){stem}(?:\.|-(?:[a-z]+-)?\d)")
