"""Posts as ninjs items, and the list of all of them."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.feeds.feed import Entry
from newsroom.model.language import LANGUAGES, Language
from newsroom.model.post import Post
from newsroom.wire.ninjs import ninjs, ninjs_list
from tests.wire.ninjs_rules import NINJS
from tests.wire.samples import (
    FIGURE,
    HERO,
    SITE,
    TEXTS,
    TITLES,
    WITHDRAWAL,
    contact,
    entry,
    organization,
    paper,
    post,
    withdrawn,
)

PAPER = paper()


def item(of: Post, shown: Entry, language: Language = "en") -> dict[str, Any]:
    """The item of a post as read, which keeps to the standard."""
    tree: dict[str, Any] = json.loads(ninjs(paper(language), of, shown, TEXTS[language]))
    jsonschema.validate(tree, NINJS)
    return tree


def listed(*posts: tuple[Post, Entry]) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(ninjs_list(PAPER, posts))
    jsonschema.validate(tree, NINJS)
    return tree


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_item_says_what_the_post_says_in_its_language(language: Language) -> None:
    tree = item(post(), entry(language), language)
    assert tree["language"] == {"ar": "ar-OM", "en": "en-GB"}[language]
    assert [each["value"] for each in tree["headlines"]] == [TITLES[language]]
    assert {each["contentType"]: each["value"] for each in tree["bodies"]} == {
        "text/html": entry(language).html,
        "text/plain": TEXTS[language],
    }


def test_an_item_keeps_the_entrys_id_and_names_the_standard_it_keeps_to() -> None:
    tree = item(post(), entry())
    assert (tree["uri"], tree["type"]) == (entry().id, "text")
    assert (tree["standard"]["name"], tree["standard"]["version"]) == ("ninjs", "3.1")


def test_a_released_post_is_usable_and_has_neither_embargo_nor_end() -> None:
    tree = item(post(embargoed=entry().published), entry())
    assert tree["pubStatus"] == "usable"
    assert not {"embargoedUntil", "expires"} & tree.keys()


def test_instants_are_the_releases_and_the_last_changes_with_their_zone() -> None:
    tree = item(post(), entry())
    assert tree["firstCreated"] == "2026-01-15T09:00:00+04:00"
    assert tree["versionCreated"] == "2026-01-16T10:00:00+04:00"


def test_the_hero_is_an_item_of_its_own_with_its_true_measures_and_its_own_words() -> None:
    (picture,) = item(post(), entry())["associations"]
    (file,) = picture["renditions"]
    assert (file["href"], file["contentType"], file["width"], file["height"], file["sizeInBytes"]) == (
        HERO.address,
        "image/jpeg",
        1600,
        900,
        81_234,
    )
    assert picture["descriptions"][0]["value"] == HERO.description
    assert (picture["by"], picture["usageTerms"]) == (HERO.credit, HERO.licence)


def test_what_a_picture_lacks_is_left_out() -> None:
    (picture,) = item(post(), entry(media=replace(HERO, title="", credit="", licence="")))["associations"]
    assert not {"headlines", "by", "usageTerms"} & picture.keys()


def test_a_post_without_a_picture_has_no_associations() -> None:
    assert "associations" not in item(post(), entry(media=None))


def test_a_listed_company_is_named_with_its_symbol_and_any_other_without() -> None:
    symbols = item(post(), entry())["organisations"][0]["symbols"]
    assert symbols == [{"exchange": "Muscat Stock Exchange", "symbol": "SMPL"}]
    unlisted = paper(organization=organization(listing=None))
    assert "symbols" not in json.loads(ninjs(unlisted, post(), entry(), ""))["organisations"][0]


def test_topics_are_subjects_with_their_page_and_the_type_is_the_genre() -> None:
    tree = item(post(), entry())
    assert [(each["literal"], each["uri"]) for each in tree["subjects"]] == [
        ("results", f"{SITE}en/topics/results/"),
        ("ports", f"{SITE}en/topics/ports/"),
    ]
    assert tree["genres"] == [{"name": "Financial results", "literal": "results"}]


def test_the_source_is_the_organisation_with_a_telephone_and_each_witness_is_named_once() -> None:
    publisher, *witnesses = item(post(evidence=(FIGURE, FIGURE)), entry())["infoSources"]
    assert contact().telephone in [call["value"] for call in publisher["contactInfo"]]
    assert [witness["name"] for witness in witnesses] == ["Financial statements"]


def test_corrections_are_told_to_the_editor_with_their_dates() -> None:
    assert item(post(), entry())["edNote"] == "Correction, Friday 16 January 2026, 10:00: It is eight, not nine."
    assert "edNote" not in item(post(corrections=()), entry())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_withdrawn_post_is_cancelled_and_its_editor_told_why(language: Language) -> None:
    tree = item(*withdrawn(language), language)
    assert tree["pubStatus"] == "canceled"
    assert WITHDRAWAL.reason[language] in tree["edNote"]
    assert not {"by", "people", "subjects", "associations"} & tree.keys()


def test_an_item_leads_to_the_page_and_to_the_release_in_other_forms() -> None:
    tree = item(post(), entry())
    assert {"role": "web", "value": entry().address} in tree["altIds"]
    assert [(each["contentType"], each["href"]) for each in tree["renditions"]] == [
        ("text/html", entry().address),
        ("text/plain", entry().address + "post.txt"),
        ("text/markdown", entry().address + "post.md"),
    ]


@given(st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs"))))
def test_any_words_come_out_as_they_went_in(words: str) -> None:
    tree = json.loads(ninjs(PAPER, post(), entry(title=words, html=words), words))
    assert tree["headlines"][0]["value"] == words
    assert [body["value"] for body in tree["bodies"]] == [words, words]


def test_the_list_names_every_post_with_its_state_and_the_address_of_its_item() -> None:
    tree = listed((post(), entry()), withdrawn())
    assert (tree["type"], tree["uri"]) == ("composite", f"{SITE}en/ninjs.json")
    assert [(each["name"], each["pubStatus"]) for each in tree["associations"]] == [
        (TITLES.en, "usable"),
        ("Withdrawn", "canceled"),
    ]
    assert {each["renditions"][0]["href"] for each in tree["associations"]} == {entry().address + "ninjs.json"}


def test_the_list_is_as_new_as_its_last_change_whatever_the_zone_it_was_written_in() -> None:
    late = entry(modified=datetime.datetime.fromisoformat("2026-01-16T07:00:00+00:00"))
    assert listed((post(), late), (post(), entry()))["versionCreated"] == "2026-01-16T11:00:00+04:00"


def test_an_empty_newsroom_has_a_list_too() -> None:
    assert not {"associations", "versionCreated"} & listed().keys()


def test_unknown_keys_are_refused_by_the_rules_these_tests_hold_items_to() -> None:
    with pytest.raises(jsonschema.ValidationError, match="bylines"):
        jsonschema.validate(item(post(), entry()) | {"bylines": []}, NINJS)
