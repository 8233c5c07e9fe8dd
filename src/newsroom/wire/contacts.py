"""A media contact as vCard 3.0, which every address book reads: https://datatracker.ietf.org/doc/html/rfc2426."""

from __future__ import annotations

from icalendar import Component

from newsroom.model.organization import Contact
from newsroom.pages import addresses
from newsroom.pages.planning import Paper
from newsroom.wire.content_lines import fields, permanent_name, plain, text, written


class Card(Component):
    """A vCard, which has lines like a calendar's."""

    name = "VCARD"


def contact_card(paper: Paper, contact: Contact) -> bytes:
    """The card of a contact in a language.

    Both languages' cards name the same contact, so an address book that takes both has one entry. A name is not taken
    apart: which of its words is the family's nobody said.
    """
    hand, newsroom = paper.hand, paper.hand.newsroom
    shown = hand.contact(contact)
    card = Card()
    card["VERSION"] = plain("3.0")
    card["UID"] = plain(permanent_name(newsroom, "contacts", contact.key))
    card["N"] = fields(shown.name, "", "", "", "")
    card["FN"] = text(shown.name)
    card["ORG"] = fields(newsroom.organization.name[hand.language])
    card["TITLE"] = text(shown.role)
    card["TEL"] = plain(shown.telephone, TYPE=["WORK", "VOICE"])
    card["EMAIL"] = plain(shown.email, TYPE="INTERNET")
    card["URL"] = plain(newsroom.address + addresses.media_contacts(hand.language))
    card["NOTE"] = text(f"{hand.words.hours}: {shown.hours}\n{hand.words.speaks}: {shown.languages}")
    return written(card)
