"""Which posts need whose consent: as ``policy.yml`` has it by types, and by the subjects of posts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from newsroom.approvals.verification import Memory
from newsroom.history.log import History
from newsroom.model.newsroom import Newsroom
from newsroom.model.policy import ROLES, Approvals, Expressions, Role, Subject
from newsroom.model.post import Post, Translation
from newsroom.prose.expressions import first
from newsroom.prose.passages import passages
from newsroom.reading.files import read_words

Required = Mapping[str, tuple[Role, ...]]
"""By the ids of posts that need consent: the roles that have to give it."""


def required_roles(newsroom: Newsroom, root: Path, history: History | None, memory: Memory) -> Required:
    """Who has to consent to which posts. Raises :class:`newsroom.errors.ContentChanged`.

    ``memory`` knows of texts whether the words that were looked for stand in them.
    """
    approvals = newsroom.policy.approvals
    if approvals is None:
        return {}
    found = {
        post.id: _roles(post, newsroom, root, memory)
        for post in newsroom.posts
        if post.released >= approvals.since or is_backdated(post, approvals, history)
    }
    return {post: roles for post, roles in found.items() if roles}


def is_backdated(post: Post, approvals: Approvals, history: History | None) -> bool:
    """Whether a post is dated before consent was asked for, and yet came into the repository only after that."""
    if history is None or post.released >= approvals.since:
        return False
    commits = history.of(f"content/{post.folder}")
    return not commits or commits[-1].instant >= approvals.since


def _roles(post: Post, newsroom: Newsroom, root: Path, memory: Memory) -> tuple[Role, ...]:
    policy = newsroom.policy
    assert policy.approvals
    wanted = set(policy.approvals.required.get(post.type, ()))
    for subject in policy.subjects:
        # The words of a text are looked at last, for they have to be read.
        if not wanted.issuperset(subject.roles) and _is_on(subject, post, root, memory):
            wanted.update(subject.roles)
    return tuple(role for role in ROLES if role in wanted)


def _is_on(subject: Subject, post: Post, root: Path, memory: Memory) -> bool:
    scope = subject.scope
    if post.type in scope.types or not set(scope.topics).isdisjoint(post.topics):
        return True
    return any(_has(scope.words, text, root, memory) for text in post.translations.values())


def _has(words: Expressions, translation: Translation, root: Path, memory: Memory) -> bool:
    wanted = words.ar if translation.language == "ar" else words.en
    if not wanted:
        return False
    told = repr((wanted, translation.language, translation.title, translation.summary, translation.body.digest))
    key = f"words {hashlib.sha256(told.encode()).hexdigest()}"
    if key not in memory:
        found = any(first(wanted, text, translation.language) for text in _texts(translation, root))
        memory[key] = b"there" if found else b""
    return memory[key] == b"there"


def _texts(translation: Translation, root: Path) -> Iterator[str]:
    yield translation.title
    yield translation.summary
    words = read_words(translation.path, translation.body.digest, root)
    yield from (passage.text for passage in passages(words))
