"""One language's hand: turns the model's facts into the finished texts and links that views hold."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final, Self

from msgspec import structs

from newsroom.languages import words as words_of
from newsroom.languages.initials import initials
from newsroom.languages.style import Style, style_of
from newsroom.languages.words import Words
from newsroom.model.crossposting import ORIGIN
from newsroom.model.executive import Executive, Role
from newsroom.model.language import Language, other
from newsroom.model.newsroom import Newsroom
from newsroom.model.organization import Account, Contact
from newsroom.model.post import Evidence, Picture, Post
from newsroom.model.text import NO_WORDS
from newsroom.pages import addresses
from newsroom.pages.renditions import sources
from newsroom.pages.views import ContactCard, Fact, Handle, Image, Item, Link, Moment, Note, PersonCard, RoleLine

DAYS: Final = 10_000
"""How many days a hand remembers how to write: those of 27 years, a megabyte and a half."""
MEGABYTE: Final = 1_000_000
"""Bytes, as makers of storage and IEC 80000-13 count them."""


@dataclass(frozen=True, slots=True)
class Hand:
    """What all pages of a newsroom have in common, as one language writes it.

    Posts, plain pages and the words of biographies are not within its reach: a page is handed those that it shows.
    """

    newsroom: Newsroom
    language: Language
    words: Words
    style: Style
    short_day: Callable[[datetime.date], str] = field(compare=False)
    """``style.short_day``, asked again for each list that shows a post; what it said is remembered."""

    @classmethod
    def of(cls, newsroom: Newsroom, language: Language) -> Self:
        """The hand of a language in a newsroom that is already cut down to what may be seen."""
        style = style_of(newsroom, language)
        return cls(_in_common(newsroom), language, words_of(language), style, lru_cache(DAYS)(style.short_day))

    def link(self, text: str, address: str) -> Link:
        """Words in this language that lead somewhere."""
        return Link(text, address, self.language)

    def day(self, date: datetime.date) -> Moment:
        """A date without a time."""
        return Moment(date.isoformat(), self.short_day(date))

    def date_of(self, instant: datetime.datetime) -> Moment:
        """The day of an instant, for lists; machines still get the instant."""
        return Moment(self.iso(instant), self.short_day(self.style.day_of(instant)))

    def instant(self, instant: datetime.datetime) -> Moment:
        """A date with weekday and time."""
        return Moment(self.iso(instant), self.style.instant(instant))

    def iso(self, instant: datetime.datetime) -> str:
        """An instant for machines, in the newsroom's zone."""
        return instant.astimezone(self.newsroom.timezone).isoformat()

    def nearest(self, texts: Collection[Language]) -> Language:
        """Of the languages of some texts this one, or the only one that they have."""
        return self.language if self.language in texts else other(self.language)

    def language_shown(self, post: Post) -> Language:
        """The language in which a post is listed here: this one, or the only one it has."""
        return self.nearest(post.translations)

    def item(self, post: Post) -> Item:
        """A post in a list."""
        shown = self.language_shown(post)
        withdrawn = post.withdrawal is not None
        return Item(
            language=self.language if withdrawn else shown,
            title=self.words.withdrawn_title if withdrawn else post.translations[shown].title,
            summary="" if withdrawn else post.translations[shown].summary,
            address=addresses.post(shown, post),
            date=self.date_of(post.released),
            type=self.words.types[post.type],
            author="" if withdrawn else self.newsroom.executives[post.author].name[self.language],
            image=self.image(post.hero, shown),
            elsewhere=self.words.elsewhere if shown != self.language else "",
            corrected=self.words.corrected if post.corrections else "",
            lacking=self.lacking(post, self.words.lacks_consent),
            withdrawn=withdrawn,
        )

    def lacking(self, post: Post, sentence: str) -> str:
        """A sentence with the roles whose consent a post lacks; empty where it lacks none, and outside of previews."""
        awaited = self.newsroom.awaited.get(post.id)
        if awaited is None:
            return ""
        names = tuple(self.words.role_names[role] for role in awaited.roles)
        return sentence.format(roles=self.words.either(names) if awaited.any_one else self.words.enumerate(names))

    def sort_of(self, post: Post) -> str:
        """The type of a post in words, and whether it was corrected, for those who do not see its page."""
        said = (self.words.types[post.type], self.words.corrected if post.corrections else "")
        return self.words.title_joint.join(filter(None, said))

    def post_link(self, post: Post) -> Link:
        """A link with a post's title, in the language in which the post is listed here."""
        item = self.item(post)
        return Link(item.title, item.address, item.language)

    def image(self, picture: Picture | None, language: Language | None = None) -> Image | None:
        """A picture with its words in this language, or in that of the post which it belongs to."""
        if picture is None:
            return None
        language = language or self.language
        return Image(
            address=addresses.asset(picture.path),
            width=picture.width,
            height=picture.height,
            alt=picture.alt[language],
            caption=picture.caption[language],
            credit=picture.credit[language],
            licence=picture.licence[language],
            file="",
            sources=sources(picture.path, (picture.width, picture.height)),
        )

    def download(self, picture: Picture | None, language: Language | None = None) -> Image | None:
        """The same, where the whole picture is offered as well: with words for what its file is."""
        image = self.image(picture, language)
        return structs.replace(image, file=self.file(picture)) if image and picture else None

    def file(self, picture: Picture) -> str:
        """What a picture's file is: "JPEG, 1600 × 900 pixels, 128 KB"."""
        in_millions = picture.length >= MEGABYTE
        length = Decimal(picture.length).scaleb(-6 if in_millions else -3)
        unit = self.words.megabytes if in_millions else self.words.kilobytes
        return self.words.picture_file.format(
            type=picture.media_type.removeprefix("image/").upper(),
            width=self.style.integer(picture.width),
            height=self.style.integer(picture.height),
            size=self.style.quantity(max(length.quantize(Decimal("0.1" if in_millions else "1")), Decimal(1)), unit),
        )

    def fact(self, evidence: Evidence) -> Fact:
        """A piece of evidence, its figure formatted."""
        unit = evidence.unit[self.language] if evidence.unit else ""
        return Fact(
            kind=evidence.kind,
            kind_name=self.words.evidence_kinds[evidence.kind],
            label=evidence.label[self.language],
            value="" if evidence.value is None else self.style.quantity(evidence.value, unit),
            source=evidence.source[self.language],
            date=self.day(evidence.date),
            link=evidence.link or "",
        )

    def note(self, instant: datetime.datetime, text: str) -> Note:
        """A dated text."""
        return Note(self.instant(instant), text)

    def handle(self, account: Account) -> Handle:
        """An official account."""
        network = self.words.networks.get(account.network, account.network)
        return Handle(network, account.handle, account.link, self.day(account.since))

    def handles(self, accounts: tuple[Account, ...]) -> tuple[Handle, ...]:
        """Official accounts, in the order in which they are written."""
        return tuple(map(self.handle, accounts))

    def contact(self, contact: Contact) -> ContactCard:
        """Whom to call."""
        return ContactCard(
            name=contact.name[self.language],
            role=contact.role[self.language],
            telephone=contact.telephone,
            telephone_link=contact.telephone.replace(" ", ""),
            email=contact.email,
            hours=contact.hours[self.language],
            languages=self.words.enumerate(
                tuple(self.words.language_names[language] for language in contact.languages)
            ),
        )

    def contact_of(self, post: Post) -> ContactCard:
        """The contact that a post names."""
        return self.contact(next(contact for contact in self.newsroom.contacts if contact.key == post.contact))

    def person(self, executive: Executive) -> PersonCard:
        """An executive in a list."""
        return PersonCard(
            name=executive.name[self.language],
            initials=initials(executive.name[self.language]),
            role=self.role(executive),
            summary=self.biography_summary(executive),
            address=addresses.executive(self.language, executive.key),
            portrait=self.image(executive.portrait),
        )

    def biography_summary(self, executive: Executive) -> str:
        """One sentence about an executive, empty where this language has none."""
        biography = executive.biographies.get(self.language)
        return biography.summary if biography else ""

    def role(self, executive: Executive) -> str:
        """The title of the role an executive holds now, or held last; empty before the first."""
        return executive.roles[0].title[self.language] if executive.roles else ""

    def role_line(self, role: Role) -> RoleLine:
        """A role and when it was held."""
        since = self.short_day(role.since)
        if role.until is None:
            return RoleLine(role.title[self.language], self.words.role_since.format(date=since), current=True)
        until = self.short_day(role.until)
        return RoleLine(
            role.title[self.language], self.words.role_between.format(since=since, until=until), current=False
        )


def _in_common(newsroom: Newsroom) -> Newsroom:
    """A newsroom without what belongs to single pages."""
    executives = {key: _in_few_words(executive) for key, executive in newsroom.executives.items()}
    return replace(
        newsroom,
        posts=(),
        pages=(),
        objectives=(),
        lead_times={},
        executives=executives,
        figures=(),
        redirects={},
        carriers=(),
        ledger=ORIGIN,
    )


def _in_few_words(executive: Executive) -> Executive:
    biographies = {language: replace(each, body=NO_WORDS) for language, each in executive.biographies.items()}
    return replace(executive, attachments={}, biographies=biographies, aliases=())
