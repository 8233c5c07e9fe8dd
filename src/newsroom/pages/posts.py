"""The page of each post, in each language it has."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.languages import message_words
from newsroom.model.freshness import fresher_translation
from newsroom.model.language import LANGUAGES, Language, Localized, other
from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.changes import last_change
from newsroom.pages.editions import edition_of
from newsroom.pages.metadata import card_of_post, of_page, of_post, trail_to_post, versions_of_post
from newsroom.pages.neighbours import Neighbourhood, Neighbours
from newsroom.pages.page import Blueprint, Page, Text
from newsroom.pages.planning import Desk, Paper, Targets
from newsroom.pages.press_kit import figures_as_text, kit_of
from newsroom.pages.structured_data import article, script, withdrawn
from newsroom.pages.verification import verification_of
from newsroom.pages.views import Filing, Link, PostView, WithdrawnView
from newsroom.pages.writing import Hand


def plan_posts(desk: Desk) -> Iterator[Blueprint]:
    """A page for each translation of each post."""
    neighbours = Neighbours(desk.newsroom.posts)
    for post in desk.newsroom.posts:
        for language in post.translations:
            yield plan_post(desk, neighbours, post, language)


def plan_post(desk: Desk, neighbours: Neighbours, post: Post, language: Language) -> Blueprint:
    """The page of a post in a language, or the notice in its place."""
    address, paper, text = addresses.post(language, post), desk.papers[language], post.translations[language]
    twins = {each: addresses.post(each, post) for each in post.translations}
    modified = paper.hand.iso(last_change(post, language))
    if post.withdrawal:
        return desk.blueprint(
            address, paper, _withdrawn, post, source=text.path, is_post=True, twins=twins, modified=modified
        )
    around, targets = neighbours.of(post, language), desk.targets(text.path, text.body, post)
    told = desk.outlook is not None and post.id in desk.outlook.told
    return desk.blueprint(
        address,
        paper,
        _post,
        post,
        around,
        targets,
        told,
        source=text.path,
        is_post=True,
        twins=twins,
        modified=modified,
    )


def _addresses(post: Post) -> Localized[str]:
    return Localized(*(addresses.post(language, post) for language in LANGUAGES))


def _post(
    paper: Paper,
    post: Post,
    around: Neighbourhood,
    targets: Targets,
    told: bool,  # noqa: FBT001 - an input like any other
) -> Page:
    hand = paper.hand
    translation, modified = post.translations[hand.language], last_change(post, hand.language)
    return paper.page(
        _addresses(post),
        "post.html",
        translation.title,
        _view(hand, post, around, told=told),
        languages=tuple(post.translations),
        switch=addresses.home(other(hand.language)),
        description=translation.summary,
        metadata=of_post(hand, post, modified, script(article(hand, post, modified))),
        text=Text(translation.path, translation.body.digest),
        targets=targets,
        modified=hand.iso(modified),
    )


def _view(hand: Hand, post: Post, around: Neighbourhood, *, told: bool) -> PostView:
    translation, words, language = post.translations[hand.language], hand.words, hand.language
    author = hand.newsroom.executives[post.author]
    fresher = fresher_translation(post, language)
    return PostView(
        type=hand.link(words.types[post.type], addresses.post_type(language, post.type)),
        date=hand.instant(post.released),
        updated=hand.instant(translation.updated) if translation.updated > post.released else None,
        filing=_filing(hand, post),
        author=hand.link(author.name[language], addresses.executive(language, author.key)),
        author_role=hand.role(author),
        summary=translation.summary,
        image=hand.download(post.hero),
        corrections=tuple(hand.note(correction.date, correction.text[language]) for correction in post.corrections),
        lacking=hand.lacking(post, words.lacks_consent_notice),
        stale=words.stale if fresher else "",
        single=words.single if len(post.translations) == 1 else "",
        sibling=Link(fresher.title, addresses.post(fresher.language, post), fresher.language) if fresher else None,
        facts=tuple(map(hand.fact, post.evidence)),
        topics=_topics(hand, post),
        audiences=_audiences(hand, post),
        contact=hand.contact_of(post),
        boilerplate=hand.newsroom.organization.boilerplate[language],
        newer=hand.post_link(around.newer) if around.newer else None,
        older=hand.post_link(around.older) if around.older else None,
        related=tuple(map(hand.item, around.related)),
        kit=kit_of(hand, post),
        plain_text=addresses.plain_text(language, post),
        figures_as_text=figures_as_text(hand, post),
        verification=verification_of(hand, addresses.post(language, post)),
        messages=_messages(hand, post) if told else None,
    )


def _messages(hand: Hand, post: Post) -> Link:
    return hand.link(message_words(hand.language).of_this_post, addresses.messages_of(hand.language, post))


def _filing(hand: Hand, post: Post) -> Filing | None:
    disclosure = post.disclosure
    return Filing(disclosure.reference, hand.instant(disclosure.filed)) if disclosure else None


def _topics(hand: Hand, post: Post) -> tuple[Link, ...]:
    names, language = hand.newsroom.topics, hand.language
    return tuple(hand.link(names[topic][language], addresses.topic(language, topic)) for topic in post.topics)


def _audiences(hand: Hand, post: Post) -> tuple[Link, ...]:
    names, language = hand.words.audience_names, hand.language
    return tuple(hand.link(names[each], addresses.audience(language, each)) for each in post.audiences)


def _withdrawn(paper: Paper, post: Post) -> Page:
    assert post.withdrawal
    hand = paper.hand
    modified = last_change(post, hand.language)
    notice = hand.note(post.withdrawal.date, post.withdrawal.reason[hand.language])
    title = hand.words.withdrawn_title
    said = notice.text or hand.words.withdrawn_notice.format(date=notice.date.text)
    return paper.page(
        _addresses(post),
        "withdrawn.html",
        title,
        WithdrawnView(
            notice,
            hand.instant(post.released),
            hand.contact_of(post),
            hand.lacking(post, hand.words.lacks_consent_notice),
        ),
        languages=tuple(post.translations),
        switch=addresses.home(other(hand.language)),
        description=said,
        metadata=of_page(
            hand,
            said,
            card=card_of_post(hand, post),
            versions=versions_of_post(hand.language, post),
            trail=trail_to_post(hand, post),
            nodes=(script(withdrawn(hand, post, title, modified)),),
            edition=edition_of(post, hand.language),
        ),
        # Nothing of the text is left, but others' links to its file still lead here.
        text=Text(post.translations[hand.language].path, ""),
        modified=hand.iso(modified),
    )
