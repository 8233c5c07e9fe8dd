"""How readers verify what is published: a page that explains it, and the commands at the foot of each post.

What is shown names places and keys and no digest or instant, so that a publication changes none of these pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from shlex import quote

from newsroom.languages import verification_words
from newsroom.model.language import LANGUAGES, Localized
from newsroom.model.newsroom import SigningKey
from newsroom.pages import addresses
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.verification_views import KeyLine, Verification, VerificationView
from newsroom.pages.writing import Hand
from newsroom.signatures.keys import fingerprint
from newsroom.signatures.signers import NAMESPACE, principal


def plan_verification(desk: Desk) -> Iterator[Blueprint]:
    """The page in each language, where the newsroom signs what it publishes."""
    if desk.newsroom.hosting.keys:
        yield from desk.twins(Localized(*map(addresses.verification, LANGUAGES)), _verification)


def verification_of(hand: Hand, address: str) -> Verification | None:
    """The commands for the page at an address, or nothing where the newsroom signs nothing."""
    site, words = hand.newsroom.address, verification_words(hand.language)
    if not hand.newsroom.hosting.keys:
        return None
    more = addresses.verification(hand.language)
    return Verification(words, _fetch(site), _check_signature(site), _check_page(site, address), more)


def _verification(paper: Paper) -> Page:
    hand = paper.hand
    site, words = hand.newsroom.address, verification_words(hand.language)
    view = VerificationView(
        words=words,
        keys=tuple(_key_line(hand, each) for each in hand.newsroom.hosting.keys),
        contacts=addresses.media_contacts(hand.language),
        fetch=_fetch(site),
        check_signature=_check_signature(site),
        find_file=f'grep "^$(sha256sum < report.pdf | cut -c -64) " {_name(addresses.MANIFEST)}',
    )
    address = Localized(*map(addresses.verification, LANGUAGES))
    return paper.page(address, "verify.html", words.title, view, description=words.introduction)


def _key_line(hand: Hand, key: SigningKey) -> KeyLine:
    words = verification_words(hand.language)
    until = words.key_until.format(date=hand.date_of(key.until).text) if key.until else ""
    return KeyLine(fingerprint(key.key), until)


def _fetch(site: str) -> str:
    files = (quote(site + path) for path in (addresses.MANIFEST, addresses.SIGNATURE, addresses.SIGNERS))
    return " ".join(("curl --fail --remote-name-all", *files))


def _check_signature(site: str) -> str:
    manifest, signature, signers = map(_name, (addresses.MANIFEST, addresses.SIGNATURE, addresses.SIGNERS))
    return f"ssh-keygen -Y verify -f {signers} -I {quote(principal(site))} -n {NAMESPACE} -s {signature} < {manifest}"


def _check_page(site: str, address: str) -> str:
    """Fetch a page to where the manifest has it, below the folder of the manifest, and let that be compared."""
    fetch = f"curl --fail --create-dirs --output {address}index.html {quote(site + address)}"
    return f"{fetch} && sha256sum --check --ignore-missing {_name(addresses.MANIFEST)}"


def _name(address: str) -> str:
    return address.rpartition("/")[2]
