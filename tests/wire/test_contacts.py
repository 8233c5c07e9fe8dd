"""Media contacts as vCards, read by vobject and by icalendar."""

from __future__ import annotations

import uuid

import pytest
import vobject
from hypothesis import given
from icalendar.parser import Contentlines

from newsroom.model.language import LANGUAGES, Language, Localized
from newsroom.wire.contacts import contact_card
from tests.wire.reading import WORDS, assert_well_folded
from tests.wire.samples import SITE, contact, organization, paper

PAPER = paper()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_book_learns_who_it_is_and_how_to_reach_them(language: Language) -> None:
    card = vobject.readOne(contact_card(paper(language), contact()).decode())
    card.validate()
    assert card.version.value == "3.0"
    assert card.fn.value == card.n.value.family == contact().name[language]
    assert (card.title.value, card.org.value) == (contact().role[language], [organization().name[language]])
    assert (card.tel.value, card.email.value) == (contact().telephone, contact().email)
    assert card.url.value == f"{SITE}{language}/media-contacts/"
    assert contact().hours[language] in card.note.value


def second_reading(file: bytes) -> dict[str, str]:
    """Name and value of each line, as icalendar takes lines apart; it knows vCards by their lines only."""
    return {name: str(value) for name, _, value in (line.parts() for line in Contentlines.from_ical(file) if line)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_reader_learns_the_same(language: Language) -> None:
    read = second_reading(contact_card(paper(language), contact()))
    assert (read["BEGIN"], read["FN"], read["TEL"]) == ("VCARD", contact().name[language], contact().telephone)


def test_the_ways_to_reach_a_contact_are_called_what_they_are() -> None:
    card = vobject.readOne(contact_card(PAPER, contact()).decode())
    assert (card.tel.params["TYPE"], card.email.params["TYPE"]) == (["WORK", "VOICE"], ["INTERNET"])


def test_a_card_begins_with_its_version() -> None:
    assert contact_card(PAPER, contact()).startswith(b"BEGIN:VCARD\r\nVERSION:3.0\r\n")


def test_both_languages_cards_are_of_one_person_and_another_contact_is_another() -> None:
    one, same, other = (
        vobject.readOne(contact_card(made, of).decode()).uid.value
        for made, of in ((PAPER, contact()), (paper("ar"), contact()), (PAPER, contact(key="investors")))
    )
    assert one == same != other
    assert uuid.UUID(one).version == 5


@given(WORDS)
def test_any_words_survive_the_way_into_an_address_book(words: str) -> None:
    both = Localized(words, words)
    file = contact_card(PAPER, contact(name=both, role=both))
    assert_well_folded(file)
    card = vobject.readOne(file.decode())
    assert (card.fn.value, card.title.value) == (words, words)


@given(WORDS)
def test_any_words_survive_the_way_into_a_second_reader(words: str) -> None:
    both = Localized(words, words)
    read = second_reading(contact_card(PAPER, contact(name=both, role=both)))
    assert (read["FN"], read["TITLE"], read["N"]) == (words, words, f"{words};;;;")


def test_what_has_a_meaning_in_a_line_is_escaped_there_and_in_the_parts_of_a_name() -> None:
    file = contact_card(PAPER, contact(name=Localized("", "a;b,c\\Nd\ne")))
    assert b"\r\nFN:a\\;b\\,c\\\\Nd\\ne\r\n" in file
    assert b"\r\nN:a\\;b\\,c\\\\Nd\\ne;;;;\r\n" in file


def test_no_words_can_add_a_line_of_their_own() -> None:
    file = contact_card(PAPER, contact(telephone="1\nTEL:2", email="a\r\nEMAIL:b"))
    card = vobject.readOne(file.decode())
    assert (len(card.tel_list), len(card.email_list)) == (1, 1)
