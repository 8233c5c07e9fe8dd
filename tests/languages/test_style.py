"""Dates, numbers and counts as each language writes them."""

from __future__ import annotations

import datetime
import re
from dataclasses import asdict, fields
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.languages import words
from newsroom.languages.style import Style
from newsroom.languages.words import Plural
from newsroom.model.language import LANGUAGES, Digits, Language

MUSCAT = ZoneInfo("Asia/Muscat")
ARABIC = Style("ar", "ar_OM", "arab", MUSCAT)
ARABIC_LATIN_DIGITS = Style("ar", "ar_OM", "latn", MUSCAT)
ENGLISH = Style("en", "en_GB", "latn", MUSCAT)
SUNDAY = datetime.date(2017, 1, 15)
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]")
COUNTS = {
    0: "zero",
    1: "one",
    2: "two",
    3: "few",
    5: "few",
    10: "few",
    11: "many",
    99: "many",
    100: "other",
    102: "other",
}
LOCALES = ("ar", "ar_OM", "ar_AE", "ar_SA", "ar_EG", "ar_SY", "ar_MA", "en_GB", "en_US", "en_AE")


def test_day_names_the_weekday_without_a_comma() -> None:
    assert ARABIC.day(SUNDAY) == "الأحد ١٥ يناير ٢٠١٧"
    assert ENGLISH.day(SUNDAY) == "Sunday 15 January 2017"


def test_american_day_keeps_the_commas_it_needs() -> None:
    assert Style("en", "en_US", "latn", MUSCAT).day(SUNDAY) == "Sunday, January 15, 2017"


def test_short_day_names_no_weekday() -> None:
    assert ARABIC.short_day(SUNDAY) == "١٥ يناير ٢٠١٧"
    assert ENGLISH.short_day(SUNDAY) == "15 January 2017"


def test_months_follow_the_named_locale() -> None:
    assert Style("ar", "ar_SY", "arab", MUSCAT).short_day(SUNDAY) == "١٥ كانون الثاني ٢٠١٧"


def test_arabic_may_keep_western_digits() -> None:
    assert ARABIC_LATIN_DIGITS.day(SUNDAY) == "الأحد 15 يناير 2017"
    assert ARABIC_LATIN_DIGITS.number(Decimal("1234.5")) == "1,234.5"
    assert ARABIC_LATIN_DIGITS.quantity(Decimal("8.4"), "٪") == "8.4%"


def test_environment_does_not_choose_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_TIME", "LC_NUMERIC", "LANG"):
        monkeypatch.setenv(name, "de_DE.UTF-8")
    assert ENGLISH.day(SUNDAY) == "Sunday 15 January 2017"
    assert ENGLISH.number(Decimal("1234.5")) == "1,234.5"
    assert ENGLISH.count(words("en").posts, 1) == "1 post"


@pytest.mark.parametrize("locale", LOCALES)
def test_no_locale_puts_an_invisible_character_into_a_text(locale: str) -> None:
    language: Language = "ar" if locale.startswith("ar") else "en"
    for digits in ("arab", "latn"):
        style = Style(language, locale, digits, MUSCAT)
        noon = datetime.datetime(2017, 1, 15, 12, tzinfo=MUSCAT)
        assert not INVISIBLE.search(style.instant(noon) + style.quantity(Decimal("-1234.5"), "%"))


def test_instant_is_told_in_the_newsrooms_zone() -> None:
    instant = datetime.datetime(2017, 1, 15, 4, 0, tzinfo=datetime.UTC)
    assert ARABIC.instant(instant) == "الأحد ١٥ يناير ٢٠١٧، ٠٨:٠٠"
    assert ENGLISH.instant(instant) == "Sunday 15 January 2017, 08:00"


def test_late_evening_elsewhere_is_tomorrow_here() -> None:
    instant = datetime.datetime(2017, 1, 14, 21, 30, tzinfo=datetime.UTC)
    assert ENGLISH.instant(instant) == "Sunday 15 January 2017, 01:30"
    assert ENGLISH.day_of(instant) == SUNDAY


def test_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs its zone"):
        ENGLISH.instant(datetime.datetime(2017, 1, 15, 8, 0))  # noqa: DTZ001


def test_number_exchanges_digits_and_separators_together() -> None:
    assert ARABIC.number(Decimal("1234567.5")) == "١٬٢٣٤٬٥٦٧٫٥"
    assert ENGLISH.number(Decimal("1234567.5")) == "1,234,567.5"


def test_number_keeps_the_decimals_as_written() -> None:
    assert ENGLISH.number(Decimal("48.50")) == "48.50"
    assert ARABIC.number(Decimal("48.500")) == "٤٨٫٥٠٠"
    assert ENGLISH.number(Decimal("1E+3")) == "1,000"


