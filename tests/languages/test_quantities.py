"""Numbers in texts of both languages, as they are read back."""

from __future__ import annotations

from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.languages.quantities import facts_of
from newsroom.languages.quantity import Quantity
from newsroom.languages.style import Style
from newsroom.languages.units import may_be_same
from newsroom.model.language import Digits, Language

ZONE = ZoneInfo("Asia/Muscat")
LOCALES: dict[Language, str] = {"ar": "ar_OM", "en": "en_GB"}
NUMBERS = st.decimals(min_value=Decimal(-99999999), max_value=Decimal(99999999), places=2)


def style(language: Language, digits: Digits) -> Style:
    return Style(language, LOCALES[language], digits, ZONE)


def read(text: str, language: Language) -> tuple[Quantity, ...]:
    return facts_of(text, language).quantities


def told(text: str, language: Language) -> list[tuple[str, str]]:
    """Each value with its unit."""
    return [(f"{quantity.value.normalize():f}", quantity.unit) for quantity in read(text, language)]


ENGLISH = [
    ("Revenue rose 15.4% to OMR 12.0 million", [("15.4", "%"), ("12000000", "OMR")]),
    ("$3bn, US$2.5 million and €4k", [("3000000000", "USD"), ("2500000", "USD"), ("4000", "EUR")]),
    ("RO 310,000 and 14 baisas a share", [("310000", "OMR"), ("14", "baisa")]),
    ("1,234.5 tonnes in 48 hours", [("1234.5", "tonne"), ("48", "hour")]),
    ("between 5 and 7 per cent", [("5", "%"), ("7", "%")]),
    ("up 3 percentage points", [("3", "percentage point")]),
    ("a −3.1% change", [("-3.1", "%")]),
    ("from 2024–2026", [("2024", ""), ("2026", "")]),
    ("twenty-five hubs and one hundred and five lorries", [("25", ""), ("105", "")]),
    ("two and a half million riyals", [("2500000", "riyal")]),
    ("half a million", [("500000", "")]),
    ("three quarters of it", [("0.75", "")]),
    ("one-fifth of it", [("0.2", "")]),
    ("by a third", [("0.3333333333333333333333333333", "")]),
    ("more than twice", [("2", "")]),
    ("the twenty-first of them", [("21", "")]),
    ("the 3rd place", [("3", "")]),
    ("at 8:30 am or 16:00", [("8.3", ""), ("16", "")]),
    ("call +968 2412 3456", [("96824123456", "")]),
    ("version 1.2.3 of COVID-19", [("123", ""), ("19", "")]),
    ("6,500 positions at between two and eight degrees Celsius", [("6500", ""), ("2", "°C"), ("8", "°C")]),
    ("nothing to count", []),
    ("half a riyal and a quarter of an hour", [("0.5", "riyal"), ("0.25", "hour")]),
    ("120 miles in two decades", [("120", "mile"), ("2", "decade")]),
    ("open round the clock", [("24", "")]),
    ("a loss of (2.8) million", [("2800000", "")]),
]
ARABIC = [
    ("ارتفعت ١٥٫٤٪ إلى ١٢٫٠ مليون ريال عُماني", [("15.4", "%"), ("12000000", "OMR")]),
    ("١٬٢٣٤٫٥ طن خلال ٤٨ ساعة", [("1234.5", "tonne"), ("48", "hour")]),
    ("١٠ بيسات للسهم بزيادة بيستين", [("10", "baisa"), ("2", "baisa")]),
    ("٦٫٥ ر.ع. و٢٥٠ ألف يورو", [("6.5", "OMR"), ("250000", "EUR")]),
    ("+٣ نقاط مئوية", [("3", "percentage point")]),
    ("خمسة في المئة", [("5", "%")]),
    ("٥ ملايين و٣٠٠ ألف ريال", [("5300000", "riyal")]),
    ("خمسة وعشرون موظفًا", [("25", "")]),
    ("مئة وخمسة وعشرون ألفًا", [("125000", "")]),
    ("ثلاثمئة وخمسون طالبة", [("350", "")]),
    ("اثنتا عشرة مدرسة", [("12", "")]),
    ("بمليونين ونصف المليون", [("2500000", "")]),
    ("نصف مليون", [("500000", "")]),
    ("(٢٫٨) مليون ريال بعد عقدين", [("2800000", "riyal"), ("2", "decade")]),
    ("على مدار الساعة", [("24", "")]),
    ("ثلثي المخازن وثلاثة أرباعها", [("0.6666666666666666666666666666", ""), ("0.75", "")]),
    ("للمرة الخامسة والعشرين", [("25", "")]),
    ("الفصل الرابع عشر", [("14", "")]),
    ("عند الثامنة والنصف", [("8.3", "")]),
    ("٨:٣٠ صباحًا و٤ عصرًا", [("8.3", ""), ("4", "")]),
    ("أربعَ سنواتٍ", [("4", "year")]),
    ("ثماني درجات مئوية", [("8", "°C")]),
    ("٣٫٥ مليون كيلوواط ساعة", [("3500000", "kWh")]),
    ("لا عدد هنا", []),
]


