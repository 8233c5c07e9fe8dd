"""Share cards: shaped, in order, whole, light, and the same each time."""

from __future__ import annotations

import io
from importlib.resources import files
from itertools import pairwise

import pytest
from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont, ImageStat, features

from newsroom.cards import lettering, share
from newsroom.cards.fitting import fitted
from newsroom.cards.lettering import drawable, letter, require_shaping
from newsroom.cards.palette import Look
from newsroom.cards.sheet import HEIGHT, WIDTH
from newsroom.cards.typefaces import OURS
from newsroom.colours.contrast import TEXT, ratio
from newsroom.errors import BuildFailed
from newsroom.model.brand import PRESETS, Colours
from newsroom.model.language import LANGUAGES, Language
from newsroom.model.organization import OrganizationKind
from newsroom.pages.sharing import Face
from newsroom.prose.groups import groups
from tests.cards.faces import arabic, bytes_of, card, card_bytes, face, noise

Box = tuple[int, int, int, int]

LONG = {
    "ar": "لُبان للخدمات اللوجستية تعلن نمو إيراداتها في النصف الأول من العام بنسبة ٢١٫٦٪ إلى ٤٨٫٥ مليون ريال عُماني "
    "بفضل افتتاح مركز الدقم وتوسعة صلالة وثقة العملاء",
    "en": "Luban Logistics reports first-half revenue of OMR 48.5 million, up 21.6%, on the opening of the Duqm hub, "
    "growth in Salalah and new contracts with farms",
}
SPEAKER = {"name": "Salim Al Harthy", "role": "Chief Executive Officer", "portrait": "portrait.png"}
FULL = {"kicker": "Press release", "date": "10 November 2026", "logo": "logo.png", **SPEAKER}
HARD = {
    "a headline of 150 letters": LONG["en"],
    "a word of eighty letters": "a" * 80,
    "a word of eighty letters among others": f"Luban and {'b' * 80} agree",
    "six hundred letters": "word " * 120,
    "one letter": "L",
    "nothing but a figure": "21.6%",
}


def line(text: str, language: Language = "ar", size: int = 60) -> Image.Image:
    """One line of letters, black, from the middle of a long strip."""
    image = Image.new("L", (1200, 120), 255)
    letter(ImageDraw.Draw(image), (600, 80), text, language, "Bold", size, 0)
    return image


def ink(image: Image.Image) -> Box:
    """Where there is ink on a strip."""
    box = ImageChops.invert(image).getbbox()
    assert box
    return box


def unlikeness(first: Image.Image, second: Image.Image) -> float:
    """How far two strips of one size are from each other, from 0 to 255, as someone sees them who stands back."""
    return ImageStat.Stat(ImageChops.difference(first.reduce(4), second.reduce(4))).mean[0]


def cut_to_ink(image: Image.Image, model: Image.Image) -> Image.Image:
    """What a strip shows from its first ink on, in the size of another."""
    left, top, _, _ = ink(image)
    return image.crop((left, top, left + model.width, top + model.height))


def headline_area(image: Image.Image) -> Image.Image:
    """All of a card below its head."""
    return image.crop((0, share.HEAD, WIDTH, HEIGHT))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_begins_where_its_language_does(language: Language) -> None:
    text = "لُبان تستثمر" if language == "ar" else "Luban invests"
    left, _, right, _ = ink(line(text, language))
    assert (right <= 602) if language == "ar" else (left >= 598)


def test_the_first_word_of_an_arabic_line_stands_at_its_right() -> None:
    whole, first, last = line("لُبان تستثمر اليوم"), line("لُبان"), line("اليوم")
    left, _, right, _ = ink(first)
    area = (left, 0, right, 120)
    assert unlikeness(whole.crop(area), first.crop(area)) < 10 < unlikeness(whole.crop(area), last.crop(area))


def test_arabic_letters_are_joined() -> None:
    """Joined letters are narrower than the same letters one by one."""
    left, _, right, _ = ink(line("بيت"))
    apart = [ink(line(each)) for each in "بيت"]
    assert right - left < 0.8 * sum(box[2] - box[0] for box in apart)
    assert line("بيت").tobytes() != line("ب\u200cي\u200cت").tobytes()


def test_a_word_is_not_turned_round_twice() -> None:
    """What raqm puts in order, no other hand has put in order before."""
    path = files("fontpkg_ibm_plex_sans_arabic") / "files" / "IBMPlexSansArabic-Bold.ttf"
    font = ImageFont.truetype(str(path), 60, layout_engine=ImageFont.Layout.RAQM)
    expected = Image.new("L", (1200, 120), 255)
    ImageDraw.Draw(expected).text((600, 80), "لُبان ٢٠٢٦", 0, font, anchor="rs", direction="rtl", language="ar")
    assert line("لُبان ٢٠٢٦").tobytes() == expected.tobytes()


