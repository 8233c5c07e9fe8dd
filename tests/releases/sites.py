"""Small sites with their manifests, and the keys that sign them."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path
from typing import Final

from newsroom.model.newsroom import SigningKey
from newsroom.pages.addresses import MANIFEST, SIGNATURE, SIGNERS
from newsroom.releases.manifest import Manifest
from newsroom.releases.signing import write_manifest
from newsroom.signatures.keys import signing_key
from newsroom.signatures.signers import allowed_signers

ADDRESS: Final = "https://newsroom.sample.example/"
COMMIT: Final = "3f29de4" + "0" * 33
MONDAY: Final = datetime.datetime.fromisoformat("2026-11-23T09:00:00+04:00")
TUESDAY: Final = MONDAY + datetime.timedelta(days=1)
WEDNESDAY: Final = MONDAY + datetime.timedelta(days=2)

PAGE: Final = "en/posts/2026/new-cold-store/index.html"
REPORT: Final = "posts/2026/new-cold-store/report.pdf"
FILES: Final = {
    "index.html": "the front door",
    "en/index.html": "home",
    PAGE: "<p>A new cold store</p>" * 9,
    REPORT: "%PDF-1.7 cold store",
    "ar/feed.xml": "<rss/>",
}


def key_in(folder: Path, name: str = "key") -> Path:
    """A private key, with its public one beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "newsroom", "-f", str(file)], check=True)
    return file


def public(key: Path) -> SigningKey:
    """The public key of a private one."""
    return SigningKey(signing_key(key.with_suffix(".pub").read_text()))


def site_in(folder: Path, key: Path, address: str = ADDRESS, **changes: str) -> Path:
    """A site that names a key among its signers, without a manifest."""
    for path, text in {**FILES, **changes}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    (folder / SIGNERS).parent.mkdir(exist_ok=True)
    (folder / SIGNERS).write_bytes(allowed_signers(address, [public(key)]))
    return folder


def publish(
    site: Path, key: Path, instant: datetime.datetime = MONDAY, earlier: Path | None = None, address: str = ADDRESS
) -> Manifest:
    """Publish a site: its manifest is written and signed."""
    return write_manifest(site, earlier, address, COMMIT, instant, key)


def stock_verify(site: Path, address_of: str = "newsroom@newsroom.sample.example") -> subprocess.CompletedProcess[str]:
    """What stock ``ssh-keygen`` says of a site's manifest."""
    command = ["ssh-keygen", "-Y", "verify", "-f", SIGNERS, "-I", address_of, "-n", "newsroom-manifest"]
    text = (site / MANIFEST).read_text()
    return subprocess.run(
        [*command, "-s", SIGNATURE], cwd=site, input=text, capture_output=True, text=True, check=False
    )
