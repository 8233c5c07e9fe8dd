"""What the tests of content lines share: texts that are hard to write, and the form that every line must have."""

from __future__ import annotations

from hypothesis import strategies as st

TELLING = '\\;,:\nNn"^%أبت٪٣😀👩‍👩‍👧‍👦é'
WORDS = st.text(st.sampled_from(TELLING) | st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs")))
"""Arabic, emoji, line ends, and all that has a meaning in a content line; without the controls that it forbids."""


def assert_well_folded(file: bytes) -> None:
    """Lines end in CRLF, have at most 75 octets, and part no letter: RFC 5545, section 3.1."""
    assert file.endswith(b"\r\n")
    assert file.count(b"\n") == file.count(b"\r") == file.count(b"\r\n")
    for line in file.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