@pytest.mark.parametrize(
    "run", ["+8.4%", "+968 2412 3456", "C++", "2026-11-10"], ids=["a sign", "a telephone", "a plus", "a date"]
)
def test_a_left_to_right_run_keeps_its_order_in_an_arabic_line(run: str) -> None:
    within, right_way, wrong_way = line(f"نحو {run}"), line(run, "en"), line(run[::-1], "en")
    _, top, right, bottom = ink(right_way)
    start = ink(within)[0]
    found = within.crop((start, top, start + right - ink(right_way)[0], bottom))
    assert unlikeness(found, cut_to_ink(right_way, found)) < 0.6 * unlikeness(found, cut_to_ink(wrong_way, found))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("picture", ["", "hero.png"], ids=["plain", "with a photograph"])
def test_a_headline_of_150_letters_is_whole(language: Language, picture: str) -> None:
    shown = (arabic if language == "ar" else face)(headline=LONG[language], picture=picture, **FULL)
    headline, column = share._headline(shown)
    assert " ".join(headline.lines) == LONG[language]
    assert headline.size >= share.LEGIBLE
    assert headline.height <= HEIGHT - share.HEAD
    assert column == (share.COLUMN if picture else 0)


@pytest.mark.parametrize("headline", HARD.values(), ids=HARD)
@pytest.mark.parametrize("picture", ["", "hero.png"], ids=["plain", "with a photograph"])
def test_the_letters_of_a_hard_headline_stay_within_their_margins(headline: str, picture: str) -> None:
    shown = face(headline=headline, picture=picture, **FULL)
    image, bare = card(shown), card(face(headline=" ", picture=picture, **FULL))
    _, column = share._headline(shown)
    if picture and not column:
        bare = card(face(headline=" ", **FULL))
    difference = ImageChops.difference(image, bare).convert("L").point(lambda value: 255 * (value > 60))
    box = difference.getbbox()
    assert box
    assert box[0] >= share.MARGIN - 4
    assert box[2] <= WIDTH - share.MARGIN - column + share.GAP
    assert box[3] <= HEIGHT - share.FOOT - share.PORTRAIT + 2


def test_a_headline_that_would_be_tiny_takes_the_place_of_the_photograph() -> None:
    assert share._headline(face(headline="c" * 80, picture="hero.png"))[1] == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_are_as_wide_as_they_were_measured(language: Language) -> None:
    room = 800
    found = fitted(LONG[language], language, "Bold", 60, (room, 1000))
    for each in found.lines:
        image = Image.new("L", (2400, 120), 255)
        letter(ImageDraw.Draw(image), (1200, 80), each, language, "Bold", found.size, 0)
        left, _, right, _ = ink(image)
        assert right - left <= room


def test_what_the_family_has_no_letter_for_is_left_out_and_no_box_drawn() -> None:
    assert card_bytes(face(headline="A \N{PARTY POPPER} party")) == card_bytes(face(headline="A party"))


def test_every_letter_of_a_usual_text_is_in_the_family() -> None:
    usual = "لُبان: ٢١٫٦٪ − ١٬٢٣٤ «نعم»؟ “50%” – No. 5; l’été £3, €4 … non\N{NON-BREAKING HYPHEN}stop"
    assert drawable(usual) == usual
    assert all(ord(letter) in OURS.letters for letter in usual if letter != "\N{NON-BREAKING HYPHEN}")


