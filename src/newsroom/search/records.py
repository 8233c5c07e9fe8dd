"""A post as it is searched: its words, what is shown of it among results, and what results are chosen by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec
from lxml import etree

from newsroom.model.language import Language
from newsroom.model.post import Post, PostType
from newsroom.pages.writing import Hand
from newsroom.prose.fragments import parse
from newsroom.prose.isolation import runs
from newsroom.prose.reading_order import BLOCKS
from newsroom.prose.shown import RESTATEMENT
from newsroom.search.pagefind import Record
from newsroom.search.roots import roots

_ISOLATE: Final = "\N{LEFT-TO-RIGHT ISOLATE}"
_END_OF_ISOLATE: Final = "\N{POP DIRECTIONAL ISOLATE}"
_UNSAID: Final = ("script", "style", "template")
_OUTDATED: Final = etree.XPath(f"//*[contains(concat(' ', @class, ' '), ' {RESTATEMENT} ')]")
"""Notes that tell what a figure was before. An excerpt may be that half of a note alone."""


class Facts(msgspec.Struct, frozen=True, array_like=True):
    """What results are chosen by, and ordered where no words are searched; ``date`` is an ISO date."""

    type: PostType
    year: int
    executive: str
    date: str


def facts_of(hand: Hand, post: Post) -> Facts:
    """The facts of a post."""
    return Facts(post.type, post.year, post.author, _date(hand, post))


def record_of(hand: Hand, post: Post, html: str) -> Record:
    """The record of a post that is not withdrawn; ``html`` is what became of its text."""
    item, author = hand.item(post), hand.newsroom.executives[post.author]
    words = " ".join((item.summary, *_text(html), *_besides(hand, post, item.language)))
    topics = " ".join(hand.newsroom.topics[topic][item.language] for topic in post.topics)
    said = {
        "title": item.title,
        "type": hand.sort_of(post),
        "day": item.date.text,
        "date": _date(hand, post),
        "author": item.author,
        "role": hand.role(author),
        "topics": topics,
    }
    meta = {name: _isolated(each, item.language) for name, each in said.items()}
    if item.language == "ar":
        meta["roots"] = roots(" ".join((*said.values(), words)))
    if item.elsewhere:
        meta["language"] = item.language
    return Record(item.address, _isolated(words, item.language), meta)


def _date(hand: Hand, post: Post) -> str:
    return hand.style.day_of(post.released).isoformat()


def _text(html: str) -> Iterator[str]:
    """The words of a text, those of each block apart from the next one's."""
    body = parse(html)
    for element in (*body.iter(*_UNSAID), *_OUTDATED(body)):
        element.clear(keep_tail=True)
    for element in body.iter(*BLOCKS):
        element.text = f" {element.text or ''}"
        element.tail = f" {element.tail or ''}"
    yield from "".join(body.itertext()).split()


def _besides(hand: Hand, post: Post, language: Language) -> Iterator[str]:
    """What the page of a post says around its text, but for its corrections, which tell what was wrong."""
    for evidence in post.evidence:
        fact = hand.fact(evidence)
        yield from (evidence.label[language], fact.value, evidence.source[language])
    if post.hero:
        yield post.hero.caption[language]


def _isolated(text: str, language: Language) -> str:
    """A text whose left-to-right runs are marked, so that a page may isolate them wherever a piece of it is shown."""
    if language == "en":
        return text
    return "".join(f"{_ISOLATE}{piece}{_END_OF_ISOLATE}" if is_run else piece for piece, is_run in runs(text))
