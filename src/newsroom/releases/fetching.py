"""Files fetched from the web to be verified; only the outermost room hands this in."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from newsroom.errors import NotFetched

PATIENCE: Final = 30.0
"""Seconds to wait for a connection, and for each piece of an answer."""
MOST_REDIRECTS: Final = 5
"""More than lead anywhere honest: from http to https, to another host, and to a folder."""
_MISSING: Final = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


def fetch(address: str, keep: Callable[[bytes], object]) -> str:
    """Fetch an address, past every cache on the way, and give the one that redirects led to.

    Raises :class:`NotFetched`, which tells what is missing from what could not be asked for.
    """
    # Loaded where something is fetched: that takes longer than most verbs.
    import httpx  # noqa: PLC0415

    # Packed, where the server does so: what is verified is what a browser would show.
    asked = {"Cache-Control": "no-cache"}
    try:
        with (
            httpx.Client(timeout=PATIENCE, follow_redirects=True, max_redirects=MOST_REDIRECTS) as client,
            client.stream("GET", address, headers=asked) as answer,
        ):
            if answer.status_code != HTTPStatus.OK:
                raise _refused(address, str(answer.status_code), is_missing=answer.status_code in _MISSING)
            for piece in answer.iter_bytes():
                keep(piece)
            return str(answer.url)
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise _refused(address, str(error) or type(error).__name__) from None


def _refused(address: str, words: str, *, is_missing: bool = False) -> NotFetched:
    return NotFetched(f"{address} could not be fetched: {words}", f"تعذّر جلب {address}: {words}", is_missing=is_missing)
