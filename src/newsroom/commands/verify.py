"""``newsroom verify``: whether a page, a file or a whole site is what a newsroom published, and since when."""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, NamedTuple
from urllib.parse import unquote, urlsplit

from newsroom.errors import ManifestUnusable
from newsroom.pages.addresses import MANIFEST
from newsroom.reading.newsroom import CONFIGURATION
from newsroom.reading.site import SiteSettings, read_site
from newsroom.releases.digests import digest_of, digests, unreadable
from newsroom.releases.evidence import Evidence, Fetch, kept_beside, published_at
from newsroom.releases.manifest import Manifest, parse
from newsroom.releases.twins import false_twins
from newsroom.signatures.openssh import Outcome as Judgement
from newsroom.signatures.openssh import Verdict, Verifier
from newsroom.signatures.signers import NAMESPACE, allowed_signers, principal

LARGEST: Final = 4_000_000_000
"""Bytes of what is fetched to be verified: more than any film of a newsroom has."""

Outcome = Literal["verified", "altered", "unknown", "elsewhere", "unsigned"]
Origin = Literal["given", "newsroom", "site"]
"""Whose word it is that a key is the newsroom's: a file that was named, ``newsroom.yml`` here, or the site's own."""


class Trust(NamedTuple):
    """The keys that count, as a file of allowed signers, and whose word that is."""

    signers: bytes
    origin: Origin


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of something, by a manifest that was signed with the key of a fingerprint, or with none.

    ``entries`` are the addresses at which these very bytes were published, each with the instant since which. Of a
    whole site, ``amiss`` are the paths that are not as the manifest has them.
    """

    what: str
    outcome: Outcome
    manifest: Manifest
    origin: Origin
    judgement: Judgement = "good"
    key: str = ""
    entries: tuple[tuple[str, datetime.datetime], ...] = ()
    amiss: tuple[str, ...] = ()

    @property
    def is_verified(self) -> bool:
        """Whether it is what was published, where it was published."""
        return self.outcome == "verified"


class _Thing(NamedTuple):
    """What is to be verified: its digest, and the address that it came from, or empty."""

    digest: str
    address: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What is known before anything is verified.

    ``signers`` is a file of keys that somebody trusts, ``kept`` a manifest in a file or an address of the site that has
    it; ``now`` is the instant at which a key has to be in use where the manifest comes from the web.
    """

    root: Path
    signers: Path | None
    kept: str | None
    now: datetime.datetime
    fetch: Fetch

    def of(self, what: str) -> Finding:
        """Verify an address, a file or a folder with a whole site.

        Raises :class:`ManifestUnusable` where nobody can tell, and what :func:`read_site` raises.
        """
        if not is_address(what) and not os.path.lexists(what):
            raise ManifestUnusable(f"there is no file {what}", f"لا يوجد ملف باسم {what}")
        found = self._once(what)
        # A publication may have come between two of the files that were fetched.
        return self._once(what) if is_address(what) and not found.is_verified else found

    def _once(self, what: str) -> Finding:
        if not is_address(what) and Path(what).is_dir():
            return self._judged(what, lambda known: _of_site(known, Path(what)))
        thing = _fetched(what, self.fetch) if is_address(what) else _Thing(digest_of(Path(what)), "")
        return self._judged(what, lambda known: _of_thing(known, thing))

    def _judged(self, what: str, look: Callable[[Finding], Finding]) -> Finding:
        """What is found where the manifest is signed as it must be, and that it is not, where it is not."""
        settings = self._settings()
        evidence, is_fresh = self._evidence(what, settings)
        manifest, trust = parse(evidence.text), self._trust(evidence, settings)
        verdict = _verdict(evidence, manifest, trust, self.now if is_fresh else manifest.published)
        found = Finding(what, "unsigned", manifest, trust.origin, verdict.outcome, verdict.key)
        return look(found) if verdict.outcome == "good" else found

    def _settings(self) -> SiteSettings | None:
        return read_site(self.root) if (self.root / CONFIGURATION).exists() else None

    def _evidence(self, what: str, settings: SiteSettings | None) -> tuple[Evidence, bool]:
        """The manifest to go by, and whether it comes from the web: what was kept is judged by its own instant."""
        place = self.kept or _place(what) or (settings.address if settings else "")
        if is_address(place):
            return published_at(place, self.fetch), True
        if place:
            return kept_beside(Path(place)), False
        raise ManifestUnusable(
            f"say by which manifest {what} is to be verified: --manifest with the site's address, or with a file",
            f"اذكر البيان الذي يُتحقق به من {what}: الخيار --manifest مع عنوان الموقع أو مع ملف",
        )

    def _trust(self, evidence: Evidence, settings: SiteSettings | None) -> Trust:
        if self.signers:
            return Trust(_read(self.signers), "given")
        if settings and settings.keys:
            return Trust(allowed_signers(settings.address, settings.keys), "newsroom")
        return Trust(evidence.signers, "site")