def test_a_longer_headline_is_never_in_larger_letters() -> None:
    words = LONG["en"].split()
    sizes = [
        fitted(" ".join(words[:count]), "en", "Bold", share.LARGEST, (1072, 280)).size
        for count in range(1, len(words) + 1)
    ]
    assert all(longer <= shorter for shorter, longer in pairwise(sizes))
    assert sizes[0] == share.LARGEST > sizes[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_figure_is_parted_from_its_unit_at_any_size(language: Language) -> None:
    for width in range(250, 1100, 50):
        lines = fitted(LONG[language], language, "Bold", 76, (width, 400)).lines
        for group in groups(LONG[language]):
            assert any(group in each for each in lines)


@pytest.mark.parametrize("shown", [face(**FULL), arabic(**FULL), face(picture="hero.png", **FULL)], ids=str)
def test_a_card_has_the_size_that_networks_ask_for(shown: Face) -> None:
    with Image.open(io.BytesIO(card_bytes(shown))) as image:
        assert image.size == (1200, 630)
        assert image.format == ("JPEG" if shown.picture else "PNG")
        assert shown.media_type == f"image/{str(image.format).lower()}"


@pytest.mark.parametrize("shown", [face(**FULL), face(picture="hero.png", **FULL)], ids=["plain", "photograph"])
def test_the_same_face_gives_the_same_bytes(shown: Face) -> None:
    first = card_bytes(shown)
    for remembered in (share._plate, share._byline, lettering._font, lettering.advance):
        remembered.cache_clear()
    assert card_bytes(shown) == first


def test_a_card_leaves_no_trace_on_the_next() -> None:
    plain = card_bytes(face())
    card_bytes(face(**FULL))
    assert card_bytes(face()) == plain


@pytest.mark.parametrize("picture", ["", "hero.png"], ids=["plain", "with a photograph"])
def test_the_heaviest_picture_makes_no_card_of_300_kilobytes(picture: str) -> None:
    assert len(card_bytes(face(headline=LONG["en"], picture=picture, **FULL), picture=noise())) < 300_000


@pytest.mark.parametrize("size", [(1, 1), (4000, 30), (30, 4000)], ids=["a dot", "a thread", "a pole"])
def test_any_shape_of_picture_will_do(size: tuple[int, int]) -> None:
    assert card(face(picture="hero.png", **FULL), picture=bytes_of(size)).size == (1200, 630)


def test_the_photograph_stands_where_lines_end() -> None:
    red = bytes_of(colour="#ff0000")
    assert is_red(card(face(picture="hero.png"), picture=red), (WIDTH - 60, 300))
    assert is_red(card(arabic(picture="hero.png"), picture=red), (60, 300))


@pytest.mark.parametrize("logo", ["", "logo.png"], ids=["without a logo", "with one"])
def test_the_small_pictures_have_their_own_colours(logo: str) -> None:
    image = card(face(logo=logo, **SPEAKER), picture=bytes_of(colour="#ff0000"))
    assert is_red(image, (share.MARGIN + share.PORTRAIT // 2, HEIGHT - share.FOOT - share.PORTRAIT // 2))
    assert is_red(image, (share.MARGIN + 10, share.HEAD // 2)) == bool(logo)


def test_a_wide_logo_is_whole_and_the_name_stands_behind_it() -> None:
    image = card(face(logo="logo.png"), picture=bytes_of((1000, 200), "#ff0000"))
    width, _ = share.LOGO
    assert is_red(image, (share.MARGIN + width - 4, (share.HEAD + share.EDGE) // 2))
    assert not is_red(image, (share.MARGIN + width + 4, (share.HEAD + share.EDGE) // 2))


@pytest.mark.parametrize(("kind", "colours"), PRESETS.items(), ids=list(PRESETS))
def test_the_panel_is_in_the_brands_colour_and_its_letters_are_legible(
    kind: OrganizationKind, colours: Colours
) -> None:
    image = card(face(headline="LLLL", kicker="LLLL"), Look(colours, kind))
    ground = image.getpixel((WIDTH - 20, 300))
    assert ground == ImageColor.getrgb(colours.primary)
    for words in ((share.MARGIN, 210, 500, 400), (share.MARGIN + share.MARK, share.HEAD + 10, 500, share.KICKER_BASE)):
        shades = {shade for _, shade in image.crop(words).getcolors(4096) or ()}
        assert max(ratio(colours.primary, in_hexadecimal(shade)) for shade in shades) >= TEXT


def test_each_change_of_what_is_shown_changes_the_card() -> None:
    shown = face(**FULL)
    changes = {"kicker": "Results", "date": "1 May 2026", "name": "Aisha", "role": "Chair", "headline": "Another"}
    cards = {card_bytes(face(**FULL | {name: value})) for name, value in changes.items()} | {card_bytes(shown)}
    assert len(cards) == len(changes) + 1


def test_without_raqm_nothing_is_drawn_and_the_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda name: name != "raqm")
    with pytest.raises(BuildFailed) as failed:
        require_shaping()
    assert all("apt-get install libfribidi0" in failed.value.sentence(language) for language in LANGUAGES)


def is_red(image: Image.Image, place: tuple[int, int]) -> bool:
    red, green, blue = image.getpixel(place)  # type: ignore[misc]
    return red > 250 and green < 5 and blue < 5


def in_hexadecimal(colour: tuple[int, int, int]) -> str:
    return f"#{bytes(colour).hex()}"
