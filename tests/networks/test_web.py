"""What becomes of a request, by the phase in which it failed, and what a server's words to people may not hold."""

from __future__ import annotations

import datetime
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from newsroom.networks.outcomes import Declined, NotSent, Undelivered, Unknown
from newsroom.networks.web import Answer, Web
from tests.networks.stands.loopback import LOOPBACK, closed_port

NOW = datetime.datetime(2026, 11, 23, 12, 0, tzinfo=datetime.UTC)
SECRET = "a-secret-of-forty-letters-that-nobody-sees"


def web() -> Web:
    return Web(lambda: NOW, lambda text: text.replace(SECRET, "[secret]"))


@contextmanager
def server(says: bytes) -> Iterator[str]:
    """The address of a server that reads a request, says these bytes and hangs up."""
    with socket.create_server((LOOPBACK, 0)) as listening:

        def answer() -> None:
            line, _ = listening.accept()
            with line:
                line.recv(65536)
                line.sendall(says)

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield f"http://{LOOPBACK}:{listening.getsockname()[1]}/"
        thread.join()


def said(status: str, body: str = "", *headers: str) -> bytes:
    lines = (f"HTTP/1.1 {status}", f"Content-Length: {len(body.encode())}", "Connection: close", *headers, "", body)
    return "\r\n".join(lines).encode()


@pytest.mark.parametrize(
    ("says", "deed", "question"),
    [
        (b"", Unknown, NotSent),
        (b"HTTP/1.1 20", Unknown, NotSent),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", Unknown, NotSent),
        (b"220 mail.example ESMTP\r\n", Unknown, NotSent),
        (said("500 Oh"), Unknown, NotSent),
        (said("429 Slow"), NotSent, NotSent),
        (said("400 No"), Declined, Declined),
        (said("302 Found", "", "Location: https://elsewhere.example/"), Declined, Declined),
    ],
    ids=["nothing", "half a line", "half a body", "another protocol", "an error", "too many", "no", "elsewhere"],
)
def test_a_failure_is_classed_by_what_is_known(
    says: bytes, deed: type[Undelivered], question: type[Undelivered]
) -> None:
    with server(says) as address, pytest.raises(Undelivered) as done:
        web().do("POST", address, json={})
    with server(says) as address, pytest.raises(Undelivered) as asked:
        web().ask("GET", address)
    assert (type(done.value), type(asked.value)) == (deed, question)


@pytest.mark.parametrize(
    ("address", "outcome"),
    [
        ("", NotSent),
        ("https://news.example:port/", Declined),
    ],
    ids=["no address", "not an address"],
)
def test_where_nothing_can_have_left_nothing_was_sent(address: str, outcome: type[Undelivered]) -> None:
    with pytest.raises(Undelivered) as caught:
        web().do("POST", address, json={})
    assert type(caught.value) is outcome


def test_where_nobody_listens_nothing_was_sent() -> None:
    with pytest.raises(NotSent):
        web().do("POST", f"http://{LOOPBACK}:{closed_port()}/")


def test_an_address_that_cannot_be_read_is_still_told_of() -> None:
    assert "400 no" in web().reason("https://[broken/", Answer(400, {}, b"no")).en


def test_an_answer_that_is_expected_is_given() -> None:
    with server(said("404 Not Found", '{"error": {"code": 7}}')) as address:
        answer = web().do("POST", address, (404,))
    assert (answer.status, answer.at("error", "code")) == (404, 7)


@pytest.mark.parametrize("padding", range(240, 305, 8))
def test_a_secret_is_hidden_wherever_a_long_answer_is_cut(padding: int) -> None:
    with server(said("400 No", "x" * padding + SECRET + "y" * 500)) as address, pytest.raises(Declined) as caught:
        web().do("POST", address)
    assert SECRET[:6] not in caught.value.reason.en


HOUR = datetime.timedelta(hours=1)


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("retry-after", "3600"),
        ("retry-after", "Mon, 23 Nov 2026 13:00:00 GMT"),
        ("x-rate-limit-reset", str(int((NOW + HOUR).timestamp()))),
        ("ratelimit-reset", "3600"),
        ("x-ratelimit-reset", "2026-11-23T13:00:00.000Z"),
        ("x-ratelimit-reset", "2026-11-23T17:00:00+04:00"),
    ],
    ids=["seconds", "HTTP's date", "an epoch", "seconds in another header", "ISO 8601", "a zone"],
)
def test_a_server_is_left_alone_as_long_as_it_asks(header: str, value: str) -> None:
    assert web().wanted_pause(Answer(429, {header: value}, b"")) == NOW + HOUR


@pytest.mark.parametrize("value", ["", "soon", "-1", "99999999999999999999", "2026-13-45T00:00:00Z"])
def test_a_server_that_says_nothing_of_use_asks_for_nothing(value: str) -> None:
    assert web().wanted_pause(Answer(429, {"x-rate-limit-reset": value}, b"")) is None


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"error": "text"}', b'{"error": []}'])
def test_what_is_not_in_an_answer_is_nothing(body: bytes) -> None:
    assert Answer(200, {}, body).at("error", "code") is None
