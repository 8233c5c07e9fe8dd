"""``newsroom manifest``: lay the manifest of a publication, and its signature, into a finished site."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from newsroom.commands.verify import is_address
from newsroom.errors import ManifestUnusable, NotFetched
from newsroom.model.newsroom import SigningKey
from newsroom.reading.site import SiteSettings, read_site
from newsroom.releases.digests import digests
from newsroom.releases.evidence import Evidence, Fetch, kept_beside, published_at
from newsroom.releases.manifest import Manifest, manifest, parse
from newsroom.releases.signing import lay
from newsroom.signatures.openssh import Verifier
from newsroom.signatures.signers import NAMESPACE, allowed_signers, principal

KEY: Final = "NEWSROOM_SIGNING_KEY"
"""The variable that holds the private key itself, where a host keeps secrets in its environment."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What is published: the newsroom's folder, the finished site, the commit, or empty, and the instant.

    ``previous`` is the manifest before: a file, or an address of the site as it stands; nothing begins a chain.
    """

    root: Path
    site: Path
    commit: str
    previous: str | None
    now: datetime.datetime


def write(publication: Publication, key: Path, fetch: Fetch) -> Manifest:
    """Write the manifest of a site, and its signature by a private key in a file.

    Raises :class:`ManifestUnusable`, :class:`SiteNotFound`, :class:`Refused`, and what :func:`read_site` raises.
    """
    settings = read_site(publication.root)
    before = _before(publication.previous, settings, fetch)
    instant = publication.now.astimezone(settings.timezone)
    made = manifest(digests(publication.site), before, settings.address, publication.commit, instant)
    lay(publication.site, made, key)
    return made


@contextmanager
def key_file(named: Path | None, environment: Mapping[str, str]) -> Iterator[Path]:
    """The file of the private key: the one that is named, or one for a moment with what the environment holds.

    Raises :class:`ManifestUnusable` where there is neither.
    """
    if named:
        yield named
        return
    if not environment.get(KEY, "").strip():
        raise ManifestUnusable(
            f"name the file of the private key with --key, or put the key itself into {KEY}",
            f"سمِّ ملف المفتاح الخاص بالخيار --key، أو ضع المفتاح نفسه في المتغير {KEY}",
        )
    with TemporaryDirectory(prefix="newsroom-") as folder:
        file = Path(folder) / "key"
        # Hosts strip what stands around a secret, and ssh-keygen wants the last line to end.
        words = environment[KEY].replace("\r\n", "\n").strip() + "\n"
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as opened:  # noqa: PTH123
            opened.write(words)
        yield file


def _before(place: str | None, settings: SiteSettings, fetch: Fetch) -> Manifest | None:
    """The manifest before, which has to be signed with a key of the newsroom; none where the site has none yet."""
    if not place:
        return None
    try:
        evidence = published_at(place, fetch) if is_address(place) else kept_beside(Path(place))
    except NotFetched as error:
        if error.is_missing:
            return None
        raise
    found = parse(evidence.text)
    _require_own(evidence, found, settings)
    return found


def _require_own(evidence: Evidence, found: Manifest, settings: SiteSettings) -> None:
    """Refuse a manifest that no key in ``newsroom.yml`` signed: what it says of earlier instants is nobody's word."""
    # A key that was changed since signed it when it was in use, and the site may have moved to another address since.
    signers = allowed_signers(found.address, _whenever(settings.keys))
    verdict = Verifier(NAMESPACE, signers).verdict(
        evidence.text, evidence.signature, principal(found.address), found.published
    )
    if verdict.outcome != "good":
        raise ManifestUnusable(
            "the manifest before is not signed with a key that newsroom.yml names in hosting.keys",
            "البيان السابق غير موقّع بمفتاح مذكور في hosting.keys في newsroom.yml",
        )


def _whenever(keys: tuple[SigningKey, ...]) -> tuple[SigningKey, ...]:
    return tuple(SigningKey(each.key) for each in keys)
