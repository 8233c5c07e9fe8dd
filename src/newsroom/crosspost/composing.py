"""What is said of a post on each account: the author's own words for it, or words of the post made to fit.

Two accounts of one public network never carry the same sentence, as X forbids
(https://docs.x.com/developer-terms/policy) and as readers of both would mind: the first has the headline and the
facts, the second the summary, and a third has nothing to say unless its author writes it. Two rooms have no reader in
common who would mind, and each hears everything. Engines are told addresses, and no words.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsroom.crosspost.cleaning import clean, directed
from newsroom.crosspost.fitting import Material, fitted
from newsroom.crosspost.hashtags import hashtag
from newsroom.model.crossposting import Carrier
from newsroom.model.language import Language
from newsroom.model.message import Card, Message, OwnWords
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Correction, Post
from newsroom.networks import NETWORKS
from newsroom.networks.network import Draft, Network
from newsroom.pages import addresses, sharing, subscription
from newsroom.pages.writing import Hand

_Share = tuple[tuple[str, ...], tuple[str, ...]]
"""Paragraphs, and facts."""


def compose(newsroom: Newsroom, post: Post) -> Iterator[Message]:
    """The messages of a post that stands, in the order of the accounts; those of its corrections come last."""
    for language in post.translations:
        hand = Hand.of(newsroom, language)
        carriers = _carriers(newsroom, post, language)
        for carrier in carriers:
            draft = _draft(hand, post, carrier, _rivals(carrier, carriers))
            if draft:
                yield _message(hand, post, carrier, draft)
        for correction in corrections_to_tell(post):
            yield from _of_correction(hand, post, correction, carriers)


def corrections_to_tell(post: Post) -> Iterator[Correction]:
    """The corrections of a post that accounts tell of."""
    return (correction for correction in post.corrections if correction.crosspost)


def tells_of_corrections(network: Network) -> bool:
    """Whether accounts there tell of corrections: where readers met the wrong figure, and can be met again."""
    return network.public and network.tells == "announcement"


def _of_correction(hand: Hand, post: Post, correction: Correction, carriers: Sequence[Carrier]) -> Iterator[Message]:
    """What the first account of each network says of a correction, and the second of the post that has one."""
    link = hand.newsroom.address + addresses.post(hand.language, post)
    said = (correction.text[hand.language], post.translations[hand.language].title)
    for carrier in carriers:
        network, place = NETWORKS[carrier.network], _rivals(carrier, carriers).index(carrier)
        if tells_of_corrections(network) and place < len(said):
            words = _said(hand, hand.words.correction_told.format(text=said[place]))
            draft = fitted(Material((words,), (), (), link, tuple(_names(hand))), network)
            if draft:
                yield replace(_message(hand, post, carrier, draft), correction=instant_of(correction))


def instant_of(correction: Correction) -> str:
    """The instant of a correction in UTC, by which its messages are told apart."""
    return correction.date.astimezone(datetime.UTC).isoformat()


def _carriers(newsroom: Newsroom, post: Post, language: Language) -> list[Carrier]:
    return [
        each
        for each in newsroom.carriers
        if language in each.languages and each.carries(post) and each.network in NETWORKS
    ]


def _rivals(carrier: Carrier, carriers: Sequence[Carrier]) -> list[Carrier]:
    """The accounts, itself among them, in whose sight it may not repeat what another says."""
    if not NETWORKS[carrier.network].public:
        return [carrier]
    return [each for each in carriers if each.network == carrier.network]


def _draft(hand: Hand, post: Post, carrier: Carrier, rivals: Sequence[Carrier]) -> Draft | None:
    """The words for an account, one of the ``rivals`` on its network; nothing where there are none left for it."""
    place = rivals.index(carrier)
    link = hand.newsroom.address + addresses.post(hand.language, post)
    if NETWORKS[carrier.network].tells == "edition":
        feeds = subscription.feeds_of(hand.language, post)
        return Draft("", (), link, tuple(hand.newsroom.address + feed for feed in feeds))
    own = next((each for each in post.social if _is_for(each, carrier, place) and each.text[hand.language]), None)
    if own:
        return Draft(directed(own.text[hand.language].strip(), hand.language), (), link)
    shares = _shares(hand, post, among=len(rivals))
    if place >= len(shares):
        return None
    # What is not yet approved by the board may not be told without saying so.
    notice = hand.words.initial_results if post.stage == "initial" else ""
    material = Material(*shares[place], tuple(_hashtags(hand, post)), link, tuple(_names(hand)), notice)
    return fitted(material, NETWORKS[carrier.network])


def _is_for(own: OwnWords, carrier: Carrier, place: int) -> bool:
    return own.network == carrier.network and (own.handle == carrier.handle if own.handle else place == 0)


def _shares(hand: Hand, post: Post, *, among: int) -> tuple[_Share, ...]:
    """The paragraphs and the facts of a post that fall to each of the accounts on one network."""
    text, facts = post.translations[hand.language], tuple(_facts(hand, post))
    headline, summary = _said(hand, text.title), _said(hand, text.summary)
    return (((headline, summary), facts),) if among == 1 else (((headline,), facts), ((summary,), ()))


def _said(hand: Hand, text: str) -> str:
    return directed(clean(text), hand.language)


def _facts(hand: Hand, post: Post) -> Iterator[str]:
    for evidence in post.evidence:
        fact = hand.fact(evidence)
        if fact.value:
            yield _said(hand, f"{fact.label}: {fact.value}")


def _hashtags(hand: Hand, post: Post) -> Iterator[str]:
    names = (hand.newsroom.topics[topic][hand.language] for topic in post.topics)
    yield from filter(None, (hashtag(name, hand.language) for name in names))


def _names(hand: Hand) -> Iterator[str]:
    organization = hand.newsroom.organization
    yield from (clean(each[hand.language]) for each in (organization.name, organization.short_name))
    yield from (clean(executive.name[hand.language]) for executive in hand.newsroom.executives.values())


def _message(hand: Hand, post: Post, carrier: Carrier, draft: Draft) -> Message:
    text, shared = post.translations[hand.language], sharing.of_post(hand, post)
    return Message(
        post=post.id,
        language=hand.language,
        network=carrier.network,
        handle=carrier.handle,
        text=NETWORKS[carrier.network].written(draft),
        link=draft.link,
        card=Card(
            _said(hand, text.title), _said(hand, text.summary), hand.newsroom.address + shared.address, shared.alt
        ),
    )
