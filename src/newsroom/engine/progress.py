"""How far a build has come, for whoever sits at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from click import progressbar

from newsroom.model.language import Language, Localized

Kind = Literal["posts", "pages", "documents"]
Progress = Callable[[Kind, int, int], None]
"""Hears of how many pieces of a kind are done, of how many."""

_LABELS: Final[Mapping[Kind, Localized[str]]] = {
    "posts": Localized("المنشورات", "posts"),
    "pages": Localized("الصفحات", "pages"),
    "documents": Localized("الخلاصات والملفات", "feeds and files"),
}


def in_silence(_: Kind, __: int, ___: int) -> None:
    """Say nothing."""


@dataclass
class Part:
    """The pieces of one kind."""

    kind: Kind
    hear: Progress
    all: int = 0
    done: int = 0

    def begin(self, number: int) -> None:
        """Begin with so many pieces before us."""
        self.all, self.done = number, 0

    def advance(self, count: int) -> None:
        """So many more are done."""
        self.done += count
        self.hear(self.kind, self.done, self.all)


class Bars:
    """A bar for each kind of piece, with the time that is left, on a terminal's standard error."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._kind: Kind | None = None
        self._bar: Any = None

    def __call__(self, kind: Kind, done: int, number: int) -> None:
        """Show how far it is."""
        if kind != self._kind:
            self._kind = kind
            label = _LABELS[kind][self._language]
            self._bar = progressbar(length=number, label=label, show_pos=True, file=sys.stderr)
        self._bar.update(done - self._bar.pos)
        if done >= number:
            self._bar.render_finish()


def for_terminal(language: Language) -> Progress:
    """Bars where a person watches, and silence elsewhere."""
    return Bars(language) if sys.stderr.isatty() else in_silence
