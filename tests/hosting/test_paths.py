"""The law of paths: whatever is asked for, no byte comes from outside the site, nor from what is hidden in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.hosting.served import Previews, Served
from tests.hosting.server import NAMES, Name, ask_raw, serving
from tests.hosting.test_servers import GONE, HOME, SECRET, lay, write

UPWARDS = ("..", "%2e%2e", "%2E.", ".%2e", "..;", "%252e%252e", "%c0%ae%c0%ae", "..%5c", "...", ".", "%2e")
NAMES_INSIDE = ("", "ar", "en", "posts", "2026", "gone", "index.html", "feed.xml", "previews", "token", ".well-known")
NAMES_OUTSIDE = ("secret.txt", "releases", "1", "live", ".git", "%2egit", "config", ".newsroom", "cache", ".htaccess")
STRANGE = ("%00", "secret.txt%00", "%0a", "%5c", "%2f", "~", "*", "C:", "%ff", "::$DATA", "ar%2ffeed.xml", "?", "#")
PARTS = st.sampled_from((*UPWARDS, *NAMES_INSIDE, *NAMES_OUTSIDE, *STRANGE))
JOINTS = st.sampled_from(("/", "//", "/./", "%2f", "%2F", "\\", "%5c", "/../"))
STARTS = st.sampled_from(("/", "//", "/ar/", "/previews/", "/previews/token/", "/en/posts/2026/gone/", "http://here/"))


@st.composite
def targets(draw: st.DrawFn) -> bytes:
    """Paths made of what leads upwards, of names on both sides of the border, and of what servers stumble over."""
    parts = draw(st.lists(st.tuples(PARTS, JOINTS), max_size=8))
    return (draw(STARTS) + "".join(part + joint for part, joint in parts)).encode() + draw(
        st.sampled_from((b"", b"secret.txt", b".git/config"))
    )


@pytest.fixture(scope="module", params=NAMES)
def port(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    name: Name = request.param
    folder = tmp_path_factory.mktemp(name)
    live = lay(folder)
    for path in ("previews/token/.git/config", "secret.txt", "liveness/secret.txt"):
        write(folder / path, SECRET)
    write(folder / "previews/token/ar/feed.xml", "of a preview")
    with serving(name, folder, Served(HOME, live, gone=GONE, previews=Previews(folder / "previews"))) as port:
        yield port


@given(target=targets())
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_path_gives_a_byte_of_what_is_not_the_sites(port: int, target: bytes) -> None:
    answer = ask_raw(port, target)
    assert answer.status in {200, 301, 308, 400, 404, 410}
    assert SECRET.encode() not in answer.body


@given(target=st.binary(max_size=40).filter(lambda each: not set(each) & set(b" \t\r\n\x0b\x0c")))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_that_are_no_path_do_either(port: int, target: bytes) -> None:
    answer = ask_raw(port, b"/" + target)
    assert answer.status in {200, 301, 308, 400, 404, 410}
    assert SECRET.encode() not in answer.body
