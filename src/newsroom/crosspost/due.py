"""What is to be sent now: all content compared with the ledger, and never with what changed last.

An edit, another date, another title or another address makes no post due again, for none of them is in its identity.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newsroom.crosspost.composing import corrections_to_tell, instant_of, tells_of_corrections
from newsroom.ledgers.ledger import Baseline, BrokenLine, State, Step
from newsroom.model.crossposting import Carrier
from newsroom.model.delivery import ANNOUNCEMENT, Identity
from newsroom.model.language import Language
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from newsroom.networks import NETWORKS
from newsroom.pages.changes import last_change

STALE: Final = datetime.timedelta(minutes=10)
"""A claim that nobody has followed for so long was left behind: no request waits longer for its answer."""
LOOKED_FOR: Final = datetime.timedelta(days=1)
"""What is uncertain is looked for so long; then only a person can tell."""

Parts = Callable[[Carrier, Language], Sequence[str]]
"""The parts in which an account is sent a post."""
_LEFT: Final[frozenset[Step]] = frozenset({"claimed", "sending"})
"""Where somebody was at work."""


@dataclass(frozen=True, slots=True)
class Due:
    """A message that may be sent, and what the ledger knows of it; that of a ``correction`` has its instant there."""

    identity: Identity
    carrier: Carrier
    post: Post
    state: State | None
    correction: str = ""

    @property
    def is_hurried(self) -> bool:
        """Whether it does not wait for the account's hours: what may move a price reaches everybody at once."""
        return is_hurried(self.post, self.carrier)


def is_hurried(post: Post, carrier: Carrier) -> bool:
    """Whether what an account says of a post does not wait for the account's hours."""
    return post.is_material or NETWORKS[carrier.network].tells == "edition"


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger knows: of each message by its key, and what each account began with, by the account's name."""

    states: Mapping[str, State | BrokenLine]
    begun: Mapping[str, frozenset[str]]

    def of(self, identity: Identity) -> State | BrokenLine | None:
        """What is known of a message; nothing, where none of its lines is there."""
        return self.states.get(identity.key)


def due(newsroom: Newsroom, known: Known, now: datetime.datetime, parts: Parts) -> Iterator[Due]:
    """What may be sent at an instant, the oldest post first; ``newsroom`` is what the public may see then.

    An account without a baseline has nothing to send yet.
    """
    for post in reversed(newsroom.posts):
        for carrier in newsroom.carriers:
            if carrier.name in known.begun and _is_for(carrier, post):
                yield from _of_post(post, carrier, known, now, parts)


def _is_for(carrier: Carrier, post: Post) -> bool:
    if not carrier.carries(post):
        return False
    return post.withdrawal is None or NETWORKS[carrier.network].tells == "edition"


def _is_news(carrier: Carrier, post: Post, now: datetime.datetime) -> bool:
    network = NETWORKS[carrier.network]
    return network.tells == "edition" or post.released > now - network.lapses


def _of_post(post: Post, carrier: Carrier, known: Known, now: datetime.datetime, parts: Parts) -> Iterator[Due]:
    is_news = _is_news(carrier, post, now)
    for language in (each for each in post.translations if each in carrier.languages):
        for identity in identities(post, language, carrier, parts):
            state = known.of(identity)
            if isinstance(state, State):
                if is_open(state, now) and (is_news or state.step == "cleared"):
                    yield Due(identity, carrier, post, state)
            elif state is None and is_news and mark(identity) not in known.begun[carrier.name]:
                yield Due(identity, carrier, post, None)
        yield from _of_corrections(post, language, carrier, known, now)


def _of_corrections(
    post: Post, language: Language, carrier: Carrier, known: Known, now: datetime.datetime
) -> Iterator[Due]:
    """What an account has to tell of corrections: each where the post itself was posted, and while it is news."""
    announced = known.of(Identity(post.id, language, carrier.network, carrier.handle))
    if not (isinstance(announced, State) and announced.step == "posted"):
        return
    network = NETWORKS[carrier.network]
    for correction in corrections_to_tell(post) if tells_of_corrections(network) else ():
        at = instant_of(correction)
        identity = Identity(post.id, language, carrier.network, carrier.handle, f"correction {at}")
        state = known.of(identity)
        is_new = state is None and correction.date > now - network.lapses
        if is_new or (isinstance(state, State) and is_open(state, now)):
            yield Due(identity, carrier, post, state if isinstance(state, State) else None, at)


def identities(post: Post, language: Language, carrier: Carrier, parts: Parts) -> Iterator[Identity]:
    """What an account is sent of a post in a language."""
    if NETWORKS[carrier.network].tells == "edition":
        changed = last_change(post, language).astimezone(datetime.UTC).isoformat()
        yield Identity(post.id, language, carrier.network, carrier.handle, changed)
    else:
        for part in parts(carrier, language):
            yield Identity(post.id, language, carrier.network, carrier.handle, part)


def is_open(state: State, now: datetime.datetime) -> bool:
    """Whether something is still to be done for a message, and may be done now."""
    if state.step == "cleared":
        return True
    if state.step == "deferred":
        return state.until is None or state.until <= now
    if state.step == "uncertain":
        return state.since is not None and state.since > now - LOOKED_FOR
    return state.step in _LEFT and state.at <= now - STALE


def mark(identity: Identity) -> str:
    """What a baseline has of a message: its post, whatever the language or the reader; of engines the edition too."""
    return identity.post if NETWORKS[identity.network].tells == "announcement" else f"{identity.post} {identity.part}"


def baseline_of(newsroom: Newsroom, carrier: Carrier, now: datetime.datetime) -> Baseline:
    """What there is when an account begins to carry posts, none of which it will be sent."""
    marks = {
        mark(identity)
        for post in newsroom.posts
        for language in post.translations
        for identity in identities(post, language, carrier, lambda *_: (ANNOUNCEMENT,))
    }
    return Baseline(carrier.name, now, tuple(sorted(marks)))