def test_negative_number_has_a_true_minus() -> None:
    assert ENGLISH.number(Decimal("-3.1")) == "−3.1"
    assert ARABIC.number(Decimal("-3.1")) == "−٣٫١"


NUMBERS = st.builds(Decimal, st.tuples(st.integers(0, 1), st.lists(st.integers(0, 9), max_size=18), st.integers(-9, 9)))


@settings(deadline=None)  # Babel reads a locale from disk when it is first named
@given(NUMBERS, st.sampled_from([ARABIC, ARABIC_LATIN_DIGITS, ENGLISH]))
def test_number_reads_back_as_the_same_decimal(value: Decimal, style: Style) -> None:
    western = style.number(value).translate(str.maketrans("٠١٢٣٤٥٦٧٨٩٫−", "0123456789.-", "٬,"))
    assert Decimal(western) == value
    assert len(western.partition(".")[2]) == max(0, -int(value.as_tuple().exponent))


def test_per_cent_is_glued_to_its_number() -> None:
    assert ARABIC.quantity(Decimal("8.4"), "%") == "٨٫٤٪"
    assert ENGLISH.quantity(Decimal("8.4"), "%") == "8.4%"


def test_no_line_can_break_between_number_and_unit() -> None:
    assert ARABIC.quantity(Decimal("48.5"), "مليون ر.ع.") == "٤٨٫٥\u00a0مليون\u00a0ر.ع."
    assert ENGLISH.quantity(Decimal(1390), "employees") == "1,390\u00a0employees"


def test_currency_code_stands_before_the_number() -> None:
    assert ENGLISH.quantity(Decimal("48.5"), "OMR million") == "OMR\u00a048.5\u00a0million"
    assert ENGLISH.quantity(Decimal("48.500"), "OMR") == "OMR\u00a048.500"


def test_three_capitals_that_are_no_currency_stay_behind() -> None:
    assert ENGLISH.quantity(Decimal(120), "SME suppliers") == "120\u00a0SME\u00a0suppliers"


def test_number_without_a_unit_stands_alone() -> None:
    assert ENGLISH.quantity(Decimal(84), "") == "84"


def test_year_has_no_separator() -> None:
    assert (ARABIC.year(2017), ENGLISH.year(2017)) == ("٢٠١٧", "2017")


def plurals() -> list[tuple[Language, str, Plural]]:
    """Every plural of every language, with its field's name."""
    return [
        (language, field.name, value)
        for language in LANGUAGES
        for field in fields(words(language))
        if isinstance(value := getattr(words(language), field.name), Plural)
    ]


@pytest.mark.parametrize(("language", "name", "plural"), plurals())
@pytest.mark.parametrize(("number", "form"), COUNTS.items())
def test_every_plural_takes_the_form_its_number_asks_for(
    language: Language, name: str, plural: Plural, number: int, form: str
) -> None:
    style = ARABIC if language == "ar" else ENGLISH
    expected = asdict(plural)[form if language == "ar" or number == 1 else "other"]
    assert style.count(plural, number) == expected.replace("{count}", style.number(Decimal(number)))


@pytest.mark.parametrize(("language", "name", "plural"), plurals())
def test_large_counts_always_say_their_number(language: Language, name: str, plural: Plural) -> None:
    assert all("{count}" in form for form in (plural.few, plural.many, plural.other))


@pytest.mark.parametrize(("language", "name", "plural"), [each for each in plurals() if each[0] == "ar"])
def test_dual_takes_no_number(language: Language, name: str, plural: Plural) -> None:
    assert "{count}" not in plural.two


def test_counted_posts_read_well() -> None:
    said = [ARABIC.count(words("ar").posts, number) for number in (0, 1, 2, 3, 11, 100, 1234)]
    assert said == ["لا أخبار", "خبر واحد", "خبران", "٣ أخبار", "١١ خبرًا", "١٠٠ خبر", "١٬٢٣٤ خبرًا"]
    assert [ENGLISH.count(words("en").posts, number) for number in (0, 1, 2)] == ["0 posts", "1 post", "2 posts"]


@pytest.mark.parametrize("digits", ["arab", "latn"])
def test_clock_digits_follow_the_policy(digits: Digits) -> None:
    instant = datetime.datetime(2017, 1, 15, 16, 5, tzinfo=MUSCAT)
    assert Style("ar", "ar_OM", digits, MUSCAT).instant(instant)[-5:] == {"arab": "١٦:٠٥", "latn": "16:05"}[digits]
