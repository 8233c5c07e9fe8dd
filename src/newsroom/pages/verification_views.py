"""What is shown to those who verify: words, keys, and commands as they are typed."""

from __future__ import annotations

import msgspec

from newsroom.languages.verification_words import VerificationWords


class Verification(msgspec.Struct, frozen=True):
    """The commands at the foot of a post, in their order, and the address of the page that tells more."""

    words: VerificationWords
    fetch: str
    check_signature: str
    check_page: str
    more: str


class KeyLine(msgspec.Struct, frozen=True):
    """A key by its fingerprint; ``until`` says when it was changed, or is empty."""

    fingerprint: str
    until: str


class VerificationView(msgspec.Struct, frozen=True):
    """The page that explains it: the keys, the address of those to ask about them, and the commands in their order."""

    words: VerificationWords
    keys: tuple[KeyLine, ...]
    contacts: str
    fetch: str
    check_signature: str
    find_file: str
