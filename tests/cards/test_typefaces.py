"""Cards in the newsroom's own letters, and in ours where those would leave a box."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from fontTools import subset  # type: ignore[import-untyped]
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.ttLib.tables.TupleVariation import TupleVariation  # type: ignore[import-untyped]

from newsroom.cards.lettering import advance
from newsroom.cards.share import drawn
from newsroom.cards.typefaces import OURS, FontFile, Typeface, chosen, own
from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.errors import BuildFailed
from newsroom.model.language import LANGUAGES
from newsroom.pages.sharing import Face
from newsroom.styling.letters import letters
from tests.cards.faces import LOOK, arabic, face
from tests.cards.test_share_planning import CARD, cards
from tests.conftest import NOW
from tests.samples import write_newsroom

LATIN = "".join(map(chr, range(0x20, 0x7F)))
FONTS = {"fonts": {"regular": "media/own-regular.woff2", "bold": "media/own-bold.woff2"}}
SPEAKER = {"kicker": "Release", "date": "1 May 2026", "name": "Salim", "role": "Chief Executive"}


def packed(font: Any) -> bytes:
    made = io.BytesIO()
    font.flavor = "woff2"
    font.save(made)
    return made.getvalue()


def only(characters: str) -> bytes:
    """Letters of regular weight for some characters and no others."""
    font = TTFont(io.BytesIO(letters("regular")), recalcTimestamp=False)
    subsetter = subset.Subsetter()
    subsetter.populate(text=characters)
    subsetter.subset(font)
    return packed(font)


def typeface(data: bytes, bold: bytes | None = None) -> Typeface:
    return own(FontFile("media/own-regular.woff2", data), FontFile("media/own-bold.woff2", bold or data))


def card(shown: Face, given: Typeface) -> bytes:
    return drawn(shown, LOOK, {}, chosen(shown.words, given))


@pytest.fixture(scope="module")
def light() -> Typeface:
    """Letters for both scripts whose bold is not bold, so that they are told from ours."""
    return typeface(letters("regular"))


@pytest.fixture(scope="module")
def latin() -> Typeface:
    return typeface(only(LATIN))


@pytest.mark.parametrize("shown", [face(**SPEAKER), arabic()], ids=["en", "ar"])
def test_a_card_is_in_the_letters_of_the_newsroom(shown: Face, light: Typeface) -> None:
    assert card(shown, light) != drawn(shown, LOOK, {})


def test_letters_without_arabic_are_those_of_cards_in_english_alone(latin: Typeface) -> None:
    assert card(face(), latin) != drawn(face(), LOOK, {})
    assert card(arabic(), latin) == drawn(arabic(), LOOK, {})


@pytest.mark.parametrize("place", ["organization", "newsroom", "headline", "kicker", "date", "name", "role"])
def test_one_letter_that_is_lacking_anywhere_turns_the_whole_card_to_ours(place: str, latin: Typeface) -> None:
    assert chosen(face(**SPEAKER).words, latin) is latin
    assert chosen(face(**SPEAKER | {place: "Café"}).words, latin) is OURS


@pytest.mark.parametrize("bold", [LATIN, f"{LATIN}é"], ids=["regular", "bold"])
def test_a_letter_has_to_be_in_both_weights(bold: str) -> None:
    given = typeface(only(LATIN + "é" if bold == LATIN else LATIN), only(bold))
    assert chosen(["Café"], given) is OURS


@pytest.mark.parametrize(
    "text",
    ["A \N{PARTY POPPER} party", "no\N{NO-BREAK SPACE}break\N{NARROW NO-BREAK SPACE}", "line\nbreak", "\u2068A\u2069"],
    ids=["what nobody has", "spaces", "lines", "marks of direction"],
)
def test_what_needs_no_letter_decides_nothing(text: str, latin: Typeface) -> None:
    assert chosen([text], latin) is latin


def test_what_the_newsrooms_letters_lack_and_ours_too_is_left_out(latin: Typeface) -> None:
    assert card(face(headline="A \N{PARTY POPPER} party"), latin) == card(face(headline="A party"), latin)


def test_a_font_is_unpacked_to_the_same_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    moving, made = variable(), []
    for second in ("0", "1000000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", second)  # the clock of those who write fonts
        own.cache_clear()
        given = typeface(letters("regular"), moving)
        made.append((given.regular, given.bold))
    assert made[0] == made[1]


def variable() -> bytes:
    """A font of one letter that is wider the bolder it is: 500 units at weight 400, 800 at 700, of 1,000 an em."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 500))
    pen.lineTo((400, 500))
    pen.closePath()
    glyph, font = pen.glyph(), FontBuilder(1000)
    font.setupGlyphOrder([".notdef", "A"])
    font.setupCharacterMap({ord("A"): "A"})
    font.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "A": glyph})
    font.setupHorizontalMetrics({".notdef": (500, 0), "A": (500, 0)})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Sample", "styleName": "Regular"})
    font.setupOS2()
    font.setupPost()
    font.setupFvar([("wght", 400, 400, 700, "Weight")], [])
    deltas = [(0, 0)] * 3 + [(0, 0), (300, 0), (0, 0), (0, 0)]
    font.setupGvar({"A": [TupleVariation({"wght": (0, 1, 1)}, deltas)]})
    return packed(font.font)


def test_a_variable_font_gives_each_weight() -> None:
    given = typeface(variable())
    assert advance("A", "en", "Regular", given) == pytest.approx(0.5, abs=0.01)
    assert advance("A", "en", "Bold", given) == pytest.approx(0.8, abs=0.01)


@pytest.mark.parametrize("data", [b"wOF2", letters("bold")[:9000]], ids=["a stub", "the first half"])
def test_a_damaged_font_is_named(data: bytes) -> None:
    with pytest.raises(BuildFailed) as failed:
        typeface(letters("regular"), data)
    assert all("content/media/own-bold.woff2" in failed.value.sentence(language) for language in LANGUAGES)


def write_fonts(root: Path, data: bytes) -> None:
    write_newsroom(root, brand=FONTS)
    for name in FONTS["fonts"].values():
        (root / "content" / name).write_bytes(data)


def test_every_card_depends_on_the_files_of_the_fonts(root: Path) -> None:
    write_fonts(root, letters("regular"))
    assert all({*FONTS["fonts"].values()} <= {*card.files} for card in cards(root).values())


def built_card(root: Path, font: bytes) -> bytes:
    write_fonts(root, font)
    build(root, Edition(NOW), None, strict=True)
    return (root / "site" / CARD).read_bytes()


def test_a_card_is_drawn_anew_when_a_font_is_replaced_and_only_then(root: Path) -> None:
    light, bold, again = (built_card(root, letters(weight)) for weight in ("regular", "bold", "regular"))
    assert light == again != bold
