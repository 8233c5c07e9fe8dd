"""Every word in which readers are told how to verify what is published, as in :mod:`newsroom.languages.words`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VerificationWords:
    """One language's words. What programs are called and answer, in English, stands between two backticks."""

    title: str
    introduction: str
    purpose: str
    purpose_explained: str
    key: str
    key_explained: str
    key_until: str  # {date}
    programs: str
    programs_explained: str

    # The steps, each with its command
    fetch: str
    fetch_explained: str
    check_signature: str
    signature_expected: str
    find_file: str
    find_file_explained: str
    find_file_expected: str
    pages: str
    pages_explained: str

    # At the foot of a post
    this_page: str
    this_page_explained: str
    check_page: str
    page_expected: str
    more: str
