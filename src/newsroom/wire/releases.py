"""A post as a press release, in clean plain text and in Markdown: what is pasted into an agency's own system.

Both say the same in the same order. Where a post was withdrawn both say that, and none of its words.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from babel.dates import get_timezone_name

from newsroom.feeds.feed import Entry
from newsroom.model.post import Evidence, Post
from newsroom.pages.planning import Paper
from newsroom.wire.characters import sound

_INLINE: Final = re.compile(r"[\\`*_\[\]{}#<&]")
"""What has a meaning anywhere in a line of Markdown."""
_ENTITIES: Final = {"<": "&lt;", "&": "&amp;"}
"""For what a backslash does not help."""
_LINE_START: Final = re.compile(r"^([0-9]+(?=[.)])|(?=[>+-]))")
"""Where a backslash goes, lest a line begin a list or a quotation."""


class Item(NamedTuple):
    """A line of a list, and the address that ends it, if any."""

    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a release: a heading, paragraphs and a list, each of which may be missing."""

    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    """What a release says around the text of its post, in either form.

    ``before`` stands between the title and the text, ``after`` between the text and the address. A release that is
    ``gone`` is the notice of a withdrawal: there is no text.
    """

    title: str
    before: tuple[Section, ...]
    after: tuple[Section, ...]
    address: str
    id: str
    gone: bool


def release_of(paper: Paper, post: Post, entry: Entry) -> Release:
    """The release of a post in a language."""
    gone = post.withdrawal is not None
    before = (_head(paper, post, entry), *(_gone(paper, post) if gone else _opening(paper, post)))
    return Release(
        entry.title, before, () if gone else tuple(_closing(paper, post)), entry.address, entry.id, gone=gone
    )


def text_release(release: Release, text: str) -> bytes:
    """The release as plain text. ``text`` is the post's text in plain text; a withdrawn post's is not looked at."""
    return _joined([release.title, *_blocks(release, text, _as_text), release.address, release.id])


def markdown_release(release: Release, text: str) -> bytes:
    """The release as Markdown. ``text`` is the post's text in Markdown; a withdrawn post's is not looked at."""
    title, address = f"# {_escaped(release.title)}", f"<{release.address}>"
    return _joined([title, *_blocks(release, text, _as_markdown), address, release.id])


def notice(paper: Paper, post: Post) -> str:
    """What stands in place of a withdrawn post: since when, and why. Empty where a post stands."""
    return "\n\n".join(_notice(paper, post))


def corrections(paper: Paper, post: Post) -> tuple[str, ...]:
    """The corrections of a post in a language, each with its date."""
    hand = paper.hand
    return tuple(
        f"{hand.words.correction_of.format(date=hand.style.instant(each.date))}: {each.text[hand.language]}"
        for each in post.corrections
    )


Typeset = Callable[[Section], Iterator[str]]
"""Turns a section into blocks of a file, which an empty line parts."""


def _blocks(release: Release, text: str, typeset: Typeset) -> Iterator[str]:
    for section in release.before:
        yield from typeset(section)
    if not release.gone:
        yield text
    for section in release.after:
        yield from typeset(section)


def _head(paper: Paper, post: Post, entry: Entry) -> Section:
    """Whose release it is, and of when."""
    hand = paper.hand
    masthead = hand.newsroom.organization.name[hand.language] + hand.words.title_joint + hand.words.types[post.type]
    return Section("", (masthead,), tuple(map(Item, _dates(paper, entry))))


def _gone(paper: Paper, post: Post) -> Iterator[Section]:
    yield Section("", tuple(_notice(paper, post)))


def _opening(paper: Paper, post: Post) -> Iterator[Section]:
    yield Section("", (post.translations[paper.hand.language].summary,))
    if post.corrections:
        yield Section(paper.hand.words.corrections, (), tuple(map(Item, corrections(paper, post))))


