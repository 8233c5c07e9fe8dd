"""The list of official accounts."""

from __future__ import annotations

import json
from typing import Any

from newsroom.model.language import Localized
from newsroom.wire.accounts import official_accounts
from tests.wire.samples import SITE, account, executive, newsroom


def read(**changes: Any) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(official_accounts(newsroom(**changes)))
    return tree


def test_the_organisation_comes_first_and_then_people_by_key() -> None:
    people = {key: executive(key) for key in ("salim", "aisha")}
    holders = read(executives=people)["holders"]
    assert [(each["type"], each.get("key")) for each in holders] == [
        ("organization", None),
        ("person", "aisha"),
        ("person", "salim"),
    ]


def test_an_account_is_told_by_network_handle_link_and_first_day() -> None:
    assert read()["holders"][0]["accounts"] == [
        {
            "network": "mastodon",
            "handle": "@sample",
            "link": "https://social.sample.example/@sample",
            "since": "2023-11-01",
        }
    ]


def test_holders_are_named_in_both_languages_with_their_pages() -> None:
    person = read()["holders"][1]
    assert person["name"] == {"ar": "سالم الحارثي", "en": "Salim Al Harthi"}
    assert person["page"] == {"ar": f"{SITE}ar/executives/salim/", "en": f"{SITE}en/executives/salim/"}


def test_whoever_has_no_account_is_not_in_the_list() -> None:
    assert [each["type"] for each in read(executives={"salim": executive(accounts=())})["holders"]] == ["organization"]


def test_the_file_tells_the_version_of_its_shape_and_whose_it_is() -> None:
    assert (read()["version"], read()["newsroom"]) == (1, SITE)


def test_the_bytes_do_not_depend_on_the_order_in_which_people_were_read() -> None:
    one, two = executive("aisha"), executive("salim", accounts=(account(handle="ه"),), name=Localized("س", "S"))
    assert official_accounts(newsroom(executives={"aisha": one, "salim": two})) == official_accounts(
        newsroom(executives={"salim": two, "aisha": one})
    )
