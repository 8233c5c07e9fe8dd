"""Characters as every file for agencies, calendars and address books can hold them, and trees of them as JSON."""

from __future__ import annotations

import msgspec

from newsroom.prose.legibility import in_legible_characters, legible


def sound(text: str) -> str:
    """A text that every format can hold: a mark of replacement for what cannot be written, and one kind of line end."""
    return legible(text).replace("\r\n", "\n").replace("\r", "\n")


def compact_json(tree: object) -> bytes:
    """A tree as JSON (RFC 8259) in one line: it is made for every post, and machines read it."""
    try:
        return msgspec.json.encode(tree)
    except UnicodeEncodeError:
        # Half a character. All others JSON can hold; so only a tree that has one is looked through.
        return msgspec.json.encode(in_legible_characters(tree))


def readable_json(tree: object) -> bytes:
    """A tree as JSON (RFC 8259) that people can read too."""
    return msgspec.json.format(compact_json(tree), indent=2) + b"\n"
