"""What accounts will say of posts: of which, when, whether agreed to, and why some say nothing."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.crosspost.composing import compose
from newsroom.crosspost.forecast import tellings, told
from newsroom.model.newsroom import Newsroom
from newsroom.pages.release import in_preview
from newsroom.pages.tellings import Telling
from tests.crosspost.test_composing import carrier, write
from tests.samples import both, write_post

NOW = datetime.datetime.fromisoformat("2026-11-23T09:00+04:00")
TODAY = "2026-11-23T08:00"
HUB = carrier("websub", "hub", server="https://hub.luban.om/")
CORRECTION = {"date": "2026-11-22T09:00", "text": both("صوابه ٢.", "It is 2."), "crosspost": True}


def forecast(root: Path, *carriers: dict[str, Any], **keys: Any) -> Telling:
    """What is told of one post; by default it is released an hour before."""
    (telling,) = tellings(sound_newsroom(write(root, *(carriers or (carrier(),)), **({"date": TODAY} | keys))), NOW)
    return telling


def reasons(telling: Telling) -> list[tuple[str, tuple[str, ...], str]]:
    return [(each.handle, each.languages, each.reason) for each in telling.silent]


@pytest.mark.parametrize(
    ("keys", "is_told"),
    [
        pytest.param({"date": "2026-11-16T09:00:01"}, True, id="a second less than a week old"),
        pytest.param({"date": "2026-11-16T09:00"}, False, id="a week old"),
        pytest.param({"date": "2027-01-01T09:00"}, True, id="to come"),
        pytest.param({"date": TODAY, "pubstatus": "withheld"}, True, id="withheld"),
        pytest.param({"date": "2026-01-01T09:00", "corrections": [CORRECTION]}, True, id="old, with a new correction"),
        pytest.param(
            {"date": "2026-01-01T09:00", "corrections": [CORRECTION | {"crosspost": False}]},
            False,
            id="old, with a correction that is not told",
        ),
    ],
)
def test_posts_are_told_of_that_are_to_come_or_news(tmp_path: Path, keys: dict[str, Any], is_told: bool) -> None:
    newsroom = sound_newsroom(write(tmp_path, carrier(), **keys))
    assert bool(told(newsroom, NOW)) == bool(tellings(newsroom, NOW)) == is_told


def test_without_accounts_nothing_is_told(tmp_path: Path) -> None:
    assert told(sound_newsroom(write(tmp_path, date=TODAY)), NOW) == frozenset()


def test_the_newest_post_comes_first(tmp_path: Path) -> None:
    root = write(tmp_path, carrier(), date=TODAY)
    write_post(root, 2, ar={"date": "2027-01-01T09:00"})
    assert [each.post.slug for each in tellings(sound_newsroom(root), NOW)] == ["post-2", "post-1"]


def test_messages_are_those_that_would_be_sent_with_what_the_network_makes_of_them(tmp_path: Path) -> None:
    telling = forecast(tmp_path, carrier(), carrier("slack", "board"))
    newsroom = in_preview(sound_newsroom(tmp_path))
    assert tuple(each.message for each in telling.outgoing) == tuple(compose(newsroom, newsroom.posts[0]))
    on_x, on_slack = telling.outgoing[:2]
    assert (on_x.price, on_slack.price) == (Decimal("0.200"), 0)
    assert [(each.most, each.units.en) for each in on_x.lengths] == [(280, "by weight")]


def test_readers_are_shown_a_text_without_the_escapes_of_its_network(tmp_path: Path) -> None:
    own = [{"network": "slack", "en": "R&D <2%"}]
    english = forecast(tmp_path, carrier("slack", "board"), social=own).outgoing[1]
    link = "https://newsroom.luban.om/en/posts/2026/post-1/"
    assert english.message.text == f"R&amp;D &lt;2%\n\n{link}"
    assert english.shown == f"R&D <2%\n\n{link}"


@pytest.mark.parametrize(
    ("account", "keys", "reason"),
    [
        pytest.param({"types": ["results"]}, {}, ("@one", ("ar", "en"), "type"), id="of other types"),
        pytest.param({"languages": ["en"]}, {}, ("@one", ("ar",), "language"), id="of the other language"),
        pytest.param(
            {},
            {"pubstatus": "canceled", "withdrawal": {"date": "2026-11-23T08:30"}},
            ("@one", ("ar", "en"), "withdrawn"),
            id="of a withdrawn post",
        ),
        pytest.param(
            {},
            {"date": "2026-01-01T09:00", "corrections": [CORRECTION]},
            ("@one", ("ar", "en"), "lapsed"),
            id="of an old post",
        ),
    ],
)
def test_an_account_that_says_nothing_is_told_of_with_the_reason(
    tmp_path: Path, account: dict[str, Any], keys: dict[str, Any], reason: tuple[str, tuple[str, ...], str]
) -> None:
    telling = forecast(tmp_path, carrier(**account), **keys)
    assert reasons(telling) == [reason]
    announced = {each.message.language for each in telling.outgoing if not each.message.correction}
    assert announced.isdisjoint(reason[1])


def test_a_third_account_of_a_network_has_nothing_left_to_say(tmp_path: Path) -> None:
    telling = forecast(tmp_path, carrier(), carrier(handle="@two"), carrier(handle="@three"))
    assert reasons(telling) == [("@three", ("ar", "en"), "speechless")]


def test_the_press_list_is_silent_of_what_is_a_day_old(tmp_path: Path) -> None:
    press = carrier("mail", "press", server="smtps://mail.luban.om", id="Luban <news@luban.om>")
    assert reasons(forecast(tmp_path, press, date="2026-11-22T09:00")) == [("press", ("ar", "en"), "lapsed")]


@pytest.mark.parametrize(
    ("withdrawn", "said"), [("2026-11-23T08:30", ["hub", "hub"]), ("2026-11-23T07:30", [])], ids=["after", "before"]
)
def test_engines_hear_of_what_was_withdrawn_after_its_release(tmp_path: Path, withdrawn: str, said: list[str]) -> None:
    keys: dict[str, Any] = {"pubstatus": "canceled", "withdrawal": {"date": withdrawn}}
    telling = forecast(tmp_path, carrier(), HUB, **keys)
    assert [each.message.handle for each in telling.outgoing] == said
    assert ("hub" in {each.handle for each in telling.silent}) == (not said)


def test_a_correction_has_a_message_of_its_own_as_long_as_it_is_news(tmp_path: Path) -> None:
    late = CORRECTION | {"date": "2026-11-10T09:00", "text": both("صوابه ٣.", "It is 3.")}
    telling = forecast(tmp_path, date="2026-01-01T09:00", corrections=[late, CORRECTION])
    assert [each.message.correction for each in telling.outgoing] == ["2026-11-22T05:00:00+00:00"] * 2
    assert telling.outgoing[0].earliest == datetime.datetime.fromisoformat("2026-11-22T09:00+04:00")


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        pytest.param({"date": TODAY}, "2026-11-23T10:00", id="in the account's hours"),
        pytest.param({"date": "2026-11-23T21:00"}, "2026-11-24T10:00", id="the morning after"),
        pytest.param({"date": "2026-11-23T21:00", "material": True}, "2026-11-23T21:00", id="at once"),
        pytest.param({"date": TODAY, "embargoed": "2026-12-01T11:00"}, "2026-12-01T11:00", id="after the embargo"),
    ],
)
def test_a_message_goes_when_the_post_is_out_and_the_account_may_speak(
    tmp_path: Path, keys: dict[str, Any], at: str
) -> None:
    earliest = forecast(tmp_path, carrier(hours="10:00-20:00"), **keys).outgoing[0].earliest
    assert earliest == datetime.datetime.fromisoformat(f"{at}+04:00")


def test_engines_are_told_at_the_last_change(tmp_path: Path) -> None:
    earliest = forecast(tmp_path, HUB, updated="2026-11-23T08:45").outgoing[0].earliest
    assert earliest == datetime.datetime.fromisoformat("2026-11-23T08:45+04:00")


def test_what_is_withheld_goes_at_no_instant(tmp_path: Path) -> None:
    assert {each.earliest for each in forecast(tmp_path, pubstatus="withheld").outgoing} == {None}


def agreeing(newsroom: Newsroom, consent: datetime.datetime | None, **words: str) -> Telling:
    post = newsroom.posts[0].id
    (telling,) = tellings(replace(newsroom, consents={post: consent}, agreed={post: words}), NOW)
    return telling


def test_consent_is_to_the_very_words(tmp_path: Path) -> None:
    telling = forecast(tmp_path)
    assert {each.consent for each in telling.outgoing} == {"unneeded"}
    arabic, english = (each.message for each in telling.outgoing)
    agreed = {arabic.name: arabic.text, english.name: english.text + "!"}
    consents = [each.consent for each in agreeing(sound_newsroom(tmp_path), NOW, **agreed).outgoing]
    assert consents == ["given", "missing"]


@pytest.mark.parametrize("consent", [None, NOW + datetime.timedelta(hours=1)], ids=["missing", "given later"])
def test_a_message_waits_for_consent_to_the_post(tmp_path: Path, consent: datetime.datetime | None) -> None:
    newsroom = sound_newsroom(write(tmp_path, carrier(), date=TODAY))
    assert {each.earliest for each in agreeing(newsroom, consent).outgoing} == {consent}
