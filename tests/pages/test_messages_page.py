"""The page of messages to accounts: in previews that know the day, where accounts carry posts, and nowhere else."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.commands.check import sound_newsroom
from newsroom.commands.edition import Edition
from newsroom.languages import message_words, words
from newsroom.model.crossposting import Carrier
from newsroom.model.language import LANGUAGES, Language
from newsroom.model.newsroom import Newsroom
from newsroom.networks import NETWORKS
from newsroom.pages.message_lines import SHORT, pieces
from newsroom.pages.message_views import MessagesView, Part
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.views import PostView
from tests.crosspost.test_composing import ORGANIZATION, carrier, write
from tests.pages.edits import NOON, edits, newsroom
from tests.samples import NO_EDITOR, both, configuration, write_post, write_yaml

NOW = datetime.datetime.fromisoformat("2026-11-23T09:00+04:00")
ADDRESSES = {f"{language}/messages/" for language in LANGUAGES}
PREVIEW = Edition(None, planned_at=NOW)
TODAY = {"date": "2026-11-23T08:00"}
CARRIERS = (Carrier("x", "@huda", LANGUAGES, ()), Carrier("linkedin", "luban", LANGUAGES, ()))


def pages(root: Path, edition: Edition = PREVIEW) -> dict[str, Page]:
    return {page.address: page for page in edition.plan(sound_newsroom(root)).pages}


def listed(root: Path, *accounts: dict[str, str]) -> None:
    """Make accounts of the organisation official."""
    written = configuration(organization=ORGANIZATION | {"accounts": accounts}, rules=NO_EDITOR)
    write_yaml(root / "newsroom.yml", written | {"address": "https://newsroom.luban.om/"})


def view(root: Path, language: Language = "en") -> MessagesView:
    found = pages(root)[f"{language}/messages/"].view
    assert isinstance(found, MessagesView)
    return found


def details(root: Path, number: int = 0, language: Language = "en") -> dict[str, str]:
    message = view(root, language).tellings[0].messages[number]
    return {each.label: each.text for each in message.details}


def test_a_preview_has_the_page_in_both_languages_and_every_page_leads_there(tmp_path: Path) -> None:
    known = pages(write(tmp_path, carrier()))
    assert known.keys() >= ADDRESSES
    for page in known.values():
        assert page.frame.messages
        assert page.frame.messages.address == f"{page.language}/messages/"


@pytest.mark.parametrize(
    ("edition", "accounts"),
    [
        pytest.param(Edition(NOW), [carrier()], id="now"),
        pytest.param(Edition(NOW, is_supposed=True), [carrier()], id="at an instant"),
        pytest.param(Edition(NOW, planned_at=NOW), [carrier()], id="now, though somebody asked"),
        pytest.param(Edition(None), [carrier()], id="a preview that does not know the day"),
        pytest.param(PREVIEW, [], id="a preview of a newsroom without accounts"),
    ],
)
def test_no_other_edition_has_it_or_leads_there(
    edition: Edition, accounts: list[dict[str, Any]], tmp_path: Path
) -> None:
    root = write(tmp_path, *accounts, **TODAY)
    known = pages(root, edition)
    assert ADDRESSES.isdisjoint(known)
    assert {page.frame.messages for page in known.values()} == {None}
    assert {page.view.messages for page in known.values() if isinstance(page.view, PostView)} == {None}
    on_request = edition.on_request(sound_newsroom(root))
    assert [address for address in ADDRESSES if on_request.page(address)] == []


def test_a_post_leads_to_its_part_of_the_page_and_an_old_one_does_not(tmp_path: Path) -> None:
    root = write(tmp_path, carrier(), **TODAY)
    write_post(root, 2)
    known = pages(root)
    recent, old = (known[f"en/posts/2026/post-{number}/"].view for number in (1, 2))
    assert isinstance(recent, PostView)
    assert isinstance(old, PostView)
    assert recent.messages
    assert (recent.messages.address, old.messages) == ("en/messages/#2026-post-1", None)
    assert [each.part for each in view(root).tellings] == ["2026-post-1"]


def test_a_text_is_shown_letter_by_letter_with_what_networks_make_links_of(tmp_path: Path) -> None:
    own = [{"network": "x", "en": "R&D #News, a#b\n\nhttps://other.example/a"}]
    message = view(write(tmp_path, carrier(), social=own, **TODAY)).tellings[0].messages[1]
    assert message.parts == (
        Part("words", "R&D "),
        Part("hashtag", "#News"),
        Part("words", ", a#b\n\n"),
        Part("address", "https://other.example/a"),
        Part("words", "\n\n"),
        Part("address", "https://newsroom.luban.om/en/posts/2026/post-1/", "en/posts/2026/post-1/"),
    )
    assert (message.link, message.sent) == (None, "")


@given(st.text(st.sampled_from("a #\n_م١https://x.om/")))
def test_the_pieces_of_a_text_are_the_text(text: str) -> None:
    assert "".join(each.text for each in pieces(text, "https://x.om/", "x/")) == text


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            {
                "Length": "68 of 280 by weight",
                "Price": "US$0.200",
                "Goes from": "Monday 23 November 2026, 08:00",
                "Consent": "not needed",
            },
        ),
        (
            "ar",
            {
                "الطول": "٦٨ من ٢٨٠ بالوزن",
                "الثمن": "٠٫٢٠٠ دولار أمريكي",
                "تُرسل من": "الاثنين ٢٣ نوفمبر ٢٠٢٦، ٠٨:٠٠",
                "الموافقة": "غير مطلوبة",
            },
        ),
    ],
)
def test_length_price_instant_and_consent_are_told_in_the_pages_language(
    language: Language, told: dict[str, str], tmp_path: Path
) -> None:
    assert details(write(tmp_path, carrier(), **TODAY), 1, language) == told


def test_a_text_that_readers_see_otherwise_is_shown_as_it_is_sent_too(tmp_path: Path) -> None:
    own = [{"network": "linkedin", "en": "(More)"}]
    account = carrier("linkedin", "luban", id="urn:li:organization:1")
    organization = {"network": "linkedin", "handle": "luban", "link": "https://l.example/", "since": "2024-01-01"}
    root = write(tmp_path, account, social=own, **TODAY)
    listed(root, organization)
    message = view(root).tellings[0].messages[1]
    assert (message.parts, message.sent) == ((Part("words", "(More)"),), "\\(More\\)")
    assert message.link
    assert message.link.leads_to == "en/posts/2026/post-1/"


def test_the_card_is_shown_where_readers_see_it(tmp_path: Path) -> None:
    press = carrier("mail", "press", server="smtps://mail.luban.om", id="Luban <news@luban.om>")
    root = write(tmp_path, carrier(), press, **TODAY)
    on_x, by_mail = view(root).tellings[0].messages[2:]
    assert on_x.card
    assert (on_x.card.title, on_x.card.alt, by_mail.card) == ("Title of post 1", "Title of post 1", None)
    assert on_x.card.picture == "en/posts/2026/post-1/card.png"
    assert details(root, 3)["Length"] == "the network takes any"


def test_a_correction_is_told_to_be_one_and_to_follow_the_post(tmp_path: Path) -> None:
    correction = {"date": "2026-11-23T08:30", "text": both("صوابه ٢.", "It is 2."), "crosspost": True}
    root = write(tmp_path, carrier(), corrections=[correction], **TODAY)
    message = view(root).tellings[0].messages[-1]
    assert (message.occasion, message.parts[0].text) == ("Correction, 23 November 2026", "Correction: It is 2.\n\n")
    assert details(root, -1)["Goes from"] == "Monday 23 November 2026, 08:30, where the post itself was sent"


@pytest.mark.parametrize(
    ("keys", "standing", "goes"),
    [
        pytest.param(TODAY, "Release: Monday 23 November 2026, 08:00", "Monday 23 November 2026, 08:00", id="public"),
        pytest.param(
            TODAY | {"pubstatus": "withheld"}, "Withheld", "when the post is no longer withheld", id="withheld"
        ),
    ],
)
def test_a_post_says_how_it_stands(keys: dict[str, str], standing: str, goes: str, tmp_path: Path) -> None:
    root = write(tmp_path, carrier(), **keys)
    assert view(root).tellings[0].standing == standing
    assert details(root)["Goes from"] == goes


def test_a_withdrawn_post_has_no_title_and_no_message(tmp_path: Path) -> None:
    keys = {"pubstatus": "canceled", "withdrawal": {"date": "2026-11-23T08:30"}}
    (telling,) = view(write(tmp_path, carrier(), **TODAY, **keys)).tellings
    assert (telling.standing, telling.count, telling.post.text) == (
        "Withdrawn", "No messages", words("en").withdrawn_title
    )  # fmt: skip
    (silent,) = telling.silent
    assert (silent.network, silent.handle, silent.spoken) == ("X", "@one", "Arabic and English")
    assert silent.reason == "the post was withdrawn"


def test_consent_that_is_missing_stands_out(tmp_path: Path) -> None:
    root = write(tmp_path, carrier(), **TODAY)
    newsroom = sound_newsroom(root)
    post = newsroom.posts[0].id
    waiting = replace(newsroom, consents={post: None}, agreed={post: {}})
    known = {page.address: page.view for page in PREVIEW.plan(waiting).pages}
    found = known["en/messages/"]
    assert isinstance(found, MessagesView)
    lacking = [each.text for each in found.tellings[0].messages[0].details if each.is_lacking]
    assert lacking == ["when the post has all the consent it needs", "not yet given to these words"]


@pytest.mark.parametrize(("number", "is_short"), [(SHORT, True), (SHORT + 1, False)])
def test_many_posts_are_not_shown_all_at_once(number: int, is_short: bool, tmp_path: Path) -> None:
    root = write(tmp_path, carrier(), **TODAY)
    for each in range(2, number + 1):
        write_post(root, each, ar=TODAY)
    assert (len(view(root).tellings), view(root).is_short) == (number, is_short)


def test_a_page_with_nothing_to_say_says_so(tmp_path: Path) -> None:
    known = view(write(tmp_path, carrier()))
    assert (known.tellings, known.nothing) == ((), message_words("en").nothing_to_say)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_network_has_a_name(language: Language) -> None:
    assert words(language).networks.keys() | message_words(language).other_networks.keys() >= NETWORKS.keys()


def of_preview(of: Newsroom, now: datetime.datetime) -> Blueprint:
    with_accounts = replace(of, carriers=CARRIERS)
    site = Edition(None, planned_at=now).plan(with_accounts)
    return next(each for each in site.blueprints if each.address == "ar/messages/")


@settings(deadline=None)
@given(st.data())
def test_equal_keys_mean_equal_pages_whatever_was_edited(data: st.DataObject) -> None:
    edited = st.sampled_from(list(edits(newsroom()))).map(lambda edit: edit[1])
    instants = st.sampled_from([NOON + datetime.timedelta(days=days) for days in (-50, -40, -8, 0)])
    one = of_preview(data.draw(st.just(newsroom()) | edited), data.draw(instants))
    two = of_preview(data.draw(st.just(newsroom()) | edited), data.draw(instants))
    if one.key == two.key:
        assert one.draw() == two.draw()
