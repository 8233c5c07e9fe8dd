"""Nothing is sent where others on the way could read it."""

from __future__ import annotations

import pytest

from newsroom.networks.mail_sending import SCHEMES
from newsroom.networks.servers import is_usable


@pytest.mark.parametrize(
    ("address", "is_so"),
    [
        ("https://hooks.luban.example/news?a=1", True),
        ("https://hooks.luban.example:8443/", True),
        ("http://hooks.luban.example/", False),
        ("http://127.0.0.1:8080/", True),
        ("http://[::1]:8080/", True),
        ("http://localhost/", True),
        ("http://127.0.0.1.evil.example/", False),
        ("http://localhost.evil.example/", False),
        ("https://user:word@luban.example/", False),
        ("https://luban.example@evil.example/", False),
        ("https://luban.example:port/", False),
        ("https:///news", False),
        ("https://[::1/", False),
        ("ftp://luban.example/", False),
        ("luban.example", False),
        ("", False),
    ],
)
def test_a_server_on_the_web_is_encrypted_or_on_this_machine(address: str, is_so: bool) -> None:
    assert is_usable(address) is is_so


@pytest.mark.parametrize(
    ("address", "is_so"),
    [
        ("smtps://mail.luban.example", True),
        ("smtp://mail.luban.example:587", True),
        ("http://127.0.0.1", False),
        ("https://mail.luban.example", False),
    ],
)
def test_a_mail_server_is_one_of_mail(address: str, is_so: bool) -> None:
    assert is_usable(address, SCHEMES) is is_so
