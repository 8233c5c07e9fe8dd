"""What is held back at an instant: whatever the whole newsroom says, and what may be seen of it does not.

The release gate says what may be seen. Whether a post may be seen is asked of its own dates besides, so that a gate
that lets a post through too early does not excuse it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Final, TypeVar

from newsroom.model.executive import Biography
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post, Translation
from newsroom.proof.sayings import Saying, of_account, of_executive, of_figure, of_occasion, of_post, of_topic
from newsroom.proof.traces import Trace, traces_of
from newsroom.prose.passages import passages
from newsroom.reading.files import Folder, read_words

Record = TypeVar("Record")
Owned = tuple[str, Saying]
"""A saying, and whose it is."""

_TEXT: Final = ".md"
SMALLEST: Final = 64
"""Bytes of the smallest file that is looked for by its bytes; of less, an empty picture say, there are many."""


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file of a folder that is held back, wholly or but for what a notice says."""

    owner: str
    path: Path
    size: int


@dataclass(frozen=True, slots=True)
class Held:
    """What is held back. Owners are posts by year and slug, and other things by where they stand in the newsroom."""

    posts: int
    traces: tuple[Trace, ...]
    files: tuple[HeldFile, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to look for."""
        return not (self.traces or self.files)


def seen_of(visible: Newsroom, newsroom: Newsroom, now: datetime.datetime) -> Newsroom:
    """What may be seen, without any post whose own dates and consent speak against it."""
    return replace(visible, posts=tuple(post for post in visible.posts if _may_be_seen(post, newsroom, now)))


def _may_be_seen(post: Post, newsroom: Newsroom, now: datetime.datetime) -> bool:
    instants = (post.date, post.embargoed or post.date, newsroom.consents.get(post.id, post.date))
    return post.pubstatus != "withheld" and all(instant is not None and instant <= now for instant in instants)


def held_back(newsroom: Newsroom, seen: Newsroom, root: Path) -> Held:
    """What a newsroom says and what is seen of it does not. Raises :class:`newsroom.errors.ContentChanged`."""
    posts = {post.id: post for post in seen.posts}
    hidden = [post for post in newsroom.posts if post.id not in posts]
    said = chain(_of_posts(newsroom, posts, root), _of_others(newsroom, seen, root), _of_topics(newsroom, seen, hidden))
    traces = dict.fromkeys(trace for owner, saying in said for trace in traces_of(owner, saying))
    return Held(len(hidden), tuple(traces), tuple(_files(newsroom, seen, root)))


def _of_posts(newsroom: Newsroom, seen: Mapping[str, Post], root: Path) -> Iterator[Owned]:
    for post in newsroom.posts:
        shown = seen.get(post.id)
        if shown is not post:
            owner = f"{post.year}/{post.slug}"
            yield from _unseen(owner, post, shown, of_post)
            known = {text.body.digest for text in shown.translations.values()} if shown else set()
            yield from _of_texts(owner, post.translations.values(), known, root)


def _of_others(newsroom: Newsroom, seen: Newsroom, root: Path) -> Iterator[Owned]:
    for person in newsroom.executives.values():
        shown = seen.executives.get(person.key)
        owner = f"executives/{person.key}"
        yield from _unseen(owner, person, shown, of_executive)
        if shown is None:
            yield from _of_texts(owner, person.biographies.values(), set(), root)
    occasions = {occasion.key: occasion for occasion in seen.occasions}
    for occasion in newsroom.occasions:
        yield from _unseen(f"calendar.yml: {occasion.key}", occasion, occasions.get(occasion.key), of_occasion)
    figures = {figure.name: figure for figure in seen.figures}
    for figure in newsroom.figures:
        yield from _unseen(figure.path, figure, figures.get(figure.name), of_figure)
    for account in newsroom.organization.accounts:
        if account not in seen.organization.accounts:
            yield from _unseen(f"newsroom.yml: {account.network}", account, None, of_account)


def _of_topics(newsroom: Newsroom, seen: Newsroom, hidden: Iterable[Post]) -> Iterator[Owned]:
    """Topics that only posts have which are held back: no list of them is there to be seen."""
    known = {topic for post in seen.posts for topic in post.topics}
    for topic in dict.fromkeys(topic for post in hidden for topic in post.topics):
        if topic not in known and topic in newsroom.topics:
            yield from ((f"topics/{topic}", saying) for saying in of_topic(topic, newsroom.topics[topic]))


def _unseen(
    owner: str, record: Record, shown: Record | None, walk: Callable[[Record], Iterator[Saying]]
) -> Iterator[Owned]:
    """What a record says beyond what is shown of it."""
    if shown == record:
        return
    known = set(walk(shown)) if shown else set()
    yield from ((owner, saying) for saying in walk(record) if saying not in known)


def _of_texts(
    owner: str, texts: Iterable[Translation | Biography], known: Collection[str], root: Path
) -> Iterator[Owned]:
    for text in texts:
        if text.body.digest and text.body.digest not in known:
            for passage in passages(read_words(text.path, text.body.digest, root)):
                yield owner, Saying("text", "prose", passage.text)


def _files(newsroom: Newsroom, seen: Newsroom, root: Path) -> Iterator[HeldFile]:
    """Every file of a folder of which nothing is seen, or no more than a notice, whether a text names it or not."""
    shown = {each.folder for each in seen.folders if not (isinstance(each, Post) and each.withdrawal)}
    for each in newsroom.folders:
        if each.folder not in shown:
            owner = f"{each.year}/{each.slug}" if isinstance(each, Post) else each.folder
            yield from _files_of(owner, Folder(root).content / each.folder)


def _files_of(owner: str, folder: Path) -> Iterator[HeldFile]:
    for path in sorted(folder.rglob("*")):
        if path.suffix != _TEXT and path.is_file() and path.stat().st_size >= SMALLEST:
            yield HeldFile(owner, path, path.stat().st_size)
