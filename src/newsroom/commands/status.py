"""``newsroom status``: what the ledger says of messages, and which of them wait for a person."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from newsroom.commands.crosspost import FAILED, FATES, SENT, UNCERTAIN, slug_of
from newsroom.ledgers.ledger import BrokenLine, Ledger, State, Step
from newsroom.model.language import Language, Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post

SHORT: Final = 8
"""Letters of a key that people type."""
_NEED_A_PERSON: Final[frozenset[Step]] = frozenset({"uncertain", "refused"})
_RESOLVE: Final = Localized(
    "انظر في الحساب، ثم: newsroom resolve {key} sent، أو send إن لم تكن هناك، أو drop لصرف النظر",
    "look at the account, then: newsroom resolve {key} sent, or send if it is not there, or drop",
)
_DELETE: Final = Localized(
    "المنشور مسحوب والرسالة باقية: newsroom crosspost {slug} --delete",
    "the post was withdrawn and this is still there: newsroom crosspost {slug} --delete",
)
_BROKEN: Final = Localized(
    "سطور غير مفهومة في السجل؛ لا يُرسل عنها شيء", "lines in the ledger that make no sense; nothing is sent of it"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the ledger says of one message, with its post as it is now, if it is there."""

    state: State
    post: Post | None

    @property
    def needs_a_person(self) -> bool:
        """Whether no run will do anything about it."""
        return self.state.step in _NEED_A_PERSON

    @property
    def is_left_over(self) -> bool:
        """Whether it stands there though its post was withdrawn."""
        is_there = self.state.step == "posted" and self.state.sealed is not None
        return is_there and self.post is not None and self.post.withdrawal is not None


def entries(newsroom: Newsroom, ledger: Ledger, slug: str = "") -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """What the ledger says of messages that people may mind, and the keys of those that it says nothing sound of.

    With a ``slug`` of every message of that post. Raises :class:`newsroom.errors.LedgerUnusable`.
    """
    posts, states = {post.id: post for post in newsroom.posts}, ledger.states()
    known = [Entry(state, posts.get(_post_of(state))) for state in states.values() if isinstance(state, State)]
    known.sort(key=lambda entry: (entry.state.at, entry.state.key))
    broken = tuple(sorted(key for key, state in states.items() if isinstance(state, BrokenLine)))
    if slug:
        return tuple(entry for entry in known if entry.post and slug in _names(entry.post)), broken
    return tuple(entry for entry in known if entry.state.step != "posted" or entry.is_left_over), broken


def exit_code(found: Sequence[Entry], broken: Sequence[str]) -> int:
    """0: nothing waits for a person. 2: it is uncertain whether something was sent. 1: the rest."""
    if any(entry.state.step == "uncertain" for entry in found):
        return UNCERTAIN
    return FAILED if broken or any(entry.needs_a_person or entry.is_left_over for entry in found) else SENT


def _post_of(state: State) -> str:
    return state.sealed.identity.post if state.sealed else ""


def _names(post: Post) -> tuple[str, ...]:
    return post.slug, f"{post.year}/{post.slug}", post.id


def as_lines(found: Sequence[Entry], broken: Sequence[str], newsroom: Newsroom, language: Language) -> Iterator[str]:
    """What the ledger says, a message a line; under those that need a person, what to do."""
    for entry in found:
        yield _line(entry, newsroom, language)
        if entry.needs_a_person:
            yield "  " + _RESOLVE[language].format(key=entry.state.key[:SHORT])
        if entry.is_left_over and entry.post:
            yield "  " + _DELETE[language].format(slug=entry.post.slug)
    for key in broken:
        yield f"{key[:SHORT]} · {_BROKEN[language]}"


def _line(entry: Entry, newsroom: Newsroom, language: Language) -> str:
    state = entry.state
    told = [f"{state.key[:SHORT]} · {FATES[state.step][language]}"]
    if state.sealed:
        identity = state.sealed.identity
        told.append(f"{identity.network} {identity.handle} ({identity.language}) {slug_of(identity, newsroom)}")
    told.append(state.at.astimezone(newsroom.timezone).isoformat(timespec="minutes"))
    told += [state.receipt.address] if state.receipt else []
    return " · ".join(filter(None, (*told, state.reason[language] if state.reason else "")))


def as_json(found: Sequence[Entry], broken: Sequence[str], newsroom: Newsroom) -> str:
    """What the ledger says, for programs."""
    tree = {"messages": [_tree(entry, newsroom) for entry in found], "broken": broken}
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def _tree(entry: Entry, newsroom: Newsroom) -> dict[str, Any]:
    state, identity = entry.state, entry.state.sealed.identity if entry.state.sealed else None
    return {
        "key": state.key,
        "step": state.step,
        "at": state.at.isoformat(),
        "post": slug_of(identity, newsroom) if identity else None,
        "network": identity.network if identity else None,
        "handle": identity.handle if identity else None,
        "language": identity.language if identity else None,
        "part": identity.part if identity else None,
        "text": state.sealed.message.text if state.sealed else None,
        "address": state.receipt.address if state.receipt else None,
        "reason": state.reason.en if state.reason else None,
        "needs_a_person": entry.needs_a_person,
        "left_over": entry.is_left_over,
    }
