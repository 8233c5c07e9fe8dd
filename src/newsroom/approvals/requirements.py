"""Which posts need whose consent: as ``policy.yml`` has it by types, and by the subjects of posts.

To take a post down without a word about why, one consent is enough. Whoever says why publishes words, which could move
a market like any others: they need what the post needed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsroom.approvals.verification import Memory
from newsroom.history.log import History
from newsroom.model.newsroom import Newsroom
from newsroom.model.policy import ROLES, Approvals, Expressions, Role, Subject
from newsroom.model.post import Post, Translation
from newsroom.prose.expressions import first
from newsroom.prose.passages import passages
from newsroom.reading.files import read_words


@dataclass(frozen=True, slots=True)
class Need:
    """Whose consent a post needs: that of all ``roles``, or else of any one ``instead``, where there are such."""

    roles: tuple[Role, ...]
    instead: tuple[Role, ...] = ()

    @property
    def asked(self) -> tuple[Role, ...]:
        """Every role whose consent may count."""
        return tuple(role for role in ROLES if role in (*self.roles, *self.instead))

    def missing(self, given: Collection[Role]) -> tuple[Role, ...]:
        """The roles that have still to consent: all of these, or any one where that is enough."""
        if not set(self.instead).isdisjoint(given):
            return ()
        missing = tuple(role for role in self.roles if role not in given)
        return (self.instead or missing) if missing else ()


Required = Mapping[str, Need]
"""By the ids of posts that need consent: whose."""


def required_roles(
    newsroom: Newsroom,
    root: Path,
    history: History | None,
    memory: Memory,
    approved_as: Callable[[str], frozenset[str]],
) -> Required:
    """Who has to consent to which posts. Raises :class:`newsroom.errors.ContentChanged`.

    ``memory`` knows of texts whether the words that were looked for stand in them. ``approved_as`` gives the types
    under which somebody has consented to the post of an id: whatever type or date it has now, it is asked for again.
    """
    approvals = newsroom.policy.approvals
    if approvals is None:
        return {}
    found = {
        post.id: _roles(post, approved_as(post.id), newsroom, root, memory)
        for post in newsroom.posts
        if post.released >= approvals.since or is_backdated(post, approvals, history) or approved_as(post.id)
    }
    by_id = {post.id: post for post in newsroom.posts}
    return {post: Need(roles, _instead(by_id[post], roles, approvals)) for post, roles in found.items() if roles}


def _instead(post: Post, roles: tuple[Role, ...], approvals: Approvals) -> tuple[Role, ...]:
    """Who may put a notice in a post's place alone: not its author, unless the policy says so.

    Nobody who would give a reason may, nor who would leave no notice: a post that is withdrawn before it is released.
    """
    withdrawal = post.withdrawal
    if withdrawal is None or any(withdrawal.reason) or withdrawal.date < post.released:
        return ()
    return approvals.withdrawal or tuple(role for role in roles if role != "author")


def is_backdated(post: Post, approvals: Approvals, history: History | None) -> bool:
    """Whether a post is dated before consent was asked for, and yet came into the repository only after that."""
    if history is None or post.released >= approvals.since:
        return False
    commits = history.of(f"content/{post.folder}")
    return not commits or commits[-1].instant >= approvals.since


def _roles(post: Post, approved_as: frozenset[str], newsroom: Newsroom, root: Path, memory: Memory) -> tuple[Role, ...]:
    policy = newsroom.policy
    assert policy.approvals
    asking = policy.approvals.required.items()
    wanted = {role for kind, roles in asking if kind == post.type or kind in approved_as for role in roles}
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
