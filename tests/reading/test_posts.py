"""Posts and their translations: shared keys are written once, words in each language that there is."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from urllib.parse import quote

import pytest

from newsroom.reading.newsroom import read_newsroom
from tests.reading.problems import (
    ARABIC,
    ENGLISH,
    POST,
    add_keys,
    add_words,
    found,
    instant,
    only_problem,
    replace,
    the_post,
    write,
)
from tests.samples import both, picture, write_picture, write_post

ONE = ("content/posts/2026/post-2/index.ar.md", "content/posts/2026/post-2/index.en.md")


@pytest.mark.parametrize(
    "keys",
    ["author: salim", "topics: [ports]", "date: 2026-01-15T09:00", "id: sample000001\ntype: release"],
)
def test_a_shared_key_may_be_repeated_with_the_same_value(root: Path, keys: str) -> None:
    add_keys(root, keys, ENGLISH)
    assert the_post(root).author == "salim"


@pytest.mark.parametrize(
    "keys",
    ["author: maryam", "topics: [results]", "date: 2026-01-15T10:00", "id: sample000002", "type: ''"],
)
def test_a_shared_key_with_another_value_contradicts(root: Path, keys: str) -> None:
    add_keys(root, keys, ENGLISH)
    problem = only_problem(root)
    assert (problem.rule.code, problem.path, problem.line) == ("NR207", ENGLISH, 4)
    assert "index.ar.md" in problem.what("en")
    assert "index.ar.md" in problem.mend("ar")


def test_every_contradiction_is_named(root: Path) -> None:
    add_keys(root, "author: maryam\ntype: award", ENGLISH)
    assert found(root) == [("NR207", ENGLISH, 4), ("NR207", ENGLISH, 5)]


def test_a_shared_key_that_only_the_translation_has_is_not_known_there(root: Path) -> None:
    add_keys(root, "embargoed: 2030-01-01T08:00", ENGLISH)
    assert found(root) == [("NR202", ENGLISH, 4)]


def test_in_a_newsroom_led_by_english_the_english_file_carries_the_shared_keys(root: Path) -> None:
    replace(root, "newsroom.yml", "lead: ar", "lead: en")
    for folder in (root / "content/posts/2026/post-1", root / "content/executives/salim"):
        ar, en = (folder / "index.ar.md").read_bytes(), (folder / "index.en.md").read_bytes()
        (folder / "index.ar.md").write_bytes(en)
        (folder / "index.en.md").write_bytes(ar)
    assert the_post(root).translations["ar"].title == "Title of post 1"
    add_keys(root, "author: maryam", ARABIC)
    assert only_problem(root).values["lead"] == "index.en.md"


def test_each_translation_has_its_own_last_change(root: Path) -> None:
    add_keys(root, "updated: 2026-02-01T08:00", ENGLISH)
    translations = the_post(root).translations
    assert translations["en"].updated == instant("2026-02-01T08:00+04:00")
    assert translations["ar"].updated == instant("2026-01-15T09:00+04:00")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_post_in_one_language_needs_words_in_that_language_alone(root: Path, language: str) -> None:
    words = {language: "نص" if language == "ar" else "words"}
    hero = picture() | {"alt": dict(words), "credit": dict(words), "licence": dict(words)}
    evidence = [{"kind": "report", "label": dict(words), "source": dict(words), "date": "2026-01-01"}]
    corrections = [{"date": "2026-01-16T08:00", "text": dict(words)}]
    keys = {"hero": hero, "evidence": evidence, "corrections": corrections}
    folder = write_post(root, 2, languages=(language,), ar=keys, en=keys)
    write_picture(folder / "hero.png")
    assert found(root) == []
    newsroom = read_newsroom(root).newsroom
    assert newsroom
    post = newsroom.posts[1]
    assert list(post.translations) == [language]
    assert post.hero
    assert post.hero.alt[language] == words[language]
    assert post.corrections[0].text[language] == words[language]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_post_in_one_language_lacks_words_when_they_are_in_the_other(root: Path, language: str) -> None:
    words = {"en" if language == "ar" else "ar": "x"}
    keys = {"evidence": [{"kind": "report", "label": dict(words), "source": dict(words), "date": "2026-01-01"}]}
    write_post(root, 2, languages=(language,), ar=keys, en=keys)
    file = f"content/posts/2026/post-2/index.{language}.md"
    assert [(code, path) for code, path, _ in found(root)] == [("NR209", file)] * 2


def test_every_place_that_lacks_words_is_named_on_its_line(root: Path) -> None:
    keys = """evidence:
- kind: figure
  label: {ar: أ}
  source: {en: s}
  date: 2026-01-01
  value: 5
  unit: {ar: ط}
corrections:
- date: 2026-02-01T08:00
  text: {en: t}
pubstatus: canceled
withdrawal:
  date: 2026-02-01T08:00
  reason: {ar: س}"""
    add_keys(root, keys)
    assert found(root) == [("NR209", ARABIC, line) for line in (15, 16, 19, 22, 26)]


def test_what_a_sound_post_says_stands_in_the_model(root: Path) -> None:
    folder = write_post(
        root,
        2,
        ar={
            "hero": picture(caption=both("تعليق", "caption")),
            "embargoed": "2026-01-16T09:00",
            "pubstatus": "canceled",
            "objective": "informed-shareholders",
            "evidence": [
                {
                    "kind": "figure", "label": both("أ", "a"), "source": both("م", "s"), "date": "2026-01-01",
                    "value": "48.50", "unit": "%", "link": "https://a.example/",
                }
            ],
            "withdrawal": {"date": "2026-02-01T08:00", "reason": both("س", "r")},
        },
    )  # fmt: skip
    write_picture(folder / "hero.png")
    assert found(root) == []
    newsroom = read_newsroom(root).newsroom
    assert newsroom
    post = newsroom.posts[1]
    (figure,) = post.evidence
    assert (str(figure.value), figure.unit and figure.unit["ar"], figure.link) == ("48.50", "%", "https://a.example/")
    assert figure.value == Decimal("48.5")
    assert post.released == instant("2026-01-16T09:00+04:00")
    assert post.objective == "informed-shareholders"
    assert post.withdrawal
    assert tuple(post.withdrawal.reason) == ("س", "r")
    assert not post.withdrawal.legal
    assert post.hero
    assert tuple(post.hero.caption) == ("تعليق", "caption")


def test_a_broken_lead_does_not_hide_what_is_wrong_with_its_translation(root: Path) -> None:
    write(root, ARABIC, b"\xff")
    add_keys(root, "author: salim\nsubtitle: x", ENGLISH)
    assert found(root) == [("NR101", ARABIC, 1), ("NR202", ENGLISH, 5)]


def test_a_broken_translation_does_not_hide_what_is_wrong_with_its_lead(root: Path) -> None:
    write(root, ENGLISH, b"\xff")
    add_keys(root, "subtitle: x")
    assert found(root) == [("NR202", ARABIC, 13), ("NR101", ENGLISH, 1)]


@pytest.mark.parametrize("name", ["report.pdf", "a report.pdf", "تقرير.pdf"])
@pytest.mark.parametrize("written", ["plain", "encoded"])
def test_a_file_that_a_text_links_to_goes_with_the_post(root: Path, name: str, written: str) -> None:
    write(root, f"{POST}/{name}", b"report")
    write(root, f"{POST}/forgotten.pdf", b"secret")
    add_words(root, f"[r](<{quote(name) if written == 'encoded' else name}>)")
    assert the_post(root).attachments.keys() == {f"posts/2026/post-1/{name}"}
