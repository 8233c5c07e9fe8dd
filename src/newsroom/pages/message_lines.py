"""Messages in words: what the page of messages shows of each in its language; what they say stays as it is."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Self

from newsroom.languages import message_words
from newsroom.languages.message_words import MessageWords
from newsroom.model.language import Language
from newsroom.model.message import Message
from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.message_views import (
    CardLine,
    Detail,
    MessageLine,
    MessagesView,
    Part,
    SilentLine,
    TellingLine,
)
from newsroom.pages.tellings import Length, Outgoing, Silent, Telling
from newsroom.pages.writing import Hand

SHORT: Final = 3
"""As many posts are shown at once; of more, each is opened by itself."""
FILE: Final = "crosspost.yml"
COMMAND: Final = "newsroom status"
OWN_WORDS: Final = "social"
"""The key of posts for words of an account's own."""
_MARKED: Final = re.compile(r"(?P<address>https?://\S+)|(?<!\S)(?P<hashtag>#\w+)")
"""What networks make links of."""


@dataclass(frozen=True, slots=True)
class MessageHand:
    """A hand that tells of messages."""

    hand: Hand
    words: MessageWords

    @classmethod
    def of(cls, hand: Hand) -> Self:
        """The hand with the words of messages in its language."""
        return cls(hand, message_words(hand.language))

    def view(self, tellings: tuple[Telling, ...]) -> MessagesView:
        """The whole page."""
        words = self.words
        return MessagesView(
            words=words,
            introduction=words.introduction.format(file=FILE, command=COMMAND),
            nothing="" if tellings else words.nothing_to_say,
            tellings=tuple(map(self._telling, tellings)),
            is_short=len(tellings) <= SHORT,
        )

    def _telling(self, telling: Telling) -> TellingLine:
        post, number = telling.post, len(telling.outgoing)
        return TellingLine(
            part=addresses.message_part(post),
            post=self.hand.post_link(post),
            standing=self._standing(post),
            count=self.hand.style.count(self.words.counted, number) if number else self.words.no_messages,
            messages=tuple(self._message(each, post) for each in telling.outgoing),
            silent=tuple(map(self._silent, telling.silent)),
        )

    def _standing(self, post: Post) -> str:
        if post.withdrawal:
            return self.words.withdrawn
        if post.pubstatus == "withheld":
            return self.words.withheld
        lacking = self.hand.lacking(post, self.hand.words.lacks_consent)
        return lacking or self.words.release.format(date=self.hand.style.instant(post.released))

    def _message(self, outgoing: Outgoing, post: Post) -> MessageLine:
        message, leads_to = outgoing.message, addresses.post(outgoing.message.language, post)
        beside = message.link not in outgoing.shown
        return MessageLine(
            network=self._network(message.network),
            handle=message.handle,
            language=message.language,
            spoken=self.hand.words.language_names[message.language],
            occasion=self._occasion(message),
            parts=tuple(pieces(outgoing.shown, message.link, leads_to)),
            link=Part("address", message.link, leads_to) if beside and outgoing.is_illustrated else None,
            sent=message.text if message.text != outgoing.shown else "",
            card=self._card(message) if outgoing.is_illustrated else None,
            details=tuple(self._details(outgoing, post)),
        )

    def _network(self, key: str) -> str:
        return self.hand.words.networks.get(key) or self.words.other_networks[key]

    def _occasion(self, message: Message) -> str:
        if not message.correction:
            return ""
        day = self.hand.style.day_of(datetime.datetime.fromisoformat(message.correction))
        return self.hand.words.correction_of.format(date=self.hand.short_day(day))

    def _card(self, message: Message) -> CardLine:
        card = message.card
        return CardLine(card.title, card.description, card.picture.removeprefix(self.hand.newsroom.address), card.alt)

    def _details(self, outgoing: Outgoing, post: Post) -> Iterator[Detail]:
        words = self.words
        lengths = ", ".join(map(self._length, outgoing.lengths)) if outgoing.lengths else words.any_length
        yield Detail(words.length, lengths)
        yield Detail(words.price, self._price(outgoing.price))
        yield Detail(words.goes, self._from_when(outgoing, post), is_lacking=outgoing.earliest is None)
        yield Detail(words.consent, words.consents[outgoing.consent], is_lacking=outgoing.consent == "missing")

    def _length(self, length: Length) -> str:
        count, most = (self.hand.style.number(Decimal(each)) for each in (length.count, length.most))
        return self.words.length_of.format(count=count, most=most, units=length.units[self.hand.language])

    def _price(self, price: Decimal) -> str:
        return self.words.dollars.format(amount=self.hand.style.number(price)) if price else self.words.free

    def _from_when(self, outgoing: Outgoing, post: Post) -> str:
        if outgoing.earliest is None:
            return self.words.goes_when_open if post.pubstatus == "withheld" else self.words.goes_with_consent
        date = self.hand.style.instant(outgoing.earliest)
        return self.words.goes_after.format(date=date) if outgoing.message.correction else date

    def _silent(self, silent: Silent) -> SilentLine:
        return SilentLine(
            network=self._network(silent.network),
            handle=silent.handle,
            spoken=self._spoken(silent.languages),
            reason=self.words.reasons[silent.reason].format(key=OWN_WORDS),
        )

    def _spoken(self, languages: Iterable[Language]) -> str:
        words = self.hand.words
        return words.enumerate(tuple(words.language_names[language] for language in languages))


def pieces(text: str, link: str, leads_to: str) -> Iterator[Part]:
    """A text in pieces, which joined are the text."""
    end = 0
    for found in _MARKED.finditer(text):
        if found.start() > end:
            yield Part("words", text[end : found.start()])
        if found["address"]:
            yield Part("address", found[0], leads_to if found[0] == link else "")
        else:
            yield Part("hashtag", found[0])
        end = found.end()
    if end < len(text):
        yield Part("words", text[end:])
