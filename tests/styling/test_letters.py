from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from newsroom.styling.letters import CHARACTERS, WEIGHTS, letters, licence
from tests.conftest import REPOSITORY

JOINING = ("init", "medi", "fina", "rlig", "calt", "mark", "kern")


@pytest.fixture(scope="module", params=WEIGHTS)
def font(request: pytest.FixtureRequest) -> Iterator[TTFont]:
    with TTFont(io.BytesIO(letters(request.param))) as font:
        yield font


def _written() -> set[str]:
    """Every character of the example newsroom's texts, and of the words of the theme."""
    folders = (REPOSITORY / "content", REPOSITORY / "src/newsroom/languages")
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in {".md", ".yml", ".csv"}]
    files += [REPOSITORY / "newsroom.yml", REPOSITORY / "src/newsroom/languages/arabic.py"]
    return {character for path in files for character in path.read_text("utf-8") if character.isprintable()}


def test_the_letters_hold_every_character_that_the_example_newsroom_writes(font: TTFont) -> None:
    assert sorted(_written() - set(map(chr, font.getBestCmap()))) == []


def test_nothing_is_kept_that_was_not_asked_for(font: TTFont) -> None:
    assert set(font.getBestCmap()) <= CHARACTERS


def test_arabic_letters_still_join(font: TTFont) -> None:
    kept = {record.FeatureTag for table in ("GSUB", "GPOS") for record in font[table].table.FeatureList.FeatureRecord}
    assert set(JOINING) <= kept


@pytest.mark.parametrize("word", ["لُبان", "الشؤون", "٦٤٬٠٠٠", "مركزًا", "پژوهش", "ڤيينا", "1,460", "naïve “Luban” – €5"])
def test_a_word_has_all_its_letters(font: TTFont, word: str) -> None:
    assert set(map(ord, word)) <= set(font.getBestCmap())


def test_what_was_cut_does_not_bear_the_reserved_name(font: TTFont) -> None:
    names = [record.toUnicode() for record in font["name"].names if record.nameID in (1, 3, 4, 6)]
    assert names
    assert not [name for name in names if "Plex" in name]


@pytest.mark.parametrize("weight", WEIGHTS)
def test_a_weight_is_light_and_the_same_each_time(weight: str) -> None:
    assert len(letters(weight)) < 30_000
    assert letters.__wrapped__(weight) == letters(weight)


@pytest.mark.parametrize(("weight", "number"), WEIGHTS.items())
def test_a_weight_is_what_it_is_called(weight: str, number: int) -> None:
    with TTFont(io.BytesIO(letters(weight))) as font:
        assert font["OS/2"].usWeightClass == number


def test_the_licence_is_the_open_font_license() -> None:
    assert b"SIL Open Font License, Version 1.1" in licence()


def test_the_letters_and_their_licence_are_published(example_site: Path) -> None:
    assert (example_site / "fonts/plex-regular.woff2").read_bytes() == letters("regular")
    assert (example_site / "fonts/plex-bold.woff2").read_bytes() == letters("bold")
    assert (example_site / "fonts/OFL.txt").read_bytes() == licence()
