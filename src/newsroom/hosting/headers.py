"""How a host is to serve the site: one list of rules, written for Netlify and Cloudflare Pages, and for nginx."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from newsroom.hosting.media_types import BY_SUFFIX, IN_UTF_8, UNKNOWN, content_type
from newsroom.hosting.redirects import Leads
from newsroom.model.language import LANGUAGES

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


def netlify(known: Sequence[Rule]) -> bytes:
    """The file ``_headers`` of Netlify and Cloudflare Pages (https://docs.netlify.com/manage/routing/headers/)."""
    blocks = ([rule.path, *(f"  {name}: {value}" for name, value in rule.headers.items())] for rule in known)
    return "\n".join("\n".join((*block, "")) for block in blocks).encode()


def nginx(known: Sequence[Rule], leads: Leads = ()) -> bytes:
    """A file to include in a ``server`` of nginx that has a root (https://nginx.org/en/docs/).

    It needs the modules charset, headers and gzip_static, which every usual package has. ``leads`` are old addresses
    with the new ones, as paths from the host's root.
    """
    top = known[0].path[:-1]
    lines = [
        "# How nginx is to serve a newsroom: include this in a server {} that says listen, server_name and root.",
        "# Where nginx has the module ngx_brotli, add to that server: brotli_static on;",
        "charset utf-8;",
        f"charset_types {' '.join(sorted(IN_UTF_8 - {BY_SUFFIX['html']}))};",
        "types {",
        *(f"    {media_type} {suffix};" for suffix, media_type in BY_SUFFIX.items()),
        "}",
        f"default_type {UNKNOWN};",
        f"error_page 404 {top}404.html;",
        "gzip_static on;",
        "gzip_vary on;",
        *(line for rule in known for line in _location(rule, known)),
        *(line for old, new in leads for line in _moved(old, new, known)),
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _moved(old: str, new: str, known: Sequence[Rule]) -> Iterator[str]:
    """The block of an old address, which answers with the new one before nginx looks for a file."""
    headers = headers_at(known, old)
    yield f"location = {old} {{"
    yield from (f'    add_header {name} "{value}" always;' for name, value in headers.items() if name != "Content-Type")
    yield f"    return 301 {new};"
    yield "}"


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
    yield ".well-known/official-accounts.json", {**_typed(".well-known/official-accounts.json"), **shared}


def _typed(path: str) -> dict[str, str]:
    return {"Content-Type": content_type(path.rstrip("*"))}


def _location(rule: Rule, known: Sequence[Rule]) -> Iterator[str]:
    """The block of a rule. nginx takes one block for each request, and none of the headers of those around it."""
    headers = headers_at(known, rule.path)
    # With ^~ no other block that looks at the ends of names takes the request away.
    yield f"location ^~ {rule.path[:-1]} {{" if rule.path.endswith("*") else f"location = {rule.path} {{"
    media_type = headers.pop("Content-Type", "").partition(";")[0]
    if media_type:
        yield "    types { }"
        yield f"    default_type {media_type};"
    yield from (f'    add_header {name} "{value}" always;' for name, value in headers.items())
    yield "}"
