"""In which order a site goes to a store that keeps files one by one, so that no reader ever sees half of it.

What is new goes first, for nothing leads there yet; then what is changed; then what announces it; last the front doors.
What is gone is deleted when nothing leads there any more.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from urllib.parse import urlsplit

from newsroom.hosting.headers import Rule, headers_at, rules
from newsroom.hosting.media_types import BY_SUFFIX, content_type

_HOMES: Final = frozenset({"index.html", "ar/index.html", "en/index.html"})
_ANNOUNCES: Final = re.compile(
    r"(ar|en)/(feed\.xml|atom\.xml|feed\.json|ninjs\.json|feeds/.*)|feeds\.opml|sitemap.*|\.well-known/.*"
)
"""What tells machines of pages, and so must come after them."""
_PACKED: Final = (".gz", ".br")
"""Twins of files for servers that choose between them; a store does not."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of the site, and what the store is to say of it; no ``cache_control`` where nothing is promised."""

    path: str
    content_type: str
    cache_control: str


@dataclass(frozen=True, slots=True)
class Steps:
    """Waves of uploads, each to be finished before the next begins, and the paths that are then to be deleted."""

    waves: tuple[tuple[Upload, ...], ...]
    deletions: tuple[str, ...]


def steps(address: str, site: Mapping[str, str], stored: Mapping[str, str], *, as_before: bool) -> Steps:
    """What is to be done so that a store holds a site.

    ``site`` and ``stored`` are digests by path below the site's root; ``as_before`` says whether what is stored went
    there with the headers of today, else everything goes again.
    """
    wanted = {path: digest for path, digest in site.items() if not _is_twin(path, site)}
    uploads = [path for path, digest in wanted.items() if not as_before or stored.get(path) != digest]
    known = rules(address)
    top = urlsplit(address).path
    ranked = sorted((_rank(path, is_new=path not in stored), path) for path in uploads)
    waves = (
        tuple(_upload(path, top, known) for _, path in wave) for _, wave in groupby(ranked, key=lambda pair: pair[0])
    )
    return Steps(tuple(waves), tuple(sorted(stored.keys() - wanted.keys())))


def digest_of_headers(address: str) -> str:
    """A digest that is another where any file of a site might be served with other headers than before."""
    by_path = [(rule.path, sorted(rule.headers.items())) for rule in rules(address)]
    by_suffix = [(suffix, content_type(f"file.{suffix}")) for suffix in sorted(BY_SUFFIX)]
    return hashlib.sha256(repr((by_path, by_suffix)).encode()).hexdigest()


def _rank(path: str, *, is_new: bool) -> tuple[bool, int]:
    """When a file goes: all that is new before all that is changed, and within each what others lead to before them."""
    if path in _HOMES:
        return not is_new, 3
    if _ANNOUNCES.fullmatch(path):
        return not is_new, 2
    return not is_new, 1 if path.endswith(".html") else 0


def _upload(path: str, top: str, known: Sequence[Rule]) -> Upload:
    headers = headers_at(known, top + path)
    return Upload(path, headers.get("Content-Type") or content_type(path), headers.get("Cache-Control", ""))


def _is_twin(path: str, site: Mapping[str, str]) -> bool:
    return path.endswith(_PACKED) and path.rpartition(".")[0] in site
