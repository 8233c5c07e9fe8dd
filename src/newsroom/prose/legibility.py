"""Characters that a file for machines cannot hold, marked where they stood, so that their loss is seen."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Final, TypeVar, cast

_ILLEGIBLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML forbids, and the control characters that it would rather not see: https://www.w3.org/TR/xml/#charsets.

What iCalendar forbids (RFC 5545, section 3.1) and the halves of characters that UTF-8 cannot write are among these.
"""

Value = TypeVar("Value")


def legible(text: str) -> str:
    """A text with U+FFFD in place of each character that not every format can hold."""
    # None of them is printable, and to ask whether all others are takes a third of the time that the pattern takes.
    if text.replace("\n", " ").replace("\N{NO-BREAK SPACE}", " ").isprintable():
        return text
    return _ILLEGIBLE.sub("\N{REPLACEMENT CHARACTER}", text)


def in_legible_characters(value: Value) -> Value:
    """A value of records, tuples, lists and dictionaries with all its texts legible."""
    return cast("Value", _in_legible_characters(value))


def _in_legible_characters(value: object) -> object:
    if isinstance(value, str):
        return legible(value)
    if isinstance(value, tuple | list):
        return type(value)(map(_in_legible_characters, value))
    if isinstance(value, dict):
        return {key: _in_legible_characters(each) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{each.name: _in_legible_characters(getattr(value, each.name)) for each in fields(value)}
        )
    return value
