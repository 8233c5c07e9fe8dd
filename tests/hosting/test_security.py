"""security.txt: the fields that RFC 9116 asks for, each in its form."""

from __future__ import annotations

import datetime

from newsroom.hosting.security import security_txt
from newsroom.model.newsroom import Security

CANONICAL = "https://newsroom.example.om/.well-known/security.txt"
EXPIRES = datetime.datetime.fromisoformat("2027-06-30T00:00:00+04:00")


def test_it_says_whom_to_tell_and_until_when() -> None:
    text = security_txt(Security("mailto:security@example.om", EXPIRES), ("ar", "en"), CANONICAL).decode()
    assert text.splitlines() == [
        "Contact: mailto:security@example.om",
        "Expires: 2027-06-29T20:00:00Z",
        "Preferred-Languages: ar, en",
        f"Canonical: {CANONICAL}",
    ]
    assert text.endswith("\n")
