"""Every file for agencies, terminals, calendars and address books."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.feeds.entries import brief_entry, entry_of, portable_text
from newsroom.model.calendar import Occasion
from newsroom.model.figure import Figure
from newsroom.model.organization import Contact
from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.document import Document, Made, Texts
from newsroom.pages.occasions import named_posts
from newsroom.pages.planning import Desk, Paper
from newsroom.prose.manuscript import Manuscript
from newsroom.prose.plain import plain_text
from newsroom.prose.plain_markdown import markdown
from newsroom.wire.accounts import official_accounts
from newsroom.wire.calendar import calendar
from newsroom.wire.contacts import contact_card
from newsroom.wire.figure_data import figure_data
from newsroom.wire.ninjs import ninjs, ninjs_list
from newsroom.wire.releases import markdown_release, release_of, text_release


def plan_wire(desk: Desk) -> Iterator[Document]:
    """Three files beside each post, and what each language has once."""
    lead = desk.papers[desk.newsroom.lead]
    yield desk.document((addresses.ACCOUNTS,), _accounts, lead)
    for paper in desk.papers:
        posts = tuple(post for post in desk.newsroom.posts if paper.hand.language in post.translations)
        yield desk.document((addresses.ninjs_list(paper.hand.language),), _list, paper, posts)
        yield from _plan_contacts(desk, paper)
        yield from _plan_calendar(desk, paper)
        yield from _plan_figures(desk, paper)
        for post in posts:
            yield _plan_post(desk, paper, post)


def _plan_post(desk: Desk, paper: Paper, post: Post) -> Document:
    language = paper.hand.language
    files = tuple(addresses.post(language, post) + name for name in addresses.POST_FILES)
    sources = () if post.withdrawal else (post.translations[language].path,)
    return desk.document(files, release_files, paper, post, sources=sources)


def release_files(texts: Texts, paper: Paper, post: Post) -> Made:
    """The files that stand beside a post, in the order of :data:`~newsroom.pages.addresses.POST_FILES`."""
    language = paper.hand.language
    html = "" if post.withdrawal else texts.html(post.translations[language].path)
    entry = entry_of(paper.hand, post, html)
    text = Manuscript.of(portable_text(paper.hand, post, html))
    plain, release = plain_text(text), release_of(paper, post, entry)
    made = (
        ninjs(paper, post, entry, plain),
        text_release(release, plain),
        markdown_release(release, markdown(text)),
    )
    folder = addresses.post(language, post)
    yield from ((folder + name, data) for name, data in zip(addresses.POST_FILES, made, strict=True))


def _list(_: Texts, paper: Paper, posts: tuple[Post, ...]) -> Made:
    entries = ((post, brief_entry(paper.hand, post)) for post in posts)
    yield addresses.ninjs_list(paper.hand.language), ninjs_list(paper, entries)


def _plan_contacts(desk: Desk, paper: Paper) -> Iterator[Document]:
    for contact in desk.newsroom.contacts:
        address = addresses.contact_file(paper.hand.language, contact.key)
        yield desk.document((address,), _contact, paper, contact)


def _contact(_: Texts, paper: Paper, contact: Contact) -> Made:
    yield addresses.contact_file(paper.hand.language, contact.key), contact_card(paper, contact)


def _plan_figures(desk: Desk, paper: Paper) -> Iterator[Document]:
    for figure in desk.newsroom.figures:
        address = addresses.figure_file(paper.hand.language, figure.name)
        yield desk.document((address,), _figure, paper, figure)


def _figure(_: Texts, paper: Paper, figure: Figure) -> Made:
    yield addresses.figure_file(paper.hand.language, figure.name), figure_data(paper.hand, figure)


def _plan_calendar(desk: Desk, paper: Paper) -> Iterator[Document]:
    """A calendar, where there is something in it: iCalendar has no empty one."""
    occasions, language = desk.newsroom.occasions, paper.hand.language
    if not occasions:
        return
    posts = tuple(
        (post.id, desk.newsroom.address + addresses.post(language, post))
        for post in named_posts(occasions, desk.newsroom.posts)
        if language in post.translations
    )
    yield desk.document((addresses.calendar_file(language),), _calendar, paper, occasions, posts)


def _calendar(_: Texts, paper: Paper, occasions: tuple[Occasion, ...], posts: tuple[tuple[str, str], ...]) -> Made:
    yield addresses.calendar_file(paper.hand.language), calendar(paper, occasions, dict(posts))


def _accounts(_: Texts, paper: Paper) -> Made:
    yield addresses.ACCOUNTS, official_accounts(paper.hand.newsroom)
