"""What every verb shares when it speaks: to whom, and the exit codes with which it ends."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Final

from newsroom.errors import Refused
from newsroom.model.language import Language

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


def is_sure(language: Language) -> bool:
    """Whether a person at a terminal says yes. Raises :class:`Refused` where nobody can be asked."""
    if not sys.stdin.isatty():
        raise Refused("say --yes where nobody can be asked", "أضف --yes حيث لا يوجد من يُسأل")
    say(
        "أتوافق على ما سبق كله؟ اكتب «نعم» للتوقيع:" if language == "ar" else "Do you consent to all of this? Type yes:"
    )
    return input().strip().lower() in {"yes", "نعم"}
