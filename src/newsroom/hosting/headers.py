"""How a host is to serve the site: one list of rules, which a file a server spells in the server's own language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from newsroom.hosting.media_types import content_type
from newsroom.model.language import LANGUAGES
from newsroom.pages.addresses import MANIFEST, SIGNATURE, SIGNERS

MOST_RULES: Final = 100
LONGEST_LINE: Final = 2000
"""Characters; both are the limits of Cloudflare (https://developers.cloudflare.com/pages/configuration/headers/)."""

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",  # Pagefind, which searches, is WebAssembly
        "connect-src 'self'",  # to copy the plain text beside a page, and to fetch what is searched
        "style-src 'self'",
        "img-src 'self' data:",  # Material's style sheet holds its icons
        "font-src 'self'",
        "media-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",  # leads to the search page
        "frame-ancestors 'none'",
    )
)
"""What a page may load: scripts from files of ours alone, and nothing from elsewhere (https://www.w3.org/TR/CSP3/)."""

SAFETY: Final[Mapping[str, str]] = {
    "Content-Security-Policy": POLICY,
    # Two years. Whether all subdomains and the browsers' own lists join in is for the domain's owner to say.
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    # Pictures are there to be shown by other newsrooms and by readers of feeds.
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""Headers of every answer. MDN Observatory explains each (https://developer.mozilla.org/en-US/observatory/docs/faq)."""

OPEN: Final[Mapping[str, str]] = {"Access-Control-Allow-Origin": "*"}
"""Lets the scripts of other sites read a file: of what is public and made for machines."""
HIDDEN: Final[Mapping[str, str]] = {"X-Robots-Tag": "noindex, nofollow"}
"""Keeps search engines away, from files too that cannot say so themselves."""
PREVIEWED: Final[Mapping[str, str]] = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Of previews that stand beside the published site: no copy of what is not released stays behind, no link from it tells
the address, which may be all that keeps it, and no other site shows a part of it."""
FRESH: Final[Mapping[str, str]] = {"Cache-Control": "public, max-age=60, must-revalidate"}
"""A minute, after which a feed may have changed, and a post may be withdrawn: nothing is shown past its time."""
LASTING: Final[Mapping[str, str]] = {"Cache-Control": "public, max-age=3600, must-revalidate"}
"""An hour, for what seldom changes at its address, but may."""

STEADY: Final[Mapping[str, str]] = {"Cache-Control": "public, max-age=2592000"}
"""Thirty days, for letters: they change with a release of ours alone, and those of the last one serve as well."""

_MACHINES: Final = (
    "feed.xml",
    "atom.xml",
    "feed.json",
    "feeds/rss/*",
    "feeds/atom/*",
    "feeds/json/*",
    "ninjs.json",
    "calendar.ics",
    "contacts/*",
)
"""What each language has for machines, each path with files of one type."""
_FRESH: Final = ("", "index.html", "404.html", "ar/*", "en/*", "robots.txt", "sitemap*", ".well-known/*")
"""Pages, and what crawlers ask for; the sitemap of a large site has numbered parts."""
_LASTING: Final = ("assets/*", "executives/*", "media/*", "pages/*", "posts/*", "press-kits/*", "renditions/*")
"""The folders of ``content/`` whose files are published as they are, and the theme's."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Headers of what is found at ``path``, which starts at the host's root; a ``*`` at its end stands for anything."""

    path: str
    headers: Mapping[str, str]

    def covers(self, path: str) -> bool:
        """Whether this rule applies to a path, or to all that the path of another rule stands for."""
        return path.startswith(self.path[:-1]) if self.path.endswith("*") else path == self.path


def rules(address: str, *, preview: bool = False) -> tuple[Rule, ...]:
    """How to serve the site that stands at an absolute address; the first rule is that of all of it.

    No header is in two rules that apply to one path, for a host may join their values to one that means neither.
    A preview is kept from search engines and from the scripts of other sites.
    """
    top = urlsplit(address).path or "/"
    everywhere = Rule(f"{top}*", {**SAFETY, **(HIDDEN if preview else {})})
    others = (Rule(top + path, headers) for path, headers in _particular(preview=preview) if headers)
    return (everywhere, *others)


def headers_at(known: Sequence[Rule], path: str) -> dict[str, str]:
    """All headers of a path, or of what the path of a rule stands for."""
    return {name: value for rule in known if rule.covers(path) for name, value in rule.headers.items()}


def _particular(*, preview: bool) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Paths below the site's root, and what holds there beyond :data:`SAFETY`."""
    shared: Mapping[str, str] = {} if preview else OPEN
    yield from ((path, FRESH) for path in _FRESH)
    yield from ((path, LASTING) for path in _LASTING)
    yield "fonts/*", STEADY
    for language in LANGUAGES:
        yield from ((path, {**_typed(path), **shared}) for path in (f"{language}/{each}" for each in _MACHINES))
        # Files for machines stand beside pages there, and their names say what they are.
        yield from ((f"{language}/{folder}/*", shared) for folder in ("figures", "posts"))
    yield "feeds.opml", {**_typed("feeds.opml"), **shared, **FRESH}
    yield ".well-known/security.txt", _typed(".well-known/security.txt")
    for path in (MANIFEST, SIGNATURE, SIGNERS):
        yield path, {**_typed(path), **shared}
    yield ".well-known/official-accounts.json", {**_typed(".well-known/official-accounts.json"), **shared}


def _typed(path: str) -> dict[str, str]:
    return {"Content-Type": content_type(path.rstrip("*"))}
