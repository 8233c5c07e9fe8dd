"""Every feed of a newsroom, with what each says of its posts."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from tests.samples import both, write_newsroom, write_post, write_text
from tests.trees import read_tree

AT = Edition(datetime.datetime.fromisoformat("2026-11-23T09:00+04:00"))
FIRST = datetime.date(2025, 1, 1)


def feed(root: Path, address: str = "en/feed.json") -> Any:
    _, site = build(root, AT, None, strict=True)
    return json.loads((site / address).read_bytes())


def entry(root: Path) -> Any:
    return feed(root)["items"][0]


def write_posts(root: Path, number: int, **changes: Any) -> None:
    """A post a day."""
    for each in range(1, number + 1):
        write_post(root, each, ar={"date": f"{FIRST + datetime.timedelta(days=each)}T09:00"} | changes)


def test_a_feed_holds_one_language_and_says_so(root: Path) -> None:
    write_post(root, 2, languages=("ar",))
    assert [item["title"] for item in feed(root)["items"]] == ["Title of post 1"]
    assert len(feed(root, "ar/feed.json")["items"]) == 2
    assert (feed(root)["language"], feed(root, "ar/feed.json")["language"]) == ("en-GB", "ar-OM")


@pytest.mark.parametrize("name", ["types/release", "topics/ports", "executives/salim", "audiences/media"])
def test_every_subject_has_a_feed_of_its_posts(name: str, root: Path) -> None:
    write_post(root, 2, ar={"type": "award", "topics": ["results"], "audiences": ["shareholders"], "author": "huda"})
    people = root / "content" / "executives" / "huda"
    executive = {
        "name": both("هدى", "Huda"),
        "date": "2024-01-01T08:00",
        "roles": [{"title": both("مديرة", "Director"), "since": "2022-01-01"}],
        "summary": "تدير.",
    }
    write_text(people / "index.ar.md", executive)
    write_text(people / "index.en.md", {"summary": "Directs."})
    assert [item["title"] for item in feed(root, f"en/feeds/json/{name}.json")["items"]] == ["Title of post 1"]


def test_a_subject_without_a_post_in_a_language_has_no_feed_there(root: Path) -> None:
    write_post(root, 2, ar={"topics": ["results"]}, languages=("ar",))
    _, site = build(root, AT, None, strict=True)
    assert (site / "ar/feeds/rss/topics/results.xml").exists()
    assert not (site / "en/feeds/rss/topics/results.xml").exists()


def test_a_newsroom_without_posts_has_feeds_without_entries(tmp_path: Path) -> None:
    assert feed(write_newsroom(tmp_path / "empty", posts=0))["items"] == []


def test_an_id_outlives_title_date_and_path(root: Path) -> None:
    before = entry(root)
    folder = root / "content" / "posts" / "2026" / "post-1"
    folder.rename(folder.with_name("another-name"))
    moved = {"date": "2026-01-16T10:00", "aliases": ["2026/post-1"]}
    write_post(root, 1, slug="another-name", ar=moved, en={"title": "Another title"})
    # A post that will be released later than it was is told of, so this build is not a strict one.
    _, site = build(root, AT, None, strict=False)
    after = json.loads((site / "en/feed.json").read_bytes())["items"][0]
    assert after["id"] == before["id"]
    assert (after["title"], after["url"]) == ("Another title", before["url"].replace("post-1", "another-name"))


def test_the_two_languages_of_a_post_have_ids_of_their_own(root: Path) -> None:
    assert entry(root)["id"] != feed(root, "ar/feed.json")["items"][0]["id"]


def test_a_correction_moves_the_date_of_change_and_stands_before_the_text(root: Path) -> None:
    before = entry(root)
    correction = {"date": "2026-02-01T09:00", "text": both("الرقم الصحيح ٧.", "The figure is 7.")}
    write_post(root, 1, ar={"corrections": [correction]})
    after = entry(root)
    assert (after["id"], after["date_published"]) == (before["id"], before["date_published"])
    assert after["date_modified"] == "2026-02-01T09:00:00+04:00"
    assert after["content_html"].index("The figure is 7.") < after["content_html"].index("The text.")


def test_a_withdrawal_leaves_a_notice_under_the_same_id_in_every_feed(root: Path) -> None:
    before = entry(root)
    withdrawal = {"date": "2026-03-01T09:00", "reason": both("كان خطأً.", "It was wrong.")}
    write_post(root, 1, ar={"pubstatus": "canceled", "withdrawal": withdrawal})
    for address in ("en/feed.json", "en/feeds/json/topics/ports.json", "en/feeds/json/executives/salim.json"):
        item = feed(root, address)["items"][0]
        assert item["id"] == before["id"]
        assert "It was wrong." in item["content_html"]
        assert "The text." not in json.dumps(item)
    _, site = build(root, AT, None, strict=True)
    assert f'ref="{before["id"]}" when="2026-03-01T09:00:00+04:00"' in (site / "en/atom.xml").read_text()


def test_a_short_summary_goes_on_with_the_text(root: Path) -> None:
    write_post(root, 1, body_en="A sentence that is seen.\n\n<p hidden>A sentence that is not.</p>")
    assert entry(root)["summary"].endswith(" A sentence that is seen.")


def test_evidence_contact_and_boilerplate_come_with_the_text(root: Path) -> None:
    evidence = {
        "kind": "figure",
        "label": both("الإيرادات", "Revenue"),
        "source": both("القوائم", "Statements"),
        "date": "2026-01-10",
        "value": 48.5,
        "unit": both("مليون", "million"),
        "link": "https://www.sample.example/h1.pdf",
    }
    write_post(root, 1, ar={"evidence": [evidence]})
    html = entry(root)["content_html"]
    for words in ("48.5", "Statements", "h1.pdf", "media@sample.example", "About the company."):
        assert words in html


def test_a_chain_of_archives_leads_to_the_oldest_post(root: Path) -> None:
    write_posts(root, 95)
    live = feed(root)
    found, address = list(live["items"]), live.get("next_url")
    while address:
        older = feed(root, address.removeprefix("https://newsroom.sample.example/"))
        found += older["items"]
        address = older.get("next_url")
    assert len({item["id"] for item in found}) == len(found) == 95


def test_a_new_post_leaves_archives_byte_for_byte(root: Path) -> None:
    write_posts(root, 95)
    _, site = build(root, AT, None, strict=True)
    before = {path: data for path, data in read_tree(site).items() if "/archive/" in path and "feeds" in path}
    assert len(before) == 2 * 3 * 2
    write_post(root, 96, ar={"date": "2026-11-01T09:00"})
    build(root, AT, None, strict=True)
    assert before.items() <= read_tree(site).items()


def test_an_embargoed_post_is_in_no_document(root: Path) -> None:
    write_post(root, 2, ar={"date": "2027-01-01T09:00"}, en={"title": "Secret merger"}, body_en="Secret words.")
    _, site = build(root, AT, None, strict=True)
    assert not [path for path, data in read_tree(site).items() if b"Secret" in data or "post-2" in path]
