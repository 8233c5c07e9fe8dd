"""The charting library, in a process of its own.

vl-convert starts threads that a fork leaves behind, after which it waits for them for ever; and builds fork. So each
process that has charts to draw starts one of these, which draws them all, one a line.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from typing import Final, Self

from newsroom.errors import BuildFailed

_artists: Final[dict[int, Artist]] = {}
"""The one of each process, by the process's number: a fork begins with its parent's, and may not use it."""


def drawn(specification: str) -> str:
    """The SVG that Vega-Lite makes of a specification, which is JSON. Raises :class:`BuildFailed`."""
    process = os.getpid()
    if process not in _artists:
        _artists.clear()
        _artists[process] = Artist.hired()
    return _artists[process].draw(specification)


class Artist:
    """A process that draws. It ends when it is let go, or when nobody is left to ask it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    @classmethod
    def hired(cls) -> Self:
        """A new one, with which an interrupt from the keyboard does not meddle."""
        command = [sys.executable, "-P", "-m", __name__]
        process = subprocess.Popen(  # noqa: S603 - ourselves
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True
        )
        artist = cls(process)
        atexit.register(artist.let_go)
        return artist

    def draw(self, specification: str) -> str:
        """The SVG of one specification. Raises :class:`BuildFailed`."""
        try:
            answer = self._answer(specification)
        except OSError:
            answer = ""
        if not answer:
            # The next chart is for another, since this one is gone.
            _artists.clear()
            raise BuildFailed("a chart could not be drawn", "تعذّر رسم مخطط بياني")
        return str(json.loads(answer))

    def let_go(self) -> None:
        """Let it end, and wait for that."""
        if _artists.get(os.getpid()) is self:
            self._process.communicate()

    def _answer(self, specification: str) -> str:
        """The line that comes back; empty where nobody is there any more."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(specification) + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline()


def _draw_what_is_asked_for() -> None:
    import vl_convert  # noqa: PLC0415 - only this process may start its threads

    for line in sys.stdin:
        # A specification holds its data; nothing is to be fetched.
        svg = vl_convert.vegalite_to_svg(json.loads(line), allowed_base_urls=[])
        sys.stdout.write(json.dumps(svg) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _draw_what_is_asked_for()