def _closing(paper: Paper, post: Post) -> Iterator[Section]:
    """What the post rests on, whom to call, and who the organisation is."""
    hand = paper.hand
    organization, words = hand.newsroom.organization, hand.words
    if post.evidence:
        yield Section(words.evidence, (), tuple(_evidence(paper, each) for each in post.evidence))
    yield _contact(paper, post)
    about = words.about_organization.format(name=organization.name[hand.language])
    yield Section(about, (organization.boilerplate[hand.language],))


def _dates(paper: Paper, entry: Entry) -> Iterator[str]:
    """When the release was made, when it last changed, and by whom it is."""
    words = paper.hand.words
    yield f"{words.published}: {_instant(paper, entry.published)}"
    if entry.modified > entry.published:
        yield f"{words.updated}: {_instant(paper, entry.modified)}"
    if entry.authors and not entry.withdrawn:
        yield f"{words.written_by}: {words.enumerate(tuple(author.name for author in entry.authors))}"


def _instant(paper: Paper, instant: datetime.datetime) -> str:
    """A date and time of day with the name of its zone, for readers who are not in it."""
    style = paper.hand.style
    zone = get_timezone_name(instant.astimezone(style.timezone), locale=style.locale)
    return f"{style.instant(instant)} ({zone})"


def _notice(paper: Paper, post: Post) -> Iterator[str]:
    if post.withdrawal:
        hand = paper.hand
        yield hand.words.withdrawn_notice.format(date=hand.style.instant(post.withdrawal.date))
        if reason := post.withdrawal.reason[hand.language]:
            yield f"{hand.words.withdrawal_reason}: {reason}"


def _evidence(paper: Paper, evidence: Evidence) -> Item:
    fact, words = paper.hand.fact(evidence), paper.hand.words
    what = f"{fact.label}: {fact.value}" if fact.value else f"{fact.kind_name}: {fact.label}"
    # An abbreviation has its stop already, such as «ر.ع.».
    stop = "" if what.endswith(".") else "."
    return Item(f"{what}{stop} {words.source}: {fact.source}{words.comma}{fact.date.text}", fact.link)


def _contact(paper: Paper, post: Post) -> Section:
    shown, words = paper.hand.contact_of(post), paper.hand.words
    ways = (
        (words.telephone, _from_left(paper, shown.telephone)),
        (words.email, shown.email),
        (words.hours, shown.hours),
    )
    return Section(
        words.contact,
        (shown.name + words.comma + shown.role,),
        tuple(Item(f"{name}: {value}") for name, value in ways),
    )


def _from_left(paper: Paper, number: str) -> str:
    """A number in groups as it is dialled: among Arabic letters the groups would be shown in reverse.

    It takes a mark, since plain text has no other means: https://www.unicode.org/reports/tr9/#W2.
    """
    return f"\N{LEFT-TO-RIGHT MARK}{number}" if paper.hand.language == "ar" else number


def _as_text(section: Section) -> Iterator[str]:
    body = [*section.paragraphs, "\n".join(f"- {' '.join(filter(None, item))}" for item in section.items)]
    blocks = [block for block in body if block]
    if section.heading:
        blocks[0] = f"{section.heading}\n{blocks[0]}"
    yield from blocks


def _as_markdown(section: Section) -> Iterator[str]:
    if section.heading:
        yield f"## {_escaped(section.heading)}"
    yield from map(_escaped, section.paragraphs)
    yield "\n".join(map(_markdown_item, section.items))


def _markdown_item(item: Item) -> str:
    return f"- {_escaped(item.words)}" + (f" <{item.address}>" if item.address else "")


def _escaped(words: str) -> str:
    """Words of one line as Markdown that says just these words."""
    line = _INLINE.sub(_harmless, " ".join(words.split()))
    return _LINE_START.sub(r"\1\\", line)


def _harmless(mark: re.Match[str]) -> str:
    return _ENTITIES.get(mark[0]) or f"\\{mark[0]}"


def _joined(blocks: list[str]) -> bytes:
    return sound("\n\n".join(block.strip("\n") for block in blocks if block.strip()) + "\n").encode()