def is_address(what: str) -> bool:
    """Whether something is an address in the web, and no path."""
    return what.startswith(("https://", "http://"))


def _place(what: str) -> str:
    """Where the manifest of something is looked for: an address's site, or the folder itself."""
    if is_address(what):
        return what
    return str(Path(what) / MANIFEST) if Path(what).is_dir() else ""


def _verdict(evidence: Evidence, manifest: Manifest, trust: Trust, moment: datetime.datetime) -> Verdict:
    verifier = Verifier(NAMESPACE, trust.signers)
    found = verifier.verdict(evidence.text, evidence.signature, principal(manifest.address), moment)
    if found.outcome == "no-program":
        raise ManifestUnusable(
            "there is no ssh-keygen here to verify signatures", "لا يوجد هنا ssh-keygen للتحقق من التواقيع"
        )
    return found


def _fetched(address: str, fetch: Fetch) -> _Thing:
    """What stands at an address, by its digest, and where redirects led to."""
    whole, size = hashlib.sha256(), 0

    def add(piece: bytes) -> None:
        nonlocal size
        size += len(piece)
        if size > LARGEST:
            raise ManifestUnusable(f"{address} has no end", f"لا نهاية لما في {address}")
        whole.update(piece)

    led = fetch(address, add)
    return _Thing(whole.hexdigest(), led)


def _of_thing(found: Finding, thing: _Thing) -> Finding:
    manifest = found.manifest
    entries = tuple(_entries(manifest, thing.digest))
    known = replace(found, entries=entries)
    if not thing.address:
        return replace(known, outcome="verified" if entries else "unknown")
    if not _below(manifest.address, thing.address):
        return replace(known, outcome="elsewhere")
    path = _path(manifest, thing.address)
    if path not in manifest.files:
        return replace(known, outcome="unknown")
    entry = manifest.files[path]
    here = ((manifest.address + path, entry.since),)
    return replace(known, outcome="verified" if entry.digest == thing.digest else "altered", entries=here)


def _entries(manifest: Manifest, digest: str) -> Iterator[tuple[str, datetime.datetime]]:
    """Where bytes of a digest stand, the longest there first."""
    found = ((entry.since, path) for path, entry in manifest.files.items() if entry.digest == digest)
    for since, path in sorted(found):
        yield manifest.address + path, since


def _below(site: str, address: str) -> bool:
    """Whether an address lies in a site, be it asked for with http or with https."""
    return _without_scheme(address).startswith(_without_scheme(site))


def _without_scheme(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.netloc.lower()}{parts.path or '/'}"


def _path(manifest: Manifest, address: str) -> str:
    """The path of the file that answers at an address; a folder answers with its page."""
    path = unquote(_without_scheme(address).removeprefix(_without_scheme(manifest.address)))
    page = f"{path.rstrip('/')}/index.html".removeprefix("/")
    return page if path not in manifest.files and page in manifest.files else path


def _of_site(found: Finding, site: Path) -> Finding:
    """Whether all files of a site are those of its manifest, and no others."""
    published = {path: entry.digest for path, entry in found.manifest.files.items()}
    there = digests(site)
    wrong = {path for path in published.keys() | there.keys() if published.get(path) != there.get(path)}
    amiss = tuple(sorted({*wrong, *false_twins(site, there)}))
    entries = tuple((found.manifest.address, entry.since) for entry in found.manifest.files.values())
    newest = (max(entries, key=lambda entry: entry[1]),) if entries else ()
    return replace(found, outcome="altered" if amiss else "verified", entries=newest, amiss=amiss)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise unreadable(file, error) from None
