"""A manifest laid into a finished site with its signature, and read from one."""

from __future__ import annotations

import datetime
from pathlib import Path

from newsroom.errors import ManifestUnusable, Refused
from newsroom.pages.addresses import MANIFEST, SIGNATURE, SIGNERS
from newsroom.releases.digests import digests
from newsroom.releases.manifest import Manifest, manifest, parse
from newsroom.signatures.openssh import Verifier, sign
from newsroom.signatures.signers import NAMESPACE, principal


def write_manifest(
    site: Path, earlier: Path | None, address: str, commit: str, instant: datetime.datetime, key: Path
) -> Manifest:
    """Write the manifest of a finished site, and its signature by a private key in a file.

    ``earlier`` is the site that was published before, with its own manifest where it has one; ``address`` is where the
    site stands, ``instant`` that of the publication in the newsroom's zone. Both files are exchanged by a rename, so a
    site may share them with another. Raises :class:`ManifestUnusable` where the site does not name the key among its
    signers or cannot be told, :class:`SiteNotFound`, and :class:`Refused` where ``ssh-keygen`` does not sign or nothing
    can be written.
    """
    before = read_manifest(earlier) if earlier else None
    known = {path: entry.digest for path, entry in before.files.items()} if before else None
    made = manifest(digests(site, known, earlier), before, address, commit, instant)
    lay(site, made, key)
    return made


def read_manifest(site: Path) -> Manifest | None:
    """The manifest of a site, or nothing where it has none. Raises :class:`ManifestUnusable`."""
    file = site / MANIFEST
    return parse(file.read_bytes()) if file.is_file() else None


def lay(site: Path, made: Manifest, key: Path) -> None:
    """Sign a manifest, and lay both into the site. Raises as :func:`write_manifest` does."""
    text = made.text()
    signature = sign(text, key, NAMESPACE)
    _require_signer(site, made, text, signature)
    _exchange(site / SIGNATURE, signature)
    _exchange(site / MANIFEST, text)


def _require_signer(site: Path, made: Manifest, text: bytes, signature: bytes) -> None:
    """Refuse a signature that nobody could verify with the keys that the site names."""
    file = site / SIGNERS
    signers = file.read_bytes() if file.is_file() else b""
    if Verifier(NAMESPACE, signers).verdict(text, signature, principal(made.address), made.published).outcome != "good":
        raise ManifestUnusable(
            f"{SIGNERS} in the site does not name the key that signed; add its public key to hosting.keys in"
            " newsroom.yml, and build the site",
            f"لا يسمّي ملف {SIGNERS} في الموقع المفتاح الذي وقّع؛ أضف مفتاحه العام إلى hosting.keys في newsroom.yml"
            " ثم ابنِ الموقع",
        )


def _exchange(file: Path, data: bytes) -> None:
    beside = file.with_name(f".{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(file)
    except OSError as error:
        raise Refused(f"{file} was not written ({error.strerror})", f"لم يُكتب {file} ({error.strerror})") from None
