"""A ``server`` of nginx for a newsroom (https://nginx.org/en/docs/).

It needs nginx 1.22 with the modules auth_basic, charset, gzip_static, headers and rewrite, as every package has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from newsroom.hosting.headers import SAFETY, Rule, headers_at, rules
from newsroom.hosting.media_types import BY_SUFFIX, IN_UTF_8, UNKNOWN
from newsroom.hosting.redirects import from_the_root
from newsroom.hosting.served import (
    LARGEST_BODY,
    OPEN_NAMES,
    PREVIEWS,
    Previews,
    Served,
    headers_of_previews,
    types_in_previews,
)
from newsroom.pages import addresses

_REFUSED: Final = "@newsroom_refused"
_RELEASES: Final = (
    "# A release takes the place of another by one rename: what was open for the old one is not for the new.",
    "open_file_cache off;",
    "# A release that was taken back is older than what it replaces, and is to be sent all the same.",
    "if_modified_since exact;",
    "etag on;",
)
_FILES: Final = (
    "charset utf-8;",
    "index index.html;",
    "autoindex off;",
    "server_tokens off;",
    "# Whoever stands before this server may speak HTTPS, and from another port.",
    "absolute_redirect off;",
    "gzip_static on;",
    "gzip_vary on;",
    "gzip_proxied any;",
)
_LIMITS: Final = (
    "max_ranges 8;",
    f"client_max_body_size {LARGEST_BODY};",
    "client_header_timeout 15s;",
    "client_body_timeout 15s;",
    "send_timeout 30s;",
    "keepalive_timeout 30s;",
    "reset_timedout_connection on;",
)
"""So that few can hold many connections for long. nginx would wait a minute or more each time, and take any number of
parts and a body of a megabyte (https://nginx.org/en/docs/http/ngx_http_core_module.html); players ask for one part."""


def nginx(served: Served, *, inside: bool = False) -> bytes:
    """A whole ``server`` that listens at port 80, or what stands ``inside`` one that is the newsroom's alone."""
    known = rules(served.address)
    lines = [
        *_of_all(served),
        *_errors(served),
        *(line for rule in known for line in _location(served, rule.path, known)),
        *(line for old, new in from_the_root(served.address, served.leads) for line in _moved(old, new, known)),
        *(line for address in served.gone for line in _gone(served, served.top + address, known)),
        *(_previews(served, served.previews) if served.previews else ()),
    ]
    if not inside:
        lines = [*_listening(served), *(f"    {line}" for line in lines), "}"]
    told = ("# How nginx serves this newsroom, as `newsroom serve-config nginx` has written it.", *lines)
    return "".join(f"{line}\n" for line in told).encode()


def _listening(served: Served) -> Iterator[str]:
    yield from ("server {", "    listen 80;", "    listen [::]:80;")
    yield f"    server_name {urlsplit(served.address).hostname};"


def _of_all(served: Served) -> Iterator[str]:
    if served.top == "/":
        yield f'root "{served.folder}";'
    yield "# The folder itself may be a symlink; nothing below it is reached through one."
    yield f'disable_symlinks on "from={served.folder}";'
    yield from _RELEASES
    yield f"charset_types {' '.join(sorted(IN_UTF_8 - {BY_SUFFIX['html']}))};"
    yield from ("types {", *(f"    {media_type} {suffix};" for suffix, media_type in BY_SUFFIX.items()), "}")
    yield f"default_type {UNKNOWN};"
    yield from _FILES
    yield from _LIMITS


def _errors(served: Served) -> Iterator[str]:
    """What is answered where there is nothing to serve; that a folder is there without a page is nobody's business."""
    yield from _headers(SAFETY, "")
    (*own, (_, otherwise)) = served.not_found.items()
    if served.previews:
        own.append((served.previewed, served.previewed + addresses.NOT_FOUND))
    yield f"set $newsroom_missing {otherwise};"
    yield from (f'if ($uri ~ "^{start}") {{ set $newsroom_missing {page}; }}' for start, page in own)
    yield "error_page 403 404 =404 $newsroom_missing;"
    yield f"error_page 405 {_REFUSED};"
    yield f"location {_REFUSED} {{"
    yield from _headers({"Allow": "GET, HEAD", **SAFETY})
    yield from ("    return 405;", "}")
    yield 'if ($request_method !~ "^(?:GET|HEAD)$") { return 405; }'
    yield f'if ($uri !~ "{OPEN_NAMES}") {{ return 404; }}'
    if served.top != "/":
        yield "location / { return 404; }"
        yield f"location = {served.top[:-1]} {{ return 301 {served.top}; }}"


def _location(served: Served, path: str, known: Sequence[Rule], *more: str) -> Iterator[str]:
    """The block of a rule. nginx takes one block for each request, and none of the headers of those around it."""
    headers = headers_at(known, path)
    where = path.removesuffix("*")
    # With ^~ no other block that looks at the ends of names takes the request away.
    yield f"location ^~ {where} {{" if path.endswith("*") else f"location = {where} {{"
    if served.top != "/":
        yield f'    alias "{served.folder}/{where.removeprefix(served.top)}";'
    yield from (f"    {line}" for line in more)
    if "Content-Type" in headers:
        yield from _typed(headers["Content-Type"])
    yield from _headers(headers)
    yield "}"


def _moved(old: str, new: str, known: Sequence[Rule]) -> Iterator[str]:
    """The block of an old address, which answers with the new one before nginx looks for a file."""
    yield f"location = {old} {{"
    yield from _headers(headers_at(known, old))
    yield f"    return 301 {new};"
    yield "}"


def _gone(served: Served, path: str, known: Sequence[Rule]) -> Iterator[str]:
    """The blocks of a notice, with which everything at and below its address is answered."""
    notice = f"{path}index.html"
    yield f"location ^~ {path} {{"
    yield f"    error_page 410 {notice};"
    yield "    return 410;"
    yield "}"
    # Whoever asks for it by its own name is refused at first, and then sent the same.
    yield from _location(served, notice, known, "internal;", f"error_page 404 =410 {notice};")


def _previews(served: Served, previews: Previews) -> Iterator[str]:
    where, missing = served.previewed, served.previewed + addresses.NOT_FOUND
    # A preview may be a symlink that is exchanged, as the site may; below either, none is followed.
    yield f'set $newsroom_preview "{previews.folder}";'
    yield f'if ($uri ~ "^{where}([^/]+)/") {{ set $newsroom_preview "{previews.folder}/$1"; }}'
    yield f"location ^~ {where} {{"
    yield f'    alias "{previews.folder}/";'
    yield '    disable_symlinks on "from=$newsroom_preview";'
    if previews.passwords:
        yield f"    auth_basic {PREVIEWS.removesuffix('/')};"
        yield f'    auth_basic_user_file "{previews.passwords}";'
    yield from _headers(headers_of_previews())
    for content_type, paths in types_in_previews(where):
        yield f'    location ~ "{paths}" {{'
        yield from _indented(_typed(content_type))
        yield "    }"
    yield "}"
    yield f"location = {missing} {{"
    yield "    internal;"
    yield f'    alias "{served.folder}/{addresses.NOT_FOUND}";'
    yield from _headers(headers_of_previews())
    yield "}"


def _typed(content_type: str) -> Iterator[str]:
    """That everything in a block has a type; its character set is in the list of those that have one."""
    yield "    types { }"
    yield f"    default_type {content_type.partition(';')[0]};"


def _headers(headers: Mapping[str, str], margin: str = "    ") -> Iterator[str]:
    for name, value in headers.items():
        if name != "Content-Type":
            yield f'{margin}add_header {name} "{value}" always;'


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"    {line}" for line in lines)
