"""What every verb shares when it speaks: to whom, and the exit codes with which it ends."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Final

DONE: Final = 0
PROBLEMS: Final = 1


def say(text: str) -> None:
    """Tell the person at the terminal what is no result, on standard error."""
    sys.stderr.write(f"{text}\n")


def show(lines: Iterable[str]) -> None:
    """Give a result, line by line, on standard output, each as soon as it is there."""
    for line in lines:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
