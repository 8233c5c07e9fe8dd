"""What each kind of file of the site is called when it is served."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

UNKNOWN: Final = "application/octet-stream"
"""What is sent without knowing what it is (https://www.rfc-editor.org/rfc/rfc2046#section-4.5.1)."""

BY_SUFFIX: Final[Mapping[str, str]] = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "txt": "text/plain",
    "md": "text/markdown",  # https://www.rfc-editor.org/rfc/rfc7763
    "csv": "text/csv",
    "ics": "text/calendar",  # https://www.rfc-editor.org/rfc/rfc5545
    "vcf": "text/vcard",  # https://www.rfc-editor.org/rfc/rfc6350
    "xml": "application/xml",
    "json": "application/json",
    # Not registered, but the only one that the W3C feed validator takes for OPML alone; browsers save it as a file.
    "opml": "text/x-opml",
    "svg": "image/svg+xml",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "avif": "image/avif",
    "gif": "image/gif",
    "ico": "image/vnd.microsoft.icon",
    "woff2": "font/woff2",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "pdf": "application/pdf",
    "zip": "application/zip",
    # Pagefind packs its files itself, and unpacks them in the browser: https://www.rfc-editor.org/rfc/rfc6713.
    **dict.fromkeys(("pagefind", "pf_fragment", "pf_index", "pf_meta"), "application/gzip"),
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Types by the ends of names (https://www.iana.org/assignments/media-types), those of posts' attachments among them."""

_BY_PLACE: Final = (
    *(
        (re.compile(rf"(?:ar|en)/(?:{place})"), media_type)
        for place, media_type in (
            (r"feed\.xml$|feeds/rss/", "application/rss+xml"),
            (r"atom\.xml$|feeds/atom/", "application/atom+xml"),
            (r"feed\.json$|feeds/json/", "application/feed+json"),
            (r"contacts/", "text/vcard"),
        )
    ),
    (re.compile(r"\.well-known/newsroom-"), "text/plain"),  # a manifest, its signature and the signers
)
"""Types that a name's end does not tell, by where the file stands. JSON Feed's: https://www.jsonfeed.org/version/1.1."""

IN_UTF_8: Final = frozenset(
    {
        *(each for each in BY_SUFFIX.values() if each.startswith("text/")),
        "application/xml",
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "image/svg+xml",
    }
)
"""Types that are sent with ``charset=utf-8``. JSON is UTF-8 and has no charset: RFC 8259, section 11."""


def media_type(address: str) -> str:
    """The type of the file at an address below the site's root, bare, as feeds and links name it.

    A folder's is that of the files in it where these are of one type, else that of its page.
    """
    for place, found in _BY_PLACE:
        if place.match(address):
            return found
    if address.endswith("/") or not address:
        return BY_SUFFIX["html"]
    return BY_SUFFIX.get(_suffix(address), UNKNOWN)


def content_type(address: str) -> str:
    """The type of a file as a header of HTTP says it, with the character set where it has one."""
    found = media_type(address)
    return f"{found}; charset=utf-8" if found in IN_UTF_8 else found


def _suffix(address: str) -> str:
    return address.rpartition("/")[2].rpartition(".")[2].lower()
