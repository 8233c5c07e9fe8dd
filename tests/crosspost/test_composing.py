"""What accounts say of a post: fitted, or as its author wrote it, and never the same sentence twice on a network."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.crosspost.composing import compose
from newsroom.model.message import Message
from newsroom.networks import NETWORKS
from newsroom.pages.release import in_preview
from tests.samples import NO_EDITOR, both, configuration, write_newsroom, write_post, write_yaml

ACCOUNTS = [
    {"network": "x", "handle": "@one", "link": "https://x.com/one", "since": "2024-01-01"},
    {"network": "x", "handle": "@two", "link": "https://x.com/two", "since": "2024-01-01"},
    {"network": "x", "handle": "@three", "link": "https://x.com/three", "since": "2024-01-01"},
    {"network": "bluesky", "handle": "one.om", "link": "https://bsky.app/profile/one.om", "since": "2024-01-01"},
]
ORGANIZATION = configuration()["organization"] | {"accounts": ACCOUNTS}
EVIDENCE = {
    "kind": "figure",
    "label": both("الإيرادات", "Revenue"),
    "value": 48.5,
    "unit": both("مليون ر.ع.", "OMR million"),
    "source": both("القوائم", "Statements"),
    "date": "2026-01-10",
}


def write(root: Path, *carriers: dict[str, Any], **keys: Any) -> Path:
    write_newsroom(root, organization=ORGANIZATION, rules=NO_EDITOR, address="https://newsroom.luban.om/")
    write_post(root, ar=keys)
    write_yaml(root / "crosspost.yml", {"accounts": list(carriers)})
    return root


def composed(root: Path) -> list[Message]:
    newsroom = in_preview(sound_newsroom(root))
    return [message for each in newsroom.posts for message in compose(newsroom, each)]


def carrier(network: str = "x", handle: str = "@one", **keys: Any) -> dict[str, Any]:
    return {"network": network, "handle": handle, **keys}


def test_a_post_is_carried_in_each_of_its_languages(tmp_path: Path) -> None:
    arabic, english = composed(write(tmp_path, carrier(), evidence=[EVIDENCE]))
    link = "https://newsroom.luban.om/{}/posts/2026/post-1/"
    assert arabic.text == (
        "عنوان المنشور 1\n\nملخص المنشور 1.\n\nالإيرادات: ٤٨٫٥\u00a0مليون\u00a0ر.ع.\n\n#الموانئ\n\n" + link.format("ar")
    )
    assert english.text == (
        "Title of post 1\n\nSummary of post 1.\n\nRevenue: OMR\u00a048.5\u00a0million\n\n#Ports\n\n" + link.format("en")
    )


@pytest.mark.parametrize(
    ("keys", "languages"),
    [({"languages": ["en"]}, ["en"]), ({"types": ["results"]}, []), ({"types": ["release"]}, ["ar", "en"])],
    ids=["one language", "other types", "its type"],
)
def test_an_account_carries_what_it_is_for(tmp_path: Path, keys: dict[str, Any], languages: list[str]) -> None:
    assert [message.language for message in composed(write(tmp_path, carrier(**keys)))] == languages


def test_two_accounts_of_a_network_have_no_sentence_in_common(tmp_path: Path) -> None:
    messages = composed(write(tmp_path, carrier(), carrier(handle="@two"), evidence=[EVIDENCE]))
    for language in ("ar", "en"):
        one, two = ({*message.text.splitlines()[:-3]} - {""} for message in messages if message.language == language)
        assert one
        assert two
        assert not one & two


def test_a_third_account_says_nothing_but_what_its_author_writes(tmp_path: Path) -> None:
    carriers = (carrier(), carrier(handle="@two"), carrier(handle="@three"))
    silent = composed(write(tmp_path / "silent", *carriers))
    own = {"network": "x", "handle": "@three", "en": "My own view."}
    heard = composed(write(tmp_path / "heard", *carriers, social=[own]))
    assert {message.handle for message in silent} == {"@one", "@two"}
    assert [message.text for message in heard if message.handle == "@three"] == [
        "My own view.\n\nhttps://newsroom.luban.om/en/posts/2026/post-1/"
    ]


def test_each_room_of_colleagues_hears_everything(tmp_path: Path) -> None:
    rooms = (carrier("slack", "press"), carrier("slack", "board"), carrier("slack", "staff"))
    own = {"network": "slack", "en": "For you."}
    messages = composed(write(tmp_path, *rooms, social=[own]))
    for language in ("ar", "en"):
        texts = [message.text for message in messages if message.language == language]
        assert len(texts) == 3
        assert len(set(texts)) == 1
    assert messages[-1].text.startswith("For you.")


def test_search_engines_are_told_the_page_and_no_words(tmp_path: Path) -> None:
    engines = carrier("indexnow", "engines", id="https://newsroom.luban.om/key.txt")
    arabic, _ = composed(write(tmp_path, engines))
    assert arabic.text == arabic.link == "https://newsroom.luban.om/ar/posts/2026/post-1/"


def test_a_hub_is_told_the_feeds_of_the_post_and_no_words(tmp_path: Path) -> None:
    arabic, _ = composed(write(tmp_path, carrier("websub", "hub", server="https://hub.luban.om/")))
    feeds = arabic.text.splitlines()
    assert feeds[:3] == [f"https://newsroom.luban.om/ar/{name}" for name in ("feed.xml", "atom.xml", "feed.json")]
    assert "https://newsroom.luban.om/ar/feeds/rss/topics/ports.xml" in feeds


def test_own_words_are_sent_as_they_are_written(tmp_path: Path) -> None:
    own = {"network": "x", "ar": "نصّ كاتبه.\n\nوسطر ثانٍ #وسم"}
    arabic, english = composed(write(tmp_path, carrier(), social=[own]))
    assert arabic.text == "نصّ كاتبه.\n\nوسطر ثانٍ #وسم\n\nhttps://newsroom.luban.om/ar/posts/2026/post-1/"
    assert english.text.startswith("Title of post 1")


def test_what_the_board_has_not_approved_is_never_told_without_saying_so(tmp_path: Path) -> None:
    summary = "يزيد " * 80
    period = {"from": "2026-01-01", "until": "2026-03-31"}
    keys = {"type": "results", "stage": "initial", "summary": summary, "period": period}
    arabic = next(message for message in composed(write(tmp_path, carrier(), **keys)) if message.language == "ar")
    assert "النتائج أولية لم يعتمدها مجلس الإدارة بعد." in arabic.text.splitlines()


def test_every_address_is_ascii_and_the_card_is_the_page_s_own(tmp_path: Path) -> None:
    for message in composed(write(tmp_path, carrier("bluesky", "one.om", server="https://bsky.social"))):
        addresses = [*re.findall(r"https?://\S+", message.text), message.link, message.card.picture]
        assert all(address.isascii() for address in addresses)
        assert message.card.picture == f"{message.link}card.png"


def test_every_network_takes_what_is_composed_for_it(tmp_path: Path) -> None:
    root = write(tmp_path, carrier(), summary="كلمة " * 400, title="عنوان " * 30, evidence=[EVIDENCE])
    for message in composed(root):
        assert all(limit.count(message.text) <= limit.most for limit in NETWORKS[message.network].limits)


def test_a_correction_is_told_by_the_first_account_and_pointed_to_by_the_second(tmp_path: Path) -> None:
    correction = {"date": "2026-02-01T09:00", "text": both("الصحيح ٤٨٫٥.", "It is 48.5."), "crosspost": True}
    root = write(tmp_path, carrier(), carrier(handle="@two"), carrier(handle="@three"), corrections=[correction])
    told = {(each.handle, each.language): each.text for each in composed(root) if each.correction}
    link = "\n\nhttps://newsroom.luban.om/{}/posts/2026/post-1/"
    assert told == {
        ("@one", "ar"): "تصويب: الصحيح ٤٨٫٥." + link.format("ar"),
        ("@two", "ar"): "تصويب: عنوان المنشور 1" + link.format("ar"),
        ("@one", "en"): "Correction: It is 48.5." + link.format("en"),
        ("@two", "en"): "Correction: Title of post 1" + link.format("en"),
    }
