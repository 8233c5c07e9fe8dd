"""What accounts will say of posts, when, and why some say nothing: as far as it can be known before anything is sent.

The ledger is not asked: whether a message has gone is another question.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.crosspost.composing import compose, corrections_to_tell
from newsroom.crosspost.due import is_hurried
from newsroom.crosspost.pacing import not_before
from newsroom.model.crossposting import Carrier
from newsroom.model.language import Language
from newsroom.model.message import Consent, Message, Silence
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from newsroom.networks import NETWORKS
from newsroom.networks.network import LAPSES
from newsroom.pages.changes import last_change
from newsroom.pages.release import in_preview
from newsroom.pages.tellings import Length, Outgoing, Silent, Telling


def told(newsroom: Newsroom, now: datetime.datetime) -> frozenset[str]:
    """The ids of posts that are to come, or that were released or corrected no longer ago than news lasts."""
    if not newsroom.carriers:
        return frozenset()
    return frozenset(post.id for post in newsroom.posts if _is_told(post, now - LAPSES))


def _is_told(post: Post, since: datetime.datetime) -> bool:
    return post.released > since or any(correction.date > since for correction in corrections_to_tell(post))


def tellings(newsroom: Newsroom, now: datetime.datetime) -> tuple[Telling, ...]:
    """What accounts will say of these posts, the newest post first; ``newsroom`` is the whole."""
    visible, ids = in_preview(newsroom), told(newsroom, now)
    forecast = _Forecast(newsroom, visible, now)
    return tuple(forecast.of(post) for post in visible.posts if post.id in ids)


@dataclass(frozen=True, slots=True)
class _Forecast:
    """Looks ahead from an instant; ``visible`` is what a preview shows of the ``newsroom``."""

    newsroom: Newsroom
    visible: Newsroom
    now: datetime.datetime

    def of(self, post: Post) -> Telling:
        """What accounts say of a post, and which say nothing."""
        composed = tuple(compose(self.visible, post))
        carriers = {(each.network, each.handle): each for each in self.visible.carriers if each.network in NETWORKS}
        outgoing = (
            self._outgoing(message, post, carriers[message.network, message.handle])
            for message in composed
            if self._goes(message, post, carriers[message.network, message.handle])
        )
        silent = (each for carrier in carriers.values() for each in self._silent(post, carrier, composed))
        return Telling(post, tuple(outgoing), tuple(silent))

    def _goes(self, message: Message, post: Post, carrier: Carrier) -> bool:
        if message.correction:
            return _correction(message) > self.now - NETWORKS[carrier.network].lapses
        return self._closed(post, carrier) is None

    def _silent(self, post: Post, carrier: Carrier, composed: tuple[Message, ...]) -> Iterator[Silent]:
        """Why an account says nothing, once for all languages to which the same applies."""
        reasons: dict[Silence, list[Language]] = {}
        for language in post.translations:
            reason = self._silence(post, carrier, language, composed)
            if reason:
                reasons.setdefault(reason, []).append(language)
        for reason, languages in reasons.items():
            yield Silent(carrier.network, carrier.handle, tuple(languages), reason)

    def _silence(
        self, post: Post, carrier: Carrier, language: Language, composed: tuple[Message, ...]
    ) -> Silence | None:
        if not carrier.carries(post):
            return "type"
        if language not in carrier.languages:
            return "language"
        closed = self._closed(post, carrier)
        if closed:
            return closed
        place = (carrier.network, carrier.handle, language, "")
        is_said = any((each.network, each.handle, each.language, each.correction) == place for each in composed)
        return None if is_said else "speechless"

    def _closed(self, post: Post, carrier: Carrier) -> Silence | None:
        """Why no account of a network announces a post any more; engines are told of what was withdrawn as well."""
        network, withdrawal = NETWORKS[carrier.network], post.withdrawal
        if network.tells == "edition":
            return "withdrawn" if withdrawal and withdrawal.date < post.released else None
        if withdrawal:
            return "withdrawn"
        return None if post.released > self.now - network.lapses else "lapsed"

    def _outgoing(self, message: Message, post: Post, carrier: Carrier) -> Outgoing:
        network, text = NETWORKS[message.network], message.text
        return Outgoing(
            message=message,
            shown=network.shown(text),
            lengths=tuple(Length(limit.count(text), limit.most, limit.units) for limit in network.limits),
            price=network.price(text),
            is_illustrated=network.illustrated,
            consent=self._consent(message),
            earliest=self._earliest(message, post, carrier),
        )

    def _consent(self, message: Message) -> Consent:
        agreed = self.newsroom.agreed.get(message.post)
        if agreed is None:
            return "unneeded"
        return "given" if agreed.get(message.name) == message.text else "missing"

    def _earliest(self, message: Message, post: Post, carrier: Carrier) -> datetime.datetime | None:
        """From when it may go: its account's pace is not minded, which depends on what is sent before."""
        if post.pubstatus == "withheld" or post.id in self.newsroom.unapproved:
            return None
        begins = max(self.newsroom.public_from(post), _news(message, post))
        hurried = is_hurried(post, carrier)
        return not_before(carrier, None, begins, self.newsroom.timezone, hurried=hurried)


def _news(message: Message, post: Post) -> datetime.datetime:
    """The instant of what a message tells: the release of the post, its correction, or for engines its last change."""
    if message.correction:
        return _correction(message)
    if NETWORKS[message.network].tells == "edition":
        return last_change(post, message.language)
    return post.released


def _correction(message: Message) -> datetime.datetime:
    return datetime.datetime.fromisoformat(message.correction)
