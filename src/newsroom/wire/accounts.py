"""The official accounts for machines: anything that speaks in the organisation's name elsewhere is not in this file.

Version 1 of the file is an object with ``version``; ``newsroom``, the site's address; and ``holders``, the organisation
first and then those executives who have accounts, by key. A holder has ``type`` (``organization`` or ``person``);
``key``, an executive's, which the organisation lacks; ``name`` and ``page``, each by language; and ``accounts``, each
with ``network``, ``handle``, ``link`` and ``since``, the day from which it speaks for its holder (ISO 8601).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newsroom.model.executive import Executive
from newsroom.model.language import LANGUAGES, Language, Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.organization import Account
from newsroom.pages import addresses
from newsroom.wire.characters import readable_json

VERSION: Final = 1
"""Of the file's shape: changed when a reader of the old shape would misunderstand the new one."""


def official_accounts(newsroom: Newsroom) -> bytes:
    """Every official account in a newsroom that is already cut down to what may be seen."""
    executives = sorted(newsroom.executives.values(), key=lambda executive: executive.key)
    people = [_person(newsroom, executive) for executive in executives if executive.accounts]
    return readable_json(
        {"version": VERSION, "newsroom": newsroom.address, "holders": [_organization(newsroom), *people]}
    )


def _organization(newsroom: Newsroom) -> dict[str, object]:
    organization = newsroom.organization
    return {
        "type": "organization",
        "name": _by_language(organization.name),
        "page": _pages(newsroom, addresses.home),
        "accounts": _accounts(organization.accounts),
    }


def _person(newsroom: Newsroom, executive: Executive) -> dict[str, object]:
    return {
        "type": "person",
        "key": executive.key,
        "name": _by_language(executive.name),
        "page": _pages(newsroom, lambda language: addresses.executive(language, executive.key)),
        "accounts": _accounts(executive.accounts),
    }


def _accounts(accounts: tuple[Account, ...]) -> list[dict[str, str]]:
    return [
        {"network": each.network, "handle": each.handle, "link": each.link, "since": each.since.isoformat()}
        for each in accounts
    ]


def _pages(newsroom: Newsroom, address: Callable[[Language], str]) -> dict[Language, str]:
    return {language: newsroom.address + address(language) for language in LANGUAGES}


def _by_language(value: Localized[str]) -> dict[Language, str]:
    return {language: value[language] for language in LANGUAGES}
