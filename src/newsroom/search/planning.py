"""The indexes that readers search, one for each shard of posts in each language."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.document import Document, Made, Texts
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.search_page import shards
from newsroom.search import licence
from newsroom.search.pagefind import ENTRY, SCRIPT, index, urls
from newsroom.search.records import facts_of, record_of

FACTS = "facts.json"
"""Beside each index: the facts of each post by the name of its result."""


def plan_search(desk: Desk) -> Iterator[Document]:
    """An index for each shard of posts in each language, costly to make: a new post makes one anew."""
    for paper in desk.papers:
        for shard in shards(desk.newsroom.posts):
            folder = addresses.search_index(paper.hand.language, shard.number)
            sources = tuple(post.translations[paper.hand.language_shown(post)].path for post in shard.posts)
            yield desk.document(
                tuple(folder + name for name in (ENTRY, SCRIPT, FACTS, licence.FILE)),
                _index,
                paper,
                shard.number,
                shard.posts,
                sources=sources,
                is_costly=True,
                folder=folder,
            )


def _index(texts: Texts, paper: Paper, number: int, posts: tuple[Post, ...]) -> Made:
    hand = paper.hand
    shown = [hand.language_shown(post) for post in posts]
    htmls = (texts.html(post.translations[language].path) for post, language in zip(posts, shown, strict=True))
    records = [record_of(hand, post, html) for post, html in zip(posts, htmls, strict=True)]
    facts = {record.url: facts_of(hand, post) for record, post in zip(records, posts, strict=True)}
    files = index(records, hand.language)
    folder = addresses.search_index(hand.language, number)
    yield from ((folder + path, data) for path, data in files.items())
    yield folder + licence.FILE, licence.TEXT
    yield folder + FACTS, msgspec.json.encode({name: facts[url] for name, url in sorted(urls(files).items())})