@pytest.mark.parametrize(("text", "quantities"), ENGLISH, ids=[text for text, _ in ENGLISH])
def test_an_english_number_is_read_with_its_unit(text: str, quantities: list[tuple[str, str]]) -> None:
    assert told(text, "en") == quantities


@pytest.mark.parametrize(("text", "quantities"), ARABIC, ids=[text for text, _ in ARABIC])
def test_an_arabic_number_is_read_with_its_unit(text: str, quantities: list[tuple[str, str]]) -> None:
    assert told(text, "ar") == quantities


@pytest.mark.parametrize("digits", ["arab", "latn"])
@pytest.mark.parametrize("language", ["ar", "en"])
@given(value=NUMBERS)
def test_a_number_that_the_newsroom_writes_is_read_back(language: Language, digits: Digits, value: Decimal) -> None:
    written = style(language, digits).number(value)
    assert [quantity.value for quantity in read(f"{written} x", language)] == [value]


@pytest.mark.parametrize("digits", ["arab", "latn"])
@given(value=NUMBERS)
def test_a_sum_of_money_is_the_same_in_both_languages(digits: Digits, value: Decimal) -> None:
    arabic = read(style("ar", digits).quantity(value, "مليون ر.ع."), "ar")
    english = read(style("en", "latn").quantity(value, "OMR million"), "en")
    assert [(each.value, each.unit) for each in arabic] == [(each.value, each.unit) for each in english]
    assert abs(english[0].value) == abs(value) * 1_000_000


@given(value=st.integers(min_value=2, max_value=99))
def test_what_stands_for_a_number_is_its_very_letters(value: int) -> None:
    text = f"بلغ العدد {value} شاحنة"
    assert [text[quantity.start : quantity.end] for quantity in read(text, "ar")] == [str(value)]


def test_the_first_of_two_numbers_may_share_the_million_of_the_second() -> None:
    first, second = read("from 8.8 to 10.7 million", "en")
    assert set(first.readings) == {Decimal("8.8"), Decimal(8800000)}
    assert second.readings == (Decimal(10700000),)


def test_a_number_keeps_its_own_unit_beside_another() -> None:
    assert told("15.4% to OMR 12 million", "en") == [("15.4", "%"), ("12000000", "OMR")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("مليونا مستخدم", {"1000000", "2000000"}),
        ("مليونًا", {"1000000"}),
        ("ثلاث سنوات ونصف السنة", {"3", "3.5"}),
        ("في السبعينيات", {"70", "1970", "2070"}),
    ],
    ids=["a dual without its last letter", "its vowel sign tells", "a half that comes later", "a decade"],
)
def test_arabic_letters_may_mean_more_than_one_number(text: str, values: set[str]) -> None:
    assert {f"{value.normalize():f}" for value in read(text, "ar")[0].readings} == values


def test_letters_glued_to_a_number_may_be_a_thousand() -> None:
    (quantity,) = read("4K pictures", "en")
    assert set(quantity.readings) == {Decimal(4000), Decimal(4)}


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("riyal", "OMR", True),
        ("OMR", "SAR", False),
        ("", "%", True),
        ("%", "percentage point", False),
        ("°", "°C", True),
    ],
)
def test_units_may_be_the_same_where_one_is_told_more_closely(one: str, two: str, same: bool) -> None:
    assert may_be_same(one, two) is same
    assert may_be_same(two, one) is same
