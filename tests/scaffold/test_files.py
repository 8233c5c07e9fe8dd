"""The files that a newsroom begins with."""

from __future__ import annotations

import datetime

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.errors import Refused
from newsroom.model.organization import OrganizationKind
from newsroom.scaffold.answers import PRESET_KINDS, QUESTIONS, fitting
from newsroom.scaffold.files import first_files
from newsroom.scaffold.filling import scalar
from newsroom.scaffold.version import installed
from tests.scaffold.organisations import ANSWERS, IDENTITY, NOW

QUESTION = {question.name: question for question in QUESTIONS}


def is_allowed(words: str) -> bool:
    try:
        fitting(QUESTION["name_en"], words)
    except Refused:
        return False
    return True


def names() -> st.SearchStrategy[str]:
    return st.text(min_size=1, max_size=150).filter(is_allowed)


def made(preset: OrganizationKind = "family", **changes: str) -> dict[str, bytes]:
    return first_files(preset, {**ANSWERS, **changes}, {"own"}, NOW, IDENTITY)


@given(words=st.text(st.characters(exclude_categories=["Cs"])))
@example("\x85\u2028\ufeff\x7f\U0001f600\t\n")
def test_a_text_comes_out_of_its_yaml_as_it_went_in(words: str) -> None:
    written = f"key: {scalar(words)}\nin flow: {{key: {scalar(words)}}}\n"
    assert yaml.safe_load(written) == {"key": words, "in flow": {"key": words}}
    assert written.count("\n") == 2


@given(ar=names(), en=names(), person=names())
@example(ar="شركة \u200fالمثال\u200f", en="no", person='O\'Hara: #1 "a" - {b} [c], & * ! | > % @ `')
@example(ar="$name_en ${now}", en="null", person="2026-11-23")
@example(ar="ش" * 150, en="x" * 150, person="~")
def test_a_name_stands_in_the_files_as_it_was_given(ar: str, en: str, person: str) -> None:
    known = {"name_ar": ar, "name_en": en, "executive_en": person}
    told = {name: fitting(QUESTION[name], words) for name, words in known.items()}
    files = made(**told)
    organization = yaml.safe_load(files["newsroom.yml"])["organization"]
    assert organization["name"] == {"ar": told["name_ar"], "en": told["name_en"]}
    assert organization["description"]["en"] == f"{told['name_en']} is a family company."
    keys = files["content/executives/chief-executive/index.ar.md"].decode().split("---\n")[1]
    assert yaml.safe_load(keys)["name"]["en"] == told["executive_en"]


@pytest.mark.parametrize("preset", PRESET_KINDS)
def test_a_preset_decides_the_kind_the_plan_and_the_topics(preset: OrganizationKind) -> None:
    files = made(preset)
    others = [made(kind) for kind in PRESET_KINDS if kind != preset]
    assert yaml.safe_load(files["newsroom.yml"])["organization"]["kind"] == preset
    for path in ("newsroom.yml", "plan.yml", "policy.yml"):
        assert all(files[path] != other[path] for other in others)


@pytest.mark.parametrize(
    ("zone", "locale", "digits"),
    [("Asia/Muscat", "ar_OM", "arab"), ("Asia/Dubai", "ar_AE", "latn"), ("Europe/Oslo", "ar_001", "latn")],
)
def test_arabic_is_that_of_the_country_where_the_clock_is(zone: str, locale: str, digits: str) -> None:
    languages = yaml.safe_load(made(timezone=zone)["newsroom.yml"])["languages"]
    assert languages["ar"] == {"locale": locale, "digits": digits}


def test_the_post_lies_in_the_year_that_it_is_where_the_newsroom_is() -> None:
    eve = datetime.datetime(2026, 12, 31, 22, 0, tzinfo=datetime.UTC)
    files = first_files("family", ANSWERS, {"own"}, eve, IDENTITY)
    assert "content/posts/2027/our-newsroom-is-open/index.ar.md" in files


def test_a_newsroom_holds_no_program_and_names_its_version_once() -> None:
    files = made()
    assert [path for path in files if path.endswith((".py", ".toml", ".js"))] == []
    assert files["requirements.txt"].decode() == f"mkdocs-newsroom=={installed()}\n"
    assert [path for path, data in files.items() if installed().encode() in data] == ["requirements.txt"]


def test_the_same_answers_give_the_same_bytes() -> None:
    assert made() == made()
