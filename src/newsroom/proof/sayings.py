"""What a newsroom says, piece by piece: of each post, person, date and figure whatever would betray it.

The same walk goes over the whole newsroom and over what of it may be seen. What only the first says is held back.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from newsroom.languages.style import around_number
from newsroom.model.calendar import Occasion
from newsroom.model.executive import Executive
from newsroom.model.figure import Figure, Value
from newsroom.model.language import Localized
from newsroom.model.newsroom import PlainPage
from newsroom.model.organization import Account, Contact, Organization
from newsroom.model.post import Evidence, Picture, Post

Form = Literal["prose", "name", "code", "address", "file", "number"]
"""How a saying is looked for: as sentences; as a whole name; letter by letter; so, and never said by others; as the
name of a file; as a number beside what it is a number of."""
Part = Literal[
    "identity",
    "title",
    "summary",
    "text",
    "picture",
    "evidence",
    "correction",
    "withdrawal",
    "filing",
    "file",
    "person",
    "account",
    "occasion",
    "figure",
    "topic",
]

PARTS: Final[dict[Part, Localized[str]]] = {
    "identity": Localized("الهوية أو العنوان الإلكتروني", "id or address"),
    "title": Localized("العنوان", "title"),
    "summary": Localized("الملخص", "summary"),
    "text": Localized("النص", "text"),
    "picture": Localized("كلمات الصورة", "words of a picture"),
    "evidence": Localized("دليل", "evidence"),
    "correction": Localized("تصويب", "correction"),
    "withdrawal": Localized("سبب السحب", "reason of the withdrawal"),
    "filing": Localized("الإفصاح لدى السوق", "filing with the exchange"),
    "file": Localized("ملف", "file"),
    "person": Localized("شخص", "person"),
    "account": Localized("حساب", "account"),
    "occasion": Localized("موعد", "date of the calendar"),
    "figure": Localized("قيمة", "value of a figure"),
    "topic": Localized("موضوع", "topic"),
}


class Saying(NamedTuple):
    """A piece of what is said: which part of its owner it is, and the form in which it is looked for."""

    part: Part
    form: Form
    text: str


def of_post(post: Post) -> Iterator[Saying]:
    """What a post says, its text apart."""
    yield Saying("identity", "code", post.id)
    yield Saying("identity", "address", f"{post.year}/{post.slug}")
    yield Saying("identity", "code", post.slug)
    for translation in post.translations.values():
        yield Saying("title", "prose", translation.title)
        yield Saying("summary", "prose", translation.summary)
    yield from of_picture(post.hero)
    for evidence in post.evidence:
        yield from _of_evidence(evidence)
    for correction in post.corrections:
        yield from _both("correction", correction.text)
    if post.withdrawal:
        yield from _both("withdrawal", post.withdrawal.reason)
    if post.disclosure:
        yield Saying("filing", "code", post.disclosure.reference)
    yield from (Saying("file", "file", _name(path)) for path in post.attachments)


def of_executive(person: Executive) -> Iterator[Saying]:
    """What a profile says, its biography's text apart."""
    yield Saying("identity", "address", f"executives/{person.key}")
    yield Saying("identity", "code", person.key)
    yield from (Saying("person", "name", name) for name in person.name)
    for role in person.roles:
        yield from _both("person", role.title)
    for biography in person.biographies.values():
        yield Saying("summary", "prose", biography.summary)
    yield from of_picture(person.portrait)
    for account in person.accounts:
        yield from of_account(account)
    yield from (Saying("file", "file", _name(path)) for path in person.attachments)


def of_account(account: Account) -> Iterator[Saying]:
    """An account on a network."""
    yield Saying("account", "code", account.handle)
    yield Saying("account", "code", account.link)


def of_occasion(occasion: Occasion) -> Iterator[Saying]:
    """A date of the calendar."""
    yield Saying("identity", "code", occasion.key)
    for words in (occasion.title, occasion.description, occasion.place):
        yield from _both("occasion", words)
    yield Saying("occasion", "code", occasion.link)


def of_figure(figure: Figure) -> Iterator[Saying]:
    """A figure with its values: each beside its unit, and beside the point that it is the value of."""
    for words in (figure.title, figure.source, *(series.name for series in figure.series)):
        yield from _both("figure", words)
    for point in figure.points:
        for value in point.values.values():
            yield from _of_value(value, figure.unit)
            yield from (Saying("figure", "number", f"{name} {marked(value.number)}") for name in point.name)


def of_topic(key: str, name: Localized[str]) -> Iterator[Saying]:
    """A topic."""
    yield Saying("identity", "address", f"topics/{key}")
    yield from _both("topic", name)


def of_picture(picture: Picture | None) -> Iterator[Saying]:
    """The words of a picture, and the name of its file."""
    if picture:
        yield Saying("file", "file", _name(picture.path))
        for words in (picture.alt, picture.caption, picture.credit, picture.licence):
            yield from _both("picture", words)


def of_organization(organization: Organization) -> Iterator[Saying]:
    """What the organisation says of itself."""
    for words in (organization.name, organization.short_name, organization.description, organization.boilerplate):
        yield from _both("text", words)
    for account in organization.accounts:
        yield from of_account(account)


def of_contact(contact: Contact) -> Iterator[Saying]:
    """Whom to call."""
    for words in (contact.name, contact.role, contact.hours):
        yield from _both("text", words)
    yield Saying("text", "code", contact.email)


def of_page(page: PlainPage) -> Iterator[Saying]:
    """A plain page, its text apart."""
    yield Saying("identity", "code", page.slug)
    for text in page.texts.values():
        yield Saying("title", "prose", text.title)
        yield Saying("summary", "prose", text.summary)
    yield from (Saying("file", "file", _name(path)) for path in page.attachments)


def _of_evidence(evidence: Evidence) -> Iterator[Saying]:
    yield from _both("evidence", evidence.label)
    yield from _both("evidence", evidence.source)
    if evidence.link:
        yield Saying("evidence", "code", evidence.link)
    if evidence.value is not None and evidence.unit:
        number = marked(evidence.value)
        yield from _of_value(Value(evidence.value), evidence.unit)
        yield from (Saying("evidence", "number", f"{label} {number}") for label in evidence.label)


def _of_value(value: Value, unit: Localized[str]) -> Iterator[Saying]:
    """A value as it stands and as it stood, in front of its unit and where a currency's code comes first."""
    for number in (value.number, *(each.before for each in value.restatements)):
        for words in unit:
            before, after = around_number(words)
            yield Saying("figure", "number", f"{marked(number)} {words}")
            yield Saying("figure", "number", f"{words} {marked(number)}")
            if before and after:
                yield Saying("figure", "number", f"{before} {marked(number)} {after}")
    for restatement in value.restatements:
        yield from _both("figure", restatement.reason)


def marked(number: Decimal) -> str:
    """A number told from the words beside it, among which there may be numbers too."""
    return f"{{{number:f}}}"


def _both(part: Part, words: Localized[str]) -> Iterator[Saying]:
    return (Saying(part, "prose", each) for each in words if each)


def _name(path: str) -> str:
    return path.rpartition("/")[2]
