"""A site of Caddy for a newsroom (https://caddyserver.com/docs/caddyfile), for version 2.6 and later.

Caddy follows symlinks wherever they lead, and has no setting for that: the site must hold none, as ours does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from newsroom.hosting.headers import SAFETY, Rule, headers_at, rules
from newsroom.hosting.media_types import BY_SUFFIX, UNKNOWN, content_type
from newsroom.hosting.redirects import from_the_root
from newsroom.hosting.served import (
    LARGEST_BODY,
    OPEN_NAMES,
    Previews,
    Served,
    headers_of_previews,
    types_in_previews,
)

_CONDITIONS: Final = ("If-None-Match", "If-Modified-Since", "If-Range", "Range")
"""With these a request may be answered with a part or with nothing, which is not for what stands in a page's place."""


def caddy(served: Served, *, inside: bool = False) -> bytes:
    """A whole site, for which Caddy gets a certificate by itself, or what stands ``inside`` one."""
    known = rules(served.address)
    route = (
        *_guards(served),
        *_headers_of_rules(known),
        *(f"redir {old} {new} 301" for old, new in from_the_root(served.address, served.leads)),
        *_types(known),
        *(line for address in served.gone for line in _gone(served, served.top + address, known)),
        *(_previews(served, served.previews) if served.previews else ()),
        *_files(served),
    )
    lines: Iterable[str] = (
        f"root * {_quoted(served.folder)}",
        *_block("route", route),
        *_block("handle_errors", _errors(served, known)),
    )
    if not inside:
        lines = _block(urlsplit(served.address).netloc, lines)
    told = ("# How Caddy serves this newsroom, as `newsroom serve-config caddy` has written it.", *lines)
    return "".join(f"{line}\n" for line in told).encode()


def _guards(served: Served) -> Iterator[str]:
    """What is refused before anything is looked for."""
    # By itself: a block that takes a header away waits for the answer, and would undo what is set later.
    yield "header -Server"
    yield from _headers("*", SAFETY)
    yield "@refused not method GET HEAD"
    yield from _block("handle @refused", ('header Allow "GET, HEAD"', "respond 405"))
    yield from _block("request_body", (f"max_size {LARGEST_BODY}B",))
    yield from (f"@closed not path_regexp `{OPEN_NAMES}`", "error @closed 404")
    if served.top != "/":
        yield from (f"@outside not path {served.top}*", f"redir {served.top[:-1]} {served.top} 301")
        yield "error @outside 404"


def _headers_of_rules(known: Sequence[Rule]) -> Iterator[str]:
    for rule in known[1:]:
        yield from _headers(rule.path, {name: rule.headers[name] for name in rule.headers if name != "Content-Type"})


def _types(known: Sequence[Rule]) -> Iterator[str]:
    """The type of every path: Caddy would ask the machine, and look into files that it does not know."""
    yield f"header Content-Type {UNKNOWN}"
    suffixes: dict[str, list[str]] = {content_type(""): ["*/"]}
    for suffix in BY_SUFFIX:
        suffixes.setdefault(content_type(f"file.{suffix}"), []).append(f"*.{suffix}")
    for number, (each, paths) in enumerate(suffixes.items(), 1):
        yield f"@type{number} path {' '.join(paths)}"
        yield from _headers(f"@type{number}", {"Content-Type": each})
    for rule in known:
        if "Content-Type" in rule.headers:
            yield from _headers(rule.path, {"Content-Type": rule.headers["Content-Type"]})


def _gone(served: Served, path: str, known: Sequence[Rule]) -> Iterator[str]:
    """A notice, with which everything at and below its address is answered."""
    page = f"{path}index.html"
    yield from _block(f"handle {path}*", _page(served, page, 410, headers_at(known, page), known))


def _previews(served: Served, previews: Previews) -> Iterator[str]:
    where = served.previewed
    for number, (each, paths) in enumerate(types_in_previews(where), 1):
        yield f"@preview{number} path_regexp `{paths}`"
        yield from _headers(f"@preview{number}", {"Content-Type": each})
    yield from _block(f"handle {where}*", _in_previews(where, previews))


def _in_previews(where: str, previews: Previews) -> Iterator[str]:
    yield from _headers("*", headers_of_previews())
    if previews.passwords:
        # The name that versions before 2.8 have for it; later ones know it, too.
        yield from _block("basicauth", (f"{name} {digest}" for name, digest in previews.accounts))
    yield f"root * {_quoted(previews.folder)}"
    yield f"uri strip_prefix {where[:-1]}"
    yield from _block("file_server", ("precompressed br gzip",))


def _files(served: Served) -> Iterator[str]:
    if served.top != "/":
        yield f"uri strip_prefix {served.top[:-1]}"
    yield from _block("file_server", ("precompressed br gzip",))


def _errors(served: Served, known: Sequence[Rule]) -> Iterator[str]:
    """What is answered where there is nothing to serve; that a folder is there without a page is nobody's business."""
    yield f"root * {_quoted(served.folder)}"
    yield "header -Server"
    yield from _headers("*", SAFETY)
    yield "@missing expression `{err.status_code} in [403, 404]`"
    yield from _block("handle @missing", _missing(served, known))


def _missing(served: Served, known: Sequence[Rule]) -> Iterator[str]:
    pages = {start: (page, headers_at(known, page)) for start, page in served.not_found.items()}
    _, (otherwise, headers) = pages.popitem()
    if served.previews:
        pages[served.previewed] = otherwise, headers_of_previews()
    for start, (page, own) in pages.items():
        yield from _block(f"handle {start}*", _page(served, page, 404, own, known))
    yield from _block("handle", _page(served, otherwise, 404, headers, known))


def _page(served: Served, page: str, status: int, headers: Mapping[str, str], known: Sequence[Rule]) -> Iterator[str]:
    """A page of the site in the place of whatever was asked for, with its own headers and no others."""
    others = {name for rule in known for name in rule.headers} - {*headers, "Content-Type"}
    yield from (f"header -{name}" for name in sorted(others))
    yield from _headers("*", {**headers, "Content-Type": content_type(page)})
    yield from (f"request_header -{name}" for name in _CONDITIONS)
    yield f"rewrite * /{page.removeprefix(served.top)}"
    yield from _block("file_server", (f"status {status}",))


def _headers(matcher: str, headers: Mapping[str, str]) -> Iterator[str]:
    if headers:
        yield from _block(f"header {matcher}", (f'{name} "{value}"' for name, value in headers.items()))


def _block(head: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"{head} {{"
    yield from (f"    {line}" for line in lines)
    yield "}"


def _quoted(path: object) -> str:
    return f'"{path}"'
